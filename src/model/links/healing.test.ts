import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readGuide } from '../../../tests/support/guide.ts';
import { damaged } from './healing.cases.ts';
import { healFragment, healPath, type Target } from './healing.ts';

const targets: Target[] = [
  { path: '/', title: '首页', headings: [] },
  ...readGuide().outline.chapters.map(({ path, label, places }) => ({ path, title: label, headings: places })),
  { path: '/sources/', title: '来源与核对', headings: ['claims', 'claim-4', 'claim-14', 'O1', 'O11'].map((id) => ({ id, text: id })) },
  ...['pay', 'lost'].map((id) => ({ path: `/${id}/`, title: id, headings: [] })),
];
const short: Record<string, string> = { '/pay/': '/troubleshooting/#payment-failed', '/lost/': '/troubleshooting/#suspended' };

/** What the scripts of the 404 page and of the page it leads to do together. */
function arrive(address: string): string {
  const [, path = '', query = '', hash = ''] = /^([^?#]*)(\?[^#]*)?(#.*)?$/u.exec(address)!;
  let page = targets.find((target) => target.path === path);
  let fragment = hash.slice(1);
  if (!page) {
    const { to } = healPath(path, targets);
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
  test(`${address} ${place ? `means ${place}` : 'means no one place'}`, () => assert.equal(arrive(address), place));

test('a hopeless name that shares letters with some places is offered the nearest of them', () => {
  assert.deepEqual(
    healPath('/payment/', targets).nearest.map(({ id }) => id),
    ['enter-payment', 'payment-method', 'payment-failed'],
  );
});

test('a name that shares no word with any place is offered nothing', () => {
  for (const path of ['/weather/', '/giffgaff/', '/contact/', '/register/', '/summer/', '/international/', '/wp-admin/'])
    assert.deepEqual(healPath(path, targets), { to: undefined, nearest: [] }, path);
});

test('below a base path the base is taken off, in any case of letters, and nothing outside it is meant', () => {
  assert.equal(healPath('/Guide/stpes/', targets, '/guide/').to?.path, '/steps/');
  assert.equal(healPath('/guide//steps/auto-renew', targets, '/guide/').to?.id, 'auto-renew');
});
