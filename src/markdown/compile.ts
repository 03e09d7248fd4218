import { Fragment, jsx, jsxs } from 'astro/jsx-runtime';
import { Renderer } from 'astro/runtime/server/index.js';
import { evaluate, type EvaluateOptions } from 'satteri';
import { markHeadings } from './mark-headings.ts';
import { features } from './parse.ts';

/** What `<Content components={…} />` draws. */
export type Content = (props: Record<string, unknown>) => unknown;

/**
 * A chapter's words as a component, drawn by the renderer of @astrojs/mdx. The compiler is the one that @astrojs/mdx calls
 * too; it is called here, when a page is drawn, and not by the bundler: as modules of the bundle a thousand chapters would
 * take more time and memory than all the rest of a build. Chapters import nothing and hold no expressions (readChapter
 * refuses both), so there is nothing in them for a bundler to see.
 */
export function compileChapter(source: string): Content {
  const runtime = { Fragment, jsx, jsxs } as Pick<EvaluateOptions, 'Fragment' | 'jsx' | 'jsxs'>;
  const compiled = evaluate(source, { ...runtime, features, mdastPlugins: [markHeadings], elementAttributeNameCase: 'html' });
  const draw = (compiled as { default: Content }).default;
  return Object.assign((props: Record<string, unknown>) => draw(props), {
    [Symbol.for('mdx-component')]: true,
    [Renderer]: 'astro:jsx',
  });
}
