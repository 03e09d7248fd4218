import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Issue } from '../model/issue.ts';
import { refuserOf } from '../model/refusals.ts';

/** Icons that the markup names and src/icons does not hold; astro-icon's own error names no file. `root` is the project's folder. */
export function auditIcons(root: string): Issue[] {
  const issues: Issue[] = [];
  const src = join(root, 'src');
  const icons = readdirSync(join(src, 'icons')).map((file) => file.replace(/\.svg$/u, ''));
  for (const name of readdirSync(src, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.astro'))) {
    const source = readFileSync(join(src, name), 'utf8');
    const refuse = refuserOf(`src/${name}`, issues);
    for (const { index, 1: text, 2: expression = '' } of source.matchAll(/<Icon\s+name=(?:"([^"]*)"|\{([^}]*)\})/gu))
      for (const icon of text === undefined ? [...expression.matchAll(/[?:] '([^']*)'/gu)].map((match) => match[1]!) : [text])
        if (!icons.includes(icon)) refuse(source.slice(0, index).split('\n').length, 'unknownIcon', icon, icons.join(', '));
  }
  return issues;
}
