import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { addDays, daysBetween } from '../days.ts';
import { advise } from './advice.ts';
import { planWallet, type Wallet } from './plan.ts';
import { lastSafeDay } from './rules.ts';

const today = '2026-11-25';
const say = (wallet: Partial<Wallet> & { due: string }, tax?: number) => {
  const whole = { cents: 0, auto: 0, other: 0, ...wallet };
  return advise(planWallet(whole), whole, tax, today);
};

test('while there is time, the first line says how many days are left to top up', () => {
  const { headline, detail, urgent } = say({ due: '2026-12-24', cents: 450 });
  assert.equal(headline, '还剩 58 天');
  assert.match(detail, /2027-01-23 那天钱包里有 \$1\.50，不够扣 \$3。前一天就要充好，最少再充 \$5/u);
  assert.equal(urgent, false);
});

test('a charge day in four days with $2.40 is urgent', () => {
  const { headline, urgent } = say({ due: '2026-11-29', cents: 240 });
  assert.equal(headline, '还剩 3 天');
  assert.equal(urgent, true);
});

test('on the charge day and the day before it, the first line says to act today', () => {
  assert.equal(say({ due: addDays(today, 1) }).headline, '今天就要充');
  assert.match(say({ due: addDays(today, 1) }).detail, /前一天就要充好/u);
  const { headline, detail } = say({ due: today });
  assert.equal(headline, '现在就充：今天扣款，钱不够');
  assert.match(detail, /现在就要充好，最少再充 \$5/u);
});

test('once the charge day has passed, the advice is what to do today and the strict limit, not a plan', () => {
  for (const [ago, limit] of [
    [10, '2026-12-14，还剩 19 天。'],
    [25, '2026-11-29，还剩 4 天。'],
    [29, '2026-11-25，就是今天。'],
    [45, '2026-11-09，已经过了 16 天。账户里还看得到号码，就仍然先补；看不到，先问客服。'],
  ] as const) {
    const due = addDays(today, -ago);
    const { headline, detail, next } = say({ due, cents: 500 });
    assert.equal(headline, '今天就查余额，补到至少 $3');
    assert.ok(detail.includes(`扣款日过了 ${ago} 天。那天要是没扣成，服务可能早停了。从严算，丢号前的最后一天是 ${limit}`), detail);
    assert.ok(!detail.includes('前一天就要充好'), detail);
    assert.ok(next! >= today && daysBetween(due, next!) % 30 === 0 && daysBetween(today, next!) < 30);
  }
});

test('the recovery fee and tax raise what is paid, not what arrives', () => {
  for (const [tax, paid] of [
    [undefined, '$5.50'],
    [0, '$5.50'],
    [8.5, '$5.93'],
  ] as const) {
    const advice = say({ due: '2026-12-01' }, tax);
    assert.deepEqual([advice.topUp, advice.paid], ['$5', paid]);
  }
});

test('once the charge day has passed it is urgent, and no amount is named that may have changed since', () => {
  const { topUp, paid, urgent, far } = say({ due: addDays(today, -10), cents: 500 }, 8.5);
  assert.deepEqual({ topUp, paid, urgent, far }, { topUp: undefined, paid: undefined, urgent: true, far: undefined });
});

test('while automatic renewal always pays, only the next charge is mentioned', () => {
  assert.deepEqual(say({ due: addDays(today, 3), auto: 500 }), { headline: '离扣款还剩 3 天', detail: '', far: false });
  assert.deepEqual(say({ due: today, auto: 500 }), { headline: '今天扣款', detail: '', far: false });
  assert.equal(say({ due: addDays(today, 31), auto: 500 }).far, true);
});

test('the least top-up is the smallest one sold, because each pays for a whole charge', () => {
  for (const cents of [0, 299]) assert.equal(say({ due: '2026-12-01', cents }).topUp, '$5');
});

test('seven days left are urgent, eight are not', () => {
  assert.equal(say({ due: addDays(today, 8) }).headline, '还剩 7 天');
  assert.equal(say({ due: addDays(today, 8) }).urgent, true);
  assert.equal(say({ due: addDays(today, 9) }).urgent, false);
});

test('a charge day more than a cycle away is questioned', () => {
  assert.equal(say({ due: '2027-12-24', cents: 600 }).far, true);
  assert.equal(say({ due: addDays(today, 30) }).far, false);
});

test('the advice names only days that follow from the rules', () => {
  fc.assert(
    fc.property(fc.integer({ min: -400, max: 400 }), fc.integer({ min: 0, max: 5000 }), (away, cents) => {
      const wallet = { due: addDays(today, away), cents, auto: 0, other: 0 };
      const plan = planWallet(wallet);
      const { headline, detail } = advise(plan, wallet, undefined, today);
      const days = detail.match(/\d{4}-\d\d-\d\d/gu) ?? [];
      const known = away < 0 ? [lastSafeDay(wallet.due)] : [plan.stops, plan.topUpBy];
      assert.ok(days.every((day) => known.includes(day)));
      if (away >= 0 && plan.topUpBy! > today) assert.equal(headline, `还剩 ${daysBetween(today, plan.topUpBy!)} 天`);
    }),
  );
});
