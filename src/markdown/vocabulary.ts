/** The words an author may use in MDX, with the attributes each takes. components/prose/index.ts draws them. */
export const vocabulary = {
  Steps: [],
  Step: [],
  Success: [],
  Otherwise: ['to'],
  Problem: [],
  Causes: [],
  Fixes: [],
  Checklist: ['id'],
  Item: ['id'],
  Note: ['kind', 'title'],
  Correction: ['claims'],
  Cite: ['id'],
} as const satisfies Record<string, readonly string[]>;

export type Word = keyof typeof vocabulary;
