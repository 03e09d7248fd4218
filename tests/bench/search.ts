import { readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { brotliCompressSync, constants } from 'node:zlib';
import MiniSearch from 'minisearch';
import { buildSearchData } from '../../src/model/search/build-index.ts';
import type { SearchData, Section } from '../../src/model/search/build-index.ts';
import { createSearch, type Search } from '../../src/model/search/engine.ts';
import { createSynonyms } from '../../src/model/search/synonyms.ts';
import { createLocaliser, normalise, tokensOf } from '../../src/model/search/terms.ts';
import { weights } from '../../src/model/search/weights.ts';
import { readGuide } from '../support/guide.ts';
import { honesty, ownQueries, score, snippetsThatAnswer, type Find } from '../support/measure-search.ts';
import { answerable, unanswerable } from '../support/unseen-queries.ts';
import { median, round } from './measure.ts';

type Row = Record<string, string | number>;

const brotli = (data: string | Buffer) => brotliCompressSync(data, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;
const percent = (part: number, all: number) => round((100 * part) / all);
const { outline, words } = readGuide();
const guide = buildSearchData(outline, words);
const withoutWords: SearchData = {
  ...guide,
  same: [],
  regional: {},
  sections: guide.sections.map((section) => ({ ...section, words: [] })),
};
const dist = new URL('../../dist/_astro/', import.meta.url);
const ownScript = readdirSync(dist).find((name) => name.startsWith('search.'))!;
const miniSearchFile = createRequire(import.meta.url)
  .resolve('minisearch')
  .replace(/dist.*/u, 'dist/umd/index.js');

interface Engine {
  find: Find;
  /** What a reader fetches before the first search, compressed. */
  bytes: () => number;
}

/**
 * Ours; a well-kept library over the same pairs of hanzi; and a plain scan. All get the same words: what readers say for a
 * section as a field, synonyms and the words of Taiwan and Hong Kong in the query.
 */
const engines: Record<string, (data: SearchData) => Engine> = {
  ours: (data) => {
    const search = createSearch(data);
    return {
      find: (query) => search(query).hits.map(({ section }) => section.path),
      bytes: () => brotli(JSON.stringify(data)) + brotli(readFileSync(new URL(ownScript, dist))),
    };
  },
  MiniSearch: (data) => {
    const search = new MiniSearch<Section & { said: string }>({
      idField: 'path',
      fields: ['heading', 'said', 'chapter', 'text'],
      tokenize: (text) => tokensOf(normalise(text)),
      searchOptions: {
        boost: { heading: 5, said: 5 },
        prefix: (term) => /^[a-z]/u.test(term),
        fuzzy: (term) => (/^[a-z]/u.test(term) ? 0.2 : false),
      },
    });
    search.addAll(data.sections.map((section) => ({ ...section, said: section.words.join(' ') })));
    const widen = widening(data);
    return {
      find: (query) => search.search(widen(query)).map(({ id }) => id),
      bytes: () => brotli(JSON.stringify([search, data.same, data.regional, data.variants])) + brotli(readFileSync(miniSearchFile)),
    };
  },
  'scan for the text': (data) => {
    const localise = createLocaliser(data);
    return {
      find: (query) => {
        const wanted = localise(normalise(query));
        const rank = ({ heading, words: said, text }: Section) =>
          [heading, said.join('\n'), text].findIndex((field) => normalise(field).includes(wanted));
        return data.sections
          .map((section) => ({ path: section.path, rank: rank(section) }))
          .filter((each) => each.rank >= 0)
          .sort((a, b) => a.rank - b.rank)
          .map(({ path }) => path);
      },
      bytes: () => brotli(JSON.stringify(data.sections)),
    };
  },
};

/** A query with the synonyms of its words added, as our engine counts them. */
function widening(data: SearchData): (query: string) => string {
  const localise = createLocaliser(data);
  const synonyms = createSynonyms(data.same.map((group) => group.map(normalise)));
  return (query) => {
    const text = localise(normalise(query));
    return [text, ...synonyms.terms(text).flatMap(synonyms.wordsOf)].join(' ');
  };
}

/** How well each answers queries that nothing was tuned on (tests/support/unseen-queries.ts), with the words and without, and for how many bytes. */
export function benchSearch(): Row[] {
  return [guide, withoutWords].flatMap((data) =>
    Object.entries(engines).map(([engine, make]) => {
      const { find, bytes } = make(data);
      const { all, first, three } = score(find, answerable);
      return {
        engine,
        words: data === guide ? 'yes' : 'no',
        [`first of ${all}, %`]: percent(first, all),
        'first three, %': percent(three, all),
        'first search, KB (brotli)': round(bytes() / 1000),
      };
    }),
  );
}

/** What each part of ours gives: the same queries, and the project's own, with a part left out. */
export function benchSearchParts(): Row[] {
  const off = (name: keyof typeof weights, value = 0) => createSearch(guide, { ...weights, [name]: value });
  const parts: Record<string, Search> = {
    nothing: createSearch(guide),
    "readers' words": createSearch({ ...guide, sections: guide.sections.map((section) => ({ ...section, words: [] })) }),
    synonyms: createSearch({ ...guide, same: [] }),
    'words of Taiwan and Hong Kong': createSearch({ ...guide, regional: {} }),
    'Traditional characters': createSearch({ ...guide, variants: '' }),
    pinyin: createSearch({ ...guide, readings: '' }),
    'phrases as wholes': off('phrase'),
    'phrases with the same words': off('mixedPhrase'),
    saturation: off('saturation', 1000),
    'the text': createSearch({ ...guide, sections: guide.sections.map((section) => ({ ...section, text: '' })) }),
  };
  return Object.entries(parts).map(([part, search]) => {
    const find: Find = (query) => search(query).hits.map(({ section }) => section.path);
    const [unseen, own] = [score(find, answerable), score(find, ownQueries)];
    const doubted = honesty(search);
    const { known, shown } = snippetsThatAnswer(search, guide.sections);
    return {
      'left out': part,
      [`first of ${unseen.all} unseen`]: unseen.first,
      'first three': unseen.three,
      [`first of ${own.all} own`]: own.first,
      'first three of own': own.three,
      [`doubted of ${unanswerable.length} without an answer`]: doubted.unanswerable,
      'doubted of those with one': doubted.answerable,
      [`snippets of ${known} that answer`]: shown,
    };
  });
}

/** How long each takes at 6, 60 and 600 chapters; the added ones are sentences of the guide, shuffled. */
export function benchSearchSizes(): Row[] {
  return [1, 10, 100].flatMap((factor) => {
    const data = grow(guide, factor);
    return Object.entries(engines).map(([engine, make]) => {
      let start = performance.now();
      const { find, bytes } = make(data);
      const ready = performance.now() - start;
      for (const { query } of ownQueries.slice(0, 20)) find(query);
      const times = ownQueries.map(({ query }) => {
        start = performance.now();
        find(query);
        return performance.now() - start;
      });
      return {
        chapters: outline.chapters.length * factor,
        engine,
        'first search, KB (brotli)': round(bytes() / 1000),
        'ready, ms': round(ready, 0),
        'query, ms, median': round(median(times), 2),
        'query, ms, worst': round(Math.max(...times)),
      };
    });
  });
}

function grow(data: SearchData, factor: number): SearchData {
  let seed = 1;
  const random = (below: number) => (seed = (seed * 48_271) % 2_147_483_647) % below;
  const sentences = data.sections.flatMap(({ text }) => text.split(/(?<=。)/u));
  const added = Array.from({ length: data.sections.length * (factor - 1) }, (_, index): Section => ({
    path: `/more-${Math.floor(index / 6)}/#s${index}`,
    chapter: `附录 ${Math.floor(index / 6)}`,
    heading: `补充 ${index}`,
    words: [],
    text: Array.from({ length: 5 }, () => sentences[random(sentences.length)]).join(''),
  }));
  return { ...data, sections: [...data.sections, ...added] };
}
