import type { Outline } from './outline.ts';

/**
 * From this many chapters on a guide is large: its pages no longer name each other one by one, share their stylesheets
 * instead of carrying them, and do not stand together on one page.
 */
export const largeFrom = 40;

export function isLarge({ chapters }: Pick<Outline, 'chapters'>): boolean {
  return chapters.length >= largeFrom;
}

/** A part of the guide as the sidebar of a page shows it. */
export interface Leg {
  label: string;
  /** Where a part leads whose chapters are not listed; undefined where they are. */
  path: string | undefined;
  chapters: readonly { number: number; label: string; path: string }[];
}

/** Parts on either side of the own one that a page of a large guide names, and chapters on either side of the current one. */
const reach = { parts: 3, chapters: 10 } as const;

/**
 * The journey as the page at a path shows it: every chapter, or in a large guide those of the page's own part and the
 * names of the parts around it. Its length does not grow with the guide, so that the site grows with its chapters and not
 * with their square.
 */
export function journeyFrom(outline: Outline, path: string): Leg[] {
  if (!isLarge(outline)) return outline.parts.map(({ label, chapters }) => ({ label, path: undefined, chapters }));
  const own = outline.parts.findIndex(({ chapters }) => chapters.some((chapter) => chapter.path === path));
  return around(outline.parts, Math.max(0, own), reach.parts).map((part) => {
    if (part !== outline.parts[own]) return { label: part.label, path: part.chapters[0]?.path, chapters: [] };
    const at = part.chapters.findIndex((chapter) => chapter.path === path);
    return { label: part.label, path: undefined, chapters: around(part.chapters, at, reach.chapters) };
  });
}

/** The road as home and the 404 page show it: a line a chapter, or in a large guide a line a part. */
export function roadOf(outline: Outline): { number: number; label: string; summary: string; path: string; minutes: number }[] {
  if (!isLarge(outline)) return outline.chapters;
  return outline.parts.flatMap(({ label, chapters }) => {
    const [first] = chapters;
    const minutes = chapters.reduce((sum, chapter) => sum + chapter.minutes, 0);
    return first
      ? [{ number: first.number, label, summary: `${chapters.length} 章，从「${first.label}」起`, path: first.path, minutes }]
      : [];
  });
}

function around<T>(items: readonly T[], at: number, count: number): readonly T[] {
  return items.slice(Math.max(0, at - count), at + count + 1);
}
