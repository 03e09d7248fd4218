import assert from 'node:assert/strict';
import { test } from 'node:test';
import { z } from 'astro/zod';
import { collectRefusals } from './refusals.ts';
import { readYaml } from './yaml-source.ts';

const schema = z.array(z.strictObject({ id: z.string(), note: z.string() }));
function issuesOf(text: string): string[] {
  const { issues, refuseIn } = collectRefusals();
  readYaml(text, schema, refuseIn('a.yaml'));
  return issues.map(({ line, message }) => `${line}: ${message}`);
}

test('what parsers read differently, or what can explode, is refused with its line', () => {
  assert.deepEqual(issuesOf('- id: a\n  note: &n 一\n- id: b\n  note: *n\n'), ['2: anchor &n', '4: alias *n']);
  assert.deepEqual(issuesOf('- <<: { id: a }\n  note: 一\n'), ['1: key “<<”']);
  assert.deepEqual(issuesOf('- id: a\n  __proto__: { note: 一 }\n'), ['2: key “__proto__”']);
  assert.deepEqual(issuesOf('- id: a\n  note: !!binary aGk=\n'), ['2: tag tag:yaml.org,2002:binary']);
  assert.deepEqual(issuesOf('%YAML 1.1\n---\n- id: a\n  note: 一\n'), ['1: a directive, %YAML']);
});

test('a missing key is called missing, and an empty file is refused on its first line', () => {
  assert.deepEqual(issuesOf('- id: a\n'), ['1: note: it is missing']);
  assert.match(issuesOf('')[0]!, /^1: the entry: /u);
});

test('nesting that no parser can follow is refused, and throws nothing', () => {
  assert.match(issuesOf('['.repeat(20_000) + ']'.repeat(20_000))[0]!, /^1: /u);
});

test('a # that cuts a value off is refused; comments on lines of their own and # within values pass', () => {
  assert.deepEqual(issuesOf('- id: a\n  note: 总结 #一页\n'), ['2: YAML reads “#一页” as a comment']);
  assert.deepEqual(issuesOf('- id: a # 第一\n  note: #686#\n').length, 2);
  assert.deepEqual(issuesOf('# 说明\n- id: a\n  # 说明\n  note: "拨 #686#"\n'), []);
  assert.deepEqual(issuesOf('- id: a#b\n  note: |\n    # 不是说明\n    拨 #686#\n'), []);
});
