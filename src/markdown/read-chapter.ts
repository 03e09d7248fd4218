import type { MdastNode } from 'satteri';
import { parseAliases } from '../model/links/aliases.ts';
import type { Chapter, Heading, Passage } from '../model/guide/outline.ts';
import { readingMinutes } from '../model/guide/reading-time.ts';
import { joinLines } from '../model/join-lines.ts';
import type { Refuse } from '../model/refusals.ts';
import { chapterSchema, type FrontMatter } from '../model/schemas.ts';
import { readYaml, type YamlReading } from '../model/yaml-source.ts';
import { attributesOf, childrenOf, headingAttributes, idPattern, isElement, lineOf, parseChapter, textOf } from './parse.ts';
import type { Element } from './parse.ts';

/** A chapter, read once for every use: what it contains, with the lines of its file. */
export interface ChapterSource extends Pick<Chapter, 'steps' | 'questions'> {
  file: string;
  /** The whole text, and the part below the front matter. */
  source: string;
  body: string;
  front: YamlReading<FrontMatter>;
  /** Refuses a line of the file. */
  refuse: Refuse;
  headings: (Heading & { line: number })[];
  links: { to: string; line: number }[];
  cites: { id: string; line: number }[];
  corrections: { claim: number; line: number }[];
  /** The text with positions; undefined if it is not MDX, and then nothing else is known of it. */
  tree: MdastNode | undefined;
}

/** Reads one MDX chapter, and refuses what cannot be read; what else is wrong is for src/checks to find. Never throws for bad input. */
export function readChapter(file: string, source: string, refuse: Refuse = () => undefined): ChapterSource {
  const [, yaml, body = source] = /^---\n([\s\S]*?\n)---(?:\n([\s\S]*))?$/u.exec(source) ?? [];
  if (!yaml) refuse(1, 'noFrontMatter');
  const front = readYaml(yaml, chapterSchema, refuse, 2);
  // Blanks replace the front matter, one for each UTF-16 unit, so that the text keeps its positions.
  const tree = parseChapter(source.slice(0, source.length - body.length).replaceAll(/[^\n]/g, ' ') + body, refuse);
  const lists = { headings: [], links: [], cites: [], corrections: [], steps: [], questions: [] };
  const chapter: ChapterSource = { file, source, body, front, refuse, tree, ...lists };
  if (tree) readText(chapter, tree);
  return chapter;
}

/** A chapter as plain data for its page, search and the feed; undefined if its front matter is wrong. */
export function toChapter(id: string, { front, body, headings, cites, steps, questions }: ChapterSource): Chapter | undefined {
  const cited = [...new Set(cites.map((cite) => cite.id))];
  return front.data && { ...front.data, id, headings, cites: cited, minutes: readingMinutes(body), steps, questions };
}

/** Collects what a chapter contains. */
function readText(chapter: ChapterSource, tree: MdastNode): void {
  let words: Heading | undefined;
  const visit = (node: MdastNode, part: 'body' | 'corrections' | undefined): void => {
    const line = lineOf(node);
    if (node.type === 'heading') {
      const { id = '', aliases: typed = '' } = headingAttributes(node);
      const aliases = parseAliases(typed);
      const heading = { depth: node.depth, id, text: textOf(node), body: '', corrections: '', aliases, line };
      if (idPattern.test(id)) chapter.headings.push(heading);
      words = heading;
      part = undefined;
    }
    if (node.type === 'link') chapter.links.push({ to: node.url, line });
    if (isElement(node)) readElement(chapter, node, line);
    if (isElement(node) && node.name === 'Correction') part &&= 'corrections';
    if (part && words) {
      // A space sets apart whatever is not known to be inline.
      if (!withinLine.has(node.type) && !words[part].endsWith(' ')) words[part] += ' ';
      if (node.type === 'text' || node.type === 'inlineCode') words[part] += node.value;
      if (isElement(node) && attributesOf(node)['title']) words[part] += `${attributesOf(node)['title']} `;
    }
    for (const child of childrenOf(node)) visit(child, part);
  };
  visit(tree, 'body');
  for (const each of chapter.headings) for (const part of ['body', 'corrections'] as const) each[part] = joinLines(each[part].trim());
}

const withinLine = new Set(['text', 'inlineCode', 'strong', 'emphasis', 'delete', 'link', 'mdxJsxTextElement']);

function readElement(chapter: ChapterSource, element: Element, line: number): void {
  const { name } = element;
  const { id, to, claims = '' } = attributesOf(element);
  if (name === 'Cite' && id) chapter.cites.push({ id, line });
  if (name === 'Otherwise' && to) chapter.links.push({ to, line });
  if (name === 'Correction')
    for (const [claim] of claims.matchAll(/(?<!\S)[1-9]\d{0,2}(?!\S)/gu)) chapter.corrections.push({ claim: Number(claim), line });
  if (name === 'Step') chapter.steps.push(passage(element, element));
  const fixes = childrenOf(element).find((child) => isElement(child) && child.name === 'Fixes');
  if (name === 'Problem') chapter.questions.push(passage(element, fixes));
}

/** The first heading of an element, and the paragraphs and list items directly in `parent`, one a line. */
function passage(element: Element, parent: MdastNode | undefined): Passage {
  const heading = childrenOf(element).find((child) => child.type === 'heading');
  const blocks = parent ? childrenOf(parent) : [];
  const lines = blocks.flatMap((block): MdastNode[] =>
    block.type === 'list' ? block.children : block.type === 'paragraph' ? [block] : [],
  );
  const { id = '' } = heading ? headingAttributes(heading) : {};
  return { id, name: heading ? textOf(heading) : '', text: lines.map(textOf).join('\n') };
}
