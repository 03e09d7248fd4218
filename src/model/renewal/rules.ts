import { addDays } from '../days.ts';

/** Every renewal rule that the guide calculates with, and its sources. Money in cents, time in calendar days. */
export const rules = {
  /** Days from one charge to the next. */
  cycle: { days: 30, sources: ['O1', 'O2'] },
  /** What each charge takes from the wallet; a remainder below it renews nothing. */
  charge: { cents: 300, sources: ['O1', 'O2'] },
  /** The amounts of a single top-up. */
  topUps: { cents: [500, 1000, 2000], sources: ['O1', 'B1'] },
  /** Days a number is kept without service: the shortest that is written down for a suspension. */
  suspension: { days: 30, sources: ['O3'] },
  /** A fee on each top-up, before tax, that does not reach the wallet: `cents` up to `upTo`, and `above` beyond it. */
  recoveryFee: { upTo: 1000, cents: 50, above: 100, sources: ['O12', 'O13'] },
} as const;

/** What each charge takes, as readers see it. */
export const price = formatDollars(rules.charge.cents);

/** An amount in cents as readers see it: $5, $0.10. */
export function formatDollars(cents: number): string {
  return `$${cents % 100 === 0 ? cents / 100 : (cents / 100).toFixed(2)}`;
}

/**
 * How long sources say a number is kept, in days from the day on which service stops. The second speaks of the last
 * payment: it is counted for someone whose last payment was the last charge.
 */
export const limits = [
  { source: 'O3', who: '官方通用说明，未注明日期', days: rules.suspension.days, says: `停机后 ${rules.suspension.days} 天不付，删除号码` },
  {
    source: 'P4',
    who: '第三方，转述 PayGo 页面',
    days: 60 - rules.cycle.days,
    says: '上次付款后 60 天不付，取消号码；这里把上次扣款当作上次付款',
  },
  { source: 'P1', who: '第三方，转述 PayGo 条款', days: 60, says: '最多停机 60 天，余额是 $0 的到此取消' },
  { source: 'P1', who: '第三方，转述 PayGo 条款', days: 90, says: '余额在 $0 和 $3 之间，再加 30 天' },
] as const;

/**
 * The last safe day to pay for a stopped line, by a limit in days. No source says which day counts as the first; the cautious
 * reading is the day on which service stops.
 */
export function lastSafeDay(stops: string, days: number = rules.suspension.days): string {
  return addDays(stops, days - 1);
}

/** What a top-up costs without tax, in cents. */
export function priceOf(topUp: number): number {
  const { upTo, cents, above } = rules.recoveryFee;
  return topUp + (topUp <= upTo ? cents : above);
}

/** How long an amount lasts on its own: whole cycles, days, and what remains, in cents. */
export function reach(cents: number): { cycles: number; days: number; left: number } {
  const cycles = Math.floor(cents / rules.charge.cents);
  return { cycles, days: cycles * rules.cycle.days, left: cents % rules.charge.cents };
}
