import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'yaml';

const perPart = 20;

/**
 * Puts a guide of `count` chapters into a copy of the project: the six of the guide, and short ones made of its own
 * sections, with titles and ids of their own, in parts of twenty. Each links to its neighbour and to the guide.
 */
export function growBook(folder: string, count: number): void {
  const guide = join(folder, 'content/guide');
  const sections = ['overview', 'prerequisites', 'after-renewal', 'summary'].flatMap((chapter) =>
    sectionsOf(readFileSync(join(guide, `${chapter}.mdx`), 'utf8'), chapter),
  );
  const added = Array.from({ length: count - 6 }, (_, index) => index + 7);
  writeFileSync(join(folder, 'content/permalinks.yaml'), '{}\n');
  mkdirSync(guide, { recursive: true });
  for (const number of added) writeFileSync(join(guide, `${idOf(number)}.mdx`), chapterOf(number, added.length + 6, sections));
  const own = readFileSync(join(folder, 'content/outline.yaml'), 'utf8');
  const parts = Object.values(Object.groupBy(added, (number) => Math.floor((number - 7) / perPart))).map((numbers = []) => ({
    id: `part-${numbers[0]}`,
    label: `附录，第 ${numbers[0]} 章起`,
    chapters: numbers.map(idOf),
  }));
  writeFileSync(join(folder, 'content/outline.yaml'), parts.length ? own + stringify(parts) : own);
}

const idOf = (number: number) => `chapter-${number}`;

interface Section {
  title: string;
  id: string;
  body: string;
}

/** The sections of a chapter, with links made whole and without what belongs to one place alone. */
function sectionsOf(source: string, chapter: string): Section[] {
  return source
    .split(/^## /mu)
    .slice(1)
    .map((text) => {
      const [heading = '', ...lines] = text.split('\n');
      const [, title = '', id = ''] = /^(.*?) \{#([a-z-]+)/u.exec(heading) ?? [];
      const body = lines
        .join('\n')
        .replaceAll(/<Correction[\s\S]*?<\/Correction>/gu, '')
        .replaceAll(/<Figure[^>]*>/gu, '')
        .replaceAll(/\]\(#/gu, `](/${chapter}/#`)
        .replaceAll(/\n{3,}/gu, '\n\n')
        .trim();
      return { title, id, body };
    })
    .filter(({ body }) => !/<\/?(?:Checklist|Problem|Steps?)\b|^###/mu.test(body));
}

function chapterOf(number: number, count: number, sections: readonly Section[]): string {
  const pick = [sections[number % sections.length]!];
  const next = number < count ? number + 1 : 7;
  return `---
title: 附录 ${number}：${pick[0]!.title}
label: 附录 ${number}
description: 第 ${number} 章，说说${pick[0]!.title}。
summary: 第 ${number} 章
published: 2026-11-23
reviewed: 2026-11-23
changes: [{ day: 2026-11-23, text: 第 ${number} 章首次发布。 }]
---

${pick.map(({ title, id, body }, at) => `## ${title}（${number}）{#${id}-${number}-${at + 1}}\n\n${body}`).join('\n\n')}

接着看[附录 ${next}](/${idOf(next)}/)，或者回到[续费步骤](/steps/#sign-in)。
`;
}
