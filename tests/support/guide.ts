import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { readChapter } from '../../src/markdown/read-chapter.ts';
import { buildOutline, type Outline } from '../../src/model/guide/outline.ts';
import { chapterSchema, type Part, type SearchWords } from '../../src/model/schemas.ts';

const content = new URL('../../content/', import.meta.url);
const read = (file: string) => readFileSync(new URL(file, content), 'utf8');

/** The guide as it stands in content/, read without Astro. */
export function readGuide(): { outline: Outline; words: SearchWords } {
  const parts = parse(read('outline.yaml')) as Part[];
  const chapters = parts
    .flatMap((part) => part.chapters)
    .map((id) => {
      const source = read(`guide/${id}.mdx`);
      const { headings, steps, questions } = readChapter(id, source);
      const front = chapterSchema.parse(parse(/^---\n([\s\S]*?)\n---/u.exec(source)![1]!));
      return { ...front, id, places: headings, steps, questions, cites: [], minutes: 1 };
    });
  return { outline: buildOutline(parts, chapters), words: parse(read('search.yaml')) as SearchWords };
}
