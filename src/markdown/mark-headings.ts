import { defineMdastPlugin } from 'satteri';
import { childrenOf, isElement, textOf } from './parse.ts';

/**
 * Hands each heading its own words, for the name of its permalink, and the heading of a Step its number, so that the
 * number is text and part of the accessible name.
 */
export const markHeadings = defineMdastPlugin({
  name: 'mark-headings',
  heading(node, context) {
    const step = context.parent(node);
    const number = isElement(step) && step.name === 'Step' ? stepsBefore(step, context) + 1 : undefined;
    const data = (node.data ?? {}) as { hProperties?: Record<string, unknown> };
    const properties = { ...data.hProperties, 'data-title': textOf(node), ...(number && { 'data-step': number }) };
    context.setProperty(node, 'data', { ...data, hProperties: properties });
  },
});

type Context = Parameters<NonNullable<typeof markHeadings.heading>>[1];

function stepsBefore(step: Parameters<Context['parent']>[0], context: Context): number {
  const steps = context.parent(step);
  return steps
    ? childrenOf(steps)
        .slice(0, context.indexOf(step))
        .filter((each) => isElement(each) && each.name === 'Step').length
    : 0;
}
