import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { planFragment, readAddress } from './plan-address.ts';
import { readPlan } from './plan-form.ts';

test('from the last charge the next is one cycle later', () => {
  assert.equal(readPlan({ day: '2026-11-24', kind: 'last', wallet: '20' }).wallet?.due, '2026-12-24');
});

for (const [typed, field, fault] of [
  [{ day: '2027-02-29', wallet: '5' }, 'day', 'calendar'],
  [{ day: '1970-01-01', wallet: '5' }, 'day', 'calendar'],
  [{ day: '明天', wallet: '5' }, 'day', 'format'],
  [{ day: '12-24', wallet: '5' }, 'day', 'format'],
  [{ day: '08/05/2026', wallet: '5' }, 'day', 'unclear'],
  [{ wallet: '5' }, 'day', 'missing'],
  [{ day: '2026-12-24' }, 'wallet', 'missing'],
  [{ day: '2026-12-24', wallet: '-1' }, 'wallet', 'negative'],
  [{ day: '2026-12-24', wallet: '1000000' }, 'wallet', 'most'],
  [{ day: '2026-12-24', wallet: '三块' }, 'wallet', 'format'],
  [{ day: '2026-12-24', wallet: '5', auto: '700' }, 'auto', 'format'],
  [{ day: '2026-12-24', wallet: '5', other: '-2' }, 'other', 'negative'],
  [{ day: '2026-12-24', wallet: '5', tax: '80' }, 'tax', 'format'],
] as const)
  test(`${JSON.stringify(typed)} is wrong in “${field}” (${fault}), and there is no plan`, () => {
    assert.deepEqual(readPlan(typed), { wallet: undefined, tax: undefined, errors: { [field]: fault } });
  });

test('whatever is typed, there is a plan or a fault, never neither', () => {
  fc.assert(
    fc.property(fc.record({ day: fc.string(), wallet: fc.string(), other: fc.string(), tax: fc.string(), auto: fc.string() }), (typed) => {
      const { wallet, errors } = readPlan(typed);
      assert.equal(wallet === undefined, Object.keys(errors).length > 0);
    }),
  );
});

test('a plan survives its own address, and older addresses still give it', () => {
  const { wallet, tax } = readPlan({ day: '2026-12-24', kind: 'due', wallet: '4.50', auto: '500', other: '1', tax: '8.5' });
  assert.equal(planFragment(wallet!, tax), '#auto=500&other=100&tax=8.5&wallet=450&due=2026-12-24');
  for (const address of [planFragment(wallet!, tax), '?due=2026-12-24&wallet=450&auto=500&other=100&tax=8.5']) {
    const { typed, errors } = readAddress(address);
    assert.deepEqual(errors, {});
    assert.deepEqual(readPlan(typed), { wallet, tax, errors: {} });
  }
  assert.equal(readPlan(readAddress('?last=2026-11-24&wallet=450').typed).wallet?.due, '2026-12-24');
});

test('an address without a plan is none, and no error', () => {
  for (const address of ['', '#', '#by-hand', '?utm_source=x', '#wechat_redirect'])
    assert.deepEqual(readAddress(address), { typed: {}, errors: {} }, address);
});
