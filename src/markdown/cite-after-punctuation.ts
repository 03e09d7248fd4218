import type { ProseNode } from './prose-tree.ts';

/**
 * Moves each run of citations behind the punctuation that follows it. Authors write the source where the statement ends,
 * before the full stop; a reader meets the end of the sentence first, and no line ends in a mark that belongs to the text.
 */
export function citeAfterPunctuation(nodes: readonly ProseNode[]): ProseNode[] {
  const moved: ProseNode[] = [];
  for (const node of nodes) {
    const start = moved.findLastIndex((each) => typeof each === 'string' || each.name !== 'Cite') + 1;
    const [, marks = '', rest = ''] = typeof node === 'string' && start < moved.length ? closing.exec(node)! : [];
    moved.splice(start, 0, ...(marks ? [marks] : []));
    if (!marks) moved.push(node);
    else if (rest) moved.push(rest);
  }
  return moved;
}

const closing = /^([，。、；：！？）」』》”’]*)(.*)$/su;
