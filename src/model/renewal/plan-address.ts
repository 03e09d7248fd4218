import { toAscii, type Errors, type Field, type Typed } from './plan-form.ts';
import type { Wallet } from './plan.ts';
import { formatDollars } from './rules.ts';

/**
 * The fragment that keeps a plan: a day as it is, amounts in cents, and what differs from nothing. The day stands last, so
 * that an address which was cut off gives no plan instead of another.
 */
export function planFragment({ due, cents, auto, other }: Wallet, tax: number | undefined): string {
  const parts = [auto && `auto=${auto}`, other && `other=${other}`, tax !== undefined && `tax=${tax}`, `wallet=${cents}`, `due=${due}`];
  return `#${parts.filter(Boolean).join('&')}`;
}

/**
 * The fields that an address names, in its query or its fragment, however much it was damaged on its way: signs made wide,
 * coded or escaped, words swallowed behind a number. An amount there is in cents; one that could be something else, or is
 * named twice, is an error and no field.
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

/** What an address says below its percent codes, entities and full-width signs, each perhaps several times over. */
function unescape(address: string): string {
  let text = address;
  // URLSearchParams decodes what was cut off in the middle of a character, too.
  for (let round = 0; round < 4; round++)
    text = toAscii(text.replace(/(?:%[0-9a-f]{2})+/giu, (codes) => new URLSearchParams(`=${codes}`).get('')!)).replace(
      /&(?:amp|#38|#x26);/giu,
      '&',
    );
  // Any other entity is a sign that is not known here: behind a number it is not the end of it.
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
