import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Issue } from '../model/issue.ts';
import { collectRefusals } from '../model/refusals.ts';
import { checkCharacters } from './texts.ts';

function refusedIn(line: string): Issue | undefined {
  const { issues, refuseIn } = collectRefusals();
  checkCharacters(line, 1, refuseIn('a.mdx'));
  return issues[0];
}

const stray: Record<string, readonly string[]> = {
  'which is not a plain space': [
    '甲\u00a0乙',
    '甲\u3000乙',
    '甲\u2003乙',
    '甲\u202f乙',
    '甲&nbsp;乙',
    '甲&#160;乙',
    '甲&#xA0;乙',
    '甲%C2%A0乙',
    '甲\\u00a0乙',
    '甲\u2028乙',
  ],
  'which cannot be seen': [
    '看\u200b不见',
    '看\u00ad不见',
    '看\u200d不见',
    '看\u2060不见',
    '看\ufeff不见',
    '看\u202e不见',
    '看\ufe0f不见',
    '看\u3164不见',
    '看\u034f不见',
    '看\u{e0041}不见',
    '看&shy;不见',
    '看&ZeroWidthSpace;不见',
    '看&#8203;不见',
    '看%E2%80%8B不见',
    '看\\u200B不见',
    '看\u0007不见',
    '看\ufdd0不见',
  ],
  'which most fonts lack': ['看\ue000不见', '看\u{f0000}不见', '看\u0378不见'],
  'which is neither Latin nor a hanzi': [
    ...['⼀个', '⽉份', '\uf90a额', '⺟亲', '金\u{2f804}'],
    // Letters of other scripts and forms, alone or within a word.
    ...['发 ВAL', '发 BΑL', '余额 Т', 'раураl', '续費の', '𝐛al', 'ʙal', 'ﬁx', '甲ー乙', 'αβ', 'μse', 'kα', 'ο', '&#1042;'],
  ],
  'a line ends in CR alone': ['一\r二'],
  'a character was lost': ['一\ufffd二'],
};

for (const [message, lines] of Object.entries(stray))
  test(`refused: ${message}`, () => {
    for (const line of lines) assert.ok(refusedIn(line)?.message.includes(message), `${JSON.stringify(line)}: ${refusedIn(line)?.message}`);
  });

test('a radical says which hanzi to type', () => assert.match(refusedIn('⽉份')!.fix, /月/u));

test('what people type passes', () => {
  for (const line of [
    '扣 $3，「续费」…… 5–10 天 — 好',
    'café naïve Señor Łódź wēi xìn Tiếng Việt',
    'α 版、和β 版，0.1 μA，ΔT，Δt，Ω，5 µs，5 μs ª º',
    '👩‍👩‍👧‍👦 ⚠️ ✅ 1️⃣ 🇺🇸',
    '𠮷野家',
    '甲\t乙',
    '50% &amp; 3 &lt; 5',
    '%E7%BB%AD',
    '①②③',
    'ＡＢＣ',
    '㎡ ℃ №',
  ])
    assert.equal(refusedIn(line), undefined, line);
});
