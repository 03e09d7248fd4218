import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseChapter } from '../../markdown/parse.ts';
import type { Issue } from '../../model/issue.ts';
import { collectRefusals } from '../../model/refusals.ts';
import { checkMarkup } from './markup.ts';
import { accepted, refused } from './markup.cases.ts';

function issuesOf(body: string): Issue[] {
  const source = `---\ntitle: 一\n---\n\n前言。\n\n${body}\n`;
  const { issues, refuseIn } = collectRefusals();
  const refuse = refuseIn('a.mdx');
  checkMarkup({ source, tree: parseChapter(source, refuse), refuse });
  return issues;
}

for (const [typed, message] of refused)
  test(`refused: ${JSON.stringify(typed)}`, () => {
    const issues = issuesOf(typed);
    assert.match(issues.map((issue) => issue.message).join('\n'), message);
    for (const { line } of issues) assert.ok(line >= 7 && line < 7 + typed.split('\n').length, `line ${line}`);
  });

for (const typed of accepted) test(`accepted: ${JSON.stringify(typed)}`, () => assert.deepEqual(issuesOf(typed), []));
