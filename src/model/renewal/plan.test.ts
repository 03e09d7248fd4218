import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { addDays, daysBetween, isDay } from '../days.ts';
import { planWallet, type Wallet } from './plan.ts';
import { lastSafeDay, limits, reach, rules } from './rules.ts';

const day = fc.integer({ min: 0, max: 36_000 }).map((count) => addDays('2020-01-01', count));
const wallet: fc.Arbitrary<Wallet> = fc.record({
  due: day,
  cents: fc.integer({ min: 0, max: 50_000 }),
  auto: fc.constantFrom(0, 0, 500, 1000, 2000),
  other: fc.integer({ min: 0, max: 2000 }),
});

test('a charge is taken only when the wallet covers it, and each takes $3', () => {
  fc.assert(
    fc.property(wallet, (given) => {
      for (const { before, after } of planWallet(given).charges) {
        assert.ok(before >= rules.charge.cents);
        assert.equal(after, before - rules.charge.cents);
      }
    }),
  );
});

test('charges are 30 days apart, over leap years and year ends, beginning on the day that is due', () => {
  fc.assert(
    fc.property(wallet, (given) => {
      const { charges, stops } = planWallet(given);
      const days = [...charges.map((charge) => charge.day), ...(stops ? [stops] : [])];
      assert.equal(days[0], given.due);
      for (let at = 1; at < days.length; at++) assert.equal(daysBetween(days[at - 1]!, days[at]!), 30);
    }),
  );
});

test('service stops when the wallet runs out, the last day to top up is a day earlier, and no limit is stricter than the one shown', () => {
  fc.assert(
    fc.property(wallet, (given) => {
      const { stops, left, topUpBy, lastSafe } = planWallet(given);
      if (!stops) return;
      assert.ok(left < rules.charge.cents);
      assert.equal(daysBetween(topUpBy!, stops), 1);
      assert.equal(daysBetween(stops, lastSafe!), 29);
      for (const { days } of limits) assert.ok(lastSafe! <= lastSafeDay(stops, days));
    }),
  );
});

test('what is used in a cycle is taken from the wallet before the charge', () => {
  const due = '2026-12-24';
  assert.equal(planWallet({ due, cents: 340, auto: 0, other: 60 }).stops, due, '$3.40 with $0.60 of roaming does not renew');
  assert.equal(planWallet({ due, cents: 360, auto: 0, other: 60 }).stops, addDays(due, 30));
  assert.equal(planWallet({ due, cents: 0, auto: 500, other: 300 }).stops, undefined);
});

test('an amount lasts as long as a plan without anything else', () => {
  fc.assert(
    fc.property(day, fc.integer({ min: 0, max: 50_000 }), (due, cents) => {
      const { charges, left } = planWallet({ due, cents, auto: 0, other: 0 });
      assert.deepEqual({ cycles: charges.length, days: charges.length * 30, left }, reach(cents));
    }),
  );
});

test('the amounts in the guide last 30, 90 and 180 days', () => {
  assert.deepEqual(rules.topUps.cents.map(reach), [
    { cycles: 1, days: 30, left: 200 },
    { cycles: 3, days: 90, left: 100 },
    { cycles: 6, days: 180, left: 200 },
  ]);
});

test('a wallet with automatic renewal of $5 never runs dry', () => {
  const plan = planWallet({ due: '2027-12-31', cents: 0, auto: 500, other: 0 }, 24);
  assert.equal(plan.stops, undefined);
  assert.equal(plan.charges.at(-1)!.after, 24 * 200);
});

test('the calendar knows its leap days', () => {
  assert.ok(isDay('2028-02-29') && !isDay('2027-02-29') && !isDay('2026-13-01') && !isDay('2026-1-1') && !isDay(''));
  assert.equal(addDays('2028-02-28', 2), '2028-03-01');
});
