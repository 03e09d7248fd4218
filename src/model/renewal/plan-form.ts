import { addDays, isDay } from '../days.ts';
import type { Wallet } from './plan.ts';
import { rules } from './rules.ts';

/** The fields of the planner as a reader fills them; amounts in dollars, tax in percent. */
export const fields = ['due', 'last', 'wallet', 'auto', 'other', 'tax'] as const;
export type Field = (typeof fields)[number];
export type Typed = Partial<Record<Field, string>>;

export interface Reading {
  /** Undefined where a field is wrong or the date is missing. */
  wallet: Wallet | undefined;
  /** Sales tax on a top-up in percent; undefined where the reader does not know it. */
  tax: number | undefined;
  /** What is wrong, by field, in a sentence for the reader. */
  errors: Partial<Record<Field, string>>;
}

const years = { first: 2020, last: 2099 } as const;
const most = { wallet: 50_000, other: 10_000 } as const;

/** Reads the fields as typed: full-width digits, 2026/12/24, 2026年12月24日, $ and spaces are all understood. Never throws. */
export function readPlan(typed: Typed): Reading {
  const errors: Reading['errors'] = {};
  const due = readDue(typed, errors);
  const cents = readDollars(typed.wallet, 'wallet', '余额', most.wallet, errors);
  const other = readDollars(typed.other, 'other', '其他用量', most.other, errors);
  const auto = Number(typed.auto ?? 0);
  if (auto !== 0 && !(rules.topUps.cents as readonly number[]).includes(auto)) errors.auto = '自动续费只有 $5、$10、$20 三档。';
  const tax = readTax(typed.tax, errors);
  if (typed.wallet?.trim() === '' || typed.wallet === undefined) errors.wallet ??= '填钱包余额，比如 4.50；没有钱就填 0。';
  const fine = due !== undefined && cents !== undefined && other !== undefined && Object.keys(errors).length === 0;
  return { wallet: fine ? { due, cents, auto, other } : undefined, tax, errors };
}

/** The address of a plan: days as they are, amounts in cents, only what differs from nothing. */
export function planQuery({ due, cents, auto, other }: Wallet, tax: number | undefined): string {
  const query = new URLSearchParams({ due, wallet: String(cents) });
  if (auto) query.set('auto', String(auto));
  if (other) query.set('other', String(other));
  if (tax !== undefined) query.set('tax', String(tax));
  return `?${query.toString()}`;
}

/** The fields from an address; amounts there are cents, and what is no number is handed on as it stands. */
export function fieldsFromQuery(search: string): Typed {
  const query = new URLSearchParams(search);
  const dollars = (value: string) => (/^-?\d{1,9}$/u.test(value) ? String(Number(value) / 100) : value);
  return Object.fromEntries(
    fields.flatMap((field) => {
      const value = query.get(field);
      return value === null ? [] : [[field, field === 'wallet' || field === 'other' ? dollars(value) : value.slice(0, 40)]];
    }),
  );
}

function readDue(typed: Typed, errors: Reading['errors']): string | undefined {
  const field = typed.due?.trim() ? 'due' : typed.last?.trim() ? 'last' : 'due';
  const text = (typed[field] ?? '').normalize('NFKC').trim();
  const refuse = (sentence: string) => void (errors[field] = sentence);
  if (text === '') return refuse('填下一个扣款日（到期日），比如 2026-12-24；或者填上次扣款日。') as undefined;
  const match = /^(\d{4})(?:\D{1,2}(\d{1,2})\D{1,2}(\d{1,2})\D?|(\d{2})(\d{2}))$/u.exec(text);
  if (!match) return refuse('看不懂这个日期。写成 2026-12-24 这样，年月日都要有。') as undefined;
  const day = [match[1]!, (match[2] ?? match[4])!.padStart(2, '0'), (match[3] ?? match[5])!.padStart(2, '0')].join('-');
  if (!isDay(day)) return refuse(`日历上没有 ${day} 这一天，再看一眼。`) as undefined;
  if (Number(match[1]) < years.first || Number(match[1]) > years.last)
    return refuse(`年份要在 ${years.first} 到 ${years.last} 之间，再看一眼。`) as undefined;
  return field === 'due' ? day : addDays(day, rules.cycle.days);
}

function readDollars(text: string | undefined, field: Field, name: string, limit: number, errors: Reading['errors']): number | undefined {
  const plain = (text ?? '').normalize('NFKC').replace(/[\s$,]|美元|刀/gu, '');
  if (plain === '') return 0;
  const refuse = (sentence: string) => void (errors[field] = sentence);
  if (/^-\d/u.test(plain)) return refuse(`${name}不会是负数。`) as undefined;
  if (!/^\d+(?:\.\d{1,2})?$/u.test(plain)) return refuse(`${name}写成美元数，最多两位小数，比如 4.50。`) as undefined;
  const cents = Math.round(Number(plain) * 100);
  if (cents > limit) return refuse(`${name}最多按 $${limit / 100} 来算，再看一眼。`) as undefined;
  return cents;
}

function readTax(text: string | undefined, errors: Reading['errors']): number | undefined {
  const plain = (text ?? '').normalize('NFKC').replace(/[\s%]/gu, '');
  if (plain === '') return undefined;
  const tax = Number(plain);
  if (!/^\d+(?:\.\d+)?$/u.test(plain) || tax > 50) {
    errors.tax = '税率写成 0 到 50 之间的百分数，比如 8.5。不知道就空着。';
    return undefined;
  }
  return tax;
}
