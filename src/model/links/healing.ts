/** A page of the site as a link can mean it. */
export interface Target {
  path: string;
  title: string;
  headings: readonly Name[];
}

/** What a damaged name may mean: an id, and the words readers see for it. */
export interface Name {
  id: string;
  text: string;
}

export interface Found {
  path: string;
  id: string;
  title: string;
}

/** One place that is clearly meant, or the few that come nearest (best first, at most three, often none). */
export interface Healing {
  to: Found | undefined;
  nearest: Found[];
}

/**
 * Finds the page, or the heading, that a damaged path means. The answer is always one of `targets`, so nothing typed
 * into an address can lead off the site. `base` is the path the site is served under.
 */
export function healPath(pathname: string, targets: readonly Target[], base = '/'): Healing {
  const whole = clean(pathname).replace(/\/+/gu, '/');
  // Words may stand behind the last slash of home, or in its place.
  const root = base.slice(0, -1).toLowerCase();
  const below = whole.startsWith(root) && !/[a-z0-9-]/u.test(whole[root.length] ?? '') ? whole.slice(root.length) : whole;
  const [first = '', ...rest] = below
    .replace(/(?:^|\/)index(?:\.html?)?(?![\w-])/gu, '/')
    .replace(/\.(?:html?|md)(?![\w-])/gu, '/')
    .split('/')
    .filter(Boolean);
  const pages = targets.filter(({ path }) => path !== '/').map((page) => ({ page, id: page.path.replace(/\//gu, ''), text: page.title }));
  const page = findName(first, pages)?.page;
  const tail = rest.join('/');
  if (page && (tail === '' || isSwallowed(tail))) {
    const heading = startsWithWord(tail) ? findText(tail, page.headings) : undefined;
    return { to: heading ? found(page, heading) : found(page), nearest: [] };
  }
  if (page) {
    const heading = findName(tail, page.headings);
    return heading
      ? { to: found(page, heading), nearest: [] }
      : { to: undefined, nearest: [...rank(tail, [page]), found(page)].slice(0, 3) };
  }
  const home = targets.find(({ path }) => path === '/');
  if (home && first !== '' && !startsWithWord(first) && !/[a-z0-9]/u.test(first)) return { to: found(home), nearest: [] };
  const headings = targets.flatMap((each) => each.headings.map((name) => ({ ...name, page: each })));
  const heading = rest.length === 0 || isSwallowed(tail) ? findName(first, headings) : undefined;
  if (heading) return { to: found(heading.page, heading), nearest: [] };
  const nearest = rank(below, targets);
  return { to: undefined, nearest: home && isSwallowed(first) ? [...nearest.slice(0, 2), found(home)] : nearest };
}

/** Finds the heading that a damaged fragment means on its own page. `fragment` is what stands after the #. */
export function healFragment(fragment: string, page: Target): Healing {
  const heading = findName(clean(fragment), page.headings);
  return heading ? { to: found(page, heading), nearest: [] } : { to: undefined, nearest: rank(clean(fragment), [page]) };
}

function found(page: Target, heading?: Name): Found {
  return { path: page.path, id: heading?.id ?? '', title: heading?.text ?? page.title };
}

/** Where a name ends that can be meant; what somebody appends beyond it costs no time. */
const longest = 2000;

/** Percent codes (also doubled or cut off), full-width forms, upper case and invisible characters, all set right. */
function clean(text: string): string {
  let plain = text.slice(0, longest);
  for (let round = 0; round < 3 && plain.includes('%'); round++) plain = plain.replace(/(?:%[0-9a-f]{2})+(?:%[0-9a-f]?$)?/giu, decode);
  return plain
    .normalize('NFKC')
    .replace(/[\p{Cc}\p{Cf}]/gu, '')
    .toLowerCase();
}

/** What a link that was cut in the middle of a character holds of it is dropped. */
function decode(codes: string): string {
  const bytes = (codes.match(/%[0-9a-f]{2}/giu) ?? []).map((code) => Number.parseInt(code.slice(1), 16));
  return new TextDecoder().decode(Uint8Array.from(bytes)).replace(/\uFFFD/gu, '');
}

/** True for words that a forum took into the address by mistake: they do not begin as our paths do. */
function isSwallowed(text: string): boolean {
  return !/^[a-z0-9]/u.test(text);
}

const startsWithWord = (text: string) => /^[\p{L}\p{N}]/u.test(text);

const squeeze = (text: string) => clean(text).replace(/[^\p{L}\p{N}]/gu, '');

/** The one name that a text clearly means, or none. */
function findName<N extends Name>(text: string, names: readonly N[]): N | undefined {
  const tight = squeeze(text);
  const tokens = text.match(/[a-z0-9]+(?:[-_][a-z0-9]+)*/gu) ?? [];
  const token = (tokens[0] ?? '').replace(/_/gu, '-');
  return (
    only(names.filter(({ id }) => id === text)) ??
    only(names.filter(({ id, text: words }) => tight !== '' && (squeeze(id) === tight || squeeze(words) === tight))) ??
    only(names.filter(({ id }) => id === token)) ??
    findText(text, names) ??
    findMistyped(tokens.length === 1 ? token : '', names)
  );
}

/** The longest heading that a text contains, or the one heading that a cut text of three hanzi or more is part of. */
function findText<N extends Name>(text: string, names: readonly N[]): N | undefined {
  const hanzi = squeeze(text);
  if (!/\p{Script=Han}{2}/u.test(hanzi)) return undefined;
  const contained = names.filter((name) => name.text !== '' && hanzi.includes(squeeze(name.text)));
  const longest = Math.max(...contained.map((name) => name.text.length));
  const whole = only(contained.filter((name) => name.text.length === longest));
  return whole ?? (hanzi.length < 3 ? undefined : only(names.filter((name) => squeeze(name.text).includes(hanzi))));
}

/** The one name within a letter or two: one wrong letter from five letters on, two from eight on. */
function findMistyped<N extends Name>(token: string, names: readonly N[]): N | undefined {
  const near = names
    .map((name) => ({ name, distance: editDistance(token, name.id) }))
    .filter(({ name, distance }) => distance <= (name.id.length < 5 ? 0 : name.id.length < 8 ? 1 : 2));
  const least = Math.min(...near.map(({ distance }) => distance));
  return only(near.filter(({ distance }) => distance === least))?.name;
}

function only<T>(items: readonly T[]): T | undefined {
  return items.length === 1 ? items[0] : undefined;
}

/** Letters to insert, drop, change or swap with their neighbour (optimal string alignment). */
function editDistance(a: string, b: string): number {
  if (Math.abs(a.length - b.length) > 2) return 3;
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) cost = Math.min(cost, before[j - 2]! + 1);
      row.push(cost);
    }
    before = last;
    last = row;
  }
  return last[b.length]!;
}

/** Places by how many pairs of characters they share with a text; only those that share a whole word, or a good part of their hanzi. */
function rank(text: string, targets: readonly Target[]): Found[] {
  const wanted = pairs(squeeze(text));
  const places = targets.flatMap((page) => [
    { place: found(page), names: [page.path, page.title] },
    ...page.headings.map((heading) => ({ place: found(page, heading), names: [heading.id, heading.text] })),
  ]);
  return places
    .map(({ place, names }) => ({
      place,
      score: Math.max(...names.map((name) => likeness(wanted, pairs(squeeze(name))))),
      sharesWord: names.some((name) => sharesWord(text, name)),
    }))
    .filter(({ score, sharesWord }) => sharesWord || (score >= 0.3 && /\p{Script=Han}/u.test(text)))
    .sort((a, b) => b.score - a.score)
    .slice(0, 3)
    .map(({ place }) => place);
}

/** True where a Latin word of one is a word of the other, or the beginning of one: payments and payment-failed, but not weather and other. */
function sharesWord(a: string, b: string): boolean {
  const begins = (one: string, other: string) => one.length > 3 && other.startsWith(one);
  return wordsOf(a).some((one) => wordsOf(b).some((other) => one === other || begins(one, other) || begins(other, one)));
}

const wordsOf = (text: string): readonly string[] => text.toLowerCase().match(/[a-z]{3,}/gu) ?? [];

function pairs(text: string): Set<string> {
  return new Set(Array.from({ length: Math.max(0, text.length - 1) }, (_, at) => text.slice(at, at + 2)));
}

function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  return a.size + b.size === 0 ? 0 : (2 * [...a].filter((pair) => b.has(pair)).length) / (a.size + b.size);
}
