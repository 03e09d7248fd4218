import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { otherPages } from '../../model/guide/pages.ts';

/**
 * The pages a sitemap lists, by path, each with the day its words were last reviewed; home and the other pages change
 * with the latest chapter. Redirects, 404 and everything else are left out. `root` is the project's folder.
 */
export function sitemapDays(root: string): Map<string, string> {
  const folder = join(root, 'content/guide');
  const chapters = readdirSync(folder)
    .filter((file) => file.endsWith('.mdx'))
    .map((file): [string, string] => [
      `/${file.slice(0, -'.mdx'.length)}/`,
      /^reviewed: *['"]?(\d{4}-\d{2}-\d{2})/mu.exec(readFileSync(join(folder, file), 'utf8'))?.[1] ?? '',
    ]);
  const latest =
    chapters
      .map(([, day]) => day)
      .sort()
      .at(-1) ?? '';
  return new Map([
    ['/', latest],
    ...chapters,
    ...Object.values(otherPages)
      .filter(({ indexed }) => indexed)
      .map(({ path }): [string, string] => [path, latest]),
  ]);
}
