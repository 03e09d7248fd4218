/** Finds telephone numbers in a text that unmask() has read: of China, of North America, and of any country with its code. */
export function findTelephones(text: string): string[] {
  const found = [...withoutCommonNumbers(spellDigits(text)).matchAll(runs)].flatMap(telephoneIn);
  return [...found, ...[...text.matchAll(spelled)].map(([letters]) => letters)];
}

/** Replaces Chinese numerals, and letters used as digits, by digits. The length stays the same. */
export function spellDigits(text: string): string {
  return text
    .replaceAll(/\b(?=[lio]*\d)[\dlio]+\b/giu, (token) => token.replaceAll(/[li]/giu, '1').replaceAll(/o/giu, '0'))
    .replaceAll(numeral, (sign) => String(numerals.indexOf(sign) % 10));
}

/** Masks dates, decimals and the points of drawings, whose digits belong to no phone number. The length stays the same. */
export function withoutCommonNumbers(text: string): string {
  return text.replaceAll(common, (found) => '日'.repeat(found.length));
}

/** A unit after a number, which is then a count and not a phone number or account. */
export const counted = /^\s?(?:毫?秒|小时|字节|用户|美?[元分]|[千公英]?[里尺寸]|[人次条个位天年月版多万亿米张块像]|bytes?|[KMG]B|k?m\b)/iu;

const numerals = '零一二三四五六七八九〇幺两叁肆伍陆柒捌玖○壹贰';
const numeral = new RegExp(`[${numerals}]`, 'gu');

/** 2026-11-25, 2026 11-25, 11-25, 11/25/2026, Q1 2026; 12.50; points="…". */
const common =
  /\b(?:d|points)="[^"]*|(?<![\d.]-?)(?:(?:19|20)\d\d([-./])\d\d?\1\d\d?|(?:(?:19|20)\d\d )?[01]\d-[0-3]\d|\d\d?\/\d\d?\/(?:19|20)\d\d|\bQ\d 20\d\d|\d+\.\d\d?)(?![-.]?\d)/gu;

/** Groups of digits with separators between them that are not arithmetic (+, =, ×) or currency. */
const runs = /(?<!\w)\d+(?:[^\p{L}\p{N}$€£¥%+=×÷−<>≈:;"'…&?!。]{1,3}\d+)*(?![\da-f_])/giu;

/** Numbers with letters: 1-888-555-HELP. */
const spelled = /\b8(\d)\1[-. )]{0,2}[\dA-Z]{3}[-. ]?[A-Z]{4}\b/gu;

/** Phone numbers of China and North America, and how their digits are grouped after the country code. */
const plans: [digits: RegExp, shapes: string][] = [
  [/^(?:86)?1[3-9]\d{9}$/u, '11 13 3-4-4 3-8 7-4 3-3-5 3-5-3 3-4-2-2 3-2-2-2-2'],
  [/^1?(?:[48]00|[2-9](?!11)[0-8]\d(?=[2-9]))\d{7}$/u, '10 11 3-3-4 3-7 6-4 3-4-3 4-3-3'],
  [/^(?:0|86)(?:10|2\d|[3-9]\d\d)\d{7,8}$/u, '10 11 12 2-8 2-4-4 3-7 3-8 3-4-4 4-7 4-8 4-4-4 4-3-4'],
];

/** The longest part of a run of digits that is a telephone number. */
function telephoneIn({ index: from, input, 0: run }: RegExpExecArray): string[] {
  const groups = [...run.matchAll(/\d+/gu)].map(({ index, 0: group }) => ({ start: from + index, end: from + index + group.length }));
  for (const [at, { start }] of groups.entries())
    for (const { end } of groups.slice(at, at + 15).reverse())
      if (isTelephone(input.slice(start, end), input.slice(0, start).slice(-80), input.slice(end))) return [input.slice(start, end)];
  return [];
}

function isTelephone(number: string, before: string, after: string): boolean {
  const digits = number.replaceAll(/\D/gu, '');
  if (digits.length < 7 || digits.length > 15 || /^(\d)\1*$/u.test(digits) || /[$€£¥]\s?$/u.test(before)) return false;
  // Single digits belong together: 1 3 8 0013 8000.
  const groups = number.replaceAll(/(?<=(?<!\d)\d)\D+(?=\d(?!\d))/gu, '').split(/\D+/u);
  if (groups.length === 1 && (label.test(before) || counted.test(after))) return false;
  const shape = groups.map(({ length }) => length).join('-');
  const plan = plans.find(([pattern]) => pattern.test(digits));
  if (plan?.[1].split(' ').includes(shape.replace(/^[12]-/u, ''))) return plan === plans[0] || !/[,，、]|\s\|\s/u.test(number);
  // Lists of numbers and table rows are not phone numbers.
  if (/[,，、]|\s\|\s/u.test(number) || groups.every((group) => group.endsWith('0'))) return false;
  return (
    (plan === plans[0] && groups.some((group, at) => Number(group) < Number(groups[at - 1]))) ||
    (digits.length >= 8 && /(?<![a-z]|\d\s?)\+\s?$/iu.test(before)) ||
    /^00(?:1\d{10}|[2-9]\d{7})/u.test(digits) ||
    (named.test(before) && !groups.every((group) => shortCode.test(group)))
  );
}

/** Before the number of a page, as in https://example.com/t/12345678901, and before other numbers. */
const label =
  /[a-z][^\s\p{Script=Han}]*[/_=.-]$|(?:(?<!号)码|卡号|iccid|imei|eid|imsi|code|序列号|单号|订单|发票|smsc|(?<!(?:tel|phone|mobile|cell|call)\W{0,2})\bno|编号|流水号|时间戳|timestamp)\D{0,4}$/iu;
const named =
  /(?:电话|手机|座机|热线|传真|致电|打|拨|来电|联系|\b(?:tel|phone|mobile|cell|call|fax|whatsapp))[[^\p{L}\d$]号码是为]{0,6}$/iv;

/** Service numbers of carriers, banks and cities in China and the US. */
const shortCode = /^(?:[2-9]11|6700|686|1[0-2]\d|100\d\d|12\d{3}|9[56]\d{3})$/u;
