import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addDays, buildDays, dayHere, daysBetween, isDay, isStale, sayDay, toInstant } from './days.ts';
import { site } from '../site.ts';

test('days are counted over leap days and year ends', () => {
  assert.equal(daysBetween('2028-02-28', '2028-03-01'), 2);
  assert.equal(daysBetween('2026-12-31', '2027-01-01'), 1);
  assert.equal(daysBetween('2026-03-01', '2026-02-01'), -28);
});

test('days are added and taken away over month ends, leap days and years', () => {
  for (const [day, count, result] of [
    ['2026-11-25', 0, '2026-11-25'],
    ['2026-11-25', 30, '2026-12-25'],
    ['2026-12-31', 1, '2027-01-01'],
    ['2028-02-28', 1, '2028-02-29'],
    ['2027-02-28', 1, '2027-03-01'],
    ['2028-03-01', -1, '2028-02-29'],
    ['2000-01-01', -1, '1999-12-31'],
  ] as const)
    assert.equal(addDays(day, count), result, `${day} and ${count} days`);
});

test('only an existing day, written in full, is a day', () => {
  for (const day of ['2026-11-25', '2028-02-29', '2000-02-29', '1999-12-31']) assert.equal(isDay(day), true, day);
  for (const text of [
    '',
    '2027-02-29',
    '2026-02-30',
    '2026-13-01',
    '2026-00-10',
    '2026-11-00',
    '2026-1-1',
    '26-11-25',
    '2026-11-5',
    '2026-11-25 ',
    ' 2026-11-25',
    '+2026-11-25',
    '2026-11-250',
    '2026-11-25T00:00',
    '2026/11/25',
    'abcd-11-25',
    '2026-ab-25',
    '2026-11-ab',
    '今天',
  ])
    assert.equal(isDay(text), false, `“${text}”`);
});

test('the day on a device follows its time zone', () => {
  // Minutes by which UTC is ahead of the zone.
  const at = (instant: string, offset: number) => dayHere(Object.assign(new Date(instant), { getTimezoneOffset: () => offset }));
  assert.equal(at('2026-11-25T16:00:00Z', -480), '2026-11-26', 'in Shanghai it is midnight');
  assert.equal(at('2026-11-25T15:59:59Z', -480), '2026-11-25', 'and not yet');
  assert.equal(at('2026-11-25T07:59:59Z', 480), '2026-11-24', 'in Los Angeles it is still the day before');
  assert.equal(at('2026-11-25T10:00:00Z', -840), '2026-11-26', 'in Kiritimati the next has begun');
});

test('a day in words includes its weekday', () => {
  assert.equal(sayDay('2026-12-24'), '2026 年 12 月 24 日星期四');
  assert.equal(sayDay('2028-02-09'), '2028 年 2 月 9 日星期三');
});

test('a review is stale after 180 days, and not yet on the 180th', () => {
  assert.equal(isStale('2026-11-23', '2027-05-22'), false);
  assert.equal(isStale('2026-11-23', '2027-05-23'), true);
});

test('a review lasts half a year', () => assert.equal(site.reviewPeriod, 180));

test('a day that has begun in Kiribati is not in the future', () => {
  assert.deepEqual(buildDays({}, Date.UTC(2026, 10, 23, 12)), { today: '2026-11-23', latest: '2026-11-24' });
});

test('a SOURCE_DATE_EPOCH that is not a time is refused, and never read as another day', () => {
  for (const epoch of ['', ' ', 'abc', '-1', '1.5', '1e9', '9999999999999'])
    assert.throws(() => buildDays({ SOURCE_DATE_EPOCH: epoch }, 0), /SOURCE_DATE_EPOCH=.* is not a time/u, epoch);
});

test('SOURCE_DATE_EPOCH decides the day of the build', () => {
  assert.equal(buildDays({ SOURCE_DATE_EPOCH: '1795392000' }, 0).today, '2026-11-23');
  assert.deepEqual(buildDays({ SOURCE_DATE_EPOCH: '253402214399' }, 0), { today: '9999-12-30', latest: '9999-12-31' });
  assert.throws(() => buildDays({ SOURCE_DATE_EPOCH: '253402214400' }, 0), /Write whole seconds since 1970/u);
});

test('an instant is the start of its day in UTC', () => assert.equal(toInstant('2026-11-23'), '2026-11-23T00:00:00Z'));
