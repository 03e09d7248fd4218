import type { Issue } from '../model/issue.ts';
import { collectRefusals } from '../model/refusals.ts';
import { auditAmounts } from './amounts.ts';
import { auditContent } from './content.ts';
import { auditPublic } from './files.ts';

/** Lists everything that can be refused before a build or while an author writes. `root` is the project's folder. */
export function auditProject(root: string): Issue[] {
  const refusals = collectRefusals();
  auditContent(root, refusals);
  auditPublic(root, refusals.refuseIn);
  // Expects content that can be read.
  if (refusals.issues.length === 0) auditAmounts(root, refusals.refuseIn);
  return refusals.issues;
}
