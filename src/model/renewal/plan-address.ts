import { toAscii, type Errors, type Field, type Typed } from './plan-form.ts';
import type { Wallet } from './plan.ts';
import { formatDollars } from './rules.ts';

/**
 * The fragment that keeps a plan: amounts in cents, zeros left out. The day comes last, so that a truncated address gives no
 * plan rather than a wrong one.
 */
export function planFragment({ due, cents, auto, other }: Wallet, tax: number | undefined): string {
  const parts = [auto && `auto=${auto}`, other && `other=${other}`, tax !== undefined && `tax=${tax}`, `wallet=${cents}`, `due=${due}`];
  return `#${parts.filter(Boolean).join('&')}`;
}

/**
 * The fields in the query or the fragment of an address, however damaged: full-width, percent-coded or escaped signs, words
 * run together with a number. Amounts are in cents. A value that could mean something else, or is given twice, is an error.
 */
export function readAddress(address: string): { typed: Typed; errors: Errors } {
  const typed: Typed = {};
  const errors: Errors = {};
  for (const part of unescape(address).split(/[?#&]/u)) {
    const [, named = '', text = ''] = /^\s*(due|last|wallet|auto|other|tax)\s*=\s*(.*)/isu.exec(part) ?? [];
    const name = named.toLowerCase() as '' | 'due' | 'last' | Exclude<Field, 'day' | 'kind'>;
    if (name === '') continue;
    const field = name === 'due' || name === 'last' ? 'day' : name;
    const number = leading(text, field);
    const value = number && (field === 'wallet' || field === 'other') ? formatDollars(Number(number)).slice(1) : number;
    if (value === undefined || (typed[field] ?? value) !== value || (field === 'day' && (typed.kind ?? name) !== name))
      errors[field] = 'damaged';
    typed[field] = errors[field] ? '' : (value ?? '');
    if (field === 'day') typed.kind = name;
  }
  return { typed, errors };
}

/** Decodes percent codes, entities and full-width signs, which may be nested. */
function unescape(address: string): string {
  let text = address;
  // Unlike decodeURIComponent, URLSearchParams accepts a character that was cut in half.
  for (let round = 0; round < 4; round++)
    text = toAscii(text.replace(/(?:%[0-9a-f]{2})+/giu, (codes) => new URLSearchParams(`=${codes}`).get('')!)).replace(
      /&(?:amp|#38|#x26);/giu,
      '&',
    );
  // Any other entity is an unknown sign, which does not end a number.
  return text.replace(/&(?:#\w+|[a-z]+);/giu, '%').replace(/\+/gu, ' ');
}

/** The number at the beginning of a value, unless what follows may belong to it or name a unit. */
function leading(value: string, field: Field): string | undefined {
  const [found] = (field === 'day' ? /^\d{4}-\d\d-\d\d/u : field === 'tax' ? /^\d+(?:\.\d+)?/u : /^\d+/u).exec(value) ?? [];
  return found && harmless.test(value.slice(found.length)) ? found : undefined;
}

/** Signs and then nothing or a Chinese word, or punctuation and then any word; none that names a unit or a number. */
const harmless =
  /^(?![^\p{L}\p{N}\p{M}\p{Sc}%]*(?:us|dol|cent|rmb|[元圆块刀美人毛角分欧镑日百千万亿十〇零一二三四五六七八九两点个半多余来]))[^\p{L}\p{N}\p{M}\p{Sc}%]*(?:$|\p{Script=Han}|\p{P}[^\p{L}\p{N}\p{M}\p{Sc}%]*\p{L})/iu;
