import type { z } from 'astro/zod';
import type { MdastNode } from 'satteri';
import { parseAlias, type Place } from '../model/links/aliases.ts';
import type { Passage, ReadChapter } from '../model/guide/outline.ts';
import { readingMinutes } from '../model/guide/reading-time.ts';
import type { Issue } from '../model/issue.ts';
import { chapterSchema } from '../model/schemas.ts';
import { readYaml, type YamlReading } from '../model/yaml-source.ts';
import { joinLines } from './join-lines.ts';
import { attribute, childrenOf, findDeeper, isElement, lineOf, parseChapter, textOf, walk, type Element } from './parse.ts';
import { figureNames, vocabulary, type Word } from './vocabulary.ts';

/** A chapter as it is read once, for every use: what it holds, with lines of its file, and what is wrong with it by itself. */
export interface ChapterReading {
  front: YamlReading<z.infer<typeof chapterSchema>>;
  /** The text below the front matter. */
  body: string;
  headings: (Place & { line: number })[];
  links: { to: string; line: number }[];
  cites: { id: string; line: number }[];
  corrections: { claim: number; line: number }[];
  steps: Passage[];
  questions: Passage[];
  issues: Issue[];
  /** The whole text with positions; undefined where it is no MDX, so that nothing else is known of it. */
  tree: MdastNode | undefined;
}

/** The text of a file in UTF-8, without a byte order mark, and with LF at the end of its lines. */
export function decodeText(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes).replaceAll('\r\n', '\n');
}

/** Reads one MDX chapter; never throws for bad input. */
export function readChapter(file: string, source: string): ChapterReading {
  const [, front = '', body = source] = /^---\n([\s\S]*?\n)---(?:\n([\s\S]*))?$/u.exec(source) ?? [];
  const reading: ChapterReading = {
    front: readYaml(file, front, chapterSchema, 2),
    body,
    headings: [],
    links: [],
    cites: [],
    corrections: [],
    steps: [],
    questions: [],
    issues: [],
    tree: undefined,
  };
  const refuse = (line: number, message: string, fix: string) => reading.issues.push({ file, line, message, fix });
  if (front) reading.issues.push(...reading.front.issues);
  else refuse(1, 'no front matter', 'Begin the file with --- , the keys of chapterSchema in src/model/schemas.ts, and --- .');
  let tree: MdastNode;
  try {
    // Blanks in place of the front matter, so that every line and character of the text keeps its position.
    tree = parseChapter(source.slice(0, source.length - body.length).replaceAll(/[^\n]/gu, ' ') + body);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const line = Number(/(\d+):\d+/u.exec(message)?.[1] ?? 1);
    refuse(line, `this is not MDX: ${message.split('\n')[0]}`, 'Close every tag that is opened; write < and { in prose as words.');
    return reading;
  }
  const deep = findDeeper(tree, deepest);
  if (deep) {
    refuse(lineOf(deep), `this stands more than ${deepest} levels deep`, 'Lists, quotes and components inside each other: take it apart.');
    return reading;
  }
  reading.tree = tree;
  const lines = source.split('\n');
  const words = wordsUnderHeadings(tree);
  for (const node of walk(tree)) {
    if (node.type === 'heading')
      readHeading(node, lines[lineOf(node) - 1] ?? '', words.get(node) ?? { body: '', corrections: '' }, reading, refuse);
    else if (node.type === 'link') reading.links.push({ to: node.url, line: lineOf(node) });
    else if (node.type === 'image')
      refuse(
        lineOf(node),
        `image ${node.url}: chapters hold no images`,
        'Say it in words, or draw a figure component in src/components/prose.',
      );
    else if (node.type === 'table') readTable(node, refuse);
    else if (node.type in unprinted) {
      const isFootnote = 'identifier' in node && node.identifier.startsWith('^');
      const [message, fix] = unprinted[isFootnote ? 'footnote' : (node.type as keyof typeof unprinted)];
      refuse(lineOf(node), message, fix);
    } else if (node.type === 'text' && node.value.includes('**'))
      refuse(
        lineOf(node),
        'a stray ** would be printed as asterisks',
        'Move the punctuation out of the bold: write **注意**： and not **注意：**.',
      );
    else if (node.type === 'mdxjsEsm')
      refuse(lineOf(node), 'chapters import and export nothing', 'Remove the line; the vocabulary is there by itself.');
    else if (node.type === 'mdxFlowExpression' || node.type === 'mdxTextExpression')
      refuse(lineOf(node), 'chapters hold no { expressions }', 'Write the value itself.');
    else if (isElement(node)) readElement(node, reading, refuse);
  }
  checkDuplicates(reading, refuse);
  return reading;
}

/** A chapter as plain data for its page, search and the feed; undefined where its front matter is wrong. */
export function toChapter(id: string, { front, body, headings, cites, steps, questions }: ChapterReading): ReadChapter | undefined {
  const cited = [...new Set(cites.map((cite) => cite.id))];
  return front.data && { ...front.data, id, places: headings, cites: cited, minutes: readingMinutes(body), steps, questions };
}

