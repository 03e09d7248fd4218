import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { readGuide } from '../../../tests/support/guide.ts';
import { queries } from '../../../tests/support/queries.ts';
import { buildSearchData } from './build-index.ts';
import { Search } from './engine.ts';
import { mark, snippet } from './snippet.ts';

const { outline, words } = readGuide();
const data = buildSearchData(outline, words);
const search = new Search(data);
const first = (query: string) => search.find(query)[0]?.section.path;

test('every heading and everything readers say for it finds that heading among the first three', () => {
  for (const section of data.sections)
    for (const word of [section.heading, ...section.words]) {
      const found = search.find(word).slice(0, 3);
      assert.ok(
        found.some(({ section: { path } }) => path === section.path),
        `${word} → ${found.map(({ section: { path } }) => path).join(' ')}, not ${section.path}`,
      );
    }
});

test('the same question in another dress finds the same section', () => {
  for (const dress of [
    '付款失败',
    ' 付 款 失 败 ',
    '付款失敗',
    '付款，失败！',
    'fukuanshibai',
    'FuKuanShiBai',
    'fu kuan shi bai',
    '付款失败了怎么办呢？',
  ])
    assert.equal(first(dress), '/troubleshooting/#payment-failed', dress);
  for (const dress of ['PayPal', 'paypal', 'ＰＡＹＰＡＬ', 'pay pal', 'paypel'])
    assert.equal(first(dress), '/prerequisites/#payment-method', dress);
});

test('there are at least 80 queries', () => assert.ok(queries.length >= 80));

const anything = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.string({ unit: 'grapheme', maxLength: 80 }),
  fc.constantFrom(
    '\ud800',
    '(?:',
    '[',
    '\\',
    '<b>',
    '.*+?^${}()|[]\\',
    '\u0000',
    'İİİ',
    '#0',
    '__proto__',
    'constructor',
    '字'.repeat(10_000),
    'a'.repeat(10_000),
  ),
  fc
    .array(fc.constantFrom('付', '款', '失', '败', 'x', 'u', 'f', ' ', '，', '\ud800', 'ｘ', '續'), { maxLength: 300 })
    .map((all) => all.join('')),
);

test('a query of any kind is answered with at most eight sections of the guide, best first', () => {
  fc.assert(
    fc.property(anything, (query) => {
      const hits = search.find(query);
      assert.ok(hits.length <= 8);
      for (const [index, hit] of hits.entries()) {
        assert.ok(data.sections.some(({ path }) => path === hit.section.path));
        assert.ok(Number.isFinite(hit.score) && (index === 0 || hit.score <= hits[index - 1]!.score));
      }
      assert.ok(search.nearest(query).length <= 3);
    }),
    { numRuns: 500 },
  );
});

test('marking adds and loses nothing, whatever is marked in whatever', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.array(fc.string({ unit: 'grapheme', maxLength: 4 })), (text, found) => {
      assert.equal(
        mark(text, found)
          .map((piece) => piece.text)
          .join(''),
        text,
      );
      const short = snippet(text, found).map((piece) => piece.text);
      assert.ok(text.includes(short.join('').replaceAll('…', '')) || text.includes('…'));
    }),
  );
});
