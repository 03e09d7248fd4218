import { Converter } from 'opencc-js/t2cn';
import { pinyin } from 'pinyin-pro';
import type { Outline } from '../guide/outline.ts';
import { otherPages } from '../guide/pages.ts';
import type { SearchWords } from '../schemas.ts';

/** What search needs from the guide; small, because readers fetch it before their first search. */
export type SearchData = ReturnType<typeof buildSearchData>;

export interface Section {
  /** A path below the base path, such as /steps/#sign-in. */
  path: string;
  chapter: string;
  heading: string;
  /** What readers say for it. */
  words: string[];
  text: string;
  /** What corrects a wrong claim, and begins with it. */
  corrections?: string;
}

/** Gathers what search needs, from the outline and from what readers say (content/search.yaml). */
export function buildSearchData(outline: Outline, { places, same, regional }: SearchWords) {
  const section = (path: string, chapter: string, heading: string, text: string, corrections = ''): Section => ({
    path,
    chapter,
    heading,
    words: places[path.replace(/\//gu, '')] ?? [],
    text,
    ...(corrections && { corrections }),
  });
  const sections = [
    ...outline.chapters.flatMap(({ path, label, headings }) =>
      headings.map(({ id, text, body, corrections }) => section(`${path}#${id}`, label, text, body, corrections)),
    ),
    ...Object.values(otherPages)
      .filter((page) => page.kind === 'page')
      .flatMap(({ path, label, description, headings }) =>
        (headings.length > 0 ? headings : [{ id: '', text: label }]).map(({ id, text }, at) =>
          section(path + (id && `#${id}`), label, text, at === 0 ? description : ''),
        ),
      ),
  ];
  const phrases = [...sections.flatMap((each) => [each.heading, ...each.words]), ...same.flat(), ...Object.values(regional)];
  return { same, regional, sections, readings: readingsOf([...phrases, '啊吧吗呢呀']), variants: variantsOf(phrases) };
}

/** The pinyin of the characters in what readers say, without tones: each syllable followed by its characters (xu续需许). */
function readingsOf(texts: readonly string[]): string {
  const readings = new Map<string, Set<string>>();
  for (const run of texts.join('\n').match(/\p{Script=Han}+/gu) ?? [])
    for (const { origin, pinyin: sound } of pinyin(run, { toneType: 'none', type: 'all', v: true }))
      readings.set(sound, (readings.get(sound) ?? new Set()).add(origin));
  return [...readings]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([sound, chars]) => sound + [...chars].sort().join(''))
    .join('');
}

/** The Traditional forms of the characters in what readers say, each followed by the simplified one. */
function variantsOf(texts: readonly string[]): string {
  const used = new Set(texts.join(''));
  return Array.from({ length: 0xa000 - 0x4e00 }, (_, at) => String.fromCharCode(0x4e00 + at))
    .filter((char) => !used.has(char) && used.has(simplify(char)))
    .sort((a, b) => (simplify(a) < simplify(b) ? -1 : 1))
    .map((char) => char + simplify(char))
    .join('');
}

const simplify = Converter({ from: 't', to: 'cn' });
