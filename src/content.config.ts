import { defineCollection } from 'astro:content';
import { file } from 'astro/loaders';
import { chapterLoader } from './collections/chapter-loader.ts';
import { z } from 'astro/zod';
import { parse } from 'yaml';
import type { Chapter } from './model/guide/outline.ts';
import { claimSchema, partSchema, searchSchema, sourceSchema } from './model/schemas.ts';

/** The parser of the audit, so that both read the same. */
const parser = (text: string) => parse(text) as Record<string, unknown>[];

export const collections = {
  guide: defineCollection({ loader: chapterLoader('content/guide'), schema: z.custom<Chapter>() }),
  outline: defineCollection({
    // One entry for the whole file: Astro sorts entries by id, and here the order is what the file says.
    loader: file('content/outline.yaml', { parser: (text) => ({ parts: { parts: parse(text) } }) }),
    schema: z.strictObject({ parts: z.array(partSchema) }),
  }),
  search: defineCollection({
    loader: file('content/search.yaml', { parser: (text) => ({ words: parse(text) }) }),
    schema: searchSchema,
  }),
  sources: defineCollection({ loader: file('content/sources.yaml', { parser }), schema: sourceSchema }),
  claims: defineCollection({ loader: file('content/claims.yaml', { parser }), schema: claimSchema }),
};
