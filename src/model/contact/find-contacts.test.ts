import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as first from './disguises.cases.ts';
import * as second from './more-disguises.cases.ts';
import { findContacts } from './find-contacts.ts';
import { unmask } from './unmask.ts';

for (const { disguises, ordinary } of [first, second]) {
  for (const [kind, texts] of Object.entries(disguises))
    test(`refused: ${kind}`, () => {
      assert.deepEqual(
        texts.filter((text) => findContacts(text).length === 0),
        [],
      );
    });
  for (const [kind, texts] of Object.entries(ordinary))
    test(`allowed: ${kind}`, () => {
      assert.deepEqual(
        texts.flatMap((text) => findContacts(text).map(({ found }) => `${found} in ${text}`)),
        [],
      );
    });
}

test('a text is read as people see it', () => {
  assert.equal(unmask('１３８\u200b&#45;%20①②③'), '138- 123');
  assert.equal(unmask('https://t.mе'), 'https://t.me');
  assert.equal(unmask('\u202e54321\u202c'), '12345');
  assert.equal(unmask('充 $5，拨 611'), '充 $5,拨 611');
});

test('the short codes that readers need pass in every form', () => {
  for (const code of ['611', '911', '6700', '#686#', '６１１', '6​11'])
    for (const words of ['拨 *', '打 *', '电话 *', '手机：*', '发短信到 *', '客服 *', '联系 *', '热线 *。'])
      assert.deepEqual(findContacts(words.replace('*', code)), [], words);
});

test('an image of another host is refused', () => {
  assert.equal(findContacts('![图](https://example.com/a.png)')[0]?.kind, 'hot-linked image');
});
