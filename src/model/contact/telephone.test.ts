import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setImmediate } from 'node:timers/promises';
import { counted, findTelephones, spellDigits, withoutCommonNumbers } from './telephone.ts';

test('numerals and letters that stand for digits are read as digits; words stay', () => {
  assert.equal(spellDigits('零壹两三肆伍陆七八玖'), '0123456789');
  assert.equal(spellDigits('l38 lO38 I3o'), '138 1038 130');
  assert.equal(spellDigits('lol oil v1o 5G x38l'), 'lol oil v1o 5G x38l');
});

test('dates are not read as phone digits; other numbers are kept', () => {
  for (const day of [
    '2026-11-25',
    '1999-01-01',
    '2026.1.5',
    '2026/11/25',
    '2026 11-25',
    '11-25',
    '09-05',
    '11/25/2026',
    '1/5/2026',
    '1/5/1999',
  ])
    assert.equal(withoutCommonNumbers(`到 ${day}。`), `到 ${'日'.repeat(day.length)}。`, day);
  for (const other of [
    '2026-11/25',
    '2126-11.25',
    '21-25',
    '11-45',
    '11-5',
    '138-11-25',
    '11-25-1',
    '11-251',
    '511-25',
    '1/5/2126',
    '11/25/26',
    '1 11-2',
    '1.2.3',
    '12.345',
    '1.234',
  ])
    assert.equal(withoutCommonNumbers(other), other, other);
  assert.equal(withoutCommonNumbers('5/11-25'), '5/日日日日日');
});

test('decimals and the points of drawings are no digits of a number, and of a quarter only the year is known', () => {
  for (const [text, left] of [
    ['扣 3.00 5.5 10.50', '扣 日日日日 日日日 日日日日日'],
    ['Q3 2027', '日日日日日日日'],
    ['<path d="M1 2" id="3"/>', '<path 日日日日日日日" id="3"/>'],
  ] as const)
    assert.equal(withoutCommonNumbers(text), left);
});

test('a count is a number with its unit right after it', () => {
  for (const unit of [
    '字节',
    ' 次',
    '元',
    '美元',
    '秒',
    '毫秒',
    '分钟',
    '用户',
    '美分',
    '万',
    ' KB',
    'MB',
    'byte',
    'bytes',
    '米',
    ' 公里',
    '千里',
    ' km',
    'm',
    '小时',
    '像素',
    '英尺',
    '寸',
    '张',
    '块',
  ])
    assert.ok(counted.test(unit), unit);
  for (const other of ['，次', '  次', '-次', 'B', 'TB', '号', '']) assert.ok(!counted.test(other), other);
});

