import { priceOf, reach, rules } from './rules.ts';

/** What words say where they repeat a rule: how it is said, with a group for each number, and the numbers that the rules give. */
const sayings: readonly { said: RegExp; rule: (said: readonly number[]) => number[] }[] = [
  { said: /每 (\d+) 天(?=从?.{0,12}(?:扣|\$))/gu, rule: () => [rules.cycle.days] },
  { said: /一期是 (\d+) 天|(\d+) 天一期/gu, rule: () => [rules.cycle.days] },
  { said: /扣款日[加减] (\d+) 天/gu, rule: () => [rules.cycle.days] },
  {
    said: /(?:(?:钱包|余额|零头)里?(?:至少要?有|不到|不足|不够|不少于)|补到至少|扣到不足|钱包里?扣走?|再从中扣) \$(\d+(?:\.\d+)?)/gu,
    rule: () => [rules.charge.cents / 100],
  },
  {
    said: /扣 (\d+) 次是 \$(\d+)，管 (\d+) 天/gu,
    rule: ([count = 0]) => [count, (count * rules.charge.cents) / 100, count * rules.cycle.days],
  },
  { said: /\$(\d+) 够扣? ?(\d+) [期次]/gu, rule: ([dollars = 0]) => [dollars, reach(dollars * 100).cycles] },
  { said: /最晚(?:不过停机后)?第 (\d+) 天/gu, rule: () => [rules.suspension.days] },
  { said: /(?:停机后|号码)(?:还有|还留|号码还留) (\d+) 天/gu, rule: () => [rules.suspension.days] },
  { said: /充 \$(\d+) 要付 \$(\d+\.\d+)，再加税/gu, rule: ([dollars = 0]) => [dollars, priceOf(dollars * 100) / 100] },
  {
    said: /充 \$(\d+) 及以下，收 \$([\d.]+)；充 \$(\d+) 以上，收 \$([\d.]+)/gu,
    rule: () =>
      [rules.recoveryFee.upTo, rules.recoveryFee.cents, rules.recoveryFee.upTo, rules.recoveryFee.above].map((each) => each / 100),
  },
];

export interface Contradiction {
  /** The words, and where they begin in the text. */
  words: string;
  at: number;
  /** Their numbers as the rules have them. */
  numbers: readonly number[];
}

/** The words of a text that repeat a rule with another number. */
export function findContradictions(text: string): Contradiction[] {
  return sayings.flatMap(({ said, rule }) =>
    [...text.matchAll(said)].flatMap((match) => {
      const given = match.slice(1).filter(Boolean).map(Number);
      const numbers = rule(given);
      return given.every((each, at) => each === numbers[at]) ? [] : [{ words: match[0], at: match.index, numbers }];
    }),
  );
}

/** How often each way of saying a rule occurs in a text: one that nobody uses any more would check nothing. */
export function countSayings(text: string): number[] {
  return sayings.map(({ said }) => [...text.matchAll(said)].length);
}
