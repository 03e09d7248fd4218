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
    .replaceAll(/[⑴-⑼⒈-⒐]/gu, (sign) => String(1 + ((sign.codePointAt(0)! - 0x2474) % 20)))
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
  // The tens of digits begin at xxx0 or xxx6, in whatever script.
  const ten = point & ~15;
  if (isDigit.test(char)) return String(point - (isDigit.test(String.fromCodePoint(ten)) ? ten : ten + 6));
  const [first = 0, , plainFirst] = ringed.find(([from, to]) => point >= from && point <= to) ?? [];
  if (plainFirst) return String.fromCodePoint(plainFirst.codePointAt(0)! + point - first);
  return lookAlikes[char.toLowerCase()] ?? unhomoglyph(char);
}

const isDigit = /\p{Nd}/u;

/** Ringed and boxed signs that Unicode does not call forms of plain ones: first and last, and what the first stands for. */
const ringed: [first: number, last: number, plain: string][] = [
  ...([0x24f5, 0x2776, 0x2780, 0x278a].map((one) => [one, one + 8, '1']) as [number, number, string][]),
  ...([0x24ff, 0x1f10b, 0x1f10c].map((nought) => [nought, nought, '0']) as [number, number, string][]),
  ...([0x1f150, 0x1f170, 0x1f1e6].map((a) => [a, a + 25, 'A']) as [number, number, string][]),
];

/** What UTS 39 keeps apart, being small capitals to it, and people do not: each sign with the letter it looks like. */
const lookAlikes = Object.fromEntries(
  'мm тt кk вb нh пn гr μu τt κk ηn ωw ʍm иu ʙb ᴄc ᴅd ᴇe ɢg ʜh ɪi ᴊj ᴋk ʟl ᴍm ɴn ᴏo ᴘp ʀr ꜱs ᴛt ᴜu ᴠv ᴡw ʏy ᴢz ᴀa øo łl đd ıi ー-'
    .split(' ')
    .map(([sign = '', letter = '']) => [sign, letter]),
) as Record<string, string>;
