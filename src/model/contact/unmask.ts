import { decodeHTMLAttribute } from 'entities';
import { Converter } from 'opencc-js/t2cn';
import unhomoglyph from 'unhomoglyph';

/**
 * A text as readers take it in, however it was typed: entities, percent codes and escapes decoded, full-width and ringed
 * forms as plain ones, what cannot be seen left out, letters of other scripts as the Latin ones they look like (UTS 39),
 * traditional characters as simplified ones.
 */
export function unmask(text: string): string {
  return simplify(
    decode(text)
      .replaceAll(/\u202e([^\u202c]*)/gu, (_, turned: string) => [...turned].reverse().join(''))
      .replaceAll(/(?<!\p{So})[ⓐⒶ🅐🅰](?!\p{So})/gu, '@')
      .replaceAll(/[⑴-⑼⒈-⒐㈠-㈨]/gu, (sign) => sign.normalize('NFKD').replaceAll(/[().]/gu, ''))
      .replaceAll(/：(?=[\p{L}\p{N}])/gu, ': ')
      .normalize('NFKD')
      .replaceAll(/[\p{M}\p{Cf}\p{Default_Ignorable_Code_Point}]/gu, '')
      .replaceAll(/[^\p{ASCII}\p{sc=Han}\p{P}\p{Sc}\s]/gu, (sign) => digitOf(sign) ?? lookAlikes[sign.toLowerCase()] ?? unhomoglyph(sign))
      .replaceAll(/(?<=\w)[。·•‧∙⋅](?=[a-z])/giu, '.'),
  );
}

const simplify = Converter({ from: 't', to: 'cn' });

/** A text without entities, percent codes and escapes, and without those within them. */
export function decode(text: string): string {
  const decoded = decodeHTMLAttribute(text)
    .replaceAll(/(?:%[\da-f]{2})+/giu, decodePercent)
    .replaceAll(/\\(?:u([\da-fA-F]{4})|u\{([\da-fA-F]+)\}|U([\da-fA-F]{8})|x([\da-fA-F]{2}))/gu, (_, ...hex: string[]) =>
      String.fromCodePoint(Math.min(Number.parseInt(hex.find(Boolean)!, 16), 0x10ffff)),
    )
    .replaceAll(/\\(?=[!-/:-@[-`{-~])/gu, '');
  return decoded === text ? text : decode(decoded);
}

function decodePercent(codes: string): string {
  try {
    return decodeURIComponent(codes);
  } catch {
    return codes;
  }
}

/** In every script the code points of the digits are consecutive. */
function digitOf(sign: string): string | undefined {
  let value = -1;
  while (/\p{Nd}/u.test(String.fromCodePoint(sign.codePointAt(0)! - value - 1))) value++;
  return value < 0 ? undefined : String(value);
}

/** Signs from the given ones on, each with the plain sign in its place. */
const rows = (firsts: string, plain: string) =>
  [...firsts].flatMap((first) => [...plain].map((sign, at) => [String.fromCodePoint(first.codePointAt(0)! + at), sign]));

/** Look-alikes that neither Unicode nor UTS 39 maps to the plain sign. */
const lookAlikes = Object.fromEntries([
  ...[...rows('⓵❶➀➊', '123456789'), ...rows('⓿🄋🄌', '0'), ...rows('🅐🅰🇦', 'abcdefghijklmnopqrstuvwxyz')],
  ...'мm тt кk вb нh пn гr μu τt κk ηn ωw ʍm иu ʙb ᴄc ᴅd ᴇe ɢg ʜh ɪi ᴊj ᴋk ʟl ᴍm ɴn ᴏo ᴘp ʀr ꜱs ᴛt ᴜu ᴠv ᴡw ʏy ᴢz ᴀa øo łl đd ıi ー- ⁄/ ∕/ ⧸/ ∶: ꞉:'
    .split(' ')
    .map((pair) => [...pair]),
]) as Record<string, string>;
