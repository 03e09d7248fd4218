import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Issue } from '../model/issue.ts';
import { refuserOf } from '../model/refusals.ts';
import { formatDollars, rules } from '../model/renewal/rules.ts';

/** The numbers of src/model/renewal/rules.ts that words repeat. */
export interface Repeated {
  /** What a charge takes, in cents. */
  charge: number;
  /** Days from one charge to the next, and days a number is kept without service. */
  cycle: number;
  suspension: number;
}

/**
 * Compares the words of content/ and src/ with the rules that the planner and the calendars count with, so that no page
 * says another price or period. `root` is the project's folder. Expects files that auditContent accepts.
 */
export function auditAmounts(root: string): Issue[] {
  const exclude = ['src/**/*.{test,cases}.ts', 'src/model/{search,contact}/**'];
  return globSync(['content/guide/*.mdx', 'content/{claims,sources,outline}.yaml', 'src/**/*.{astro,ts}'], { cwd: root, exclude })
    .sort()
    .flatMap((file) => findDisagreements(file.replaceAll('\\', '/'), readFileSync(join(root, file), 'utf8')));
}

/** The amounts and periods of a text that do not follow from the rules, and are not known to come from elsewhere. */
export function findDisagreements(
  file: string,
  text: string,
  repeated: Repeated = { charge: rules.charge.cents, cycle: rules.cycle.days, suspension: rules.suspension.days },
): Issue[] {
  const issues: Issue[] = [];
  const refuse = refuserOf(file, issues);
  const known = new Set([...amountsOf(repeated.charge), ...elsewhere].map(formatDollars));
  for (const [at, words] of text.split('\n').entries()) {
    // Only words for readers, which are Chinese.
    if (!/\p{Script=Han}/u.test(words)) continue;
    for (const [said, amount] of words.matchAll(/\$(\d+(?:\.\d+)?)/gu))
      if (!known.has(formatDollars(Math.round(Number(amount) * 100)))) refuse(at + 1, 'amount', said);
    for (const period of ['cycle', 'suspension'] as const)
      for (const [said, days] of words.matchAll(phrases[period]))
        if (Number(days) !== repeated[period]) refuse(at + 1, 'period', said, repeated[period]);
    for (const [said, dollars, cycles] of words.matchAll(phrases.reach))
      if (Number(cycles) !== Math.floor((Number(dollars) * 100) / repeated.charge)) refuse(at + 1, 'reach', said);
  }
  return issues;
}

const phrases = {
  cycle: /(?:每|一期(?:是|，)?|扣款日加|再用|往后走了|只按) ?(\d+) 天/gu,
  suspension: /(?:停机后(?:还有|号码还留)?|最晚第|明写，停机) ?(\d+) 天/gu,
  reach: /\$(\d+) 够(?:扣|用)? ?(\d+) [期次]/gu,
};

/** In cents: the price, what can be put in, what remains of it, the fee, the price of a year, and an example around the price. */
function amountsOf(charge: number): number[] {
  const { topUps, recoveryFee, cycle } = rules;
  const fee = (cents: number) => (cents <= recoveryFee.upTo ? recoveryFee.cents : recoveryFee.above);
  const years = [360, 365].map((days) => charge * Math.ceil(days / cycle.days));
  const topped = topUps.cents.flatMap((cents) => [cents, cents % charge, cents + fee(cents)]);
  return [charge, charge + 40, charge - 20, ...years, ...topped, recoveryFee.cents, recoveryFee.above];
}

/** In cents: rates of use and roaming, and fees, that sources give and nothing here counts with. */
const elsewhere = [0, 1, 3, 10, 60, 70, 245, 359];
