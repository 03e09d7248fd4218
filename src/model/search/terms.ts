/** Text as search compares it: full-width forms, case, invisible characters, Traditional characters and white space set right. */
export function normalise(text: string, variants?: ReadonlyMap<string, string>): string {
  const plain = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\p{Cc}\p{Cf}\p{Cs}]/gu, ' ')
    .replace(/(?<=[a-z])['’](?=[a-z])|(?<=(?:^|[^a-z])[a-z]{1,2})-(?=[a-z])/gu, '');
  const simplified = variants ? Array.from(plain, (char) => variants.get(char) ?? char).join('') : plain;
  return simplified
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .replace(/(?<=\p{Script=Han}) (?=\p{Script=Han})/gu, '')
    .replace(/(?<=(?:^| )[a-z]) (?=[a-z](?: |$))/gu, '')
    .replace(/没有/gu, '没')
    .replace(/(?:[二三六]?十|[一二两三五六])(?=美|刀|块|天|期|分钟|条|年|个月)/gu, (numeral) => numerals[numeral] ?? numeral)
    .trim();
}

const numerals: Readonly<Record<string, string>> = {
  一: '1',
  二: '2',
  两: '2',
  三: '3',
  五: '5',
  六: '6',
  十: '10',
  二十: '20',
  三十: '30',
  六十: '60',
};

/** Runs of hanzi and of letters or digits, in order. */
export function runsOf(text: string): { hanzi: boolean; text: string }[] {
  return (text.match(runs) ?? []).map((run) => ({ hanzi: hanzi.test(run), text: run }));
}

const runs = /\p{Script=Han}+|[a-z0-9]+|[^\s\p{Script=Han}a-z0-9]+/gu;
const hanzi = /^\p{Script=Han}/u;

/** Pairs of neighbouring hanzi and whole Latin words: what the index counts. A hanzi that stands alone counts as itself. */
export function tokensOf(text: string): string[] {
  const tokens: string[] = [];
  for (const run of text.match(runs) ?? [])
    if (!hanzi.test(run)) tokens.push(run);
    else for (const pair of pairsOf(run)) tokens.push(pair);
  return tokens;
}

export function pairsOf(run: string): string[] {
  const pairs: string[] = [];
  let last = '';
  for (const char of run) {
    if (last) pairs.push(last + char);
    last = char;
  }
  return pairs.length > 0 ? pairs : [last];
}

/** Words of questions that say nothing of what is asked, and the name of what the whole guide is about. The longest come first. */
const fillers = new RegExp(
  [
    '怎么(?:回事|[办样弄做搞])?|怎样|如何|为何|为什么|为啥|什么样|什么(?!时候)|咋(?:回事|[办弄整])?|啥',
    '(?:可不可|[是能有会要行好][不没][是能有会要行好])以?|可以|能够|还是|一直|总是|老是|突然|到底|应该|已经|其实|真的|居然|然后|但是|可是|现在|刚刚|刚才',
    '请问一下|请问|请教|求助|求教|想问|想知道|告诉|帮忙|帮我|谁知道|有谁|有人|知道|各位|大家|大佬|大神|在线等|救命|急急急|急|谢谢|多谢|你好|您好|一下|哪里|哪儿|在哪|从哪',
    '我的|我们|我|你们|你|这个|那个|这张|一张|不$|吗|呢|啊|呀|吧|嘛|哦|哈|唉',
    '(?<![a-z])(?:ultra ?mobile|ultra|paygo|how to|how|do|does|did|i|my|me|the|a|an|is|it|what|why|where|can|of|for|in|to|with|please|help)(?![a-z])|紫卡|美国卡|美国',
  ].join('|'),
  'gu',
);
const particles = /[了的着过是就都也还又再很太真把给要]/gu;

/** A question without its filling: as it stands, and without the particles that readers put or leave out. */
export function essence(question: string): string[] {
  const bare = question.replace(fillers, ' ').replace(/\s+/gu, ' ').trim();
  const kept = bare.replace(particles, '').length < 2 ? question : bare;
  const tight = kept.replace(particles, '');
  return tight === kept || tight.trim() === '' ? [kept] : [kept, tight];
}
