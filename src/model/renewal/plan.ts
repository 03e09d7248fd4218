import { addDays } from '../days.ts';
import { lastSafeDay, rules } from './rules.ts';

/** How many of the coming charges the planner lists. */
export const shownCharges = 24;

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
  /** The charges that the wallet covers, at most `maxCharges`. */
  charges: Charge[];
  /** The first charge day that the wallet cannot cover: service stops. Undefined where it lasts beyond the list. */
  stops: string | undefined;
  /** The wallet on that day, in cents. */
  left: number;
  /** The last day to top up before that; a day early, because the hour of the charge is not documented. */
  topUpBy: string | undefined;
  /** The last day for the number by the strictest limit. */
  lastSafe: string | undefined;
}

/**
 * Follows a wallet from charge to charge until it cannot pay. What is used in a cycle leaves the wallet before the charge
 * that ends it; before the first charge, a whole cycle's use is assumed.
 */
export function planWallet({ due, cents, auto, other }: Wallet, maxCharges = 400): Plan {
  const charges: Charge[] = [];
  let day = due;
  let balance = cents;
  while (charges.length < maxCharges) {
    balance = Math.max(0, balance - other) + auto;
    if (balance < rules.charge.cents) return { charges, stops: day, left: balance, topUpBy: addDays(day, -1), lastSafe: lastSafeDay(day) };
    charges.push({ day, before: balance, after: balance - rules.charge.cents });
    balance -= rules.charge.cents;
    day = addDays(day, rules.cycle.days);
  }
  return { charges, stops: undefined, left: balance, topUpBy: undefined, lastSafe: undefined };
}
