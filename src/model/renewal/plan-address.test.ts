import assert from 'node:assert/strict';
import { test } from 'node:test';
import { planFragment, readAddress } from './plan-address.ts';
import { readPlan } from './plan-form.ts';

/** What a planner makes of an address: its day and cents, or undefined where it refuses. */
function fromAddress(address: string): { due: string; cents: number } | undefined {
  const { typed, errors } = readAddress(address);
  const { wallet } = readPlan(typed);
  return wallet && Object.keys(errors).length === 0 ? { due: wallet.due, cents: wallet.cents } : undefined;
}

const written = { due: '2026-12-24', cents: 450 };

/** Written before the reading of addresses was; none of them was changed to fit it. */
const healed = [
  '?due=2026-12-24&wallet=450',
  '#wallet=450&due=2026-12-24',
  '?due=2026-12-24&wallet=450，',
  '?due=2026-12-24&wallet=450%EF%BC%8C',
  '?due=2026-12-24&wallet=450，照着做就行',
  '?due=2026-12-24&wallet=450。',
  '?due=2026-12-24&wallet=450.',
  '?due=2026-12-24&wallet=450,',
  '?due=2026-12-24&wallet=450+',
  '?due=2026-12-24&wallet=450%20',
  '?due=2026-12-24&wallet=450%2520',
  '?due=2026-12-24&wallet=450)',
  '?due=2026-12-24&wallet=450）',
  '?due=2026-12-24&wallet=450"',
  '?due=2026-12-24&wallet=450%22%3E',
  '?due=2026-12-24&wallet=450]',
  '?due=2026-12-24&wallet=450**',
  '?due=2026-12-24&wallet=450%E2%80%8B',
  '?due=2026-12-24&wallet=450（我的）',
  '?due=2026-12-24&wallet=450！',
  '?due=2026-12-24&wallet=450看这里',
  '?due=2026-12-24&wallet=450，see also',
  '?due=2026-12-24&wallet=450， see also',
  '?due=2026-12-24&wallet=%EF%BC%94%EF%BC%95%EF%BC%90',
  '?due=2026-12-24&amp;wallet=450',
  '?due=2026-12-24&amp;amp;wallet=450',
  '?due=2026-12-24%26amp%3Bwallet=450',
  '?due=2026-12-24&#38;wallet=450',
  '?due=2026-12-24%26wallet%3D450',
  '?DUE=2026-12-24&Wallet=450',
  '?due＝２０２６－１２－２４＆wallet＝４５０',
  '？due＝2026-12-24＆wallet＝450',
  '#？due＝2026-12-24＆wallet＝450，',
  '?due=2026-12-24&wallet=450#wechat_redirect',
  '?due=2026-12-24&wallet=450&from=timeline&isappinstalled=0',
  '#due=2026-12-24，&wallet=450',
  '#wallet=450&due=2026-12-24。看看',
  '#wallet%3D450%26due%3D2026-12-24',
  '#wallet=450&due=2026-12-24%E3%80%82%E7%9C',
  '?due=2026-12-24&wallet=450&wallet=450',
];

test('an address that a forum or a chat has damaged still means what it says', () => {
  for (const address of healed) assert.deepEqual(fromAddress(address), written, address);
});

