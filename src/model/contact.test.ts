import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findContacts } from './contact.ts';

const refused = [
  'https://t.me/name',
  'telegram.me/name',
  'https://wa.me/12025550123',
  'https://discord.gg/abc',
  'tel:+12025550123',
  'mailto:a@b.com',
  'someone@example.com',
  '联系 @someone',
  '+1-202-555-0123',
  '1-202-555-0123',
  '(202) 555-0123',
  '2025550123',
  '13812345678',
  'QQ群：123456789',
  'VX: abc_123',
  '加微信领优惠',
  'https://example.com/?ref=abc',
  'https://example.com/invite/abc',
  '![图](https://example.com/a.png)',
];

const allowed = [
  '给 6700 发 BAL',
  '拨 611 或 911',
  '2026-11-23',
  '2026-11-23 复核，下次 2027-05-22',
  '每 30 天扣 $3，365 天要 13 次，共 $39',
  'DA 24-387',
  'https://docs.fcc.gov/public/attachments/DA-24-387A1.txt',
  'https://github.com/chenyuan35/aineedhelpfromotherai',
  'https://linux.do/t/topic/2840847',
  '#payment-failed',
  '微信里也能打开这一页',
];

for (const text of refused) test(`refused: ${text}`, () => assert.notEqual(findContacts(text).length, 0));
for (const text of allowed) test(`allowed: ${text}`, () => assert.deepEqual(findContacts(text), []));
