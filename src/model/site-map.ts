import type { Redirect } from './aliases.ts';
import type { Target } from './healing.ts';
import type { Outline } from './outline.ts';

/** The pages beside the chapters, with their headings. */
export const otherPages = [
  {
    path: '/sources/',
    title: '来源与核对',
    headings: [
      { id: 'sources', text: '引用的来源' },
      { id: 'claims', text: '原文逐条核对' },
    ],
  },
] as const satisfies readonly Target[];

/** Everything a link can mean: home, chapters, other pages, and the addresses that lead on. */
export function buildTargets(outline: Outline, redirects: readonly Redirect[]): Target[] {
  return [
    { path: '/', title: '首页', headings: [] },
    ...outline.chapters.map(({ path, label, places }) => ({
      path,
      title: label,
      headings: places.map(({ id, text }) => ({ id, text })),
    })),
    ...otherPages,
    ...redirects.map(({ from, title }) => ({ path: from, title, headings: [] })),
  ];
}
