/**
 * Another address of a place: an earlier id of the same chapter (`log-in`), an id that stood in another chapter
 * (`steps#log-in`), or a path that leads here (`/pay/`).
 */
export interface Alias {
  chapter: string | undefined;
  id: string | undefined;
  path: string | undefined;
}

/** Reads one alias as authors write it; undefined where it is none. */
export function parseAlias(text: string): Alias | undefined {
  if (/^\/(?:[a-z0-9-]+\/)+$/u.test(text)) return { chapter: undefined, id: undefined, path: text };
  const match = /^(?:([a-z][a-z0-9-]*)#)?([a-z][a-z0-9-]*)$/u.exec(text);
  return match ? { chapter: match[1], id: match[2], path: undefined } : undefined;
}

/** A heading of a chapter as the model knows it. */
export interface Place {
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

/** An address that leads on to another one; published as a page of its own. */
export interface Redirect {
  from: string;
  to: string;
  title: string;
  /** The chapter it ends in. */
  chapter: string;
}

/** Every path that leads on, from the aliases of chapters and of their headings. */
export function buildRedirects(
  chapters: readonly { id: string; title: string; aliases: readonly string[]; places: readonly Place[] }[],
): Redirect[] {
  return chapters.flatMap(({ id, title, aliases, places }) => [
    ...aliases.map((from) => ({ from, to: `/${id}/`, title, chapter: id })),
    ...places.flatMap((place) =>
      place.aliases.flatMap(({ path }) => (path ? [{ from: path, to: `/${id}/#${place.id}`, title: place.text, chapter: id }] : [])),
    ),
  ]);
}

/** An id that stood in one chapter and now leads into another. */
export interface Signpost {
  id: string;
  to: string;
  text: string;
}

/** What chapters keep as signposts of headings that moved away, by the id of the chapter they stood in. */
export function buildSignposts(
  chapters: readonly { id: string; aliases: readonly string[]; places: readonly Place[] }[],
): Map<string, Signpost[]> {
  const owner = new Map(
    chapters.flatMap(({ id, aliases }) => [id, ...aliases.map((path) => path.replaceAll('/', ''))].map((name) => [name, id])),
  );
  const posts = new Map<string, Signpost[]>();
  for (const { id: chapter, places } of chapters)
    for (const place of places)
      for (const alias of place.aliases) {
        const home = alias.id && alias.chapter && owner.get(alias.chapter);
        if (home) posts.set(home, [...(posts.get(home) ?? []), { id: alias.id!, to: `/${chapter}/#${place.id}`, text: place.text }]);
      }
  return posts;
}
