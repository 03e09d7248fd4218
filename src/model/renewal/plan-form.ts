import { addDays, isDay } from '../days.ts';
import type { Wallet } from './plan.ts';
import { rules } from './rules.ts';

/** The fields of the planner as a reader fills them; amounts in dollars, tax in percent. `kind` says which charge `day` is. */
export const fields = ['day', 'kind', 'wallet', 'auto', 'other', 'tax'] as const;
export type Field = (typeof fields)[number];
export type Typed = Partial<Record<Field, string>>;
/** What is wrong with a field; the form has a sentence for each. */
export type Fault = 'missing' | 'format' | 'calendar' | 'unclear' | 'negative' | 'most' | 'damaged';
export type Errors = Partial<Record<Field, Fault>>;

const years = { first: '2020', last: '2099' } as const;
/** The largest values accepted: amounts in cents, tax in percent. */
export const maxValues = { wallet: 50_000, other: 10_000, tax: 50 } as const;

/**
 * Reads the fields as typed. What could be another day or amount than the one meant is refused, not guessed. Never throws.
 * The wallet is undefined where a field is wrong, and the tax on a top-up, in percent, where the reader does not know it.
 */
export function readPlan(typed: Typed): { wallet: Wallet | undefined; tax: number | undefined; errors: Errors } {
  const errors: Errors = {};
  const read = <Value>(field: Field, reading: (text: string) => Value | Fault): Value | undefined => {
    const found = reading(trim(toAscii(typed[field] ?? '')));
    if (typeof found !== 'string') return found;
    errors[field] = found as Fault;
    return undefined;
  };
  const start = read('day', readDay);
  const cents = read('wallet', (text) => (text === '' ? 'missing' : readDollars(text, maxValues.wallet)));
  const other = read('other', (text) => readDollars(text || '0', maxValues.other));
  const auto = read('auto', (text) => [0, ...rules.topUps.cents].find((cents) => cents === Number(text)) ?? 'format');
  const tax = read('tax', (text) => (text === '' ? undefined : readPercent(text, maxValues.tax)));
  if (!start || cents === undefined || other === undefined || auto === undefined || errors.tax) return { wallet: undefined, tax, errors };
  const due = typed.kind === 'last' ? addDays(start.day, rules.cycle.days) : start.day;
  return { wallet: { due, cents, auto, other }, tax, errors };
}

/** Full-width signs, digits and letters, and the dashes that editors put for a hyphen, as ASCII. NFKC would turn 4² into 42. */
export function toAscii(text: string): string {
  return text.replace(/[！-～]/gu, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0)).replace(/[‐-―−]/gu, '-');
}

/** Copied amounts bring invisible characters; within an amount they are refused like anything else. */
function trim(text: string): string {
  return text.replace(/^[\s\u200B-\u200D\u2060]+|[\s\u200B-\u200D\u2060]+$/gu, '');
}

function readDay(text: string): { day: string } | Fault {
  if (text === '') return 'missing';
  const tight = text.replace(/^(?:计划)?到期日:?\s*/u, '').replace(/\s*([-/.年月日])\s*/gu, '$1');
  const named = /^(\d{4})(?:([-/.])(\d\d?)\2(\d\d?)|年(\d\d?)月(\d\d?)日?|(\d\d)(\d\d))$/u.exec(tight);
  // As BAL writes it: month, day, year.
  const asBal = /^(\d\d?)\/(\d\d?)\/(\d{4})$/u.exec(tight);
  const [year, month, date] = named
    ? [named[1], named[3] ?? named[5] ?? named[7], named[4] ?? named[6] ?? named[8]]
    : [asBal?.[3], asBal?.[1], asBal?.[2]];
  if (!year || !month || !date) return 'format';
  if (asBal && Number(month) <= 12 && Number(date) <= 12 && Number(month) !== Number(date)) return 'unclear';
  const day = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
  return isDay(day) && year >= years.first && year <= years.last ? { day } : 'calendar';
}

function readDollars(text: string, limit: number): number | Fault {
  const plain = text.replace(/^(?:钱包)?余额:?\s*|\s*(?:美元|美金|刀|USD)$/giu, '').replace(/^(?:US)?\$\s*|\s*\$$/giu, '');
  if (/^-\s*\d/u.test(plain)) return 'negative';
  const [, dollars, cents = ''] = /^(0|[1-9]\d*)(?:[.,。](\d\d?))?$/u.exec(plain) ?? [];
  if (dollars === undefined) return 'format';
  const all = Number(dollars) * 100 + Number(cents.padEnd(2, '0'));
  return all > limit ? 'most' : all;
}

function readPercent(text: string, limit: number): number | Fault {
  const percent = /^\d{1,2}(?:[.,]\d+)?%?$/u.test(text) ? Number.parseFloat(text.replace(',', '.')) : Number.NaN;
  return percent <= limit ? percent : 'format';
}
