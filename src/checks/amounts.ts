import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Refuse, RefuseIn } from '../model/refusals.ts';
import { formatDollars, priceOf, rules } from '../model/renewal/rules.ts';

/**
 * Checks the prices and periods written in content/ and src/ against the rules that the planner and the calendars use.
 * `root` is the project's folder. Expects files that auditContent accepts.
 */
export function auditAmounts(root: string, refuseIn: RefuseIn): void {
  const exclude = ['src/**/*.{test,cases}.ts', 'src/model/{search,contact}/**'];
  const files = globSync(['content/guide/*.mdx', 'content/{claims,sources,outline}.yaml', 'src/**/*.{astro,ts}'], { cwd: root, exclude });
  for (const file of files) checkAmounts(readFileSync(join(root, file), 'utf8'), refuseIn(file.replaceAll('\\', '/')));
}

/** The rules whose numbers the text repeats: money in cents, time in days. */
type Repeated = { charge: { cents: number } } & Record<'cycle' | 'suspension', { days: number }>;

/** Refuses amounts and periods that neither follow from the rules nor are known to come from elsewhere. */
export function checkAmounts(text: string, refuse: Refuse, { charge, cycle, suspension }: Repeated = rules): void {
  const known = new Set([...amountsOf(charge.cents), ...elsewhere].map(formatDollars));
  const periods = [
    [cycle.days, /(?:每|一期(?:是|,)?|扣款日加|再用|往后走了|只按) ?(\d+) 天/gu],
    [suspension.days, /(?:停机后(?:还有|号码还留)?|最晚第|明写,停机) ?(\d+) 天/gu],
  ] as const;
  for (const [at, words] of text.normalize('NFKC').split('\n').entries()) {
    // What readers see is Chinese.
    if (!/\p{Script=Han}/u.test(words)) continue;
    for (const [said, amount] of words.matchAll(/\$(\d+(?:\.\d+)?)/gu))
      if (!known.has(formatDollars(Math.round(Number(amount) * 100)))) refuse(at + 1, 'amount', said);
    for (const [period, phrase] of periods)
      for (const [said, days] of words.matchAll(phrase)) if (Number(days) !== period) refuse(at + 1, 'period', said, period);
    for (const [said, dollars, cycles] of words.matchAll(/\$(\d+) 够(?:扣|用)? ?(\d+) [期次]/gu))
      if (Number(cycles) !== Math.floor((Number(dollars) * 100) / charge.cents)) refuse(at + 1, 'reach', said);
  }
}

/** In cents: the price, each top-up with what remains of it and what it costs, fees, a year's price, and examples close to the price. */
function amountsOf(charge: number): number[] {
  const { topUps, recoveryFee, cycle } = rules;
  const years = [360, 365].map((days) => charge * Math.ceil(days / cycle.days));
  const topped = topUps.cents.flatMap((cents) => [cents, cents % charge, priceOf(cents)]);
  return [charge, charge + 40, charge - 20, ...years, ...topped, recoveryFee.cents, recoveryFee.above];
}

/** In cents: rates and fees from sources that no rule uses. */
const elsewhere = [0, 1, 3, 10, 60, 70, 245, 359];
