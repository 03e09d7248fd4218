import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as first from '../model/contact/disguises.cases.ts';
import * as second from '../model/contact/more-disguises.cases.ts';
import { collectRefusals } from '../model/refusals.ts';
import { checkContacts } from './texts.ts';

const all = (kind: 'disguises' | 'ordinary') => [first, second].flatMap((cases) => Object.values(cases[kind]).flat());

function isRefused(text: string): boolean {
  const { issues, refuseIn } = collectRefusals();
  checkContacts(text, refuseIn('a.mdx'));
  return issues.length > 0;
}

for (const [place, put] of Object.entries<(text: string) => string>({
  'a value of YAML': (text) => `  why: ${JSON.stringify(text)}`,
  'an item of a list': (text) => `- ${text}`,
  'bold words': (text) => `**${text}**`,
  'a cell of a table': (text) => `| 甲 | ${text} |`,
  brackets: (text) => `（${text}）`,
  'quotation marks': (text) => `「${text}」`,
  'a sentence': (text) => `${text}。`,
}))
  test(`a contact detail in ${place} is refused, and an ordinary sentence is not`, () => {
    assert.deepEqual(
      all('disguises').filter((text) => !isRefused(put(text))),
      [],
    );
    assert.deepEqual(
      all('ordinary').filter((text) => isRefused(put(text))),
      [],
    );
  });

test('a contact detail is refused where links or lines take it apart', () => {
  for (const text of [
    '[微](/steps/)信：kahelp7',
    '看[微信](/a/)：[kahelp7](/b/#c)',
    '微信：\nkahelp7',
    '微信：\n\nkahelp7',
    '- 微信号:\n\n  kahelp7',
    '手机：\n\n138 1234 5678',
  ])
    assert.ok(isRefused(text), text);
  for (const text of [
    '微信\n\nkahelp7',
    '微信：\n\n\nkahelp7',
    '微信：\n\n- 先换绑',
    '微信：\n\nAndroid 和 iOS 都要更新。',
    'QQ：\n\n## 12345',
    '[微信](/apps/)：先换绑，再看[余额](/steps/#balance)。',
  ])
    assert.ok(!isRefused(text), text);
});

test('a contact detail behind a colon and an empty line is refused once', () => {
  const { issues, refuseIn } = collectRefusals();
  checkContacts('联系：\n\n微信：kahelp7\n', refuseIn('a.mdx'));
  assert.deepEqual(
    issues.map(({ line }) => line),
    [3],
  );
});
