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

test('anything in an address or a form is read without an exception and within the limits', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }), (first, second) => {
      for (const read of [fromAddress(first), fromAddress(`?due=${first}&wallet=${second}`), fromForm(first, second)])
        assert.ok(!read || (read.cents >= 0 && read.cents <= 50_000));
    }),
  );
});

test('anything typed gives either a plan or a fault', () => {
  fc.assert(
    fc.property(fc.record({ day: fc.string(), wallet: fc.string(), other: fc.string(), tax: fc.string(), auto: fc.string() }), (typed) => {
      const { wallet, errors } = readPlan(typed);
      assert.equal(wallet === undefined, Object.keys(errors).length > 0);
    }),
  );
});
