import { findContradictions } from '../model/renewal/said-numbers.ts';
import type { Issue } from '../model/issue.ts';

/** Reports words of a chapter that repeat a rule of renewal with another number than the planner counts with. */
export function auditRules(file: string, source: string): Issue[] {
  const text = source.replace(/<Cite [^>]*>|\*\*/gu, '');
  return findContradictions(text).map(({ words, at, numbers }) => ({
    file,
    line: text.slice(0, at).split('\n').length,
    message: `“${words}” is not what the rules say (${numbers.join(', ')})`,
    fix: 'Correct the words, or, where the rule itself has changed, src/model/renewal/rules.ts and every place that this names.',
  }));
}
