import { mark } from '../model/schemas.ts';
import { idPattern } from './parse.ts';

const id = [idPattern, 'an id of lower-case ASCII, such as id="balance"'] as const;
const title = [new RegExp(`^(?!.*(?:${mark.source})).*\\S`, 'u'), 'title="…" in plain words', 'optional'] as const;

/** How a component is used. */
interface Usage {
  /** The attributes it takes, with an example of each. */
  attributes?: Record<string, readonly [pattern: RegExp, example: string, need?: 'optional']>;
  /** True if it prints nothing between its tags. */
  isEmpty?: true;
  /** True if it begins with a heading. */
  hasHeading?: true;
  /** The components it must contain: how many at most, and why. Without a heading, it contains nothing else. */
  needs?: Record<string, readonly [max: number, why: string]>;
}

/** The components an author may use in MDX. components/prose/Prose.astro draws them. */
export const vocabulary: Readonly<Record<string, Usage>> = {
  Steps: { needs: { Step: [Infinity, 'what the reader does'] } },
  Step: { hasHeading: true, needs: { Success: [1, 'what the reader sees then'], Otherwise: [Infinity, 'where to go if it failed'] } },
  Success: {},
  Otherwise: { attributes: { to: [/./u, 'to="/troubleshooting/#…"'] } },
  Problem: { hasHeading: true, needs: { Fixes: [Infinity, 'what the reader can do, as an ordered list'] } },
  Causes: {},
  Fixes: {},
  Checklist: { attributes: { id }, needs: { Item: [Infinity, 'what the reader ticks'] } },
  Item: { attributes: { id } },
  Note: { attributes: { kind: [/^(?:info|warning)$/u, 'kind="info" or kind="warning"'], title } },
  Correction: { attributes: { claims: [/^[1-9]\d{0,2}(?:\s+[1-9]\d{0,2})*$/u, 'ids of content/claims.yaml, claims="4 12"'] } },
  Cite: { attributes: { id: [/./u, 'id="O1"'] }, isEmpty: true },
  /** components/prose/Figure.astro draws them from the rules of renewal. */
  Figure: { attributes: { name: [/^(?:cycle|reach|missed)$/u, 'name="…" with cycle, reach, missed'] }, isEmpty: true },
};
