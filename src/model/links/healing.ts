import { isWithinEdits } from '../within-edits.ts';

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
    .replace(/(?:^|\/)index(?:\.html?)?(?![\w-])|\.(?:html?|md)(?![\w-])/gu, '/')
    .split('/')
    .filter(Boolean);
  const tail = rest.join('/');
  // Words that a forum took into the address by mistake do not begin as our paths do.
  const isSwallowed = (words: string) => !/^[a-z0-9]/u.test(words);
  const home = targets.find(({ path }) => path === '/');
  const page = findName(first, targets.filter((each) => each !== home).map(pageOf));
  const pages = page ? targets.filter(({ path }) => path === page.path) : targets;
  const headings = pages.flatMap(headingsOf);
  if (page) {
    const to = findName(tail, headings) ?? (isSwallowed(tail) ? page : undefined);
    return { to: to && found(to), nearest: to ? [] : [...rank(tail, headings), found(page)].slice(0, 3) };
  }
  if (home && !/^[\p{L}\p{N}]|[a-z0-9]/u.test(first)) return { to: found(pageOf(home)), nearest: [] };
  const to = isSwallowed(tail) ? findName(first, headings) : undefined;
  if (to) return { to: found(to), nearest: [] };
  const nearest = rank(below, [...targets.map(pageOf), ...headings]);
  return { to: undefined, nearest: home && isSwallowed(first) ? [...nearest.slice(0, 2), found(pageOf(home))] : nearest };
}

/** Finds the heading that a damaged fragment means on its own page. `fragment` is what stands after the #. */
export function healFragment(fragment: string, page: Target): Healing {
  const text = clean(fragment);
  const to = findName(text, headingsOf(page));
  return { to: to && found(to), nearest: to ? [] : rank(text, [pageOf(page), ...headingsOf(page)]) };
}

/** A place as it can be meant: `name` is the id of a heading, or the path of a page without its slashes. */
interface Place extends Name {
  name: string;
  path: string;
}

const pageOf = ({ path, title }: Target): Place => ({ name: path.replace(/\//gu, ''), path, id: '', text: title });
const headingsOf = ({ path, headings }: Target): Place[] => headings.map(({ id, text }) => ({ name: id, path, id, text }));
const found = ({ path, id, text }: Place): Found => ({ path, id, title: text });

/** Where a name ends that can be meant; what somebody appends beyond it costs no time. */
const longest = 2000;

/** Percent codes (also doubled or cut off), full-width forms, upper case and invisible characters, all set right. */
function clean(text: string): string {
  let plain = text.slice(0, longest);
  // Drops what is left of a character in the middle of which a link was cut.
  const decode = (codes: string) => new URLSearchParams(`=${codes.replace(/%[0-9a-f]?$/iu, '')}`).get('')!.replace(/\uFFFD/gu, '');
  for (let round = 0; round < 3; round++) plain = plain.replace(/(?:%[0-9a-f]{2})+(?:%[0-9a-f]?$)?/giu, decode);
  return plain
    .normalize('NFKC')
    .replace(/[\p{Cc}\p{Cf}]/gu, '')
    .toLowerCase();
}

const squeeze = (text: string) => clean(text).replace(/[^\p{L}\p{N}]/gu, '');

/** The one place that a text clearly means, or none: each way to read it is tried only where the ones before it find no single place. */
function findName(text: string, places: readonly Place[]): Place | undefined {
  const tight = squeeze(text);
  const tokens = text.match(/[a-z0-9]+(?:[-_][a-z0-9]+)*/gu) ?? [];
  const token = (tokens[0] ?? '').replace(/_/gu, '-');
  const hanzi = /\p{Script=Han}{2}/u.test(tight) ? tight : '';
  const contained = places.filter((place) => place.text && hanzi.includes(squeeze(place.text)));
  const longestText = Math.max(...contained.map((place) => place.text.length));
  const isMistyped = ({ name }: Place, edits: number) => tokens.length === 1 && isWithinEdits(token, name, edits);
  const ways: ((place: Place) => boolean)[] = [
    (place) => tight !== '' && (squeeze(place.name) === tight || squeeze(place.text) === tight),
    ({ name }) => name === token,
    (place) => contained.includes(place) && place.text.length === longestText,
    // A heading that was cut off.
    (place) => hanzi.length > 2 && squeeze(place.text).includes(hanzi),
    (place) => place.name.length > 4 && isMistyped(place, 1),
    (place) => place.name.length > 7 && isMistyped(place, 2),
  ];
  return ways.map((isMeant) => places.filter(isMeant)).find((meant) => meant.length === 1)?.[0];
}

/** The three places most like a text, by the pairs of characters that they share; only those that share a whole word, or a good part of their hanzi. */
function rank(text: string, places: readonly Place[]): Found[] {
  return places
    .map((place) => ({ place, score: Math.max(likeness(text, place.name), likeness(text, place.text)) }))
    .filter(({ place, score }) => sharesWord(text, `${place.name} ${place.text}`) || (score >= 0.3 && /\p{Script=Han}/u.test(text)))
    .sort((a, b) => b.score - a.score)
    .slice(0, 3)
    .map(({ place }) => found(place));
}

/** True where a Latin word of one is a word of the other, or the beginning of one: payments and payment-failed, but not weather and other. */
function sharesWord(a: string, b: string): boolean {
  const wordsOf = (text: string) => text.toLowerCase().match(/[a-z]{3,}/gu) ?? [];
  const begins = (one: string, other: string) => one.length > 3 && other.startsWith(one);
  return wordsOf(a).some((one) => wordsOf(b).some((other) => one === other || begins(one, other) || begins(other, one)));
}

/** The share of pairs of neighbouring characters that two texts have in common: 0 to 1 (Dice). */
function likeness(a: string, b: string): number {
  const [one, other] = [pairsOf(squeeze(a)), pairsOf(squeeze(b))];
  return (2 * one.filter((pair) => other.includes(pair)).length) / (one.length + other.length || 1);
}

function pairsOf(text: string): string[] {
  return [...new Set(Array.from(text.slice(1), (char, at) => text.charAt(at) + char))];
}