/** Levels of a tree; the deepest word of the guide stands on the tenth. */
const deepest = 24;

/** What Markdown leaves out of the page, or draws in a way that nobody has drawn here. */
const unprinted = {
  definition: ['a line such as “[名字]: 地址” is not printed', 'Write the address where the link stands: [文字](/steps/#sign-in).'],
  footnote: ['a footnote', 'Say it in the sentence, or cite a source: <Cite id="O1" />.'],
  linkReference: ['a link whose address stands elsewhere', 'Write the address where the link stands: [文字](/steps/#sign-in).'],
  imageReference: ['chapters hold no images', 'Say it in words, or draw a figure component in src/components/prose.'],
  code: ['a block of code, or one that was never closed', 'Write code within a line, between two `.'],
  toml: ['front matter in TOML', 'Begin the file with --- and YAML.'],
} as const satisfies Record<string, [message: string, fix: string]>;

type Refuse = (line: number, message: string, fix: string) => void;

function readHeading(node: MdastNode & { type: 'heading' }, text: string, words: Words, reading: ChapterReading, refuse: Refuse): void {
  const { id, aliases = '', ...others } = (node.data as { hProperties?: Record<string, string> } | undefined)?.hProperties ?? {};
  if (!id || !/^[a-z][a-z0-9-]*$/u.test(id))
    refuse(
      lineOf(node),
      `heading “${textOf(node)}” has ${id ? `the id “${id}”` : 'no id'}`,
      'End it with an id of lower-case ASCII, such as {#sign-in}.',
    );
  else {
    const written = aliases.split(/\s+/u).filter(Boolean);
    for (const name of written.filter((each) => !parseAlias(each)))
      refuse(lineOf(node), `“${name}” is no alias`, 'Write an earlier id, chapter#id, or a path such as /pay/, with spaces between them.');
    for (const name of Object.keys(others))
      refuse(lineOf(node), `a heading does not take “${name}”`, 'It takes {#id} and {#id aliases="old-id /path/"}.');
    reading.headings.push({
      id,
      text: textOf(node),
      ...words,
      aliases: written.flatMap((each) => parseAlias(each) ?? []),
      depth: node.depth,
      line: lineOf(node),
    });
  }
  const braces = /\{([^{}]*)\}\s*$/u.exec(text)?.[1]?.replaceAll(/"[^"]*"/gu, '') ?? '';
  if (braces.split('#').length > 2)
    refuse(lineOf(node), `heading “${textOf(node)}” has two ids`, 'Keep one, and write the other as an alias: {#id aliases="old-id"}.');
  if (node.depth !== 2 && node.depth !== 3)
    refuse(lineOf(node), `heading “${textOf(node)}” has level ${node.depth}`, 'Use ## or ###; the title of the page is its h1.');
}

function readTable(table: MdastNode & { type: 'table' }, refuse: Refuse): void {
  const [head, ...rows] = table.children.map((row) => ({ cells: row.children.length, line: lineOf(row) }));
  for (const { cells, line } of rows)
    if (cells !== head!.cells)
      refuse(line, `this row has ${cells} cells, and the table ${head!.cells}`, 'Give it as many; a | within a cell is written \\|.');
}

function readElement(element: Element, reading: ChapterReading, refuse: Refuse): void {
  const line = lineOf(element);
  const name = element.name ?? '';
  const words = Object.keys(vocabulary).join(', ');
  if (!Object.hasOwn(vocabulary, name)) return refuse(line, `unknown component <${name}>`, `Use one of ${words}.`);
  const allowed: readonly string[] = vocabulary[name as Word];
  for (const entry of element.attributes)
    if (!('name' in entry) || !allowed.includes(entry.name) || typeof entry.value !== 'string')
      refuse(
        line,
        `<${name}> does not take ${'name' in entry ? `“${entry.name}” like this` : 'an expression'}`,
        `It takes ${allowed.map((key) => `${key}="…"`).join(', ') || 'no attributes'}.`,
      );
  const names = element.attributes.map((entry) => ('name' in entry ? entry.name : ''));
  for (const twice of names.filter((each, index) => names.indexOf(each) !== index))
    refuse(line, `<${name}> has “${twice}” twice`, 'Keep one of the two.');
  if ((name === 'Cite' || name === 'Figure') && childrenOf(element).length)
    refuse(line, `<${name}> prints nothing of what stands in it`, `Close it at once: <${name} ${allowed[0]}="…" />.`);
  const required = (key: string): string => {
    const value = attribute(element, key);
    if (!value) refuse(line, `<${name}> has no ${key}`, `Write <${name} ${key}="…">.`);
    return value ?? '';
  };
  if (name === 'Cite') reading.cites.push({ id: required('id'), line });
  if (name === 'Otherwise') reading.links.push({ to: required('to'), line });
  if (name === 'Figure' && !(figureNames as readonly string[]).includes(required('name')))
    refuse(line, '<Figure> has an unknown name', `Write name="…" with one of ${figureNames.join(', ')}.`);
  if (name === 'Checklist' || name === 'Item') required('id');
  if (name === 'Note' && !['info', 'warning'].includes(required('kind')))
    refuse(line, '<Note> has an unknown kind', 'Write kind="info" or kind="warning".');
  if (name === 'Correction')
    for (const claim of required('claims').split(/\s+/u).filter(Boolean))
      if (/^[1-9]\d{0,2}$/u.test(claim)) reading.corrections.push({ claim: Number(claim), line });
      else refuse(line, `“${claim}” is no number of a claim`, 'Write the ids of entries in content/claims.yaml, with spaces between them.');
  if (name === 'Step') {
    checkStep(element, refuse);
    reading.steps.push(passage(element, childrenOf(element)));
  }
  if (name === 'Problem') {
    checkProblem(element, refuse);
    const fixes = childrenOf(element).find((child) => isElement(child) && child.name === 'Fixes');
    reading.questions.push(passage(element, fixes ? childrenOf(fixes) : []));
  }
}

