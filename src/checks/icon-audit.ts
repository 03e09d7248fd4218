import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Issue } from '../model/issue.ts';

/** Icons that the markup names and src/icons does not hold; astro-icon's own error names no file. `root` is the project's folder. */
export function auditIcons(root: string): Issue[] {
  const icons = readdirSync(join(root, 'src/icons'))
    .filter((file) => file.endsWith('.svg'))
    .map((file) => file.slice(0, -'.svg'.length));
  return readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.astro'))
    .flatMap((name) => {
      const source = readFileSync(join(root, 'src', name), 'utf8');
      return [...source.matchAll(/<Icon\s+name=(?:"([^"]*)"|\{([^}]*)\})/gu)].flatMap(({ index, 1: text, 2: expression }) => {
        const named =
          text === undefined ? [...(expression ?? '').matchAll(/\? '([^']*)'|: '([^']*)'/gu)].map((m) => m[1] ?? m[2] ?? '') : [text];
        return named
          .filter((icon) => !icons.includes(icon))
          .map((icon) => ({
            file: `src/${name}`,
            line: source.slice(0, index).split('\n').length,
            message: `unknown icon “${icon}”`,
            fix: `Draw src/icons/${icon}.svg, or use one of ${icons.join(', ')}.`,
          }));
      });
    });
}
