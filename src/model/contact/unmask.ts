import { decodeHTMLAttribute } from 'entities';
import unhomoglyph from 'unhomoglyph';

/**
 * A text as readers take it in, however it was typed: entities, percent codes and escapes decoded, full-width and ringed
 * forms as plain ones, what cannot be seen left out, letters of other scripts as the Latin ones they look like (UTS 39).
 */
export function unmask(text: string): string {
  const decoded = decode(text).replaceAll(/\u202e([^\u202c]*)\u202c?/gu, (_, turned: string) => [...turned].reverse().join(''));
  if (plain.test(decoded)) return decoded;
  return decoded
    .replaceAll(/(?<!\p{So})[ⓐⒶ🅐🅰](?!\p{So})/gu, '@')
    .normalize('NFKD')
    .replaceAll(/[\p{M}\p{Cf}\p{Default_Ignorable_Code_Point}]/gu, '')
    .replaceAll(/[^\p{ASCII}\p{Script=Han}\p{P}\s]/gu, fold)
    .replaceAll(/[\u2044\u2215\u29f8]/gu, '/')
    .replaceAll(/[\u2236\ua789]/gu, ':')
    .replaceAll(/(?<=\w)[。·•‧∙⋅](?=[a-z])/giu, '.')
    .normalize('NFC');
}

/** ASCII alone: nothing of what follows the decoding would change it. */
const plain = /^[\p{ASCII}]*$/u;

/** A text without entities, percent codes and escapes. Codes can stand within codes; four layers are more than anybody types. */
export function decode(text: string): string {
  let decoded = text;
  for (let layer = 0; layer < 4; layer++) {
    const before = decoded;
    if (decoded.includes('&')) decoded = decodeHTMLAttribute(decoded);
    if (decoded.includes('%')) decoded = decoded.replaceAll(/(?:%[\da-f]{2})+/giu, decodePercent);
    if (decoded.includes('\\'))
      decoded = decoded
        .replaceAll(/\\(?:u\{?([\da-fA-F]{4,6})\}?|U([\da-fA-F]{8})|x([\da-fA-F]{2}))/gu, (code, ...hex: string[]) => {
          const point = Number.parseInt(hex.slice(0, 3).find(Boolean) ?? '', 16);
          return point <= 0x10ffff ? String.fromCodePoint(point) : code;
        })
        .replaceAll(/\\([!-/:-@[-`{-~])/gu, '$1');
    if (decoded === before) break;
  }
  return decoded;
}

function decodePercent(codes: string): string {
  try {
    return decodeURIComponent(codes);
  } catch {
    return codes;
  }
}

function fold(char: string): string {
  const point = char.codePointAt(0)!;
  if (/\p{Nd}/u.test(char)) return String(valueOf(point));
  for (const [first, last, plainFirst] of ringed)
    if (point >= first && point <= last) return String.fromCodePoint(plainFirst.codePointAt(0)! + point - first);
  return lookAlikes[char.toLowerCase()] ?? unhomoglyph(char);
}

/** What a decimal digit of any script is worth: their tens begin at xxx0 or xxx6. */
function valueOf(point: number): number {
  const block = point & ~15;
  return /\p{Nd}/u.test(String.fromCodePoint(block)) ? point - block : point - block - 6;
}

/** Ringed and boxed signs that Unicode does not call forms of plain ones: first and last, and what the first stands for. */
const ringed: [first: number, last: number, plain: string][] = [
  [0x24f5, 0x24fd, '1'],
  [0x24ff, 0x24ff, '0'],
  [0x2776, 0x277e, '1'],
  [0x2780, 0x2788, '1'],
  [0x278a, 0x2792, '1'],
  [0x1f10b, 0x1f10c, '0'],
  [0x1f150, 0x1f169, 'A'],
  [0x1f170, 0x1f189, 'A'],
  [0x1f1e6, 0x1f1ff, 'A'],
];

/** What UTS 39 keeps apart, being small capitals to it, and people do not. */
const lookAlikes: Record<string, string> = Object.fromEntries(
  ['мm', 'тt', 'кk', 'вb', 'нh', 'пn', 'гr', 'μu', 'τt', 'κk', 'ηn', 'ωw', 'ʍm', 'иu', 'ʙb', 'ᴄc', 'ᴅd', 'ᴇe', 'ɢg', 'ʜh', 'ɪi', 'ᴊj']
    .concat(['ᴋk', 'ʟl', 'ᴍm', 'ɴn', 'ᴏo', 'ᴘp', 'ʀr', 'ꜱs', 'ᴛt', 'ᴜu', 'ᴠv', 'ᴡw', 'ʏy', 'ᴢz', 'ᴀa', 'øo', 'łl', 'đd', 'ıi'])
    .map(([sign = '', letter = '']) => [sign, letter]),
);
