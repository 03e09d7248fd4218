import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readPlan } from './plan-form.ts';

test('the next charge is one cycle after the last one', () => {
  assert.equal(readPlan({ day: '2026-11-24', kind: 'last', wallet: '20' }).wallet?.due, '2026-12-24');
});

for (const [typed, field, fault] of [
  [{ day: '2027-02-29', wallet: '5' }, 'day', 'calendar'],
  [{ day: '1970-01-01', wallet: '5' }, 'day', 'calendar'],
  [{ day: '明天', wallet: '5' }, 'day', 'format'],
  [{ day: '12-24', wallet: '5' }, 'day', 'format'],
  [{ day: '08/05/2026', wallet: '5' }, 'day', 'unclear'],
  [{ day: '12/11/2026', wallet: '5' }, 'day', 'unclear'],
  [{ day: '11/12/2026', wallet: '5' }, 'day', 'unclear'],
  [{ day: '13/05/2026', wallet: '5' }, 'day', 'calendar'],
  [{ wallet: '5' }, 'day', 'missing'],
  [{ day: '2026-12-24' }, 'wallet', 'missing'],
  [{ day: '2026-12-24', wallet: '-1' }, 'wallet', 'negative'],
  [{ day: '2026-12-24', wallet: '- 1' }, 'wallet', 'negative'],
  [{ day: '2026-12-24', wallet: '3-1' }, 'wallet', 'format'],
  [{ day: '2026-12-24', wallet: '-x1' }, 'wallet', 'format'],
  [{ day: '2026-12-24', wallet: '1000000' }, 'wallet', 'most'],
  [{ day: '2026-12-24', wallet: '三块' }, 'wallet', 'format'],
  [{ day: '2026-12-24', wallet: '5', auto: '700' }, 'auto', 'format'],
  [{ day: '2026-12-24', wallet: '5', other: '-2' }, 'other', 'negative'],
  [{ day: '2026-12-24', wallet: '5', tax: '80' }, 'tax', 'format'],
] as const)
  test(`${JSON.stringify(typed)} is wrong in “${field}” (${fault}), and there is no plan`, () => {
    assert.deepEqual(readPlan(typed), { wallet: undefined, tax: undefined, errors: { [field]: fault } });
  });

const typedAmounts: [text: string, cents: number | undefined][] = [
  ['4.50', 450],
  ['4,50', 450],
  ['4，50', 450],
  ['4。50', 450],
  ['４．５０', 450],
  ['＄4.50', 450],
  ['$ 4.50', 450],
  ['4.50 美元', 450],
  ['4.50美金', 450],
  ['4.5', 450],
  ['4,5', 450],
  ['US$4.50', 450],
  ['4.50 USD', 450],
  ['钱包余额：$4.50', 450],
  ['余额 4.50', 450],
  ['4.50 $', 450],
  ['4.50$', 450],
  ['\u200B 4.50 \u200B', 450],
  ['500', 50_000],
  ['0', 0],
  ['20', 2000],
  ['我的余额 4.50', undefined],
  ['4.50 美元多', undefined],
  ['3$4', undefined],
  ['4 50', undefined],
  ['4　50', undefined],
  ['1,000', undefined],
  ['1.000', undefined],
  ['1,234.50', undefined],
  ['4.505', undefined],
  ['4..50', undefined],
  ['4.5.0', undefined],
  ['050', undefined],
  ['4½', undefined],
  ['4²', undefined],
  ['④', undefined],
  ['4e1', undefined],
  ['450%', undefined],
  ['450美分', undefined],
  ['450¢', undefined],
  ['450 cents', undefined],
  ['4.50元', undefined],
  ['4块5', undefined],
  ['¥4.50', undefined],
  ['￥4.50', undefined],
  ['4.50 RMB', undefined],
  ['€4.50', undefined],
  ['三块', undefined],
  ['4\u200B50', undefined],
  ['\u202E05.4', undefined],
  ['-4.50', undefined],
  ['−4.50', undefined],
  ['3-5', undefined],
  ['3~5', undefined],
  ['0.1.2', undefined],
  ['500.01', undefined],
  ['', undefined],
];

test('a typed amount is read as people write it, with a comma as a decimal point, or refused', () => {
  for (const [text, cents] of typedAmounts) assert.equal(readPlan({ day: '2026-12-24', wallet: text }).wallet?.cents, cents, text);
});

const typedDays: [text: string, day: string | undefined][] = [
  ['2026-12-24', '2026-12-24'],
  ['2026/12/24', '2026-12-24'],
  ['2026.12.24', '2026-12-24'],
  ['2026-1-2', '2026-01-02'],
  ['20261224', '2026-12-24'],
  ['2026年12月24日', '2026-12-24'],
  ['2026 年 12 月 24 日', '2026-12-24'],
  [' ２０２６－１２－２４ ', '2026-12-24'],
  ['2026–12–24', '2026-12-24'],
  ['2026 - 12  -  24', '2026-12-24'],
  ['2026年1月2日', '2026-01-02'],
  ['2026年12月24', '2026-12-24'],
  ['2020-01-01', '2020-01-01'],
  ['2099-12-31', '2099-12-31'],
  ['5/5/2026', '2026-05-05'],
  ['到期日 08/28/2026', '2026-08-28'],
  ['08/28/2026', '2026-08-28'],
  ['8/28/2026', '2026-08-28'],
  ['０８／２８／２０２６', '2026-08-28'],
  ['计划到期日：08/28/2026', '2026-08-28'],
  ['08/08/2026', '2026-08-08'],
  ['08/05/2026', undefined],
  ['12/11/2026', undefined],
  ['28/08/2026', undefined],
  ['我的到期日：08/28/2026', undefined],
  ['108/28/2026', undefined],
  ['08/28/20261', undefined],
  ['2 026-12-24', undefined],
  ['08/28/26', undefined],
  ['08/28', undefined],
  ['12-24', undefined],
  ['202612', undefined],
  ['2026122', undefined],
  ['202612245', undefined],
  ['2026-12-245', undefined],
  ['2026-1224', undefined],
  ['20261-2-24', undefined],
  ['2026-12-24 到 2027-01-23', undefined],
  ['2026-12-24T00:00', undefined],
  ['2026-13-01', undefined],
  ['2027-02-29', undefined],
  ['2026-12-2②', undefined],
  ['１９７０-01-01', undefined],
  ['2200-01-01', undefined],
  ['明天', undefined],
  ['', undefined],
];

test('a typed day is read as people and BAL write it; one that may be two days is refused', () => {
  for (const [text, day] of typedDays) assert.equal(readPlan({ day: text, wallet: '4.50' }).wallet?.due, day, text);
});

test('a tax is typed in percent, up to a maximum', () => {
  for (const [text, tax] of [
    ['', undefined],
    ['0', 0],
    ['8.25', 8.25],
    ['8,25%', 8.25],
    ['50%', 50],
  ] as const)
    assert.deepEqual(readPlan({ day: '2026-12-24', wallet: '5', tax: text }).tax, tax, text);
  for (const text of ['50.1', '108', '8.', '.5', 'x8', '8x', '-8'])
    assert.equal(readPlan({ day: '2026-12-24', wallet: '5', tax: text }).errors.tax, 'format', text);
});
