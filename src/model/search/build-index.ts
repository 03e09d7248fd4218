import { Converter } from 'opencc-js/t2cn';
import { pinyin } from 'pinyin-pro';
import type { Outline } from '../guide/outline.ts';
import { otherPages } from '../guide/pages.ts';
import type { SearchWords } from '../schemas.ts';
import type { SearchData, Section } from './data.ts';

/** Gathers what search needs, from the outline and from what readers say (content/search.yaml). */
export function buildSearchData(outline: Outline, words: SearchWords): SearchData {
  const section = (path: string, chapter: string, heading: string, text: string, corrections = ''): Section => ({
    path,
    chapter,
    heading,
    words: words.places[path.replace(/\//gu, '')] ?? [],
    text,
    ...(corrections && { corrections }),
  });
  const sections = [
    ...outline.chapters.flatMap(({ path, label, lede, places }) => [
      ...(lede ? [section(path, label, label, lede)] : []),
      ...places.map((place) => section(`${path}#${place.id}`, label, place.text, place.body, place.corrections)),
    ]),
    ...Object.values(otherPages)
      .filter((page) => page.kind === 'page')
      .flatMap(({ path, label, description, headings }) =>
        (headings.length > 0 ? headings : [{ id: '', text: label }]).map(({ id, text }, at) =>
          section(path + (id && `#${id}`), label, text, at === 0 ? description : ''),
        ),
      ),
  ];
  const phrases = [...sections.flatMap((each) => [each.heading, ...each.words]), ...words.same.flat(), ...Object.values(words.regional)];
  return { same: words.same, regional: words.regional, sections, readings: readingsOf(phrases), variants: variantsOf(phrases) };
}

/** How each character of what readers say is read there, without tones: syllables, each followed by its characters. */
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

/** The Traditional characters that stand for those of what readers say, each followed by its simplified form. */
function variantsOf(texts: readonly string[]): string {
  const used = new Set(texts.join(''));
  const hanzi = Array.from({ length: 0xa000 - 0x4e00 }, (_, at) => String.fromCharCode(0x4e00 + at));
  return hanzi
    .filter((char) => !used.has(char))
    .map((char) => [char, simplify(char)] as const)
    .filter(([, simplified]) => used.has(simplified))
    .sort(([, a], [, b]) => (a < b ? -1 : 1))
    .flat()
    .join('');
}

const simplify = Converter({ from: 't', to: 'cn' });
