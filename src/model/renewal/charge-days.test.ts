import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { addDays, daysBetween } from '../days.ts';
import { allCalendars, calendarFor, daysAhead, edition, remindAt } from './charge-days.ts';

const anyDay = fc.integer({ min: -3650, max: 36_500 }).map((days) => addDays('2026-01-01', days));

test('reminders come five days ahead and on the day itself, at nine', () => assert.deepEqual([daysAhead, remindAt], [5, 9]));

test('a file is named for the days since 2026-01-01, in cycles of 30; published names never change', () => {
  for (const [day, name] of [
    ['2026-01-01', 'every-30-days-000'],
    ['2026-01-02', 'every-30-days-001'],
    ['2026-01-30', 'every-30-days-029'],
    ['2026-01-31', 'every-30-days-000'],
    ['2025-12-31', 'every-30-days-029'],
    ['2025-12-02', 'every-30-days-000'],
    ['2026-12-24', 'every-30-days-027'],
    ['2028-02-29', 'every-30-days-009'],
  ] as const)
    assert.equal(calendarFor(day), name, day);
});

test('the file chosen for a day has an event on it', () => {
  fc.assert(
    fc.property(anyDay, (day) => {
      const { first } = allCalendars().find(({ name }) => name === calendarFor(day))!;
      assert.equal(Math.abs(daysBetween(first, day)) % 30, 0);
    }),
  );
});

test('there is one calendar for each day of a cycle, and its charges begin within a cycle, on the day of its edition or later', () => {
  const all = allCalendars().slice(0, 30);
  assert.deepEqual(
    all.map(({ name }) => name),
    Array.from({ length: 30 }, (_, phase) => `every-30-days-${String(phase).padStart(3, '0')}`),
  );
  assert.deepEqual(
    all.map(({ first }) => first).sort(),
    Array.from({ length: 30 }, (_, wait) => addDays(edition.day, wait)),
  );
});

test('calendars once offered for every third and sixth charge keep their addresses and their phase', () => {
  const retired = allCalendars().slice(30);
  assert.deepEqual(
    retired.map(({ name }) => name),
    [90, 180].flatMap((period) => Array.from({ length: period }, (_, phase) => `every-${period}-days-${String(phase).padStart(3, '0')}`)),
  );
  const first = new Map(allCalendars().map((file) => [file.name, file.first]));
  for (const file of retired)
    assert.equal(file.first, first.get(calendarFor(addDays('2026-01-01', Number(file.name.slice(-3))))), file.name);
});
