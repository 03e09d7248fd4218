import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Issue } from '../model/issue.ts';
import { collectRefusals, type RefuseIn } from '../model/refusals.ts';
import { auditAmounts } from './amounts.ts';
import { auditContent } from './content.ts';
import { auditPublic } from './files.ts';

/** All that can be refused before anything is built, for a build and while one writes. `root` is the project's folder. */
export function auditProject(root: string): Issue[] {
  const { issues, refuseIn } = collectRefusals();
  for (const audit of [auditContent, auditIcons, auditPublic]) audit(root, refuseIn);
  // Reads content/ again, and so only what can be read.
  if (issues.length === 0) auditAmounts(root, refuseIn);
  return issues;
}

/** Icons that the markup names and src/icons does not hold; astro-icon's own error names no file. */
function auditIcons(root: string, refuseIn: RefuseIn): void {
  const src = join(root, 'src');
  const icons = readdirSync(join(src, 'icons')).map((file) => file.replace(/\.svg$/u, ''));
  for (const name of readdirSync(src, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.astro'))) {
    const source = readFileSync(join(src, name), 'utf8');
    for (const { index, 1: text, 2: expression = '' } of source.matchAll(/<Icon\s+name=(?:"([^"]*)"|\{([^}]*)\})/gu))
      for (const icon of text === undefined ? [...expression.matchAll(/[?:] '([^']*)'/gu)].map((match) => match[1]!) : [text])
        if (!icons.includes(icon))
          refuseIn(`src/${name}`)(source.slice(0, index).split('\n').length, 'unknownIcon', icon, icons.join(', '));
  }
}
