/** The words an author may use in MDX, with the attributes each takes. components/prose/Prose.astro draws them. */
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
  Figure: ['name'],
} as const satisfies Record<string, readonly string[]>;

/** The figures there are; components/prose/Figure.astro draws them from the model. */
export const figureNames = ['cycle', 'reach', 'missed'] as const;
export type FigureName = (typeof figureNames)[number];

export type Word = keyof typeof vocabulary;
