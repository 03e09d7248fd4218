import type { MdastNode } from 'satteri';
import type { ChapterSource } from '../../markdown/read-chapter.ts';
import { attributesOf, childrenOf, isElement, lineOf, textOf, type Element } from '../../markdown/parse.ts';
import { vocabulary, type ComponentName, type Usage } from '../../markdown/vocabulary.ts';
import type { Refuse } from '../../model/refusals.ts';

/**
 * Refuses components that do not exist or are not used as markdown/vocabulary.ts says, and checklists whose ticks would be
 * mixed up on a reader's device. `checklists` maps the id of each checklist so far to its place: one page has them all.
 */
export function checkComponents({ file, tree, refuse }: ChapterSource, checklists: Map<string, string>): void {
  const visit = (node: MdastNode, items: Map<string, number> | undefined): void => {
    if (isElement(node)) {
      checkElement(node, refuse);
      const line = lineOf(node);
      const { id = '' } = attributesOf(node);
      if (node.name === 'Checklist') {
        items = new Map();
        const first = checklists.get(id);
        if (first) refuse(line, 'repeated', `the checklist “${id}”`, `in ${first}`);
        else if (id) checklists.set(id, `${file}:${line}`);
      }
      if (node.name === 'Item') {
        const first = items?.get(id);
        if (!items) refuse(line, 'itemOutside');
        else if (first) refuse(line, 'repeated', `the item “${id}”`, `on line ${first}`);
        else items.set(id, line);
      }
    }
    for (const child of childrenOf(node)) visit(child, items);
  };
  if (tree) visit(tree, undefined);
}

function checkElement(element: Element, refuse: Refuse): void {
  const line = lineOf(element);
  const name = element.name ?? '';
  if (!Object.hasOwn(vocabulary, name)) return refuse(line, 'unknownComponent', name, Object.keys(vocabulary).join(', '));
  const { attributes = {}, isEmpty, hasHeading, needs = {} }: Usage = vocabulary[name as ComponentName];
  const takes = Object.keys(attributes).map((key) => `${key}="…"`);
  const keys = element.attributes.map((entry) => ('name' in entry ? entry.name : undefined));
  for (const [at, { value }] of element.attributes.entries()) {
    const key = keys[at];
    if (!key || !Object.hasOwn(attributes, key) || typeof value !== 'string')
      refuse(line, 'attribute', name, key ? `“${key}” like this` : 'an expression', takes.join(', '));
    if (key && keys.indexOf(key) !== at) refuse(line, 'attributeTwice', name, key);
  }
  for (const [key, [pattern, example, need]] of Object.entries(attributes)) {
    const value = attributesOf(element)[key];
    if (!value && need !== 'optional') refuse(line, 'attributeMissing', name, key, example);
    if (value && !pattern.test(value)) refuse(line, 'attributeValue', name, key, value, example);
  }
  const content = childrenOf(element);
  if (isEmpty && content.length) refuse(line, 'unprintedContent', name);
  if (hasHeading && content[0]?.type !== 'heading') refuse(line, 'noHeading', name);
  for (const [child, [max, why]] of Object.entries(needs)) {
    const found = content.filter((each) => isElement(each) && each.name === child && textOf(each).trim()).length;
    if (found < 1 || found > max) refuse(line, 'children', name, child, found, why);
  }
}
