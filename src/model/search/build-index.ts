import { Converter } from 'opencc-js/t2cn';
import { pinyin } from 'pinyin-pro';
import type { Outline } from '../guide/outline.ts';
import type { SearchWords } from '../schemas.ts';
import type { SearchData, Section } from './data.ts';
import { otherPages } from '../guide/pages.ts';

/** Gathers what search needs, from the outline and from what readers say (content/search.yaml). */
export function buildSearchData(outline: Outline, words: SearchWords): SearchData {
  const sections: Section[] = [
    ...outline.chapters.flatMap(({ id, path, label, places }) =>
      places.map((place) => ({
        path: `${path}#${place.id}`,
        chapter: label,
        heading: place.text,
        words: words.places[`${id}#${place.id}`] ?? [],
        text: place.body,
        ...(place.corrections && { corrections: place.corrections }),
      })),
    ),
    ...Object.values(otherPages)
      .filter((page) => page.indexed)
      .flatMap(({ path, title, description, headings }) =>
        (headings.length > 0 ? headings : [{ id: '', text: title }]).map(({ id, text }, index) => ({
          path: path + (id && `#${id}`),
          chapter: title,
          heading: text,
          words: words.places[path.replaceAll('/', '') + (id && `#${id}`)] ?? [],
          text: index === 0 ? description : '',
        })),
      ),
  ];
  const phrases = [
    ...sections.flatMap((section) => [section.heading, ...section.words]),
    ...words.same.flat(),
    ...Object.values(words.regional),
  ];
  return { same: words.same, regional: words.regional, sections, readings: readingsOf(phrases), variants: variantsOf(phrases) };
}

/** How each character of what readers say is read there, without tones: syllables, each followed by its characters. */
function readingsOf(texts: readonly string[]): string {
  const readings = new Map<string, Set<string>>();
  for (const run of texts.join('\n').match(/\p{Script=Han}+/gu) ?? []) {
    const sounds = pinyin(run, { toneType: 'none', type: 'array', v: true });
    [...run].forEach((char, at) => {
      const sound = sounds[at] ?? '';
      readings.set(sound, (readings.get(sound) ?? new Set()).add(char));
    });
  }
  return [...readings]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([sound, chars]) => sound + [...chars].sort().join(''))
    .join('');
}

/** The common Traditional characters that stand for those of what readers say, each followed by its simplified form. */
function variantsOf(texts: readonly string[]): string {
  simplified ??= simplifyAll();
  const used = new Set(texts.join(''));
  return [...simplified]
    .filter(([traditional, simple]) => used.has(simple) && !used.has(traditional))
    .sort(([, a], [, b]) => (a < b ? -1 : 1))
    .flat()
    .join('');
}

let simplified: Map<string, string> | undefined;

/** The 5,401 characters of the first level of Big5, which is what people write in, and their simplified forms. */
function simplifyAll(): Map<string, string> {
  const convert = Converter({ from: 't', to: 'cn' });
  const big5 = new TextDecoder('big5');
  const all = new Map<string, string>();
  for (let lead = 0xa4; lead <= 0xc6; lead++)
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      const char = big5.decode(Uint8Array.of(lead, trail));
      const simple = convert(char);
      if (simple !== char && [...simple].length === 1) all.set(char, simple);
    }
  return all;
}
