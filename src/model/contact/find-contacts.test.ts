import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as first from './disguises.cases.ts';
import * as second from './more-disguises.cases.ts';
import { findContacts } from './find-contacts.ts';

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

test('the short codes that readers need pass in every form', () => {
  for (const code of ['611', '911', '6700', '#686#', '６１１', '6​11'])
    for (const words of ['拨 *', '打 *', '电话 *', '手机：*', '发短信到 *', '客服 *', '联系 *', '热线 *。'])
      assert.deepEqual(findContacts(words.replace('*', code)), [], words);
});

test('a finding names its kind and its unmasked text, the second time too', () => {
  for (const [text, kind, found] of [
    ['打 １３８ 1234 5678', 'phone number', '138 1234 5678'],
    ['微信：ultra_help', 'account or invitation', '微信: ultra_help'],
    ['看 https://t%2eme/ultra', 'messaging link', 't.me/ultra'],
    ['![图](https://example.com/a.png)', 'hot-linked image', '![图](https://example.com/a.png)'],
  ] as const)
    for (let time = 0; time < 2; time++) assert.deepEqual(findContacts(text), [{ kind, found }]);
});
