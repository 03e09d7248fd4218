import { isWithinEdits } from '../within-edits.ts';

/** A page of the site that a link can mean. */
export interface Target {
  path: string;
  title: string;
  headings: readonly Name[];
}

/** An id, and the words that readers see for it. */
export interface Name {
  id: string;
  text: string;
}

/** A place of the site; the id is empty where it is a page. */
export interface Place {
  path: string;
  id: string;
  title: string;
}

/** The one place that is clearly meant, or the few that come closest (best first, at most three, often none). */
export interface Healing {
  to: Place | undefined;
  nearest: Place[];
}

/**
 * Finds the page, or the heading, that a damaged path means; of two pages in a row, the second. The answer is always one of
 * `targets`, so nothing typed into an address can lead off the site. `base` is the path the site is served under.
 */
export function healPath(pathname: string, targets: readonly Target[], base = '/'): Healing {
  const whole = clean(pathname).replace(/\/+/gu, '/');
  // Words may follow the last slash of home, or replace it.
  const root = base.slice(0, -1).toLowerCase();
  const below = whole.startsWith(root) && !/[a-z0-9-]/u.test(whole[root.length] ?? '') ? whole.slice(root.length) : whole;
  const [first = '', ...rest] = below
    .replace(/(?:^|\/)index(?:\.html?)?(?![\w-])|\.(?:html?|md)(?![\w-])|\?[^#]*/gu, '/')
    .split(/[/#]/u)
    .filter(Boolean);
  const tail = rest.join('/');
  // Words that a forum took into the address by mistake do not begin like our paths.
  const isSwallowed = (words: string) => !/^[a-z0-9]/u.test(words);
  const pages = targets.map(pageOf);
  const home = pages.find(({ path }) => path === '/');
  const page = findName(first, pages);
  // The rows of a page are not among its headings; the page itself finds them.
  const row = page?.path === '/sources/' && /^[^a-z0-9]*((?:claim-|[a-z])\d+)(?![-.\w]|[ ,~]+\d)/u.exec(tail)?.[1];
  if (page && row) return { to: { ...page, id: row }, nearest: [] };
  const headings = targets.filter(({ path }) => !page || path === page.path).flatMap(headingsOf);
  if (page) {
    const to = findName(tail, headings) ?? (isSwallowed(tail) ? page : pages.find((each) => nameOf(each) === tail));
    return { to, nearest: to ? [] : [...rank(tail, headings), page].slice(0, 3) };
  }
  const isHome = home && !/^[\p{L}\p{N}]|[a-z0-9]/u.test(first);
  const to = isHome ? home : isSwallowed(tail) ? findName(first, headings) : undefined;
  const nearest = to ? [] : rank(below, [...pages, ...headings]);
  return { to, nearest: !to && home && isSwallowed(first) ? [...nearest.slice(0, 2), home] : nearest };
}

/** Finds the heading that a damaged fragment means on its own page. `fragment` is what stands after the #. */
export function healFragment(fragment: string, page: Target): Healing {
  const text = clean(fragment);
  const to = findName(text, headingsOf(page));
  return { to, nearest: to ? [] : rank(text, [pageOf(page), ...headingsOf(page)]) };
}

const pageOf = ({ path, title }: Target): Place => ({ path, id: '', title });
const headingsOf = ({ path, headings }: Target): Place[] => headings.map(({ id, text }) => ({ path, id, title: text }));
const nameOf = ({ path, id }: Place) => (id || path.replace(/\//gu, '')).toLowerCase();

/** The most characters that are read, so that whatever somebody appends costs no time. */
const longest = 2000;

/** Sets right percent codes (also doubled or cut off), full-width forms and capitals; drops invisible characters, ¹ and ①, and a link or the end of a tag that follows. */
function clean(text: string): string {
  let plain = text.slice(0, longest);
  // Drops the rest of a character that was cut in half.
  const decode = (codes: string) => new URLSearchParams(`=${codes.replace(/%[0-9a-f]?$/iu, '')}`).get('')!.replace(/\uFFFD/gu, '');
  for (let round = 0; round < 3; round++) plain = plain.replace(/(?:%[0-9a-f]{2})+(?:%[0-9a-f]?$)?/giu, decode);
  return plain
    .replace(/[\p{Cc}\p{Cf}\p{No}]/gu, '')
    .normalize('NFKC')
    .replace(/(..)(?:https?:\/|[<[]\/).*/isu, '$1')
    .toLowerCase();
}

const squeeze = (text: string) => clean(text).replace(/[^\p{L}\p{N}]/gu, '');

/** The one place that a text clearly means, or none. Each way to read it is tried only if the ones before find no single place. */
function findName(text: string, places: readonly Place[]): Place | undefined {
  const tight = squeeze(text);
  const tokens = text.match(/[a-z0-9]+(?:[-_][a-z0-9]+)*/gu) ?? [];
  const token = (tokens[0] ?? '').replace(/_/gu, '-');
  const hanzi = /\p{Script=Han}{2}/u.test(tight) ? tight : '';
  const contained = places.filter(({ title }) => title && hanzi.includes(squeeze(title)));
  const longestTitle = Math.max(...contained.map(({ title }) => title.length));
  // A damaged letter is mended; another number is another row.
  const numbersOf = (name: string) => name.match(/\d+/gu)?.join();
  const hasItsNumber = (name: string) => [undefined, numbersOf(text)].includes(numbersOf(name));
  const isNumbered = (name: string) => /\d$/u.test(name);
  const isMistyped = (name: string, edits: number) =>
    tokens.length === 1 && hasItsNumber(name) && isNumbered(name) === isNumbered(token) && isWithinEdits(token, name, edits);
  const ways: ((place: Place, name: string) => boolean)[] = [
    ({ title }, name) => tight !== '' && hasItsNumber(name) && (squeeze(name) === tight || squeeze(title) === tight),
    (_, name) => name !== '' && name === token && !(isNumbered(name) && /\d[ .,~]+\d/u.test(text)),
    (place) => contained.includes(place) && place.title.length === longestTitle,
    // A heading that was cut off.
    ({ title }) => hanzi.length > 2 && squeeze(title).startsWith(hanzi),
    (_, name) => tokens.length === 1 && isCutOff(token, name),
    (_, name) => name.length > 4 && isMistyped(name, 1),
    (_, name) => name.length > 7 && isMistyped(name, 2),
  ];
  return ways.map((isMeant) => places.filter((place) => isMeant(place, nameOf(place)))).find((meant) => meant.length === 1)?.[0];
}

/** True if a name begins with the token, which breaks off within a word, or behind several. */
function isCutOff(token: string, name: string): boolean {
  return token.length > 4 && name.startsWith(token) && (token.includes('-') || name[token.length] !== '-');
}

/** The three places most like a text, by the pairs of characters that they share; only those that share a whole word, or a good part of their hanzi. */
function rank(text: string, places: readonly Place[]): Place[] {
  return places
    .map((place) => ({ place, score: Math.max(likeness(text, nameOf(place)), likeness(text, place.title)) }))
    .filter(({ place, score }) => sharesWord(text, `${nameOf(place)} ${place.title}`) || (score >= 0.3 && /\p{Script=Han}/u.test(text)))
    .sort((a, b) => b.score - a.score)
    .slice(0, 3)
    .map(({ place }) => place);
}

/** True if a Latin word of one is a word of the other, or begins one: payments and payment-failed, but not weather and other. */
function sharesWord(a: string, b: string): boolean {
  const wordsOf = (text: string) => text.toLowerCase().match(/[a-z]{3,}/gu) ?? [];
  const begins = (one: string, other: string) => one.length > 3 && other.startsWith(one);
  return wordsOf(a).some((one) => wordsOf(b).some((other) => one === other || begins(one, other) || begins(other, one)));
}

/** The share of pairs of neighbouring characters that two texts have in common: 0 to 1 (Dice). */
function likeness(a: string, b: string): number {
  const pairsOf = (text: string) => [...new Set(Array.from(text.slice(1), (char, at) => text.charAt(at) + char))];
  const [one, other] = [pairsOf(squeeze(a)), pairsOf(squeeze(b))];
  return (2 * one.filter((pair) => other.includes(pair)).length) / (one.length + other.length || 1);
}
