import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { readGuide } from '../../../tests/support/guide.ts';
import { honesty, score, snippetsThatAnswer } from '../../../tests/support/measure-search.ts';
import { queries } from '../../../tests/support/queries.ts';
import { answerable, unanswerable } from '../../../tests/support/unseen-queries.ts';
import { buildSearchData } from './build-index.ts';
import { createSearch } from './engine.ts';
import { mark, snippet, type Matches } from './snippet.ts';
import { normalise } from './terms.ts';
import { weights } from './weights.ts';

const { outline, words } = readGuide();
const data = buildSearchData(outline, words);
const search = createSearch(data);
const find = (query: string) => search(query).hits.map(({ section }) => section.path);
const first = (query: string) => find(query)[0];

test('every heading, and everything readers say for it, finds that heading among the first three', () => {
  for (const section of data.sections)
    for (const word of [section.heading, ...section.words]) {
      const found = find(word).slice(0, 3);
      assert.ok(found.includes(section.path), `${word} → ${found.join(' ')}, not ${section.path}`);
    }
});

test('92 % of the queries that nobody tuned it on find the right section first, and 97 % among the first three', () => {
  assert.ok(answerable.length >= 150);
  const { all, first, three } = score(find, answerable);
  assert.ok(first >= 0.92 * all && three >= 0.97 * all, `${first} and ${three} of ${all}`);
});

test('it expresses doubt about 60 % of the queries that the guide does not answer, and about no more than 2 % of the others', () => {
  assert.ok(unanswerable.length >= 40);
  const doubted = honesty(search);
  assert.ok(doubted.unanswerable >= 0.6 * unanswerable.length, `${doubted.unanswerable} of ${unanswerable.length}`);
  assert.ok(doubted.answerable <= 0.02 * answerable.length, `${doubted.answerable} of ${answerable.length}`);
});

test('three snippets in four show the sentence that answers', () => {
  const { known, shown } = snippetsThatAnswer(search, data.sections);
  assert.ok(known >= 60 && shown >= 0.75 * known, `${shown} of ${known}`);
});

test('the same question in other words finds the same section', () => {
  for (const dress of [
    '付款失败',
    ' 付 款 失 败 ',
    '付款失敗',
    '付款，失败！',
    'fukuanshibai',
    'FuKuanShiBai',
    'fu kuan shi bai',
    'fukuan 失败',
    '付款失败了怎么办呢？',
  ])
    assert.equal(first(dress), '/troubleshooting/#payment-failed', dress);
  for (const dress of ['PayPal', 'paypal', 'ＰＡＹＰＡＬ', 'pay pal', 'paypel', 'pay-pal'])
    assert.equal(first(dress), first('paypal'), dress);
});

test('a half-typed word already finds what it begins: zidongxu, auto rene', () => {
  assert.match(first('zidongxu') ?? '', /#auto-renew$/u);
  assert.match(first('auto rene') ?? '', /#auto-renew$/u);
});

test('pinyin is understood as it is spoken in the south of China, and with one slip of the keyboard', () => {
  for (const [query, section] of [
    ['tinji', '/troubleshooting/#suspended'],
    ['yanzenma', '/troubleshooting/#no-verification-codes'],
    ['zifubao', '/prerequisites/#payment-method'],
    ['guanbi zidonxufei', '/steps/#auto-renew'],
    ['xvfei', '/steps/#open-renewal'],
    ['xufie', '/steps/#open-renewal'],
    ['denlubuliao', '/troubleshooting/#cannot-sign-in'],
    ['tuikuam', '/after-renewal/#payment-records'],
  ] as const)
    assert.equal(first(query), section, query);
});

test('words used in Taiwan and Hong Kong find what the guide calls something else', () => {
  for (const [theirs, ours] of Object.entries(words.regional)) assert.equal(first(theirs), first(ours), `${theirs}, ${ours}`);
});

test('a Latin word that the guide does not know is named; one that is misspelt, in parts or pinyin is understood', () => {
  for (const query of ['giffgaff 怎么充值', 'giffgaff xufei']) assert.deepEqual(search(query).foreign, ['giffgaff'], query);
  for (const query of ['payapl 付款', 'pay go 是什么', 'fu kuan shi bai', 'your payment was declined'])
    assert.deepEqual(search(query).foreign, [], query);
  // Each could be cut into pieces that would pass for initials, syllables or short words.
  for (const name of ['mint', 'zzzz', 'amazon', 'youtube', 'tianqi']) assert.deepEqual(search(`${name} 怎么充值`).foreign, [name]);
});

test('one pair of hanzi that the guide has does not make the answer to a question of other words sure', () => {
  for (const query of ['路由器怎么设置', '头疼怎么办', '今天天气怎么样']) assert.ok(!search(query).sure, query);
  for (const query of ['怎么设置', '怎么办理转网', '今天到期了怎么办']) assert.ok(search(query).sure, query);
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
      const { hits } = search(query);
      assert.ok(hits.length <= 8);
      for (const [index, hit] of hits.entries()) {
        assert.ok(data.sections.some(({ path }) => path === hit.section.path));
        assert.ok(Number.isFinite(hit.score) && (index === 0 || hit.score <= hits[index - 1]!.score));
      }
    }),
    { numRuns: 500 },
  );
});

const matches = (found: readonly string[]): Matches => new Map(found.map((word) => [normalise(word), { worth: 1 }]));

test('marking neither adds nor loses anything, whatever the text and the words', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.array(fc.string({ unit: 'grapheme', maxLength: 4 })), (text, found) => {
      assert.equal(
        mark(text, matches(found))
          .map((piece) => piece.text)
          .join(''),
        text,
      );
      const short = snippet({ text }, matches(found)).map((piece) => piece.text);
      assert.ok(text.includes(short.join('').replaceAll('…', '')) || text.includes('…'));
    }),
  );
});

test('a mark covers whole words', () => {
  const marked = (text: string, query: string) =>
    mark(text, search(query).matched)
      .filter((piece) => piece.marked)
      .map((piece) => piece.text);
  assert.deepEqual(marked('下一个扣款日是哪天', '款日查询'), ['扣款日']);
  assert.deepEqual(marked('用 PayPal 付款', 'pay'), []);
  assert.deepEqual(marked('打开 Wi-Fi Calling', 'wifi'), ['Wi-Fi']);
  assert.deepEqual(marked('用微信打开 Wi-Fi 通话', 'wifi 通话'), ['Wi-Fi 通话']);
});

test('a snippet begins with the clause that matched, and quotes a correction only if nothing else answers', () => {
  const section = { text: '第一句说别的事。第二句说到期，从这里起。', corrections: '常见的说法是：到期以后还能用三个月，不用急。' };
  const quoted = (...found: string[]) =>
    snippet(section, matches(found), { ...weights, snippet: 20 })
      .map(({ text }) => text)
      .join('');
  assert.match(quoted('到期'), /^…第二句说到期/u);
  assert.match(quoted('三个月'), /三个月/u);
});
