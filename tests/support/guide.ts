import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { readChapter, toChapter } from '../../src/markdown/read-chapter.ts';
import { buildOutline, type Outline } from '../../src/model/guide/outline.ts';
import type { Part, SearchWords } from '../../src/model/schemas.ts';

const content = new URL('../../content/', import.meta.url);
const read = (file: string) => readFileSync(new URL(file, content), 'utf8');

/** The guide in content/, read without Astro. */
export function readGuide(): { outline: Outline; words: SearchWords } {
  const parts = parse(read('outline.yaml')) as Part[];
  const chapters = parts
    .flatMap((part) => part.chapters)
    .map((id) => toChapter(id, readChapter(`content/guide/${id}.mdx`, read(`guide/${id}.mdx`)))!);
  return { outline: buildOutline(parts, chapters), words: parse(read('search.yaml')) as SearchWords };
}
