import { addDays, daysBetween } from '../days.ts';
import { rules } from './rules.ts';

/** Days before a charge at which the first of its two reminders stands. */
export const daysAhead = 5;

/** The hour of both, wherever the reader is. */
export const remindAt = 9;

/**
 * The latest wording of the calendar files (their words are in pages/calendar/[name].ics.ts), as those who have imported one are told of it: its number (SEQUENCE), its day
 * (DTSTAMP, and the day after which the events begin), and a digest of the words. All three are raised by hand when the
 * words change; the test of the calendars says the new digest.
 */
export const edition = { sequence: 2, day: '2026-11-26', digest: '27ae57820f246546' } as const;

/** A day of phase 0, from which the names of the files count. */
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
 * Every calendar that is served. Those of a cycle are offered, one for each of its days. Others were offered once, for every
 * third and every sixth charge: a wallet need not last from one of their reminders to the next, so they too remind of every
 * charge now, and those who have subscribed to them keep their calendar.
 */
export function allCalendars(): CalendarFile[] {
  const earliest = addDays(edition.day, daysAhead + 1);
  return [...new Set([rules.cycle.days, 30, 90, 180])].flatMap((period) =>
    Array.from({ length: period }, (_, phase) => ({
      name: nameOf(phase, period),
      first: addDays(earliest, daysIntoCycle(phase - daysBetween(epoch, earliest))),
    })),
  );
}

function nameOf(phase: number, period: number): string {
  return `every-${period}-days-${String(phase).padStart(3, '0')}`;
}

/** From 0 on, for days before the first of a cycle too. */
function daysIntoCycle(count: number): number {
  const { days } = rules.cycle;
  return ((count % days) + days) % days;
}
