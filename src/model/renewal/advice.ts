import { addDays, daysBetween } from '../days.ts';
import type { Plan, Wallet } from './plan.ts';
import { formatDollars, lastSafeDay, price, priceOf, rules } from './rules.ts';

/** What the planner tells a reader about a plan. */
interface Advice {
  /** The first line: how many days are left, or what to do today. */
  headline: string;
  detail: string;
  /** The smallest top-up that is enough and what it costs, as amounts, if one is needed. */
  topUp?: string;
  paid?: string;
  /** True when there is no time for a payment to fail. */
  urgent?: boolean;
  /** True when the charge day is further away than it can be. */
  far?: boolean;
  /** Once the charge day has passed: the next one, if that charge was taken. */
  next?: string;
}

/** With this many days left or fewer, a failed payment is a reason to try another way at once. */
const fewDays = 7;

/** Says what to do about a plan on the reader's own day. `tax` is the percentage on a top-up, if the reader knows it. */
export function advise({ stops, left }: Plan, { due }: Wallet, tax: number | undefined, today: string): Advice {
  const wait = daysBetween(today, due);
  if (wait < 0) return adviseLate(due, today);
  const far = wait > rules.cycle.days;
  if (!stops) return { headline: wait ? `离扣款还剩 ${wait} 天` : '今天扣款', detail: '', far };
  const days = daysBetween(today, stops) - 1;
  const least = rules.topUps.cents.find((cents) => cents + left >= rules.charge.cents)!;
  const topUp = formatDollars(least);
  return {
    headline: days > 0 ? `还剩 ${days} 天` : days === 0 ? '今天就要充' : '现在就充：今天扣款，钱不够',
    detail: `${stops} 那天钱包里有 ${formatDollars(left)}，不够扣 ${price}。${days < 0 ? '现在' : '前一天'}就要充好，最少再充 ${topUp}。`,
    topUp,
    paid: formatDollars(Math.round(priceOf(least) + (least * (tax ?? 0)) / 100)),
    urgent: days <= fewDays,
    far,
  };
}

/** The charge may or may not have been taken: the line may have stopped that day, or have another cycle. */
function adviseLate(due: string, today: string): Advice {
  const late = daysBetween(due, today);
  const safe = lastSafeDay(due);
  const left = daysBetween(today, safe);
  const limit =
    left > 0 ? `还剩 ${left} 天` : left === 0 ? '就是今天' : `已经过了 ${-left} 天。账户里还看得到号码，就仍然先补；看不到，先问客服`;
  return {
    headline: `今天就查余额，补到至少 ${price}`,
    detail: `扣款日过了 ${late} 天。那天要是没扣成，服务可能早停了。从严算，丢号前的最后一天是 ${safe}，${limit}。`,
    urgent: true,
    next: addDays(due, Math.ceil(late / rules.cycle.days) * rules.cycle.days),
  };
}
