import assert from 'node:assert/strict';
import { test } from 'node:test';
import { buildDays, daysBetween, isStale, toInstant } from './days.ts';

test('days are counted over leap days and year ends', () => {
  assert.equal(daysBetween('2028-02-28', '2028-03-01'), 2);
  assert.equal(daysBetween('2026-12-31', '2027-01-01'), 1);
  assert.equal(daysBetween('2026-03-01', '2026-02-01'), -28);
});

test('a chapter is to be reviewed again after 180 days, not on the 180th', () => {
  assert.equal(isStale('2026-11-23', '2027-05-22'), false);
  assert.equal(isStale('2026-11-23', '2027-05-23'), true);
});

test('a day that has begun in Kiribati is not in the future', () => {
  assert.deepEqual(buildDays({}, Date.UTC(2026, 10, 23, 12)), { today: '2026-11-23', latest: '2026-11-24' });
});

test('a SOURCE_DATE_EPOCH that is no time is refused, and never read as another day', () => {
  for (const epoch of ['', ' ', 'abc', '-1', '1.5', '1e9', '9999999999999'])
    assert.throws(() => buildDays({ SOURCE_DATE_EPOCH: epoch }, 0), /SOURCE_DATE_EPOCH=.* is not a time/u, epoch);
});

test('SOURCE_DATE_EPOCH decides the day of the build', () => {
  assert.equal(buildDays({ SOURCE_DATE_EPOCH: '1795392000' }, 0).today, '2026-11-23');
});

test('an instant keeps the day it stands for', () => assert.equal(toInstant('2026-11-23'), '2026-11-23T00:00:00Z'));
