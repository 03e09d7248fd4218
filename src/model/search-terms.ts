/** Text as search compares it: full-width forms, case, invisible characters, Traditional characters and white space set right. */
export function normalise(text: string, variants: ReadonlyMap<string, string> = new Map()): string {
  const plain = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\p{Cc}\p{Cf}\p{Cs}]/gu, ' ')
    .replace(/(?<=[a-z])[-'](?=[a-z])/gu, '');
  const simplified = Array.from(plain, (char) => variants.get(char) ?? char).join('');
  return simplified
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .replace(/(?<=\p{Script=Han}) (?=\p{Script=Han})/gu, '')
    .trim();
}

/** Runs of hanzi and of letters or digits, in order. */
export function runsOf(text: string): { hanzi: boolean; text: string }[] {
  return [...text.matchAll(/(\p{Script=Han}+)|[a-z0-9]+|[^\s\p{Script=Han}a-z0-9]+/gu)].map((match) => ({
    hanzi: match[1] !== undefined,
    text: match[0],
  }));
}

/** Pairs of neighbouring hanzi and whole Latin words: what the index counts. A hanzi that stands alone counts as itself. */
export function tokensOf(text: string): string[] {
  return runsOf(text).flatMap((run) => (run.hanzi ? pairsOf(run.text) : [run.text]));
}

export function pairsOf(hanzi: string): string[] {
  const chars = [...hanzi];
  return chars.length === 1 ? chars : chars.slice(1).map((char, at) => chars[at]! + char);
}

/** Words of questions that say nothing of what is asked. The longest come first. */
const fillers =
  /怎么回事|怎么办|怎么样|怎么弄|怎么做|怎么搞|为什么|什么样|是不是|能不能|可不可以|有没有|会不会|要不要|请问一下|请问|怎么|怎样|如何|为何|什么|可以|还是|一直|总是|突然|到底|应该|已经|一下|哪里|吗|呢|啊|呀|吧|嘛|哦/gu;
const particles = /[了的着过]/gu;

/** A question without its filling: as it stands, and without the particles that readers put or leave out. */
export function essence(question: string): string[] {
  const bare = question.replace(fillers, ' ').replace(/\s+/gu, ' ').trim();
  const kept = bare === '' ? question : bare;
  const tight = kept.replace(particles, '');
  return tight === kept || tight.trim() === '' ? [kept] : [kept, tight];
}
