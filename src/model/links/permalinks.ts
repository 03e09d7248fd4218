import { z } from 'astro/zod';
import { daySchema } from '../schemas.ts';
import type { YamlReading } from '../yaml-source.ts';

/** content/permalinks.yaml: every path ever published, and under it every heading id, each with the day of its first record. */
export const permalinkSchema = z.record(
  z.string().regex(/^\/(?:[a-z0-9-]+\/)*$/u, { error: 'a path begins and ends with a slash' }),
  z.strictObject({ published: daySchema, ids: z.record(z.string().regex(/^[a-z][a-z0-9-]*$/u), daySchema).default({}) }),
);
type Permalinks = z.infer<typeof permalinkSchema>;

/** Reports each recorded address that no longer works. `answered` has the ids on each path, or on the page a path redirects to. */
export function checkPermalinks({ data, lineOf, refuse }: YamlReading<Permalinks>, answered: ReadonlyMap<string, readonly string[]>): void {
  for (const [path, { published, ids }] of Object.entries(data ?? {})) {
    const known = answered.get(path);
    if (!known) refuse(lineOf([path]), 'lostPath', path, published);
    for (const [id, day] of Object.entries(known ? ids : {}))
      if (!known?.includes(id)) refuse(lineOf([path, 'ids', id]), 'lostId', path, id, day, path.replaceAll('/', ''));
  }
}

/** Addresses that are not in the registry yet, such as /steps/ or /steps/#sign-in. `headings` has the ids of headings on each path. */
export function unrecorded(data: Permalinks, headings: ReadonlyMap<string, readonly string[]>) {
  return [...headings].flatMap(([path, all]): { path: string; id?: string }[] => [
    ...(Object.hasOwn(data, path) ? [] : [{ path }]),
    ...all.filter((id) => !Object.hasOwn(data[path]?.ids ?? {}, id)).map((id) => ({ path, id })),
  ]);
}
