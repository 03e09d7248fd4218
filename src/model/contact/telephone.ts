/** Finds telephone numbers in a text that unmask() has read: of China, of North America, and of any country with its code. */
export function findTelephones(text: string): string[] {
  if (!hasDigits(text, 4)) return [];
  const digits = withoutDays(spellDigits(text));
  return [
    ...[...digits.matchAll(runs)].flatMap((run) => telephoneIn(digits, run.index, run[0])),
    ...[...text.matchAll(spelled)].map(([found]) => found),
  ];
}

/** Whether so many signs of a text may be digits. */
export function hasDigits(text: string, count: number): boolean {
  let found = 0;
  for (const sign of text) if (digitLike.test(sign) && ++found >= count) return true;
  return false;
}

const digitLike = /[\dlio|零〇○一二三四五六七八九幺两壹贰貳叁參肆伍陆陸柒捌玖]/iu;

/** The text with every numeral of Chinese, and every letter that stands for a digit, as a digit. Its length stays the same. */
export function spellDigits(text: string): string {
  return text
    .replaceAll(/[零〇○一二三四五六七八九幺两壹贰貳叁參肆伍陆陸柒捌玖]/gu, (numeral) => numerals[numeral]!)
    .replaceAll(/(?<![a-z\d])(?=[lio|]*\d)[\dlio|]{2,}(?![a-z\d])/giu, (token) =>
      token.replaceAll(/[li|]/giu, '1').replaceAll(/o/giu, '0'),
    );
}

/** Without days of the calendar, whose digits are nobody's number; the text keeps its length. */
export function withoutDays(text: string): string {
  return text.replaceAll(days, (day) => '日'.repeat(day.length));
}

const numerals: Record<string, string> = Object.fromEntries(
  ['零〇○', '一幺壹', '二两贰貳', '三叁參', '四肆', '五伍', '六陆陸', '七柒', '八捌', '九玖'].flatMap((signs, value) =>
    [...signs].map((sign) => [sign, String(value)]),
  ),
);

/** 2026-11-25, 2026 11-25, 11/25/2026, 11-25. */
const days =
  /(?<![\d-])(?:(?:19|20)\d\d([-./])(?:0?[1-9]|1[0-2])\1(?:0?[1-9]|[12]\d|3[01])|(?:(?:19|20)\d\d )?(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])(?!-)|(?:0?[1-9]|1[0-2])\/(?:0?[1-9]|[12]\d|3[01])\/(?:19|20)\d\d)(?!\d)/gu;

