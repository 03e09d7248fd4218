import { defineCollection } from 'astro:content';
import { file, glob } from 'astro/loaders';
import { chapterSchema, claimSchema, partSchema, sourceSchema } from './model/schemas.ts';

export const collections = {
  guide: defineCollection({ loader: glob({ base: 'content/guide', pattern: '*.mdx' }), schema: chapterSchema }),
  outline: defineCollection({ loader: file('content/outline.yaml'), schema: partSchema }),
  sources: defineCollection({ loader: file('content/sources.yaml'), schema: sourceSchema }),
  claims: defineCollection({ loader: file('content/claims.yaml'), schema: claimSchema }),
};
