import { z } from 'astro/zod';
import type { RefuseIn } from '../refusals.ts';
import { daySchema } from '../schemas.ts';
import { readYaml, type YamlReading } from '../yaml-source.ts';

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

/** Reports each recorded address that a build no longer answers, and says what to write. `source` is the text of the registry. */
export function auditPermalinks(source: string, pages: readonly Published[], refuseIn: RefuseIn): void {
  const idsOf = new Map(pages.map(({ path, ids }) => [path, ids]));
  const answered = new Map(pages.map(({ path, ids, redirect }) => [path, idsOf.get(redirect ?? '') ?? ids]));
  checkPermalinks(readYaml(source, permalinkSchema, refuseIn('content/permalinks.yaml')), answered);
}

/** The same for what is known of addresses otherwise: the ids on each path, where it leads on those of the page it ends in. */
export function checkPermalinks({ data, lineOf, refuse }: YamlReading<Permalinks>, answered: ReadonlyMap<string, readonly string[]>): void {
  for (const [path, { published, ids }] of Object.entries(data ?? {})) {
    const known = answered.get(path);
    if (!known) refuse(lineOf([path]), 'lostPath', path, published);
    for (const [id, day] of Object.entries(known ? ids : {}))
      if (!known?.includes(id)) refuse(lineOf([path, 'ids', id]), 'lostId', path, id, day, path.replaceAll('/', ''));
  }
}

/** Addresses of a build that the registry does not hold yet, such as /steps/ or /steps/#sign-in. */
export function unrecorded(data: Permalinks, pages: readonly Published[]): { path: string; id: string | undefined }[] {
  return pages.flatMap(({ path, headings }) => [
    ...(Object.hasOwn(data, path) ? [] : [{ path, id: undefined }]),
    ...headings.filter((id) => !Object.hasOwn(data[path]?.ids ?? {}, id)).map((id) => ({ path, id })),
  ]);
}
