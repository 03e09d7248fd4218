import { defineMdastPlugin } from 'satteri';
import { childrenOf, isElement } from './parse.ts';

/** Gives the heading of each Step its number, so that the number is text and part of the accessible name. */
export const numberSteps = defineMdastPlugin({
  name: 'number-steps',
  mdxJsxFlowElement(node, context) {
    if (node.name !== 'Steps') return;
    const steps = childrenOf(node).filter((child) => isElement(child) && child.name === 'Step');
    steps.forEach((step, index) => {
      const heading = childrenOf(step).find((child) => child.type === 'heading');
      if (!heading) return;
      const data = (heading.data ?? {}) as { hProperties?: Record<string, unknown> };
      context.setProperty(heading, 'data', { ...data, hProperties: { ...data.hProperties, 'data-step': index + 1 } });
    });
  },
});
