import { site } from '../site.ts';
import { Refusal } from './issue.ts';

// Calendar days are text such as 2026-11-23, without a time of day or time zone, and are compared as text.

const dayLength = 86_400_000;

/** The whole days from one calendar day to another; negative when `to` is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / dayLength);
}

/**
 * The calendar day of a build, from SOURCE_DATE_EPOCH (seconds) where it is set, else from `now` (milliseconds); and the
 * latest day that has begun anywhere on Earth by then (UTC+14).
 * @throws Refusal when SOURCE_DATE_EPOCH is not a whole number of seconds up to the year 9999
 */
export function buildDays(env: Record<string, string | undefined>, now: number): { today: string; latest: string } {
  const epoch = env['SOURCE_DATE_EPOCH'];
  if (epoch !== undefined && !(/^\d{1,12}$/u.test(epoch) && Number(epoch) < 253_402_214_400))
    throw new Refusal(`SOURCE_DATE_EPOCH=${epoch} is not a time. Write whole seconds since 1970, such as 1795564800, or unset it.`);
  const instant = epoch === undefined ? now : Number(epoch) * 1000;
  const dayOf = (milliseconds: number) => new Date(milliseconds).toISOString().slice(0, 10);
  return { today: dayOf(instant), latest: dayOf(instant + (14 / 24) * dayLength) };
}

/** The calendar day by the clock and the time zone of the device. */
export function dayHere(now: Date): string {
  return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
}

/** A day in words, so that nobody mistakes the month for the day: 2026 年 12 月 24 日星期四. */
export function sayDay(day: string): string {
  const words = new Date(toInstant(day)).toLocaleDateString('zh-CN', { dateStyle: 'full', timeZone: 'UTC' });
  return words.replace(/\d+/gu, ' $& ').trim();
}

/** The first instant of a day in UTC, for formats that require a time (RFC 3339). */
export function toInstant(day: string): string {
  return `${day}T00:00:00Z`;
}

/** True once a review is more than `site.reviewPeriod` days old. */
export function isStale(reviewed: string, today: string): boolean {
  return daysBetween(reviewed, today) > site.reviewPeriod;
}

/** The calendar day `count` days later. */
export function addDays(day: string, count: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + count * dayLength).toISOString().slice(0, 10);
}

/** True for a day that exists: 2028-02-29, but not 2027-02-29. */
export function isDay(text: string): boolean {
  const milliseconds = /^\d{4}-\d{2}-\d{2}$/u.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  return Number.isFinite(milliseconds) && new Date(milliseconds).toISOString().startsWith(text);
}
