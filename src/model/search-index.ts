import { Converter } from 'opencc-js/t2cn';
import { pinyin } from 'pinyin-pro';
import type { Outline } from './outline.ts';
import type { SearchWords } from './schemas.ts';
import type { SearchData, Section } from './search-data.ts';
import { otherPages } from './site-map.ts';

/** Gathers what search needs, from the outline and from what readers say (content/search.yaml). */
export function buildSearchData(outline: Outline, words: SearchWords): SearchData {
  const sections: Section[] = [
    ...outline.chapters.flatMap(({ id, path, label, title, description, places }) =>
      places.map((place, index) => ({
        path: `${path}#${place.id}`,
        chapter: label,
        heading: place.text,
        words: words.places[`${id}#${place.id}`] ?? [],
        text: index === 0 ? `${place.body} ${title} ${description}` : place.body,
      })),
    ),
    ...Object.values(otherPages).flatMap(({ path, title, headings }) =>
      headings.map(({ id, text }) => ({
        path: `${path}#${id}`,
        chapter: title,
        heading: text,
        words: words.places[`${path.replaceAll('/', '')}#${id}`] ?? [],
        text: '',
      })),
    ),
  ];
  const phrases = [...sections.flatMap((section) => [section.heading, ...section.words, section.text]), ...words.same.flat()];
  return { sections, same: words.same, readings: readingsOf(phrases), variants: variantsOf(phrases) };
}

/** How each character of the texts is read in them, without tones: characters by syllable. */
function readingsOf(texts: readonly string[]): Record<string, string> {
  const readings = new Map<string, Set<string>>();
  for (const run of texts.join('\n').match(/\p{Script=Han}+/gu) ?? []) {
    const sounds = pinyin(run, { toneType: 'none', type: 'array', v: true });
    [...run].forEach((char, at) => {
      const sound = sounds[at] ?? '';
      readings.set(sound, (readings.get(sound) ?? new Set()).add(char));
    });
  }
  return Object.fromEntries(
    [...readings].sort(([a], [b]) => (a < b ? -1 : 1)).map(([sound, chars]) => [sound, [...chars].sort().join('')]),
  );
}

/** The Traditional characters that stand for those of the texts, each followed by its simplified form. */
function variantsOf(texts: readonly string[]): string {
  simplified ??= simplifyAll();
  const used = new Set(texts.join(''));
  return [...simplified]
    .flatMap(([traditional, simple]) => (used.has(simple) && !used.has(traditional) ? [traditional + simple] : []))
    .join('');
}

let simplified: Map<string, string> | undefined;

function simplifyAll(): Map<string, string> {
  const convert = Converter({ from: 't', to: 'cn' });
  const all = new Map<string, string>();
  for (let code = 0x4e00; code <= 0x9fff; code++) {
    const char = String.fromCodePoint(code);
    const simple = convert(char);
    if (simple !== char && [...simple].length === 1) all.set(char, simple);
  }
  return all;
}
