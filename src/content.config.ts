import { defineCollection } from 'astro:content';
import { file } from 'astro/loaders';
import { z } from 'astro/zod';
import { parse } from 'yaml';
import { chapterLoader } from './collections/chapter-loader.ts';
import type { Chapter } from './model/guide/outline.ts';
import { claimSchema, partSchema, searchSchema, sourceSchema } from './model/schemas.ts';

export const collections = {
  guide: defineCollection({ loader: chapterLoader('content/guide'), schema: z.custom<Chapter>() }),
  outline: oneEntry('outline', z.array(partSchema)),
  search: oneEntry('search', searchSchema),
  sources: oneEntry('sources', z.array(sourceSchema)),
  claims: oneEntry('claims', z.array(claimSchema)),
};

/** A whole file of content/ as one entry, because Astro sorts entries by id, and the order of the file matters. */
function oneEntry<Schema extends z.ZodType>(name: string, schema: Schema) {
  const loader = file(`content/${name}.yaml`, { parser: (text) => ({ [name]: { content: parse(text) } }) });
  return defineCollection({ loader, schema: z.strictObject({ content: schema }) });
}
