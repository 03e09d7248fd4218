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
  const written = /^(?:(?<path>\/(?:[a-z0-9-]+\/)+)|(?:(?<chapter>[a-z][a-z0-9-]*)#)?(?<id>[a-z][a-z0-9-]*))$/u.exec(text)?.groups;
  return written && { chapter: written['chapter'], id: written['id'], path: written['path'] };
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

/** What an address can lead to in a chapter: the chapter itself, by its paths, and its headings. */
interface Addressed {
  id: string;
  aliases: readonly string[];
  places: readonly Place[];
}

/** The name of a chapter and its earlier ones, as in chapter#id. */
export function namesOf({ id, aliases }: Pick<Addressed, 'id' | 'aliases'>): string[] {
  return [id, ...aliases.map((path) => path.replaceAll('/', ''))];
}

export type Redirect = ReturnType<typeof buildRedirects>[number];

/** Every path that leads on, from the aliases of chapters and of their headings, with what is said of it and the chapter it ends in. */
export function buildRedirects(chapters: readonly (Addressed & { title: string; description: string })[]) {
  return chapters.flatMap(({ id: chapter, title, description, aliases, places }) => [
    ...aliases.map((from) => ({ from, to: `/${chapter}/`, title, description, chapter })),
    ...places.flatMap(({ id, text, aliases: earlier }) =>
      earlier.flatMap(({ path }) => (path ? [{ from: path, to: `/${chapter}/#${id}`, title: text, description, chapter }] : [])),
    ),
  ]);
}

/** The ids that stood in one chapter and now lead into another: by the id of the chapter they stood in, what it keeps as signposts. */
export function buildSignposts(chapters: readonly Addressed[]) {
  const homes = new Map(chapters.flatMap((chapter) => namesOf(chapter).map((name) => [name, chapter.id])));
  const posts = new Map<string, { id: string; to: string; text: string }[]>();
  for (const { id: chapter, places } of chapters)
    for (const { id: now, text, aliases } of places)
      for (const { chapter: then = '', id } of aliases) {
        const home = homes.get(then);
        if (home && id) posts.set(home, [...(posts.get(home) ?? []), { id, to: `/${chapter}/#${now}`, text }]);
      }
  return posts;
}
