import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';
import ICAL from 'ical.js';
import nodeIcal from 'node-ical';
import { allCalendars, calendarFor, daysAhead, reminderCycles, type CalendarFile } from '../src/model/renewal/calendar.ts';
import { addDays } from '../src/model/days.ts';
import { planWallet } from '../src/model/renewal/plan.ts';
import { dist, pages } from './support/site.ts';

const files = allCalendars();
const read = ({ name }: CalendarFile) => readFileSync(`${dist}calendar/${name}.ics`, 'utf8');
/** Five years and a leap day, after the first day of every file. */
const [from, to] = ['2027-01-01', '2032-03-01'];

/** The days on which the model sees a charge (or, with `ahead`, its reminder). */
function expected({ first, period }: CalendarFile, ahead: number): string[] {
  const days: string[] = [];
  for (let day = addDays(first, -ahead); day < to; day = addDays(day, period)) if (day >= from) days.push(day);
  return days;
}

test('there is one file for each phase of 30, 90 and 180 days, and no other', () => {
  assert.equal(files.length, 300);
  assert.deepEqual(
    readdirSync(`${dist}calendar`)
      .filter((name) => name.endsWith('.ics'))
      .sort(),
    files.map(({ name }) => `${name}.ics`).sort(),
  );
});

test('ical.js expands every file to the days of the model, for five years', () => {
  for (const file of files) {
    const events = new ICAL.Component(ICAL.parse(read(file)) as unknown[])
      .getAllSubcomponents('vevent')
      .map((each) => new ICAL.Event(each));
    assert.equal(events.length, 2);
    for (const [index, ahead] of [daysAhead, 0].entries()) {
      const event = events[index]!;
      const days: string[] = [];
      const iterator = event.iterator();
      for (let next = iterator.next(); next.toString() < to; next = iterator.next())
        if (next.toString() >= from) days.push(next.toString());
      assert.deepEqual(days, expected(file, ahead), file.name);
      assert.ok(event.startDate.isDate, 'all day');
      assert.equal(event.duration.toSeconds(), 86_400, 'one day long');
    }
  }
});

test('node-ical expands every file to the same days', () => {
  for (const file of files) {
    const events = Object.values(nodeIcal.sync.parseICS(read(file))).filter((each) => each?.type === 'VEVENT');
    assert.equal(events.length, 2);
    for (const [index, ahead] of [daysAhead, 0].entries()) {
      const event = events[index]!;
      assert.equal(event.datetype, 'date');
      const days = event.rrule!.between(new Date(`${from}T00:00:00Z`), new Date(`${addDays(to, -1)}T23:00:00Z`), true);
      assert.deepEqual(
        days.map((day) => day.toISOString().slice(0, 10)),
        expected(file, ahead),
        file.name,
      );
    }
  }
});

test('each line has at most 75 octets and ends in CRLF, and no character is cut (RFC 5545, 3.1)', () => {
  for (const file of files) {
    const text = read(file);
    assert.ok(text.endsWith('END:VCALENDAR\r\n'));
    assert.ok(!/[^\r]\n|\r[^\n]/u.test(text), file.name);
    for (const line of text.split('\r\n')) assert.ok(Buffer.byteLength(line) <= 75, `${file.name}: ${line}`);
    assert.ok(!text.includes('\uFFFD'));
  }
});

test('two imports make no duplicates: a UID is unique over the site and says nothing of the build', () => {
  const all = files.flatMap((file) =>
    [
      ...read(file)
        .replace(/\r\n /gu, '')
        .matchAll(/^UID:(.*)\r$/gmu),
    ].map((match) => match[1]!),
  );
  assert.equal(new Set(all).size, 2 * files.length);
  assert.ok(all.includes('charge.every-30-days-000.ultra-renewal-guide'));
  const stamps = files.flatMap((file) => [...read(file).matchAll(/^DTSTAMP:(.*)\r$/gmu)].map((match) => match[1]!));
  assert.deepEqual([...new Set(stamps)], ['20261124T000000Z']);
});

test('every event leads to the step that it asks for, and wakes nobody as busy', () => {
  for (const file of files) {
    const text = read(file).replace(/\r\n /gu, '');
    assert.equal([...text.matchAll(/^URL[^:]*:.*\/steps\/#complete-payment\r$/gmu)].length, 2);
    assert.equal([...text.matchAll(/^TRANSP:TRANSPARENT\r$/gmu)].length, 2);
  }
});

test('the file the planner chooses has the charges of the plan, for any day', () => {
  for (const due of ['2026-11-30', '2026-12-31', '2027-03-01', '2028-02-29', '2031-07-04']) {
    const charges = planWallet({ due, cents: 6000, auto: 0, other: 0 }).charges.map(({ day }) => day);
    for (const cycles of reminderCycles) {
      const chosen = calendarFor(due, cycles);
      const file = files.find(({ name }) => name === chosen.name)!;
      const days = new Set(expected(file, 0));
      assert.ok(
        charges.filter((day, index) => index % cycles === 0 && day >= from && day < to).every((day) => days.has(day)),
        `${due} ${chosen.name}`,
      );
    }
  }
});

test('the static page lists each day once, with the file that has it', () => {
  const { html } = pages.find(({ path }) => path === '/calendar/')!;
  const rows = [...html.matchAll(/<tr[^>]*>([\s\S]*?)<\/tr>/gu)].map(([, row = '']) => row).filter((row) => row.includes('.ics'));
  assert.equal(rows.length, 30);
  const seen = new Set<string>();
  for (const row of rows) {
    const name = /([\w-]+)\.ics/u.exec(row)![1]!;
    for (const [, day = ''] of row.matchAll(/datetime="([^"]+)"/gu)) {
      assert.equal(calendarFor(day, 1).name, name);
      assert.ok(!seen.has(day));
      seen.add(day);
    }
  }
});