/** Numbers, each beside the ordinary text that it becomes with a digit or a sign more or less. */
const pairs: [number: string, ordinary: string][] = [
  // Amounts, one behind the other.
  ['138.1234.5678', '13.81 23.45 67.80'],
  ['021 62345678', '0.21 6.23 4.56 7.80'],
  ['800.820.1234', '80.08 20.12 34.50 三档'],
  // Mobile numbers of China: eleven digits from 13 to 19.
  ['13812345678', '1381234567'],
  ['13812345678', '138123456789'],
  ['13012345678', '12112345678'],
  ['19912345678', '29912345678'],
  ['8613812345678', '8713812345678'],
  ['8613812345678', '86138123456789'],
  ['138-1234-5678', '138-1234-567'],
  ['86 138 1234 5678', '66 138 1234 567'],
  ['138 0013 8000', '1300 1400 150'],
  ['13 81 23 45 67 8', '13 20 27 34 567'],
  ['138 12 345 678', '130 20 300 400'],
  ['13 81 2345 678', '13 81 234 567'],
  ['13 82 81 81 999', '13 81 81 81 999'],
  ['1 3 8 1 2 3 4 5 6 7 8', '1 3 8 1 2 3 4 5 6 7'],
  ['1 3 8 0013 8000', '1 3 8 0013 800'],
  ['138 0000 0000', '111 1111 1111'],
  ['138、1234、5678', '13、81、23、456、78'],
  ['138 | 1234 | 5678', '13 | 81 | 23 | 456 | 78'],
  ['138，1234，5678', '213，555，0147'],
  ['138, 1234, 5678', '13, 81, 2345, 678'],
  ['13812345678，', '1,3812,345,67,8'],
  ['138 - 1234 - 5678', '138 -- 1234 -- 567'],
  ['138 1234 5678', '138    1234    5678'],
  ['138.1234.5678', '138+1234+5678'],
  ['138…1234…5678'.normalize('NFKD'), '138…1234…5678'],
  ['138~1234~5678', '138a1234a5678'],
  ['第 2 张 138 1234 5678', '第 2 张 138 1234 567'],
  ['2 138 1234 5678', '2 138 1234 567'],
  ['138 1234 5678 90', '138 123 45 6'],
  ['号13812345678', 'a13812345678'],
  ['13812345678wx', '13812345678a'],
  ['13812345678，次', '13812345678次'],
  ['价 13812345678', '$13812345678'],
  ['$ 5，13812345678', '$ 13812345678'],
  ['$  13812345678', '¥13812345678'],
  ['alt="13812345678"', 'd="M 13812345678'],
  ['d="M 1" 13812345678', 'points="1 138 1234 5678'],
  // Numbers of North America: the code of an area, and of an exchange that begins with 2 to 9.
  ['2135550147', '1135550147'],
  ['2135550147', '2135550147123456'],
  ['12135550147', '92135550147'],
  ['213-555-0147', '213-155-0147'],
  ['213-555-0147', '2135-5501-47'],
  ['213 555 0147', '293 555 0147'],
  ['612 555 0147', '611 911 6700'],
  ['1 213 555 0147', '1 213 555 014'],
  ['213 5550147', '213 5 550147'],
  ['1 213 555 0147', '121 3 555 0147'],
  ['213-555-0147', '213、555、0147'],
  ['213|555|0147', '213 | 555 | 0147'],
  ['400 120 1234', '500 120 1234'],
  ['800 120 1234', '800 120 123'],
  // Landlines of China: a code of an area that begins with 0.
  ['010 6234 5678', '110 6234 5678'],
  ['02162345678', '0216234567890'],
  ['021 6234567', '021 623456'],
  ['0755 2345 6789', '0155 2345 678'],
  ['0755 2345678', '0755 23456'],
  ['86 755 2345 6789', '85 755 2345 6789'],
  ['86 10 6234 5678', '86 1 06234 5678'],
  // Any country, by its code.
  ['+852 6123 4567', '852 6123 4567'],
  ['+ 852 6123 4567', 'A+852 6123 4567'],
  ['（+85261234', '（+8526123'],
  ['+8526 1234', '+852 6123'],
  ['+8 526 1234', '30 +852 6123 4567'],
  ['00 852 6123 4567', '00 012 6123 4567'],
  ['0085261234', '008526123'],
  ['0012135550147', '0012135550'],
  ['+852123456789012', '+8521234567890123'],
  ['拨+85261234', '+5 和 85261234'],
  ['拨 +85261234', '30+85261234'],
  // Where the words before say so.
  ['电话 6234 5678', '一共 6234 5678'],
  ['电话 623 4567', '电话 623 456'],
  ['手机号码：62345678', '手机 A：62345678'],
  ['致电：62345678', '致电 $62345678'],
  ['拨 62345678', '拨 2 次，62345678'],
  ['call (6234) 5678', 'recall 6234 5678'],
  ['打 95588 6234', '打 95588、95555'],
  ['打 95588 6234', '打 95588 95555'],
  ['打 10086 623', '打 10086 12345'],
  ['打 6111 9110', '打 611 911 211'],
  ['打 1611 2110', '打 6700 686 110'],
  ['打 1006 2345', '打 100 200 300'],
  // Letters on the keys.
  ['1-888-555-HELP', '1-889-555-HELP'],
  ['(888) 555-HELP', '(888)    555-HELP'],
  ['888-HELPNOW', '888-HELPNO'],
  ['888 555.HELP', '888 555, HELP'],
];

test('a number is found, and what is one digit or sign away from it is ordinary', () => {
  for (const [number, ordinary] of pairs) {
    assert.equal(findTelephones(number).length, 1, number);
    assert.deepEqual(findTelephones(ordinary), [], ordinary);
  }
});

test('page, order and card numbers are not phone numbers', () => {
  for (const before of [
    'https://example.com/t/',
    'https://example.com/1/2=',
    'a-b=',
    '激活码：',
    '订单号 ',
    'ICCID: ',
    'code ',
    '时间戳 ',
    '单号是',
    '发票 No. ',
    'No. ',
  ])
    assert.deepEqual(findTelephones(`${before}13812345678`), [], before);
  for (const before of ['https://example.com 上：', 'a-b ', '订单 1 的手机：', '中/', '激活码刮开后，打', 'Tel No. ', 'Tel. No '])
    assert.deepEqual(findTelephones(`${before}13812345678`), ['13812345678'], before);
});

test('digits that stand alone are read as one number, and 00 is a code of a country only where a number begins', () => {
  for (const gap of [' ', ' - ']) assert.equal(findTelephones([...'2135550147'].join(gap)).length, 1, gap);
  assert.deepEqual(findTelephones('7300 4512 3456'), []);
});

test('what is found is the number alone', () => {
  assert.deepEqual(findTelephones('打 (213) 555-0147 或 138 1234 5678。'), ['213) 555-0147', '138 1234 5678']);
  assert.deepEqual(findTelephones('订单号 138 1234 5678，打 888-HELPNOW'), ['138 1234 5678', '888-HELPNOW']);
  assert.deepEqual(findTelephones('01 021 6234 5678'), ['021 6234 5678']);
  assert.deepEqual(findTelephones('第 2 张 16 138 1234 5678'), ['138 1234 5678']);
});

test('a long row of numbers is read to its end, and a number behind it is found', { timeout: 10_000 }, async () => {
  for (const row of ['1 ', '12, ', '1234567 ', '3.5,7.25 ', '1-'])
    assert.equal(findTelephones(`${row.repeat(3000)}和 138 1234 5678`).at(-1), '138 1234 5678', row);
  assert.deepEqual(findTelephones(`<polyline points="${'13.8,12.3 '.repeat(2000)}"/>`), []);
  // A timeout is noticed only here.
  await setImmediate();
});
