import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { parse } from 'yaml';
import { formatDollars, lastSafeDay, limits, price, priceOf, reach, rules } from './rules.ts';

const sources = parse(readFileSync(new URL('../../../content/sources.yaml', import.meta.url), 'utf8')) as { id: string; kind: string }[];

test('the rules are those of the sources: $3 every 30 days, top-ups of $5, $10 and $20, 30 days without service', () => {
  assert.deepEqual(rules, {
    cycle: { days: 30, sources: ['O1', 'O2'] },
    charge: { cents: 300, sources: ['O1', 'O2'] },
    topUps: { cents: [500, 1000, 2000], sources: ['O1', 'B1'] },
    suspension: { days: 30, sources: ['O3'] },
    recoveryFee: { upTo: 1000, cents: 50, above: 100, sources: ['O12', 'O13'] },
  });
  assert.equal(price, '$3');
});

test('each rule names sources that exist', () => {
  const known = sources.map(({ id }) => id);
  for (const id of Object.values(rules).flatMap((rule) => rule.sources)) assert.ok(known.includes(id), `${id} is in content/sources.yaml`);
});

test('the four limits are listed strictest first, and third-party ones are labelled as such', () => {
  assert.deepEqual(
    limits.map(({ source, days }) => [source, days]),
    [
      ['O3', 30],
      ['P4', 30],
      ['P1', 60],
      ['P1', 90],
    ],
  );
  assert.deepEqual(
    limits.map(({ says }) => says),
    [
      '停机后 30 天不付，删除号码',
      '上次付款后 60 天不付，取消号码；这里把上次扣款当作上次付款',
      '最多停机 60 天，余额是 $0 的到此取消',
      '余额在 $0 和 $3 之间，再加 30 天',
    ],
  );
  for (const { source, who } of limits) {
    const { kind } = sources.find(({ id }) => id === source)!;
    assert.match(who, kind === 'official' ? /^官方/u : /^第三方/u, `${source} is ${kind}`);
  }
});

test('the day service stops counts as the first, so 30 days end 29 days later', () => {
  assert.equal(lastSafeDay('2026-11-25'), '2026-12-24');
  assert.equal(lastSafeDay('2026-11-25', 60), '2027-01-23');
  assert.equal(lastSafeDay('2026-11-25', 1), '2026-11-25');
});

test('a top-up costs $0.50 more up to $10, and $1 more above it', () => {
  assert.deepEqual([500, 1000, 1001, 2000].map(priceOf), [550, 1050, 1101, 2100]);
});

test('an amount pays for whole cycles, and the rest remains', () => {
  assert.deepEqual([0, 299, 300, 599, 600, 2000].map(reach), [
    { cycles: 0, days: 0, left: 0 },
    { cycles: 0, days: 0, left: 299 },
    { cycles: 1, days: 30, left: 0 },
    { cycles: 1, days: 30, left: 299 },
    { cycles: 2, days: 60, left: 0 },
    { cycles: 6, days: 180, left: 200 },
  ]);
});

test('whole dollars are written without cents', () => {
  assert.deepEqual([0, 300, 50, 5, 310, 12_345].map(formatDollars), ['$0', '$3', '$0.50', '$0.05', '$3.10', '$123.45']);
});
