import type { ChapterSource } from '../../markdown/read-chapter.ts';
import { headingAttributes, idPattern, lineOf, textOf, walk } from '../../markdown/parse.ts';
import { parseAlias } from '../../model/links/aliases.ts';

/** Refuses headings that cannot be linked, and ids that are used twice. */
export function checkHeadings({ source, tree, headings, refuse }: ChapterSource): void {
  const lines = source.split('\n');
  for (const node of tree ? walk(tree) : []) {
    if (node.type !== 'heading') continue;
    const line = lineOf(node);
    const text = textOf(node);
    const { id, aliases = '', ...others } = headingAttributes(node);
    if (node.position?.end.line !== line) refuse(line, 'underlined', text);
    else if (!id || !idPattern.test(id)) refuse(line, 'noId', text);
    else {
      for (const name of aliases.split(/\s+/u)) if (name && !parseAlias(name)) refuse(line, 'noAlias', name);
      for (const name of Object.keys(others)) refuse(line, 'headingAttribute', name);
    }
    const braces = /\{([^{}]*)\}\s*$/u.exec(lines[line - 1] ?? '')?.[1]?.replaceAll(/"[^"]*"/gu, '') ?? '';
    if (braces.split('#').length > 2) refuse(line, 'twoIds', text);
    if (node.depth !== 2 && node.depth !== 3) refuse(line, 'headingLevel', text, node.depth);
  }
  for (const [at, { id, line }] of headings.entries()) {
    const first = headings.findIndex((each) => each.id === id);
    if (first < at) refuse(line, 'repeated', `the id “${id}”`, `on line ${headings[first]!.line}`);
  }
}
