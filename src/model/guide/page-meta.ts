import type { Redirect } from '../links/aliases.ts';
import type { Outline, NumberedChapter } from './outline.ts';

/** What the head of a page says of it. Days are calendar days; paths are below the base path. */
export interface PageMeta {
  /** The page's own heading; the head adds the name of the site. */
  title: string;
  description: string;
  path: string;
  /** The name of its preview card in /cards/. */
  card: string;
  /** `whole` and `tool` are kept out of search engines; `unlisted` has no address of its own. */
  kind: 'home' | 'chapter' | 'page' | 'whole' | 'tool' | 'unlisted';
  published?: string;
  reviewed?: string;
}

export function chapterMeta({ title, description, path, published, reviewed, id }: NumberedChapter): PageMeta {
  return { title, description, path, card: id, kind: 'chapter', published, reviewed };
}

/** A page that leads on: previews show it by its own title, search engines go to its chapter. */
export function redirectMeta({ title, chapter }: Redirect, outline: Outline): PageMeta {
  const { description, path } = outline.chapters.find(({ id }) => id === chapter)!;
  return { title, description, path, card: chapter, kind: 'page' };
}
