export type Alias = Record<'chapter' | 'id' | 'path', string | undefined>;

/**
 * Parses an alias as authors write it: an earlier id of the same chapter (`log-in`), an id from another chapter
 * (`steps#log-in`), or a path that leads here (`/pay/`). Returns undefined for anything else.
 */
export function parseAlias(text: string): Alias | undefined {
  const written = /^(?:(?<path>\/(?:[a-z0-9-]+\/)+)|(?:(?<chapter>[a-z][a-z0-9-]*)#)?(?<id>[a-z][a-z0-9-]*))$/u.exec(text)?.groups;
  return written && { chapter: written['chapter'], id: written['id'], path: written['path'] };
}

/** Parses the aliases of a heading, separated by spaces; anything that is not an alias is skipped. */
export function parseAliases(text: string): Alias[] {
  return text.split(/\s+/u).flatMap((each) => parseAlias(each) ?? []);
}

/** The parts of a chapter that an address can lead to: the chapter itself, by its paths, and its headings. */
interface Addressed {
  id: string;
  aliases: readonly string[];
  headings: readonly { id: string; text: string; aliases: readonly Alias[] }[];
}

/** The name of a chapter and its earlier ones, as in chapter#id. */
export function namesOf({ id, aliases }: Pick<Addressed, 'id' | 'aliases'>): string[] {
  return [id, ...aliases.map((path) => path.replaceAll('/', ''))];
}

export type Redirect = ReturnType<typeof buildRedirects>[number];

/** Every path that redirects, from the aliases of chapters and headings, with the words for its page and the chapter it ends in. */
export function buildRedirects(chapters: readonly (Addressed & { title: string; description: string })[]) {
  return chapters.flatMap(({ id: chapter, title, description, aliases, headings }) => [
    ...aliases.map((from) => ({ from, to: `/${chapter}/`, title, description, chapter })),
    ...headings.flatMap(({ id, text, aliases: earlier }) =>
      earlier.flatMap(({ path }) => (path ? [{ from: path, to: `/${chapter}/#${id}`, title: text, description, chapter }] : [])),
    ),
  ]);
}

/** Ids that have moved to another chapter: the signposts that each chapter keeps for them, by the id of the chapter. */
export function buildSignposts(chapters: readonly Addressed[]) {
  const homes = new Map(chapters.flatMap((chapter) => namesOf(chapter).map((name) => [name, chapter.id])));
  const posts = new Map<string, { id: string; to: string; text: string }[]>();
  for (const { id: chapter, headings } of chapters)
    for (const { id: now, text, aliases } of headings)
      for (const { chapter: then = '', id } of aliases) {
        const home = homes.get(then);
        if (home && id) posts.set(home, [...(posts.get(home) ?? []), { id, to: `/${chapter}/#${now}`, text }]);
      }
  return posts;
}
