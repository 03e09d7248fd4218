import { z } from 'astro/zod';
import type { Issue } from '../issue.ts';
import { daySchema } from '../schemas.ts';
import { readYaml } from '../yaml-source.ts';

/** content/permalinks.yaml: every path ever published, and under it every heading id, each with the day of its first record. */
export const permalinkSchema = z.record(
  z.string().regex(/^\/(?:[a-z0-9-]+\/)*$/u, { error: 'a path begins and ends with a slash' }),
  z.strictObject({ published: daySchema, ids: z.record(z.string().regex(/^[a-z][a-z0-9-]*$/u), daySchema).default({}) }),
);
export type Permalinks = z.infer<typeof permalinkSchema>;

/** What a build offers at a path: all its ids, its headings, and the path it leads on to where it is a redirect. */
export interface Published {
  path: string;
  ids: readonly string[];
  headings: readonly string[];
  redirect: string | undefined;
}

const file = 'content/permalinks.yaml';

/** Reports each recorded address that a build no longer answers, and says what to write. */
export function auditPermalinks(source: string, pages: readonly Published[]): Issue[] {
  const { data, issues, lineOf } = readYaml(file, source, permalinkSchema);
  if (!data) return issues;
  const byPath = new Map(pages.map((page) => [page.path, page]));
  return Object.entries(data).flatMap(([path, { published, ids }]): Issue[] => {
    const page = byPath.get(path);
    if (!page)
      return [
        {
          file,
          line: lineOf([path]),
          message: `${path} was published on ${published} and leads nowhere now`,
          fix: `Put it back, or let what takes its place lead on: “aliases: [${path}]” in the front matter of a chapter, or ## 标题 {#id aliases="${path}"} at a heading.`,
        },
      ];
    const end = byPath.get(page.redirect ?? '') ?? page;
    const chapter = path.replaceAll('/', '');
    return Object.entries(ids)
      .filter(([id]) => !end.ids.includes(id))
      .map(([id, day]) => ({
        file,
        line: lineOf([path, 'ids', id]),
        message: `${path}#${id} was published on ${day} and leads nowhere now`,
        fix: `Put the heading back, or let the one that takes its place lead on: ## 标题 {#new-id aliases="${id}"} in the same chapter, {#new-id aliases="${chapter}#${id}"} in another one.`,
      }));
  });
}

/** Addresses of a build that the registry does not hold yet, such as /steps/ or /steps/#sign-in. */
export function unrecorded(data: Permalinks, pages: readonly Published[]): { path: string; id: string | undefined }[] {
  return pages.flatMap(({ path, headings }) => [
    ...(Object.hasOwn(data, path) ? [] : [{ path, id: undefined }]),
    ...headings.filter((id) => !Object.hasOwn(data[path]?.ids ?? {}, id)).map((id) => ({ path, id })),
  ]);
}
