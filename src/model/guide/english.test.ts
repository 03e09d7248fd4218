import assert from 'node:assert/strict';
import { test } from 'node:test';
import { englishRuns } from './english.ts';

const english = (line: string) =>
  englishRuns(line)
    .filter((run) => run.english)
    .map((run) => run.text);

test('two or more English words in a row count as English, a single name does not', () => {
  assert.deepEqual(english('How can I recharge my PayGo plan?'), ['How can I recharge my PayGo plan?']);
  assert.deepEqual(english('VoCat issue 88（Wi-Fi Calling 下收发短信）'), ['VoCat issue 88', 'Wi-Fi Calling']);
  assert.deepEqual(english('对 PayGo 激活页和条款的记录（ultra-paygo-us）'), []);
  assert.deepEqual(english('我能将我的 PayGo 账户设为每月自动付费吗？'), []);
});

test('no part of the line is lost', () => {
  for (const line of ['SIM card I am using（博客文章）', '', '只有中文', "T-Mobile's acquisition of Mint Mobile gains FCC approval"])
    assert.equal(
      englishRuns(line)
        .map((run) => run.text)
        .join(''),
      line,
    );
});
