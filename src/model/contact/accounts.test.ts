import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findAccounts } from './accounts.ts';

/** Texts that name an account, each beside the ordinary one that it becomes with a word or a sign more or less. */
const pairs: [account: string, ordinary: string][] = [
  // A word behind the name of a service: coined, asked for, or after a colon.
  ['微信 ultrahelp', '微信 Ultrahelp'],
  ['微信 abcd', '微信 abc'],
  ['微信 ab_c', '微信 a_c'],
  ['微信kahelp', '微信Kahelp'],
  ['微信 pay2go', '微信 paygo'],
  ['微信 ios_fan', '微信 iOS 18.1'],
  ['微信 beta_fan', '微信 Beta-2.0'],
  ['微信 www.help.de', '微信 www.help.com'],
  ['微信 a.com.b', '微信 help.org'],
  ['wx kahelp_1', 'wxkahelp_1'],
  ['telegram kahelp_1', 'telegram ultrahelp'],
  ['telegram: ultrahelp', 'telegram: Settings'],
  ['telegram: Ultrahelp', 'telegram: Ultrahelp asks'],
  ['telegram=ultrahelp', 'telegram. ultrahelp'],
  ['telegram @kahelp', 'telegram 5 @ $3'],
  ['telegram 号 Ultrahelp', 'telegram 是 Ultrahelp'],
  ['telegram 账号 Ultrahelp', 'telegram 名 Ultrahelp'],
  ['telegram 搜 Ultrahelp', 'telegram → Ultrahelp'],
  ['telegram 添加 Ultrahelp', 'telegram 联系 Ultrahelp'],
  ['telegram id Ultrahelp', 'telegram is Ultrahelp'],
  ['加 telegram Ultrahelp', '用 telegram Ultrahelp'],
  ['我的 vxultrahelp', '这个 vxultrahelp'],
  ['搜微信 Ultrahelp', '搜到了微信 Ultrahelp'],
  ['加  telegram kahelp_1', '加  telegram ultrahelp'],
  ['qq ultrahelp', 'qq ultra help'],
  ['qq ultrahelp，', 'qq ultrahelp (x)'],
  // Numbers of five to twelve digits, unless they count something.
  ['QQ 12345', 'QQ 1234'],
  ['QQ 12345 好', 'QQ 12345 人'],
  ['QQ 123 456 789', 'QQ 123 456.7'],
  ['QQ群 一二三四五', 'QQ群 2026-11-25'],
  // Shops and public accounts.
  ['公众号「紫卡通」', '公众号「没有查到」'],
  ['公众号:紫卡通', '公众号:都是旧的'],
  ['公众号:甲乙丙丁戊己庚辛', '公众号:甲乙丙丁戊己庚辛壬'],
  ['公众号名称:紫卡通', '公众号紫卡通'],
  ['公众号搜紫卡通', '公众号里紫卡通'],
  ['关注公众号 紫卡通', '打开公众号 紫卡通'],
  ['订阅公众号 紫卡通', '公众号 紫卡通'],
  ['闲鱼:紫卡小店', '闲鱼:二手卡风险大'],
  ['闲鱼:小店', '闲鱼:小店在卖'],
  ['闲鱼搜二手卡', '闲鱼里二手卡'],
  ['淘宝店「紫卡」', '淘宝店「紫」'],
  // A sentence that warns of an invitation repeats it.
  ['扫码加群', '别扫码加群'],
  ['区别是扫码加群', '谨防扫码加群'],
];

test('an account is found, and what is one word or sign away from it is ordinary', () => {
  for (const [account, ordinary] of pairs) {
    assert.ok(findAccounts(account).length > 0, account);
    assert.deepEqual(findAccounts(ordinary), [], ordinary);
  }
});

test('what is found is the account alone, without spaces around it', () => {
  assert.deepEqual(findAccounts('有问题加微信 ultra_help ，在线'), ['微信 ultra_help']);
  assert.deepEqual(findAccounts('看公众号「紫卡通」 。'), ['公众号「紫卡通」']);
});
