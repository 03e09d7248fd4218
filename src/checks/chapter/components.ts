import type { MdastNode } from 'satteri';
import type { ChapterSource } from '../../markdown/read-chapter.ts';
import { attributesOf, childrenOf, isElement, lineOf, textOf, walk, type Element } from '../../markdown/parse.ts';
import { vocabulary } from '../../markdown/vocabulary.ts';
import type { Refuse } from '../../model/refusals.ts';

/**
 * Refuses components that do not exist or are not used as markdown/vocabulary.ts says, and checklists whose ticks would be
 * mixed up on a reader's device. `places` are those of the checklists and items so far: one page has them all.
 */
export function checkComponents({ file, tree, refuse }: ChapterSource, places: Map<string, string>): void {
  const visit = (node: MdastNode, checklist: string | undefined): void => {
    if (isElement(node)) {
      checkElement(node, refuse);
      const { id = '' } = attributesOf(node);
      const isItem = node.name === 'Item';
      const what = isItem ? `the item “${id}” of “${checklist}”` : `the checklist “${id}”`;
      const first = places.get(what);
      if (isItem && checklist === undefined) refuse(lineOf(node), 'itemOutside');
      else if (first) refuse(lineOf(node), 'repeated', what, `in ${first}`);
      else if (isItem || node.name === 'Checklist') places.set(what, `${file}:${lineOf(node)}`);
      if (node.name === 'Checklist') checklist = id;
    }
    for (const child of childrenOf(node)) visit(child, checklist);
  };
  if (tree) visit(tree, undefined);
}

function checkElement(element: Element, refuse: Refuse): void {
  const line = lineOf(element);
  const name = element.name ?? '';
  if (!Object.hasOwn(vocabulary, name)) return refuse(line, 'unknownComponent', name, Object.keys(vocabulary).join(', '));
  if (element.type === 'mdxJsxTextElement' && name !== 'Cite') refuse(line, 'withinLine', name);
  const { attributes = {}, isEmpty, hasHeading, needs = {} } = vocabulary[name]!;
  const takes = Object.keys(attributes).map((key) => `${key}="…"`);
  const keys = element.attributes.map((entry) => ('name' in entry ? entry.name : undefined));
  for (const [at, { value }] of element.attributes.entries()) {
    const key = keys[at];
    if (!key || !Object.hasOwn(attributes, key) || typeof value !== 'string' || keys.indexOf(key) !== at)
      refuse(line, 'attribute', name, key ? `“${key}” like this` : 'an expression', takes.join(', '));
  }
  for (const [key, [pattern, example, need]] of Object.entries(attributes)) {
    const value = attributesOf(element)[key];
    const found = value === undefined ? `no ${key}` : `${key}="${value}", which it does not take`;
    if (value === undefined ? need !== 'optional' : !pattern.test(value)) refuse(line, 'attributeValue', name, found, example);
  }
  const content = childrenOf(element);
  if (isEmpty && content.length) refuse(line, 'unprintedContent', name);
  const isBlank = !textOf(element).trim() && ![...walk(element)].some((each) => isElement(each) && each.name === 'Figure');
  if (isBlank && !isEmpty) return refuse(line, 'wordless', `a <${name}>`);
  const stray = content.find((each) => !isElement(each) || !Object.hasOwn(needs, each.name ?? ''));
  const [only] = hasHeading ? [] : Object.keys(needs);
  if (stray && only) refuse(lineOf(stray), 'strayContent', name, only);
  if (hasHeading && content[0]?.type !== 'heading') refuse(line, 'noHeading', name);
  for (const [child, [max, why]] of Object.entries(needs)) {
    const found = content.filter((each) => isElement(each) && each.name === child && textOf(each).trim()).length;
    if (found < 1 || found > max) refuse(line, 'children', name, child, found, why);
  }
}
