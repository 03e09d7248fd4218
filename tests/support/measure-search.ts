import type { Section } from '../../src/model/search/build-index.ts';
import type { Search } from '../../src/model/search/engine.ts';
import { snippet } from '../../src/model/search/snippet.ts';
import { queries } from './queries.ts';
import { answerable, answers, unanswerable } from './unseen-queries.ts';

/** Anything that answers a query with paths, best first. */
export type Find = (query: string) => string[];

/** How many queries found one of their places first, and how many among the first three. */
export interface Score {
  all: number;
  first: number;
  three: number;
}

/** The project's own queries, which the search is tuned on, with the paths that answer them. */
export const ownQueries = queries.map(([query, ...sections]) => ({
  query,
  ids: sections.map((section) => (section.includes('#') ? `/${section.replace('#', '/#')}` : `/${section}/`)),
}));

/** Asks queries, each with the paths that answer it; a path may be given by the id of its heading alone. */
export function score(find: Find, queries: readonly { query: string; ids: readonly string[] }[]): Score {
  const ranks = queries.map(({ query, ids }) =>
    find(query).findIndex((path) => ids.includes(path) || ids.includes(path.replace(/.*#/u, ''))),
  );
  return {
    all: ranks.length,
    first: ranks.filter((rank) => rank === 0).length,
    three: ranks.filter((rank) => rank >= 0 && rank < 3).length,
  };
}

/** How many queries are answered by saying that nothing, or only something near, was found: of those without an answer, and of those with one. */
export function honesty(search: Search): { unanswerable: number; answerable: number } {
  const doubts = (query: string) => {
    const { hits, sure, foreign } = search(query);
    return hits.length === 0 || !sure || foreign.length > 0;
  };
  return { unanswerable: unanswerable.filter(doubts).length, answerable: answerable.filter(({ query }) => doubts(query)).length };
}

/** How many snippets show the sentence that answers, of the queries whose sentence stands in the guide. */
export function snippetsThatAnswer(search: Search, sections: readonly Section[]): { known: number; shown: number } {
  const tight = (text: string) => text.replace(/\s/gu, '').toLowerCase();
  const shows = (text: string, words: readonly string[]) => words.some((word) => tight(text).includes(tight(word)));
  const all = sections.map(wordsOf).join('\n');
  const known = answers.filter(({ words }) => shows(all, words));
  const shown = known.filter(({ query, words }) => {
    const { hits, matched } = search(query);
    const hit = hits.slice(0, 3).find(({ section }) => shows(wordsOf(section), words));
    const quoted = hit ? snippet(hit.section, matched).map(({ text }) => text) : [];
    return shows(quoted.join(''), words);
  });
  return { known: known.length, shown: shown.length };
}

const wordsOf = ({ text, corrections = '' }: Section) => `${text} ${corrections}`;