const refused = [
  // Another unit, or perhaps one.
  '?due=2026-12-24&wallet=4.50',
  '?due=2026-12-24&wallet=4,50',
  '?due=2026-12-24&wallet=4，50',
  '?due=2026-12-24&wallet=4%2C50',
  '?due=2026-12-24&wallet=4 50',
  '?due=2026-12-24&wallet=4+50',
  '?due=2026-12-24&wallet=4%2050',
  '?due=2026-12-24&wallet=$450',
  '?due=2026-12-24&wallet=$4.50',
  '?due=2026-12-24&wallet=450$',
  '?due=2026-12-24&wallet=450美元',
  '?due=2026-12-24&wallet=450 美元',
  '?due=2026-12-24&wallet=450（美元）',
  '?due=2026-12-24&wallet=450元',
  '?due=2026-12-24&wallet=450块',
  '?due=2026-12-24&wallet=450刀',
  '?due=2026-12-24&wallet=450 USD',
  '?due=2026-12-24&wallet=450usd',
  '?due=2026-12-24&wallet=450k',
  '?due=2026-12-24&wallet=450 see also',
  '?due=2026-12-24&wallet=450万',
  '?due=2026-12-24&wallet=4e2',
  '?due=2026-12-24&wallet=0x1c2',
  '?due=2026-12-24&wallet=¥450',
  '?due=2026-12-24&wallet=450¥',
  // Perhaps a digit is missing, or is one of the swallowed text.
  '?due=2026-12-24&wallet=45&#48;0',
  '?due=2026-12-24&wallet=4&period;50',
  '?due=2026-12-24&wallet=4&#46;50',
  '?due=2026-12-24&wallet=4²50',
  '?due=2026-12-24&wallet=45①',
  '?due=2026-12-24&wallet=45%E2%80%8B0',
  '?due=2026-12-24&wallet=45%',
  '?due=2026-12-24&wallet=45%3',
  '?due=2026-12-24&wallet=45-0',
  '?due=2026-12-24&wallet=45_0',
  "?due=2026-12-24&wallet=4'500",
  '?due=2026-12-24&wallet=450，2026 年',
  '?due=2026-12-24&wallet=四百五',
  '?due=2026-12-24&wallet=4百5',
  '?due=2026-12-24&wallet=٤٥٠',
  '?due=2026-12-24&wallet=-450',
  '?due=2026-12-24&wallet=－450',
  '?due=2026-12-24&wallet=',
  '?due=2026-12-24&wallet=，450',
  '?due=2026-12-24',
  '?due=2026-12-24&wallet=450&wallet=900',
  '?due=2026-12-24&wallet=450https://x/#wallet=900',
  '?due=2026-12-24&wallet=99999999',
  // Days.
  '?wallet=450',
  '?overdue=2026-12-24&wallet=450',
  '?due2=2026-12-24&wallet=450',
  '?due=2026-12-2&wallet=450',
  '?due=2026-12-&wallet=450',
  '?due=2026-12-240&wallet=450',
  '?due=2026-12-24T00:00&wallet=450',
  '?due=2026-12-24-01&wallet=450',
  '?due=2026-12-24/26&wallet=450',
  '?due=2026-1-224&wallet=450',
  '?due=2027-02-29&wallet=450',
  '?due=2026-24-12&wallet=450',
  '?due=08/12/2026&wallet=450',
  '?due=2026-12-24&due=2026-12-25&wallet=450',
  '?due=2026-12-24&last=2026-12-24&wallet=450',
];

test('an address that may mean another amount or day is refused', () => {
  for (const address of refused) assert.equal(fromAddress(address), undefined, address);
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

test('an address leaves out zeros', () => {
  assert.equal(planFragment({ due: '2026-12-24', cents: 450, auto: 0, other: 0 }, undefined), '#wallet=450&due=2026-12-24');
  assert.equal(planFragment({ due: '2026-12-24', cents: 0, auto: 0, other: 0 }, 0), '#tax=0&wallet=0&due=2026-12-24');
});

test('an address fills the fields as if they had been typed, and leaves damaged ones empty', () => {
  const typed = { day: '2026-12-24', kind: 'due', wallet: '4.50' };
  assert.deepEqual(readAddress('#wallet=450&due=2026-12-24'), { typed, errors: {} });
  assert.deepEqual(readAddress('#wallet=$450&due=2026-12-24'), { typed: { ...typed, wallet: '' }, errors: { wallet: 'damaged' } });
  for (const tax of ['0', '8', '10', '8.25'])
    assert.deepEqual(readAddress(`#wallet=450&due=2026-12-24&tax=${tax}`), { typed: { ...typed, tax }, errors: {} });
});

test('an address without a plan gives no plan and no error', () => {
  for (const address of ['', '#', '#by-hand', '?utm_source=x', '#wechat_redirect'])
    assert.deepEqual(readAddress(address), { typed: {}, errors: {} }, address);
});
