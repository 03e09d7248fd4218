import assert from 'node:assert/strict';
import { test } from 'node:test';
import { auditMarkup } from './markup-audit.ts';
import { accepted, refused } from './markup.cases.ts';

const issuesOf = (body: string) => auditMarkup('a.mdx', `---\ntitle: 一\n---\n\n前言。\n\n${body}\n`);

for (const [typed, message] of refused)
  test(`refused: ${JSON.stringify(typed)}`, () => {
    const issues = issuesOf(typed);
    assert.match(issues.map((issue) => issue.message).join('\n'), message);
    for (const { line } of issues) assert.ok(line >= 7 && line < 7 + typed.split('\n').length, `line ${line}`);
  });

for (const typed of accepted) test(`accepted: ${JSON.stringify(typed)}`, () => assert.deepEqual(issuesOf(typed), []));
