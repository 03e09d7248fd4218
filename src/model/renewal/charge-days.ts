import { addDays, daysBetween } from '../days.ts';
import { rules } from './rules.ts';

/** How many days before a charge the first reminder comes. */
export const daysAhead = 5;

/** The hour of both reminders, in the reader's own time zone. */
export const remindAt = 9;

/**
 * The latest wording of the calendar files (pages/calendar/[name].ics.ts), as calendar apps see it: SEQUENCE, DTSTAMP and a
 * digest of the text. Change all three when the words change; the test of the calendars prints the new digest. The first charge
 * of a file is on this day or later, even if the reminder ahead of it is past.
 */
export const edition = { sequence: 3, day: '2026-11-26', digest: '27ae57820f246546' } as const;

/** A day of phase 0, from which the phases in file names count. */
const epoch = '2026-01-01';

export type CalendarFile = {
  /** The name of the file in /calendar/, without its ending. */
  name: string;
  /** The first charge day of the recurring event. */
  first: string;
};

/** The name of the file whose events fall on a charge day and on every other that is whole cycles before or after it. */
export function calendarFor(due: string): string {
  return nameOf(daysIntoCycle(daysBetween(epoch, due)), rules.cycle.days);
}

/**
 * Every calendar that is served: the one for each day of a cycle, and those once offered for every third and every sixth
 * charge. A wallet might not last from one of their reminders to the next, so they now remind of every charge, and whoever
 * subscribed to one keeps it.
 */
export function allCalendars(): CalendarFile[] {
  return [...new Set([rules.cycle.days, 30, 90, 180])].flatMap((period) =>
    Array.from({ length: period }, (_, phase) => ({
      name: nameOf(phase, period),
      first: addDays(edition.day, daysIntoCycle(phase - daysBetween(epoch, edition.day))),
    })),
  );
}

function nameOf(phase: number, period: number): string {
  return `every-${period}-days-${String(phase).padStart(3, '0')}`;
}

/** Never negative, even for days before the epoch. */
function daysIntoCycle(count: number): number {
  const { days } = rules.cycle;
  return ((count % days) + days) % days;
}
