import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { addDays } from '../days.ts';
import { planFragment, readAddress } from './plan-address.ts';
import { readPlan } from './plan-form.ts';

/** What a planner makes of an address: its day and cents, or undefined where it refuses. */
function fromAddress(address: string): { due: string; cents: number } | undefined {
  const { typed, errors } = readAddress(address);
  const { wallet } = readPlan(typed);
  return wallet && Object.keys(errors).length === 0 ? { due: wallet.due, cents: wallet.cents } : undefined;
}

function fromForm(day: string, wallet: string): { due: string; cents: number } | undefined {
  const read = readPlan({ day, kind: 'due', wallet }).wallet;
  return read && { due: read.due, cents: read.cents };
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
  ['0', 0],
  ['20', 2000],
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
  for (const [text, cents] of typedAmounts) assert.equal(fromForm('2026-12-24', text)?.cents, cents, text);
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
  ['08/28/2026', '2026-08-28'],
  ['8/28/2026', '2026-08-28'],
  ['０８／２８／２０２６', '2026-08-28'],
  ['计划到期日：08/28/2026', '2026-08-28'],
  ['08/08/2026', '2026-08-08'],
  ['08/05/2026', undefined],
  ['12/11/2026', undefined],
  ['28/08/2026', undefined],
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
  for (const [text, day] of typedDays) assert.equal(fromForm(text, '4.50')?.due, day, text);
});

const day = fc.integer({ min: 0, max: 20_000 }).map((count) => addDays('2026-01-01', count));
const cents = fc.integer({ min: 0, max: 50_000 });
const wide = (text: string) => text.replace(/[!-~]/gu, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));
const coded = (text: string) => [...new TextEncoder().encode(text)].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join('');

/** What happens to addresses on their way: signs made wide, coded, coded twice, escaped, words swallowed, an end cut off. */
const harm: fc.Arbitrary<(address: string) => string> = fc.oneof(
  fc.constant(wide),
  fc.constant((address: string) => address.replace(/[=&#?]/gu, wide)),
  fc.constant((address: string) => address.replace(/[=&]/gu, coded)),
  fc.constant((address: string) => encodeURIComponent(address)),
  fc.constant((address: string) => address.replaceAll('&', '&amp;')),
  fc.constant((address: string) => address.toUpperCase()),
  fc.constant((address: string) => address.replace(/(?<=wallet=)\d+/u, coded)),
  fc
    .constantFrom(
      '，',
      '。',
      ' ',
      '+',
      '%20',
      '%',
      '%E',
      '%EF%BC',
      '）',
      '"',
      '照做',
      '，照做',
      '元',
      ' 美元',
      '.5',
      ',50',
      'k',
      '²',
      '①',
      '\u200B',
    )
    .chain((tail) =>
      fc.constantFrom(
        (address: string) => address + tail,
        (address: string) => address.replace(/(?=&(?:amp;)*(?:due|wallet))/iu, tail),
      ),
    ),
  fc
    .constantFrom(',', '.', ' ', '%2C', '，', '\u200B', '_', '&#44;', '%20', '-')
    .map((sign) => (address: string) => address.replace(/(?<=wallet=\d+)(?=\d\d(?:\D|$))/u, sign)),
);
test('no damage to an address turns it into a plan for another day or amount', () => {
  fc.assert(
    fc.property(day, cents, fc.boolean(), fc.array(harm, { maxLength: 3 }), (due, amount, old, harms) => {
      const whole = old ? `?due=${due}&wallet=${amount}` : planFragment({ due, cents: amount, auto: 0, other: 0 }, undefined);
      const address = harms.reduce((text, apply) => apply(text), whole);
      const read = fromAddress(address);
      if (read) assert.deepEqual(read, { due, cents: amount }, address);
    }),
    { numRuns: 5000 },
  );
});

test('an address of ours that is cut off anywhere gives its own plan or none', () => {
  fc.assert(
    fc.property(day, cents, fc.nat(60), (due, amount, length) => {
      const read = fromAddress(planFragment({ due, cents: amount, auto: 0, other: 0 }, undefined).slice(0, length));
      if (read) assert.deepEqual(read, { due, cents: amount });
    }),
    { numRuns: 2000 },
  );
});

test('no damage to a typed amount turns it into another', () => {
  const insert = fc.constantFrom(
    ',',
    '，',
    '。',
    '.',
    ' ',
    '\u00A0',
    '\u3000',
    "'",
    '_',
    '·',
    '\u200B',
    '\u202E',
    '\u066B',
    '٫',
    '-',
    '元',
    '块',
    'k',
  );
  fc.assert(
    fc.property(cents, insert, fc.nat(6), fc.boolean(), (amount, sign, at, full) => {
      const plain = (amount / 100).toFixed(2);
      const place = Math.min(at, plain.length);
      const typed = plain.slice(0, place) + sign + plain.slice(place);
      const read = fromForm('2026-12-24', full ? wide(typed) : typed)?.cents;
      assert.ok(read === undefined || read === amount, `${typed} is ${read}`);
    }),
    { numRuns: 3000 },
  );
});

test('whatever stands in an address or a form, it is read without an error and within the limits', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }), (first, second) => {
      for (const read of [fromAddress(first), fromAddress(`?due=${first}&wallet=${second}`), fromForm(first, second)])
        assert.ok(!read || (read.cents >= 0 && read.cents <= 50_000));
    }),
  );
});
