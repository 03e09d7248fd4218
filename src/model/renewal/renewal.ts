import { addDays } from '../days.ts';

/** Every rule of renewal that the guide counts with. Money in cents, time in calendar days, each with the ids of its sources. */
export const rules = {
  /** Days from one charge to the next. */
  cycle: { days: 30, sources: ['O1', 'O2'] },
  /** What each charge takes from the wallet; a remainder below it renews nothing. */
  charge: { cents: 300, sources: ['O1', 'O2'] },
  /** What can be put into the wallet at a time. */
  topUps: { cents: [500, 1000, 2000], sources: ['O1', 'B1'] },
  /** How long a number is kept without service; the shortest that any source gives. */
  strict: { days: 30, sources: ['O3'] },
} as const;

/**
 * How long sources say a number is kept, counted from the day on which service stops; `when` says what that count rests on.
 * The second speaks of the last payment: it is counted for someone who has paid every cycle.
 */
export const limits = [
  { source: 'O3', days: rules.strict.days, when: '', says: '停机后 30 天不付，删除号码' },
  { source: 'P4', days: 60 - rules.cycle.days, when: '推算', says: '上次付款后 60 天不付，取消（停机日是我们推算的）' },
  { source: 'P1', days: 60, when: '', says: '最多停机 60 天' },
  { source: 'P1', days: 90, when: '有余额但不到 $3', says: '余额在 $0 和 $3 之间，再加 30 天' },
] as const;

export interface Wallet {
  /** The day of the next charge. */
  due: string;
  /** What is in the wallet, in cents. */
  cents: number;
  /** What automatic renewal adds on each charge day before the charge, in cents; 0 where it is off. */
  auto: number;
  /** What roaming and other use takes from the wallet in each cycle, in cents. */
  other: number;
}

export interface Charge {
  day: string;
  /** The wallet before and after, in cents. */
  before: number;
  after: number;
}

export interface Plan {
  /** The charges that the wallet covers, at most `most`. */
  charges: Charge[];
  /** The first charge day that the wallet cannot cover: service stops. Undefined where it lasts beyond the list. */
  stops: string | undefined;
  /** The wallet on that day, in cents. */
  left: number;
  /** The last day to top up before that; a day early, because the hour of the charge is not documented. */
  topUpBy: string | undefined;
  /** The last day for the number by the strictest source. */
  strict: string | undefined;
}

/** Follows a wallet from charge to charge until it cannot pay. */
export function planWallet({ due, cents, auto, other }: Wallet, most = 400): Plan {
  const charges: Charge[] = [];
  let day = due;
  let balance = cents;
  while (charges.length < most) {
    balance += auto;
    if (balance < rules.charge.cents) {
      return { charges, stops: day, left: balance, topUpBy: addDays(day, -1), strict: addDays(day, rules.strict.days) };
    }
    charges.push({ day, before: balance, after: balance - rules.charge.cents });
    balance = Math.max(0, balance - rules.charge.cents - other);
    day = addDays(day, rules.cycle.days);
  }
  return { charges, stops: undefined, left: balance, topUpBy: undefined, strict: undefined };
}

/** How far an amount reaches by itself: whole cycles, days, and what remains, in cents. */
export function reach(cents: number): { cycles: number; days: number; left: number } {
  const cycles = Math.floor(cents / rules.charge.cents);
  return { cycles, days: cycles * rules.cycle.days, left: cents % rules.charge.cents };
}
