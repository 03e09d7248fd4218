import { idPattern } from './parse.ts';

/** How a component is used. */
export interface Usage {
  /** The attributes it takes, with an example of each. */
  attributes?: Record<string, readonly [pattern: RegExp, example: string, need?: 'optional']>;
  /** True if it prints nothing between its tags. */
  isEmpty?: true;
  /** True if it begins with a heading. */
  hasHeading?: true;
  /** The components it must contain: how many at most, and why. */
  needs?: Record<string, readonly [max: number, why: string]>;
}

/** The components an author may use in MDX. components/prose/Prose.astro draws them. */
export const vocabulary = {
  Steps: {},
  Step: {
    hasHeading: true,
    needs: {
      Success: [1, 'what the reader sees when it worked'],
      Otherwise: [Infinity, 'where to go when it did not work'],
    },
  },
  Success: {},
  Otherwise: { attributes: { to: [/./u, 'to="/troubleshooting/#…"'] } },
  Problem: { hasHeading: true, needs: { Fixes: [Infinity, 'what the reader can do, as an ordered list'] } },
  Causes: {},
  Fixes: {},
  Checklist: { attributes: { id: [idPattern, 'an id of lower-case ASCII, such as id="renewed"'] } },
  Item: { attributes: { id: [idPattern, 'an id of lower-case ASCII, such as id="balance"'] } },
  Note: { attributes: { kind: [/^(?:info|warning)$/u, 'kind="info" or kind="warning"'], title: [/^/u, 'title="…"', 'optional'] } },
  Correction: {
    attributes: { claims: [/^[1-9]\d{0,2}(?:\s+[1-9]\d{0,2})*$/u, 'ids of content/claims.yaml with spaces between, claims="4 12"'] },
  },
  Cite: { attributes: { id: [/./u, 'id="O1"'] }, isEmpty: true },
  /** components/prose/Figure.astro draws them from the rules of renewal. */
  Figure: { attributes: { name: [/^(?:cycle|reach|missed)$/u, 'name="…" with cycle, reach, missed'] }, isEmpty: true },
} as const satisfies Record<string, Usage>;

export type ComponentName = keyof typeof vocabulary;
