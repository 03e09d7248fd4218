import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { fieldsFromQuery, planQuery, readPlan } from './plan-form.ts';

test('dates are understood as people write them', () => {
  for (const due of ['2026-12-24', '2026/12/24', '2026.12.24', '20261224', '2026年12月24日', ' ２０２６－１２－２４ '])
    assert.equal(readPlan({ due, wallet: '20' }).wallet?.due, '2026-12-24', due);
  assert.equal(readPlan({ last: '2026-11-24', wallet: '20' }).wallet?.due, '2026-12-24');
});

test('amounts are understood as people write them', () => {
  for (const [wallet, cents] of [
    ['20', 2000],
    ['$4.50', 450],
    ['４．５', 450],
    ['1,0', 1000],
    ['0', 0],
    ['3 美元', 300],
  ] as const)
    assert.equal(readPlan({ due: '2026-12-24', wallet }).wallet?.cents, cents, wallet);
});

for (const [typed, field, sentence] of [
  [{ due: '2027-02-29', wallet: '5' }, 'due', /没有 2027-02-29 这一天/u],
  [{ due: '1970-01-01', wallet: '5' }, 'due', /年份要在 2020 到 2099 之间/u],
  [{ due: '2200-01-01', wallet: '5' }, 'due', /年份要在 2020 到 2099 之间/u],
  [{ due: '明天', wallet: '5' }, 'due', /看不懂这个日期/u],
  [{ due: '12-24', wallet: '5' }, 'due', /年月日都要有/u],
  [{ wallet: '5' }, 'due', /填下一个扣款日/u],
  [{ due: '2026-12-24' }, 'wallet', /填钱包余额/u],
  [{ due: '2026-12-24', wallet: '-1' }, 'wallet', /不会是负数/u],
  [{ due: '2026-12-24', wallet: '1000000' }, 'wallet', /最多按 \$500 来算/u],
  [{ due: '2026-12-24', wallet: '三块' }, 'wallet', /写成美元数/u],
  [{ due: '2026-12-24', wallet: '5', auto: '700' }, 'auto', /三档/u],
  [{ due: '2026-12-24', wallet: '5', other: '-2' }, 'other', /不会是负数/u],
  [{ due: '2026-12-24', wallet: '5', tax: '80' }, 'tax', /百分数/u],
] as const)
  test(`${JSON.stringify(typed)} gets a clear sentence beside “${field}”, and no plan`, () => {
    const { wallet, errors } = readPlan(typed);
    assert.equal(wallet, undefined);
    assert.match(errors[field] ?? '', sentence);
  });

test('whatever is typed, there is a plan or a sentence, never neither', () => {
  fc.assert(
    fc.property(fc.record({ due: fc.string(), wallet: fc.string(), other: fc.string(), tax: fc.string(), auto: fc.string() }), (typed) => {
      const { wallet, errors } = readPlan(typed);
      assert.equal(wallet === undefined, Object.keys(errors).length > 0);
    }),
  );
});

test('a plan survives its own address', () => {
  const { wallet, tax } = readPlan({ due: '2026-12-24', wallet: '4.50', auto: '500', other: '1', tax: '8.5' });
  const again = readPlan(fieldsFromQuery(planQuery(wallet!, tax)));
  assert.deepEqual(again, { wallet, tax, errors: {} });
  assert.equal(planQuery(wallet!, tax), '?due=2026-12-24&wallet=450&auto=500&other=100&tax=8.5');
});
