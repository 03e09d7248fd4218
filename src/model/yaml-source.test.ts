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
  assert.deepEqual(issuesOf('- id: a#b\n  note: |\n    # 不是说明\n'), []);
  assert.deepEqual(issuesOf('- places #id:\n  - a\n'), ['1: YAML reads “#id:” as a comment']);
});

test('a line break that would put a space between hanzi is refused; one between words is a space', () => {
  const broken = ['一页\n    总结', '"先充值，\n    PayGo"', ">-\n    '一'\n    （二）", '|\n    甲\n    乙', '甲\n\n    乙'];
  for (const value of broken) assert.match(issuesOf(`- id: a\n  note: ${value}\n`).join(), /^[23]: a line break/u, value);
  for (const value of ['用 PayGo\n    充值', '|\n    一行', 'one\n    two', '"一\\\n    二"'])
    assert.deepEqual(issuesOf(`- id: a\n  note: ${value}\n`), [], value);
});

test('a quote that is never closed is told on the line where it opens', () => {
  assert.deepEqual(issuesOf('- id: a\n  note: "一\n- id: b\n  note: "二"\n'), ['2: a quote that is not closed: "一']);
  assert.deepEqual(issuesOf("- id: 'a\n  note: 一\n"), ["1: a quote that is not closed: 'a"]);
});

test('what cannot be read comes with the fix that fits its line, and without the position within the text', () => {
  const fixes: [text: string, fix: RegExp][] = [
    ['- id: a\n  note：一\n  b: 1\n', /ASCII colon/u],
    ['- id: a\n  note:一\n  b: 1\n', /ASCII colon and a space/u],
    ['- id: a\n  id: b\n', /Keep one/u],
    ['- id: a\n\tnote: 一\n', /spaces/u],
    ['- id: a\n  note: 一: 二\n', /quote a text/u],
    ['- id: a\n  note: *一\n', /Quote a text/u],
    ['- id: a\n  note: 686\n', /quote what YAML takes/u],
  ];
  for (const [text, expected] of fixes) {
    const { issues, refuseIn } = collectRefusals();
    readYaml(text, schema, refuseIn('a.yaml'));
    assert.match(issues[0]!.fix ?? '', expected, text);
    assert.doesNotMatch(issues[0]!.message, /at line|column/u);
  }
});
