import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findContradictions } from './said-numbers.ts';

test('words that repeat a rule with its own number are fine', () => {
  for (const words of [
    '每 30 天扣一次',
    '每 30 天 $3',
    '一期是 30 天',
    '上次扣款日加 30 天',
    '扣款日那天，PayGo 钱包里至少有 $3',
    '补到至少 $3',
    '扣 12 次是 $36，管 360 天',
    '充 $5 够 1 期，$10 够 3 期，$20 够 6 期',
    '停机那天算第 1 天，最晚第 30 天补到至少 $3',
    '停机后还有 30 天',
    '充 $5 要付 $5.50，再加税',
  ])
    assert.deepEqual(findContradictions(words), [], words);
});

test('each with another number is found', () => {
  for (const words of [
    '每 31 天扣一次',
    '每 28 天 $3',
    '一期是 31 天',
    '上次扣款日加 28 天',
    '扣款日那天，PayGo 钱包里至少有 $4',
    '补到至少 $2.50',
    '扣 12 次是 $36，管 365 天',
    '$10 够 2 期',
    '停机那天算第 1 天，最晚第 29 天补上',
    '停机后还有 60 天',
    '充 $5 要付 $5.60，再加税',
  ])
    assert.equal(findContradictions(words).length, 1, words);
});

test('other spans and amounts are none of its business', () => {
  for (const words of [
    '每 60 天看一次官方页面',
    '最多停机 60 天',
    '税不到 $1',
    '花掉 $0.60，剩 $2.80',
    '停机当天就已经过了 60 天',
    '10 天内可以退',
  ])
    assert.deepEqual(findContradictions(words), [], words);
});
