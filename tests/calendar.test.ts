import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import ICAL from 'ical.js';
import nodeIcal from 'node-ical';
import { allCalendars, calendarFor, daysAhead, edition, remindAt, type CalendarFile } from '../src/model/renewal/charge-days.ts';
import { addDays, dayHere, daysBetween } from '../src/model/days.ts';
import { planWallet } from '../src/model/renewal/plan.ts';
import { rules } from '../src/model/renewal/rules.ts';
import { dist, pages } from './support/site.ts';
import { browser, open, site } from './support/visit.ts';

const files = allCalendars();
const [offered, retired] = [files.slice(0, 30), files.slice(30)];
const read = ({ name }: CalendarFile) => readFileSync(`${dist}calendar/${name}.ics`, 'utf8');
const unfolded = (file: CalendarFile) => read(file).replace(/\r\n /gu, '');
/** Five years and a leap day, after the first day of every file. */
const [from, to] = [addDays(edition.day, 60), addDays(edition.day, 1900)];

/** The days on which the model sees a charge (or, with `ahead`, its reminder). */
function expected({ first }: CalendarFile, ahead: number): string[] {
  const days: string[] = [];
  for (let day = addDays(first, -ahead); day < to; day = addDays(day, rules.cycle.days)) if (day >= from) days.push(day);
  return days;
}

test('thirty phases are offered, every address ever published still works, and there is no other', () => {
  assert.equal(offered.length, 30);
  const promised = [30, 90, 180].flatMap((period) =>
    Array.from({ length: period }, (_, phase) => `every-${period}-days-${String(phase).padStart(3, '0')}.ics`),
  );
  assert.deepEqual(
    readdirSync(`${dist}calendar`)
      .filter((name) => name.endsWith('.ics'))
      .sort(),
    promised.sort(),
  );
});

test('a calendar for every third or sixth charge now reminds of every charge, on the same days and in the same words', () => {
  for (const file of retired) {
    const phase = Number(file.name.slice(-3)) % 30;
    const same = offered[phase]!;
    assert.equal(unfolded(file).replaceAll(file.name, same.name), unfolded(same));
  }
});

test('ical.js expands every file to the days of the model at nine, for five years, each with an alarm at its beginning', () => {
  for (const file of files) {
    const components = new ICAL.Component(ICAL.parse(read(file)) as unknown[]).getAllSubcomponents('vevent');
    assert.equal(components.length, 2);
    for (const [index, ahead] of [daysAhead, 0].entries()) {
      const event = new ICAL.Event(components[index]!);
      const days: string[] = [];
      const iterator = event.iterator();
      for (let next = iterator.next(); next.toString() < to; next = iterator.next()) {
        assert.ok(next.toString().endsWith('T09:00:00'));
        if (next.toString() >= from) days.push(next.toString().slice(0, 10));
      }
      assert.deepEqual(days, expected(file, ahead), file.name);
      assert.ok(!event.startDate.isDate && event.startDate.zone.tzid === 'floating', 'at nine wherever the reader is');
      const alarms = components[index]!.getAllSubcomponents('valarm');
      assert.deepEqual(
        alarms.map((alarm) => [alarm.getFirstPropertyValue('action'), String(alarm.getFirstPropertyValue('trigger'))]),
        [['DISPLAY', 'PT0S']],
      );
    }
  }
});

test('node-ical expands every file to the same days', () => {
  for (const file of files) {
    const events = Object.values(nodeIcal.sync.parseICS(read(file))).filter((each) => each?.type === 'VEVENT');
    assert.equal(events.length, 2);
    for (const [index, ahead] of [daysAhead, 0].entries()) {
      // It takes nine o'clock for that of this machine's time zone.
      const days = events[index]!.rrule!.between(new Date(`${from}T00:00:00`), new Date(`${addDays(to, -1)}T23:59:00`), true);
      assert.deepEqual(days.map(dayHere), expected(file, ahead), file.name);
    }
  }
});

/** Debian's python3-icalendar, where it is installed. */
const python = spawnSync('/usr/bin/python3', ['-c', 'import icalendar']).status === 0;

