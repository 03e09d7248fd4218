import type { Issue } from '../model/issue.ts';
import { collectRefusals } from '../model/refusals.ts';
import { auditAmounts } from './amounts.ts';
import { auditContent } from './content.ts';
import { auditPublic } from './files.ts';

/** All that can be refused before anything is built, for a build and while one writes. `root` is the project's folder. */
export function auditProject(root: string): Issue[] {
  const { issues, refuseIn } = collectRefusals();
  auditContent(root, refuseIn);
  auditPublic(root, refuseIn);
  // Reads content/ again, and so only what can be read.
  if (issues.length === 0) auditAmounts(root, refuseIn);
  return issues;
}
