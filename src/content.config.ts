import { defineCollection } from 'astro:content';
import { textLoader } from './collections/text-loader.ts';

/** The chapters and the data of the guide as they are written; collections/guide.ts parses them. */
export const collections = {
  guide: defineCollection({ loader: textLoader('content/guide', '.mdx') }),
  data: defineCollection({ loader: textLoader('content', '.yaml') }),
};