test(
  'python-icalendar reads every file: two events at nine with an alarm each',
  { skip: !python && 'python3-icalendar is not installed' },
  () => {
    const script = `
import sys, icalendar
for name in sys.argv[1:]:
    calendar = icalendar.Calendar.from_ical(open(name, 'rb').read())
    for event in calendar.walk('VEVENT'):
        alarm, = event.walk('VALARM')
        start = event.decoded('DTSTART')
        print(start.isoformat(), event.decoded('SEQUENCE'), alarm.decoded('TRIGGER').total_seconds(), event['RRULE'].to_ical().decode())
`;
    const out = execFileSync('/usr/bin/python3', ['-c', script, ...files.map(({ name }) => `${dist}calendar/${name}.ics`)], {
      encoding: 'utf8',
    });
    assert.deepEqual(
      out.trim().split('\n'),
      files.flatMap(({ first }) =>
        [daysAhead, 0].map((ahead) => `${addDays(first, -ahead)}T09:00:00 ${edition.sequence} 0.0 FREQ=DAILY;INTERVAL=30`),
      ),
    );
  },
);

const khal = spawnSync('khal', ['--version']).status === 0;

test('khal imports a file, and importing it again makes no duplicates', { skip: !khal && 'khal is not installed' }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'khal-'));
  const config = join(folder, 'config');
  writeFileSync(
    config,
    `[calendars]\n[[own]]\npath = ${folder}/own\ntype = calendar\n[locale]\ndateformat = %Y-%m-%d\nlongdateformat = %Y-%m-%d\ntimeformat = %H:%M\ndatetimeformat = %Y-%m-%d %H:%M\nlongdatetimeformat = %Y-%m-%d %H:%M\nlocal_timezone = Asia/Shanghai\ndefault_timezone = Asia/Shanghai\n[sqlite]\npath = ${folder}/khal.db\n`,
  );
  const run = (...given: string[]) =>
    execFileSync('khal', ['-c', config, ...given], { encoding: 'utf8', env: { ...process.env, HOME: folder } });
  const file = offered[7]!;
  for (let time = 0; time < 2; time++) run('import', '--batch', '-a', 'own', `${dist}calendar/${file.name}.ics`);
  const listed = run('list', '--format', '{start-long}', '--day-format', '', file.first, addDays(file.first, 59));
  assert.deepEqual(
    listed.trim().split('\n'),
    [0, 25, 30, 55].map((day) => `${addDays(file.first, day)} 09:00`),
  );
  rmSync(folder, { recursive: true });
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

test('two imports make no duplicates: a UID is unique over the site, never changes, and says nothing about the build', () => {
  const all = files.flatMap((file) => [...unfolded(file).matchAll(/^UID:(.*)\r$/gmu)].map((match) => match[1]!));
  assert.equal(new Set(all).size, 2 * files.length);
  for (const name of ['every-30-days-000', 'every-30-days-029', 'every-90-days-089', 'every-180-days-179'])
    for (const id of ['ahead', 'charge']) assert.ok(all.includes(`${id}.${name}.ultra-renewal-guide`));
});

