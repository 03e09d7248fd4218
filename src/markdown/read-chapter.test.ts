import assert from 'node:assert/strict';
import { test } from 'node:test';
import { proseTree, type ProseNode } from './prose-tree.ts';
import { walk } from './parse.ts';
import { readChapter } from './read-chapter.ts';
import { vocabulary } from './vocabulary.ts';

const wordsOf = (node: ProseNode): string => (typeof node === 'string' ? node : node.children.map(wordsOf).join(''));

test('all the words under a heading lead to it, whatever component contains them', () => {
  for (const name of Object.keys(vocabulary)) {
    const text = `## 标题 {#id}\n\n前文\n\n<${name}>里面</${name}>\n\n<${name}>\n\n- 一项\n\n| 表头 |\n| --- |\n| 格子 |\n\n</${name}>\n\n## 下一节 {#next}\n`;
    const [first, second] = readChapter('a.mdx', `---\n---\n${text}`).headings;
    assert.equal(`${first?.body} ${first?.corrections}`.trim(), '前文 里面 一项 表头 格子', name);
    assert.equal(first?.corrections !== '', name === 'Correction', name);
    assert.equal(second?.body, '');
  }
});

test('the words of a line stay together, and the title of a box counts as one of them', () => {
  const { headings } = readChapter(
    'a.mdx',
    '## 标题 {#id}\n\n<Note kind="info" title="名字">给 **6700** 发 `BAL`<Cite id="O1" />。</Note>\n',
  );
  assert.equal(headings[0]?.body, '名字 给 6700 发 BAL。');
});

test('a chapter is drawn with all its words, ids, links and attributes, and its steps are numbered', () => {
  const text =
    '## 标题 {#id aliases="old"}\n\n[链](/a/#b) `码`\n\n<Steps>\n<Step>\n\n### 一 {#one}\n\n</Step>\n<Step>\n\n### 二 {#two}\n\n</Step>\n</Steps>\n\n3. 三\n';
  const nodes = proseTree(text).filter((node) => typeof node !== 'string');
  assert.equal(nodes.map(wordsOf).join('').replaceAll(/\s/gu, ''), '标题链码一二三');
  assert.deepEqual(nodes[0]?.attributes, { id: 'id', aliases: 'old', 'data-title': '标题' });
  assert.ok(JSON.stringify(nodes).includes('{"id":"two","data-title":"二","data-step":2}'));
  assert.deepEqual(nodes.at(-1)?.attributes, { start: 3 });
});

test('lines broken between hanzi are joined without a space, on the page and in search', () => {
  const lines: [typed: string, read: string][] = [
    ['先充值，\n再核对', '先充值，再核对'],
    ['先充\n值', '先充值'],
    ['先**充**\n**值**', '先充值'],
    ['先[充](/a/)\n值', '先充值'],
    ['打开 PayGo\n钱包', '打开 PayGo\n钱包'],
    ['one\ntwo', 'one\ntwo'],
    ['充 `BAL`\n到 6700', '充 BAL\n到 6700'],
  ];
  for (const [typed, read] of lines) {
    const text = `## 标题 {#id}\n\n${typed}\n`;
    const [, paragraph] = proseTree(text).filter((node) => typeof node !== 'string');
    assert.equal(wordsOf(paragraph!), read);
    assert.equal(readChapter('a.mdx', text).headings[0]?.body, read);
  }
});

test('a character outside the basic plane in the front matter moves nothing in the text', () => {
  const chapter = (title: string) => readChapter('a.mdx', `---\ntitle: ${title}\n---\n\n发 \`A\` **甲**\n`);
  const offsets = (title: string) => [...walk(chapter(title).tree!)].map(({ position }) => position?.start.offset);
  assert.deepEqual(offsets('𠮷📱'), offsets('四个字符'));
});
