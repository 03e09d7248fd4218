import type { APIRoute } from 'astro';
import { getGuide } from '../collections/guide.ts';
import { addressOn, twinOf } from '../model/links/href.ts';
import { otherPages } from '../model/guide/pages.ts';
import { site as guide } from '../site.ts';

/** What there is to read, for programs: each chapter's Markdown with the sentence that answers it (llmstxt.org). */
export const GET: APIRoute = async ({ site }) => {
  const { outline } = await getGuide();
  const address = addressOn(site, import.meta.env.BASE_URL);
  const parts = outline.parts.map(({ label, chapters }) =>
    [`## ${label}`, '', ...chapters.map(({ title, path, description }) => `- [${title}](${address(twinOf(path))}): ${description}`)].join(
      '\n',
    ),
  );
  const others = [otherPages.planner, otherPages.sources, otherPages.all, otherPages.about, otherPages.changes].map(
    ({ title, path }) => `- [${title}](${address(twinOf(path))})`,
  );
  const text = [`# ${guide.name}`, `> ${guide.description}`, guide.independence, ...parts, ['## 查证', '', ...others].join('\n')];
  return new Response(`${text.join('\n\n')}\n`);
};
