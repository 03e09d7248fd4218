import type { ProseNode } from './prose-tree.ts';

/**
 * Moves each run of citations behind the punctuation that follows it. Authors write the source where the statement ends,
 * before the full stop; a reader meets the end of the sentence first, and no line ends in a mark that belongs to the text.
 */
export function citeAfterPunctuation(nodes: readonly ProseNode[]): ProseNode[] {
  const moved: ProseNode[] = [];
  for (const node of nodes) {
    const start = runOfCitations(moved);
    const marks = typeof node === 'string' && start < moved.length ? closing.exec(node)?.[0] : undefined;
    if (!marks) {
      moved.push(node);
      continue;
    }
    moved.splice(start, 0, marks);
    const rest = (node as string).slice(marks.length);
    if (rest) moved.push(rest);
  }
  return moved;
}

const closing = /^[，。、；：！？）」』》”’]+/u;

/** Where the citations begin with which the nodes end; their length where they end with none. */
function runOfCitations(nodes: readonly ProseNode[]): number {
  let start = nodes.length;
  while (start > 0 && isCitation(nodes[start - 1]!)) start--;
  return start;
}

function isCitation(node: ProseNode): boolean {
  return typeof node !== 'string' && node.name === 'Cite';
}
