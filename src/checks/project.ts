import type { Issue } from '../model/issue.ts';
import { auditAmounts } from './amounts.ts';
import { auditContent } from './content.ts';
import { auditIcons } from './icons.ts';
import { auditPublic } from './public-files.ts';

/** All that can be refused before anything is built, for a build and while one writes. `root` is the project's folder. */
export function auditProject(root: string): Issue[] {
  const issues = [...auditContent(root), ...auditIcons(root), ...auditPublic(root)];
  // Reads content/ again, and so only what can be read.
  return issues.length > 0 ? issues : auditAmounts(root);
}
