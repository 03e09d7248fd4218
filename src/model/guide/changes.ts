import type { NumberedChapter, Outline } from './outline.ts';

/** Something that changed in a chapter, on a calendar day. */
export interface Change {
  day: string;
  text: string;
  chapter: NumberedChapter;
}

/** What changed in the whole guide: the newest day first, and within a day in the order of the chapters. */
export function listChanges({ chapters }: Pick<Outline, 'chapters'>): Change[] {
  return chapters
    .flatMap((chapter) => chapter.changes.map((change) => ({ ...change, chapter })))
    .sort((a, b) => b.day.localeCompare(a.day) || a.chapter.number - b.chapter.number);
}
