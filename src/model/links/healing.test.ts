import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readGuide } from '../../../tests/support/guide.ts';
import { damaged } from './healing.cases.ts';
import { healFragment, healPath, type Target } from './healing.ts';

const targets: Target[] = [
  { path: '/', title: '首页', headings: [] },
  ...readGuide().outline.chapters.map(({ path, label, headings }) => ({ path, title: label, headings })),
  { path: '/sources/', title: '来源与核对', headings: ['claims', 'claim-4', 'claim-14', 'O1', 'O11'].map((id) => ({ id, text: id })) },
  ...['pay', 'lost'].map((id) => ({ path: `/${id}/`, title: id, headings: [] })),
];
/** What the 404 page knows: no rows, only headings. */
const ledger = targets.map((target) =>
  target.path === '/sources/' ? { ...target, headings: [{ id: 'claims', text: 'claims' }] } : target,
);
const short: Record<string, string> = { '/pay/': '/troubleshooting/#payment-failed', '/lost/': '/troubleshooting/#suspended' };

/** What the scripts of the 404 page and of the page it leads to do together. */
function arrive(address: string): string {
  const [, path = '', query = '', hash = ''] = /^([^?#]*)(\?[^#]*)?(#.*)?$/u.exec(address)!;
  let page = targets.find((target) => target.path === path);
  let fragment = hash.slice(1);
  if (!page) {
    const { to } = healPath(path, ledger);
    if (!to) return '';
    page = targets.find((target) => target.path === to.path)!;
    fragment ||= to.id;
  }
  if (fragment && !page.headings.some(({ id }) => id === fragment)) {
    const { to } = healFragment(fragment, page);
    if (!to) return '';
    fragment = to.id;
  }
  return short[page.path] ?? page.path + query + (fragment && `#${fragment}`);
}

for (const [address, place] of damaged)
  test(`${address} ${place ? `means ${place}` : 'has no single meaning'}`, () => assert.equal(arrive(address), place));

test('for a name beyond repair, the closest places that share letters with it are offered', () => {
  assert.deepEqual(
    healPath('/payment/', targets).nearest.map(({ id }) => id),
    ['enter-payment', 'payment-method', 'payment-failed'],
  );
});

test('three places are offered at most, home among them where the path begins with words', () => {
  const offered = healPath('/看payment吧/', targets).nearest.map(({ path, id }) => id || path);
  assert.equal(offered.length, 3);
  assert.equal(offered[2], '/');
});

test('for a whole address behind that of home, the page that it names is offered: the host may be another', () => {
  const { to, nearest: offered } = healPath('/https://example.org/steps/', targets);
  assert.deepEqual([to, offered[0]?.path], [undefined, '/steps/']);
});

test('for a name that shares no word with any place, nothing is offered', () => {
  for (const path of ['/weather/', '/giffgaff/', '/contact/', '/register/', '/summer/', '/international/', '/wp-admin/'])
    assert.deepEqual(healPath(path, targets), { to: undefined, nearest: [] }, path);
});

test('a base path is removed, in upper or lower case, and nothing outside it is ever meant', () => {
  assert.equal(healPath('/Guide/stpes/', targets, '/guide/').to?.path, '/steps/');
  assert.equal(healPath('/guide//steps/auto-renew', targets, '/guide/').to?.id, 'auto-renew');
});

/** A small site, on which each rule of healing can be seen alone. */
const site: Target[] = [
  {
    path: '/steps/',
    title: '续费步骤',
    headings: [
      { id: 'sign-in', text: '登录账户' },
      { id: 'auto-renew', text: '自动续费' },
      { id: 'complete-payment', text: '完成付款' },
      { id: 'renewal', text: '每期' },
      { id: 'receipts', text: '收据' },
    ],
  },
  {
    path: '/troubleshooting/',
    title: '遇到问题',
    headings: [
      { id: 'payment-failed', text: '付款失败' },
      { id: 'payment', text: '付款' },
      { id: 'suspended', text: '停机了' },
      { id: 'row-1', text: '' },
    ],
  },
  { path: '/lost/', title: '丢号', headings: [] },
  { path: '/', title: '首页', headings: [] },
];
const [steps, troubleshooting] = site as [Target, Target];
const place = ({ path, id }: { path: string; id: string }) => path + (id && `#${id}`);

for (const [what, address, meant, base] of [
  ['names of files', '/steps/index.html', '/steps/'],
  ['an older ending', '/steps/index.htm', '/steps/'],
  ['a name without an ending', '/steps/index', '/steps/'],
  ['a name in the middle', '/steps/index.html/auto-renew', '/steps/#auto-renew'],
  ['the ending of a page', '/steps.html', '/steps/'],
  ['the older ending of a page', '/steps.htm', '/steps/'],
  ['the ending of a twin', '/steps.md', '/steps/'],
  ['doubled slashes', '//steps///auto-renew//', '/steps/#auto-renew'],
  ['upper case', '/STEPS/Auto-Renew', '/steps/#auto-renew'],
  ['wide signs', '／ｓｔｅｐｓ／', '/steps/'],
  ['characters that nobody sees', '/st\u200beps\u00ad/', '/steps/'],
  ['underscores', '/steps/auto_renew', '/steps/#auto-renew'],
  ['percent codes', '/%73teps/', '/steps/'],
  ['percent codes of percent codes', '/%2573teps/', '/steps/'],
  ['and once more', '/%252573teps/', '/steps/'],
  ['a code that was cut inside a character', '/steps/%E7%99%BB%E5%BD%95%E8%B4%A6%E6%88', '/steps/#sign-in'],
  ['a code that was cut inside itself', '/steps/%E7%99%BB%E5%BD%95%E8%B4%A6%E6%8', '/steps/#sign-in'],
  ['and before its digits', '/steps/%E7%99%BB%E5%BD%95%E8%B4%A6%', '/steps/#sign-in'],
  ['a query in percent codes', '/steps%3Ffrom=forum', '/steps/'],
  ['and a fragment behind it', '/steps/%3Ffrom=forum%23auto-renew', '/steps/#auto-renew'],
  ['a page twice', '/steps/steps/', '/steps/'],
  ['a page behind another', '/steps/Lost/', '/lost/'],
  ['words behind a page', '/steps/，看这里', '/steps/'],
  ['words with Latin ones among them', '/steps/，see more', '/steps/'],
  ['words in place of its slash', '/steps，看这里', '/steps/'],
  ['words behind home', '/，看', '/'],
  ['words behind home below a base path', '/guide，看这里', '/', '/guide/'],
  ['home below a base path without its slash', '/guide', '/', '/guide/'],
  ['doubled slashes around a base path', '//guide//steps/', '/steps/', '/guide/'],
  ['a page below a base path', '/Guide/steps/', '/steps/', '/guide/'],
  ['a heading without its page', '/auto-renew/', '/steps/#auto-renew'],
  ['and words behind it', '/payment-failed，快看', '/troubleshooting/#payment-failed'],
  ['and behind its slash', '/payment-failed/，快看', '/troubleshooting/#payment-failed'],
  ['the title of a page', '/续费步骤/', '/steps/'],
  ['the title of home', '/首页/', '/'],
  ['the words of a heading', '/steps/登录账户', '/steps/#sign-in'],
  ['a sentence around them', '/steps/看登录账户怎么弄', '/steps/#sign-in'],
  ['two neighbours exchanged', '/stpes/', '/steps/'],
  ['the first two exchanged', '/tseps/', '/steps/'],
  ['a letter lost', '/step/', '/steps/'],
  ['a letter too many', '/stepps/', '/steps/'],
  ['a wrong letter', '/steqs/', '/steps/'],
  ['a letter lost of seven', '/renwal/', '/steps/#renewal'],
  ['two letters lost of eight', '/recipt/', '/steps/#receipts'],
  ['two of many', '/complet-paymnt/', '/steps/#complete-payment'],
] as [string, string, string, string?][])
  test(`${what}: ${address} means ${meant}`, () => {
    const { to, nearest: others } = healPath(address, site, base);
    assert.deepEqual([to && place(to), others], [meant, []]);
  });

for (const [what, address, base] of [
  ['two letters lost of five', '/stp/'],
  ['two letters lost of seven', '/rnwal/'],
  ['three letters lost of many', '/complet-paymt-x/'],
  ['two neighbours exchanged in a name of four letters', '/lots/'],
  ['a name that only begins as the base path does', '/guidesteps/', '/guide/'],
  ['a heading with another path behind it', '/payment-failed/more/'],
  ['a mistyped name with Latin words behind it', '/stpes，see/'],
  ['a single hanzi', '/停/'],
] as [string, string, string?][])
  test(`${what}: ${address} has no single meaning`, () => assert.equal(healPath(address, site, base).to, undefined));

const page = (...names: [id: string, text: string][]): Target => ({
  path: '/a/',
  title: '甲',
  headings: names.map(([id, text]) => ({ id, text })),
});
const nearest = (fragment: string, target: Target) => healFragment(fragment, target).nearest.map(({ id }) => id);

test('an exact match wins over one that only reads alike', () => {
  const alike = page(['sign-up', ''], ['signup', '']);
  assert.equal(healFragment('signup', alike).to?.id, 'signup');
  assert.equal(healFragment('sign-up', alike).to?.id, 'sign-up');
  assert.equal(healFragment('sign_up', alike).to?.id, 'sign-up');
  assert.equal(healFragment('sign.up', alike).to, undefined, 'and between two that read alike there is no choice');
  assert.equal(healFragment('ESIM', page(['other-phone', 'eSIM'])).to?.id, 'other-phone', 'words in Latin letters are words too');
  assert.equal(healFragment('看esim吧', page(['a', '停'], ['b', '走'])).to, undefined);
  assert.equal(healFragment('x停y', page(['a', '停'], ['b', '走'])).to, undefined, 'one hanzi is no word');
});

test('a number is not read as another, whatever stands before, after or inside it', () => {
  const rows = page(['claim-4', ''], ['claim-41', ''], ['claim-42', ''], ['claim-46', ''], ['O1', ''], ['O12', '']);
  for (const [fragment, id] of [
    ['claim-4²', 'claim-4'],
    ['claim-4①', 'claim-4'],
    ['claim-4(1)', 'claim-4'],
    ['claim-4%2', 'claim-4'],
    ['clam-4', 'claim-4'],
    ['claim 46', 'claim-46'],
    ['o1[2]', 'O1'],
    ['claim-4-6', undefined],
    ['claim-4, 6', undefined],
    ['claim-4a', undefined],
    ['claim-466', undefined],
    ['claim-47', undefined],
  ] as const)
    assert.equal(healFragment(fragment, rows).to?.id, id, fragment);
  assert.equal(healFragment('top-5-list 1, 2', page(['top-5-list', ''])).to?.id, 'top-5-list', 'a number inside a name is a part of it');
});

test('a row of the sources behind their path is meant alone', () => {
  const { to, nearest: offered } = healPath('/sources/O11', ledger);
  assert.deepEqual([to?.path, to?.id, offered], ['/sources/', 'o11', []]);
  assert.equal(healPath('/steps/claim-4', ledger).to, undefined, 'no other page has rows');
});

test('signs alone are no name, not even of a heading without words', () => {
  assert.equal(healFragment('……', page(['care', ''])).to, undefined);
});

test('words may follow a name with capital letters too', () => {
  assert.equal(healFragment('O1，看这里', page(['O1', ''], ['O12', ''])).to?.id, 'O1');
});

test('of two headings in a sentence the longer one is meant; of two equally close ones, neither', () => {
  assert.equal(healFragment('我付款失败了', troubleshooting).to?.id, 'payment-failed');
  const near = page(['abcdefgh', ''], ['abcdefij', '']);
  assert.equal(healFragment('abcdefg', near).to?.id, 'abcdefgh', 'one letter away, and two or more');
  assert.equal(healFragment('abcdefgj', near).to, undefined);
});

test('the first three hanzi of a heading are enough and two are not; if two headings begin with them, both are offered', () => {
  const cut = page(['a', '付款失败'], ['b', '付款失败了吗'], ['c', '登录账户']);
  assert.equal(healFragment('登录账', cut).to?.id, 'c');
  assert.equal(healFragment('怎么办', page(['a', '停机了怎么办'])).to, undefined, 'many headings end alike');
  assert.deepEqual(healFragment('登录', cut).to, undefined);
  assert.deepEqual(nearest('登录', cut), ['c']);
  assert.equal(healFragment('付款失', cut).to, undefined);
  assert.deepEqual(nearest('付款失', cut), ['a', 'b'], 'the more alike first');
});

test('a heading without words is never meant by words', () => {
  assert.deepEqual(healFragment('看看这个', page(['row-1', ''])), { to: undefined, nearest: [] });
  assert.deepEqual(healFragment('', page(['row-1', ''])), { to: undefined, nearest: [] });
});

test('words beyond the longest possible name are not read', () => {
  assert.equal(healFragment(`${'，'.repeat(1990)}登录账户`, steps).to?.id, 'sign-in');
  assert.equal(healFragment(`${'，'.repeat(2000)}登录账户`, steps).to, undefined);
});

test('at most three places are offered, which share a whole word or at least the first four letters of one', () => {
  assert.deepEqual(nearest('payments-x', page(['payment-failed', ''], ['other', ''])), ['payment-failed']);
  assert.deepEqual(nearest('renew-later', page(['renewals-of-all', ''])), ['renewals-of-all']);
  assert.deepEqual(nearest('pay-for-it', page(['payment-failed', ''], ['repay', ''])), [], 'three letters begin too much');
  assert.deepEqual(nearest('the-way-we-go', page(['one-way', ''])), ['one-way'], 'a whole word of three letters counts');
  assert.deepEqual(nearest('bother', page(['other-things', ''])), [], 'the end of a word is no word');
  assert.equal(nearest('payment-of-all', page(...['a', 'b', 'c', 'd'].map((id): [string, string] => [`payment-${id}`, '']))).length, 3);
});

test('for words right after the home address, home is offered, after anything else they may mean', () => {
  assert.deepEqual(healPath('/看这个教程很清楚', site).nearest.map(place), ['/']);
  assert.deepEqual(healPath('/动续', site).nearest.map(place), ['/steps/#auto-renew', '/']);
  assert.deepEqual(healPath('/weather', site).nearest, []);
});

test('if nothing on a page is meant, the page itself is offered, and every place comes with its words', () => {
  assert.deepEqual(healPath('/steps/xyzzy', site), { to: undefined, nearest: [{ path: '/steps/', id: '', title: '续费步骤' }] });
  assert.deepEqual(healPath('/steps/pay-payment', site).nearest.map(place), ['/steps/#complete-payment', '/steps/']);
  const many = page(...['a', 'b', 'c', 'd'].map((id): [string, string] => [`payment-${id}`, '']));
  assert.deepEqual(healPath('/a/payment-of-all', [many]).nearest.length, 3);
  assert.deepEqual(healPath('/steps/auto-renew', site).to, { path: '/steps/', id: 'auto-renew', title: '自动续费' });
  assert.deepEqual(healFragment('auto_renew', steps), { to: { path: '/steps/', id: 'auto-renew', title: '自动续费' }, nearest: [] });
  assert.deepEqual(healPath('/lost', site), { to: { path: '/lost/', id: '', title: '丢号' }, nearest: [] });
});