/** Groups of digits with signs between them that do not reckon: no +, =, ×, and no currency. */
const runs = /(?<![A-Za-z\d_])\d+(?:[^\p{L}\p{N}$€£¥%+=×÷−<>≈:;"'…&?!。]{1,3}\d+)*(?!(?!wx|vx|qq|tg|v\b)[A-Za-z\d_])/giu;

/** Numbers that are dialled by letters: 1-888-555-HELP. */
const spelled = /(?<![\w-])(?:1[-. ]?)?\(?8(?:00|33|44|55|66|77|88)\)?[-. ]?(?:\d{3}[-. ]?[A-Z]{4}|[A-Z]{7})(?![\w-])/gu;

function telephoneIn(text: string, index: number, run: string): string[] {
  // An attribute of a drawing is shorter than this, and a search index is one line of megabytes.
  const before = text.slice(Math.max(0, index - 2000), index);
  if (/[$€£¥]\s?$|\b(?:d|points|viewBox|transform)="[^"]*$/u.test(before)) return [];
  const groups = [...run.matchAll(/\d+/gu)];
  for (let first = 0; first < groups.length; first++)
    for (let last = first, count = 0; last < groups.length; last++) {
      count += groups[last]![0].length;
      if (count > 15) break;
      if (count < 7) continue;
      const start = groups[first]!.index;
      const whole = run.slice(start, groups[last]!.index + groups[last]![0].length);
      const after = text.slice(index + start + whole.length);
      if (isTelephone(whole, text.slice(0, index + start), after)) return [whole];
    }
  return [];
}

function isTelephone(whole: string, before: string, after: string): boolean {
  const groups = whole.match(/\d+/gu)!;
  const digits = groups.join('');
  if (/^(\d)\1*$/u.test(digits)) return false;
  const shape = groups.map(({ length }) => length).join('-');
  if (groups.length === 1 && (partOfAddress.test(before) || label.test(before) || unit.test(after))) return false;
  // A list, or the cells of a table.
  const commas = /[,，、]|\s\|\s/u.test(whole);
  const isMobile = /^(?:00)?(?:86)?1[3-9]\d{9}$/u.test(digits);
  if (isMobile && (mobileShapes.test(shape.replace(/^[24]-(?=3|11|7|1-)/u, '')) || (!commas && !isList(groups)))) return true;
  if (commas) return false;
  if (digits.length >= 8 && /(?<![\p{L}\d]\s?)\+$/u.test(before)) return true;
  if (/^00[1-9]/u.test(digits) && digits.length >= 10 && !/[:.\d]\s?$/u.test(before) && /\d{3}/u.test(whole)) return true;
  if (groups.length > 1 && /^[\d\s]+$/u.test(whole) && groups.every((group) => group.endsWith('0'))) return false;
  return (
    (/^1?[2-9](?!11)[0-8]\d[2-9](?!11)\d{6}$/u.test(digits) && northAmerican.test(shape)) ||
    (/^(?:86)?0?(?:10|2\d|[3-9]\d{2})\d{7,8}$/u.test(digits) && /^(?:86|0)/u.test(digits) && landline.test(shape)) ||
    (/^[48]00\d{7}$/u.test(digits) && /^(?:10|3-3-4|3-4-3|3-7|4-3-3|1(?:-1){9})$/u.test(shape)) ||
    (named.test(before) && /^[\d\s().–—-]+$/u.test(whole) && !groups.every((group) => shortCode.test(group)))
  );
}

const mobileShapes = /^(?:11|3-4-4|3-8|7-4|3-3-5|3-5-3|3-4-2-2|3-2-2-2-2|1(?:-1){10})$/u;
const northAmerican = /^(?:1-)?(?:10|3-3-4|3-7|6-4|1(?:-1){9})$|^11$/u;
const landline = /^(?:2-)?(?:1[12]|[234]-(?:7|8|4-4|3-4)|1(?:-1){10,11})$/u;

const unit = /^\s?(?:字节|次|元|个|秒|毫秒|人|条|位|美元|bytes?|[KMG]B)/iu;
/** Before the number of a page, as in https://example.com/t/12345678901. */
const partOfAddress = /[a-z][^\s\p{Script=Han}]*[/_=.-]$/iu;
/** What a number that follows it belongs to. */
const label =
  /(?:code|激活码|验证码|充值码|识别码|校验码|代码|卡号|iccid|imei|eid|imsi|序列号|单号|订单号?|编号|流水号|时间戳|timestamp)\D{0,4}$/iu;
const named =
  /(?:电话|手机|座机|热线|传真|致电|拨打|来电|联系|拨|打|(?<![a-z])(?:tel|phone|mobile|cell|call|fax|whatsapp))[^\d\p{L}]{0,3}(?:号码?|是|为)?[^\d\p{L}$]{0,3}$/iu;

/** What networks, banks and towns answer to, in China and in the US. */
const shortCode = /^(?:[2-9]11|6700|686|1[0-2]\d|100\d\d|12\d{3}|9[56]\d{3})$/u;

/** Numbers beside each other that rise, or are round: sums and lists, not the parts of one number. */
function isList(groups: readonly string[]): boolean {
  if (groups.length === 1) return false;
  const values = groups.map(Number);
  return groups.some((group) => /0$/u.test(group) && group.length > 1) || values.every((value, at) => at === 0 || value >= values[at - 1]!);
}
