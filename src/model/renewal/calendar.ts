import { addDays, daysBetween } from '../days.ts';
import { rules } from './rules.ts';

/** How often a reader wants to be reminded: with every charge, with every third, with every sixth. */
export const reminderCycles = [1, 3, 6] as const;

/** Days before a charge at which the reminder of its own stands. */
export const daysAhead = 5;

/** A fixed day to count phases from, before which no calendar begins. */
const epoch = '2026-01-01';

export interface CalendarFile {
  /** The name of the file in /calendar/, without its ending. */
  name: string;
  /** Days from one event to the next. */
  period: number;
  /** The first day of the recurring event. */
  first: string;
}

/** The file whose events fall on a charge day and every so many charges after (and before) it. */
export function calendarFor(due: string, cycles: (typeof reminderCycles)[number]): CalendarFile {
  const period = cycles * rules.cycle.days;
  const phase = ((daysBetween(epoch, due) % period) + period) % period;
  return { name: `every-${period}-days-${String(phase).padStart(3, '0')}`, period, first: addDays(epoch, phase) };
}

/** Every calendar there is: one for each phase of each period. */
export function allCalendars(): CalendarFile[] {
  return reminderCycles.flatMap((cycles) =>
    Array.from({ length: cycles * rules.cycle.days }, (_, phase) => calendarFor(addDays(epoch, phase), cycles)),
  );
}
