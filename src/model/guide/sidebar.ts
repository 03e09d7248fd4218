import type { Outline } from './outline.ts';

/** A part of the guide as the sidebar of a page shows it. */
export interface SidebarPart {
  label: string;
  chapters: readonly { number: number; label: string; path: string }[];
}

/** How many chapters before and after the current one a sidebar lists. */
const reach = 20;

/**
 * The chapters around the page at `path` by part; around the first one where the page is no chapter. The length of the list
 * is bounded, so that the bytes of the site grow with the number of chapters and not with its square.
 */
export function sidebarParts(outline: Outline, path: string): SidebarPart[] {
  const current = outline.chapters.find((chapter) => chapter.path === path)?.number ?? 1;
  return outline.parts
    .map(({ label, chapters }) => ({ label, chapters: chapters.filter(({ number }) => Math.abs(number - current) <= reach) }))
    .filter(({ chapters }) => chapters.length > 0);
}