test('when the words change, so do the sequence, the day and the digest, so that calendars accept them as newer', () => {
  const words = files.map((file) =>
    unfolded(file)
      .replace(/^(?:SEQUENCE|DTSTAMP):.*\r\n|(?<=^DT(?:START|END):)\d{8}/gmu, '')
      .replaceAll(/https?:\/\/[^/\s]+\//gu, '/'),
  );
  const digest = createHash('sha256').update(words.join('')).digest('hex').slice(0, 16);
  assert.equal(
    digest,
    edition.digest,
    `The words of the calendar files have changed. In src/model/renewal/charge-days.ts: raise “sequence” by one, set “day” to today, and then “digest” to what this test says (now ${digest}).`,
  );
  for (const file of files) {
    const text = unfolded(file);
    assert.deepEqual(new Set(text.match(/^SEQUENCE:.*$/gmu)), new Set([`SEQUENCE:${edition.sequence}`]));
    assert.deepEqual(new Set(text.match(/^DTSTAMP:.*$/gmu)), new Set([`DTSTAMP:${edition.day.replaceAll('-', '')}T000000Z`]));
  }
  // What was published before had number 0 and this day.
  assert.ok(edition.sequence > 0 && edition.day > '2026-11-24');
});

test('the first charge of each file is the next one on the day of its edition, even if the reminder ahead of it is past', () => {
  for (const { first } of files) {
    const wait = daysBetween(edition.day, first);
    assert.ok(wait >= 0 && wait < rules.cycle.days, String(wait));
  }
});

test('no event promises what the wallet may not hold; each links to the step it asks for, and shows nobody as busy', () => {
  for (const file of files) {
    const text = unfolded(file);
    assert.equal([...text.matchAll(/^URL[^:]*:.*\/steps\/#complete-payment\r$/gmu)].length, 2);
    assert.equal([...text.matchAll(/^TRANSP:TRANSPARENT\r$/gmu)].length, 2);
    assert.equal([...text.matchAll(/^DESCRIPTION:这个提醒只记日子，不知道钱包里还有多少/gmu)].length, 2);
  }
});

test('the file the planner chooses has the charges of the plan, for any day', () => {
  for (const due of ['2026-11-30', '2026-12-31', '2027-03-01', '2028-02-29', '2031-07-04', '2025-01-01']) {
    const charges = planWallet({ due, cents: 6000, auto: 0, other: 0 }).charges.map(({ day }) => day);
    const file = files.find(({ name }) => name === calendarFor(due))!;
    const days = new Set(expected(file, 0));
    assert.ok(
      charges.filter((day) => day >= from && day < to).every((day) => days.has(day)),
      `${due} ${file.name}`,
    );
  }
});

/** The days of the calendar page as a reader sees them, with the file each leads to. */
async function daysShown(today: string | undefined, timezoneId: string): Promise<[string, string][]> {
  const context = await browser.newContext({ javaScriptEnabled: today !== undefined, timezoneId });
  const page = await context.newPage();
  if (today) await page.clock.setFixedTime(today);
  await page.goto(`${site.origin}/calendar/`);
  const links = await page
    .locator('#days a')
    .evaluateAll((all) =>
      all.map((each): [string, string] => [each.textContent.trim(), /([\w-]+)\.ics$/u.exec(each.getAttribute('href')!)![1]!]),
    );
  await context.close();
  return links;
}

test('the calendar page shows the thirty days from the one on which it is read, in every time zone and year', async () => {
  for (const [now, timezone, first] of [
    ['2026-11-25T23:30:00+08:00', 'Asia/Shanghai', '2026-11-25'],
    ['2026-11-25T23:30:00+08:00', 'America/Los_Angeles', '2026-11-25'],
    ['2027-12-26T00:30:00+13:00', 'Pacific/Auckland', '2027-12-26'],
    ['2031-03-01T12:00:00Z', 'Europe/Berlin', '2031-03-01'],
    ['2024-02-28T12:00:00Z', 'UTC', '2024-02-28'],
  ] as const) {
    const shown = await daysShown(now, timezone);
    assert.deepEqual(
      shown,
      Array.from({ length: 30 }, (_, at) => [addDays(first, at), calendarFor(addDays(first, at))]),
      now,
    );
  }
});

test('without script the page shows thirty days of its own, each once, with the file that has it', async () => {
  const shown = await daysShown(undefined, 'UTC');
  assert.equal(new Set(shown.map(([day]) => day)).size, 30);
  for (const [day, name] of shown) assert.equal(calendarFor(day), name);
  const { html } = pages.find(({ path }) => path === '/calendar/')!;
  for (const words of [
    `时间选 ${remindAt}:00`,
    '加或减 30 天',
    '自己建一个提醒',
    '每 30 天一次',
    '日历应用的通知要开着',
    '停过机、又恢复的，扣款日会变',
  ])
    assert.ok(html.includes(words), words);
});

test('on a phone each row has three whole days, each a target of 44 px', async () => {
  for (const width of [360, 390]) {
    const page = await open('/calendar/', { viewport: { width, height: 844 } });
    const boxes = await page.locator('#days a').evaluateAll((all) =>
      all.map((each) => {
        const { top, height } = each.getBoundingClientRect();
        return { top: Math.round(top), height, lines: each.querySelector('time')!.getClientRects().length };
      }),
    );
    assert.ok(boxes.every(({ height, lines }) => height >= 44 && lines === 1));
    const rows = Map.groupBy(boxes, ({ top }) => top);
    assert.deepEqual(new Set([...rows.values()].map((row) => row.length)), new Set([3]), `${width} px`);
    await page.context().close();
  }
});
