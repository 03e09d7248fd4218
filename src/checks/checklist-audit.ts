import type { MdastNode } from 'satteri';
import { attribute, childrenOf, isElement, lineOf } from '../markdown/parse.ts';
import type { Issue } from '../model/issue.ts';

/**
 * Checklists whose ticks would be mixed up on a reader's device, and items outside a list. `taken` holds the place of each
 * checklist of the chapters before, by id, because one page holds them all.
 */
export function auditChecklists(file: string, tree: MdastNode, taken: Map<string, string>): Issue[] {
  const issues: Issue[] = [];
  const refuse = (node: MdastNode, message: string, fix: string) => issues.push({ file, line: lineOf(node), message, fix });
  const readNode = (node: MdastNode, items: Map<string, number> | undefined): void => {
    const name = isElement(node) ? node.name : undefined;
    const id = (isElement(node) && attribute(node, 'id')) || '';
    let within = items;
    if (name === 'Checklist') {
      const other = taken.get(id);
      if (other)
        refuse(node, `the checklist “${id}” stands in ${other} already`, 'Give one of the two another id; the older one keeps its own.');
      else if (id) taken.set(id, `${file}:${lineOf(node)}`);
      if (!/^[a-z][a-z0-9-]*$/u.test(id))
        refuse(node, `a checklist with the id “${id}”`, 'Write an id of lower-case ASCII, such as id="renewed".');
      within = new Map();
    }
    if (name === 'Item') {
      if (!items) refuse(node, 'an Item outside a Checklist', 'Put <Checklist id="…"> and </Checklist> around the items.');
      const first = items?.get(id);
      if (first)
        refuse(node, `the item “${id}” stands on line ${first} already`, 'Give one of the two another id; the older one keeps its own.');
      items?.set(id, lineOf(node));
      if (!/^[a-z][a-z0-9-]*$/u.test(id))
        refuse(node, `an item with the id “${id}”`, 'Write an id of lower-case ASCII, such as id="balance".');
    }
    for (const child of childrenOf(node)) readNode(child, within);
  };
  readNode(tree, undefined);
  return issues;
}