/** The words under the first heading of an element, without its boxes and tables: one line a paragraph or list item. */
function passage(element: Element, blocks: readonly MdastNode[]): Passage {
  const heading = childrenOf(element).find((child) => child.type === 'heading');
  const lines = blocks.flatMap((block) =>
    block.type === 'paragraph' ? [textOf(block)] : block.type === 'list' ? block.children.map((item) => textOf(item)) : [],
  );
  return { id: heading ? (idOf(heading) ?? '') : '', name: heading ? textOf(heading) : '', text: lines.join('\n') };
}

interface Words {
  body: string;
  corrections: string;
}

/** All the words under each heading, up to the next one. Whatever is not known to stand within a line is set apart by a space. */
function wordsUnderHeadings(tree: MdastNode): Map<MdastNode, Words> {
  const words = new Map<MdastNode, Words>();
  let heading: MdastNode | undefined;
  let part: keyof Words = 'body';
  const add = (text: string) => {
    if (!heading) return;
    const before = words.get(heading) ?? { body: '', corrections: '' };
    if (!(text === ' ' && before[part].endsWith(' '))) words.set(heading, { ...before, [part]: before[part] + text });
  };
  const visit = (node: MdastNode): void => {
    if (node.type === 'heading') return void (heading = node);
    if (!withinLine.has(node.type)) add(' ');
    if (node.type === 'text' || node.type === 'inlineCode') add(node.value);
    const title = isElement(node) && attribute(node, 'title');
    if (title) add(`${title} `);
    const outside = part;
    if (isElement(node) && node.name === 'Correction') part = 'corrections';
    childrenOf(node).forEach(visit);
    part = outside;
  };
  visit(tree);
  const tidy = (text: string) => joinLines(text.trim());
  return new Map([...words].map(([node, { body, corrections }]) => [node, { body: tidy(body), corrections: tidy(corrections) }]));
}

const withinLine = new Set(['text', 'inlineCode', 'strong', 'emphasis', 'delete', 'link', 'mdxJsxTextElement']);

function idOf(node: MdastNode): string | undefined {
  return (node.data as { hProperties?: { id?: string } } | undefined)?.hProperties?.id;
}

function checkStep(step: Element, refuse: Refuse): void {
  const line = lineOf(step);
  const children = childrenOf(step);
  const count = (word: Word) => children.filter((child) => isElement(child) && child.name === word && textOf(child).trim()).length;
  if (children[0]?.type !== 'heading') refuse(line, 'a Step does not begin with a heading', 'Begin it with ## 做什么 {#id}.');
  if (count('Success') !== 1)
    refuse(line, 'a Step has no success sign', 'Add one <Success>…</Success>: what the reader sees when it worked.');
  if (count('Otherwise') < 1)
    refuse(line, 'a Step has no way out', 'Add <Otherwise to="/troubleshooting/#…">…</Otherwise>: where to go when it did not work.');
}

function checkProblem(problem: Element, refuse: Refuse): void {
  const children = childrenOf(problem);
  if (children[0]?.type !== 'heading') refuse(lineOf(problem), 'a Problem does not begin with a heading', 'Begin it with ## 症状 {#id}.');
  if (!children.some((child) => isElement(child) && child.name === 'Fixes'))
    refuse(lineOf(problem), 'a Problem has no Fixes', 'Add <Fixes> with an ordered list: what the reader can do.');
}

function checkDuplicates(reading: ChapterReading, refuse: Refuse): void {
  const seen = new Map<string, number>();
  for (const { id, line } of reading.headings) {
    const first = seen.get(id);
    if (first)
      refuse(
        line,
        `the id “${id}” stands on line ${first} already`,
        'Give one of the two headings another id; the older one keeps its own.',
      );
    else seen.set(id, line);
  }
}
