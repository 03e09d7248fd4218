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
