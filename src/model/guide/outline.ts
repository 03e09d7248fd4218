import type { Alias } from '../links/aliases.ts';
import type { FrontMatter, Part } from '../schemas.ts';

/** A chapter with what its text contains. */
export interface Chapter extends FrontMatter {
  /** The name of its file, and its address. */
  id: string;
  headings: readonly Heading[];
  cites: readonly string[];
  minutes: number;
  steps: Passage[];
  questions: Passage[];
}

/** A heading, with the words below it. */
export interface Heading {
  /** 2 or 3, as in h2 and h3. */
  depth: number;
  id: string;
  text: string;
  /** The words under it, up to the next heading, without citations and corrections. */
  body: string;
  /** The words of its corrections, which begin with a wrong claim. */
  corrections: string;
  aliases: readonly Alias[];
}

/** A step or a problem: its heading, and what to do as plain text. */
export interface Passage {
  id: string;
  name: string;
  text: string;
}

/** The guide in reading order: its parts, and each chapter with its number and path. */
export interface Outline {
  parts: { id: string; label: string; chapters: NumberedChapter[] }[];
  chapters: NumberedChapter[];
}

/** A chapter with its place in the outline. */
export interface NumberedChapter extends Chapter {
  number: number;
  path: string;
}

/** Puts chapters into the order of outline.yaml. Expects an outline that the content audit has passed. */
export function buildOutline(parts: readonly Part[], chapters: readonly Chapter[]): Outline {
  const byId = new Map(chapters.map((chapter) => [chapter.id, chapter]));
  let number = 0;
  const built = parts.map((part) => ({
    ...part,
    chapters: part.chapters.flatMap((id) => {
      const chapter = byId.get(id);
      return chapter ? [{ ...chapter, number: ++number, path: `/${id}/` }] : [];
    }),
  }));
  return { parts: built, chapters: built.flatMap((part) => part.chapters) };
}

/** What changed in the whole guide: the newest day first, and within a day in the order of the chapters. */
export function listChanges({ chapters }: Pick<Outline, 'chapters'>) {
  return chapters
    .flatMap((chapter) => chapter.changes.map((change) => ({ ...change, chapter })))
    .sort((a, b) => b.day.localeCompare(a.day));
}

/** How many chapters before and after the current one a sidebar lists. */
const sidebarRadius = 20;

/**
 * The chapters around the page at `path` by part, or around the first one if the page is not a chapter. The list is bounded,
 * so that the size of the site grows with the number of chapters and not with its square.
 */
export function sidebarParts(outline: Outline, path: string): Outline['parts'] {
  const current = outline.chapters.find((chapter) => chapter.path === path)?.number ?? 1;
  return outline.parts
    .map((part) => ({ ...part, chapters: part.chapters.filter(({ number }) => Math.abs(number - current) <= sidebarRadius) }))
    .filter(({ chapters }) => chapters.length > 0);
}
