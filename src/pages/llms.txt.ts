import type { APIRoute } from 'astro';
import { address } from '../components/href.ts';
import { getGuide } from '../collections/guide.ts';
import { twinOf } from '../model/links/href.ts';
import { footerPages } from '../model/guide/pages.ts';
import { site } from '../site.ts';

/** What there is to read, for programs: each chapter's Markdown with the sentence that answers it (llmstxt.org). */
export const GET: APIRoute = async () => {
  const { outline } = await getGuide();
  const link = (title: string, path: string) => `- [${title}](${address(twinOf(path))})`;
  const lists = [
    ...outline.parts.map(
      ({ label, chapters }) => [label, chapters.map((chapter) => `${link(chapter.title, chapter.path)}: ${chapter.description}`)] as const,
    ),
    ['查证', footerPages.map(({ label, path }) => link(label, path))] as const,
  ];
  const parts = lists.map(([label, links]) => `## ${label}\n\n${links.join('\n')}`);
  return new Response(`${[`# ${site.name}`, `> ${site.description}`, site.independence, ...parts].join('\n\n')}\n`);
};
