import { readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { brotliCompressSync, constants } from 'node:zlib';
import MiniSearch from 'minisearch';
import type { SearchData, Section } from '../../src/model/search/data.ts';
import { buildSearchData } from '../../src/model/search/build-index.ts';
import { tokensOf } from '../../src/model/search/terms.ts';
import { Search } from '../../src/model/search/engine.ts';
import { readGuide } from '../support/guide.ts';
import { queries } from '../support/queries.ts';

/**
 * Three ways to search, on the same sections and the same queries, at 6, 60 and 600 chapters: ours, MiniSearch over pairs
 * of hanzi, and a plain scan for the query's text. Added chapters are sentences of the guide, shuffled.
 */

type Find = (query: string) => string[];

const brotli = (data: string | Buffer) => brotliCompressSync(data, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;
const { outline, words } = readGuide();
const small = buildSearchData(outline, words);
const dist = new URL('../../dist/_astro/', import.meta.url);
const ownScript = readdirSync(dist).find((name) => name.startsWith('search.'))!;
const miniSearchFile = createRequire(import.meta.url)
  .resolve('minisearch')
  .replace(/dist.*/u, 'dist/umd/index.js');

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

const engines: Record<string, (data: SearchData) => { find: Find; bytes: () => number }> = {
  ours: (data) => {
    const search = new Search(data);
    return {
      find: (query) => search.find(query).hits.map(({ section }) => section.path),
      bytes: () => brotli(JSON.stringify(data)) + brotli(readFileSync(new URL(ownScript, dist))),
    };
  },
  'MiniSearch, pairs of hanzi': (data) => {
    const options = {
      idField: 'path',
      fields: ['heading', 'words', 'chapter', 'text'],
      tokenize: (text: string) => tokensOf(text.toLowerCase().normalize('NFKC')),
      searchOptions: {
        boost: { heading: 5, words: 4 },
        prefix: (term: string) => /^[a-z]/u.test(term),
        fuzzy: (term: string) => (/^[a-z]/u.test(term) ? 0.2 : false),
      },
    };
    const search = new MiniSearch(options);
    search.addAll(data.sections.map((section) => ({ ...section, words: section.words.join(' ') })));
    return {
      find: (query) =>
        search
          .search(query)
          .slice(0, 8)
          .map(({ id }) => String(id)),
      bytes: () => brotli(JSON.stringify(search)) + brotli(readFileSync(miniSearchFile)),
    };
  },
  'scan for the text': (data) => ({
    find: (query) => {
      const wanted = query.toLowerCase().replace(/\s/gu, '');
      const score = ({ heading, words: said, text }: Section) =>
        [heading, said.join('\n'), text].findIndex((field) => field.toLowerCase().replace(/ /gu, '').includes(wanted));
      return data.sections
        .map((section) => ({ path: section.path, rank: score(section) }))
        .filter(({ rank }) => rank >= 0)
        .sort((a, b) => a.rank - b.rank)
        .slice(0, 8)
        .map(({ path }) => path);
    },
    bytes: () => brotli(JSON.stringify(data.sections)),
  }),
};

/** The three of them at 6, 60 and 600 chapters. */
export function benchSearch(): Record<string, string | number>[] {
  const rows = [];
  for (const factor of [1, 10, 100])
    for (const [name, make] of Object.entries(engines)) {
      const data = grow(small, factor);
      let start = performance.now();
      const { find, bytes } = make(data);
      const ready = performance.now() - start;
      for (const [query] of queries.slice(0, 20)) find(query);
      const times = queries.map(([query, ...sections]) => {
        start = performance.now();
        const found = find(query);
        const time = performance.now() - start;
        const wanted = sections.map((section) => (section.includes('#') ? `/${section.replace('#', '/#')}` : `/${section}/`));
        return { time, first: wanted.includes(found[0] ?? ''), three: found.slice(0, 3).some((path) => wanted.includes(path)) };
      });
      const share = (key: 'first' | 'three') => Math.round((times.filter((each) => each[key]).length / times.length) * 100);
      const sorted = times.map(({ time }) => time).sort((a, b) => a - b);
      rows.push({
        chapters: 6 * factor,
        engine: name,
        'top-1 %': share('first'),
        'top-3 %': share('three'),
        'first search KB (brotli)': Math.round(bytes() / 100) / 10,
        'ready ms': Math.round(ready),
        'query ms, median': Number(sorted[Math.floor(sorted.length / 2)]!.toFixed(2)),
        'query ms, worst': Number(sorted.at(-1)!.toFixed(1)),
      });
    }
  return rows;
}
