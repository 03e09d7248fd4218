import assert from 'node:assert/strict';
import { test } from 'node:test';
import { proseTree, type ProseNode } from './prose-tree.ts';

const shown = (node: ProseNode): string =>
  typeof node === 'string' ? node : node.name === 'Cite' ? `[${String(node.attributes['id'])}]` : node.children.map(shown).join('');

test('citations follow the punctuation that ends their statement, in the order the author gave them', () => {
  const cases: [written: string, drawn: string][] = [
    ['扣 $3<Cite id="O1" />。然后', '扣 $3。[O1]然后'],
    ['扣 $3<Cite id="O1" /><Cite id="O2" />，再充', '扣 $3，[O1][O2]再充'],
    ['（见说明<Cite id="O1" />）。', '（见说明）。[O1]'],
    ['**扣 $3**<Cite id="O1" />。', '扣 $3。[O1]'],
    ['扣<Cite id="O1" />，充<Cite id="O2" />。', '扣，[O1]充。[O2]'],
    ['官方说明<Cite id="O1" />', '官方说明[O1]'],
    ['给 `BAL`<Cite id="O1"></Cite>！', '给 BAL！[O1]'],
    ['甲<Cite id="O1" /> <Cite id="O2" />。', '甲[O1] 。[O2]'],
    ['网址<Cite id="P1" /> 或应用', '网址[P1] 或应用'],
  ];
  for (const [written, drawn] of cases) assert.equal(proseTree(written).map(shown).join('').trim(), drawn);
});
