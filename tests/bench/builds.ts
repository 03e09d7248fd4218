import { appendFileSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { filesIn } from '../../src/publish/files.ts';
import { Project } from '../support/project.ts';
import { growBook } from './book.ts';
import { round, run } from './measure.ts';

const sizes = [6, 100, 1000, 5000];

/**
 * Clean builds of guides of several sizes, each with preview cards drawn before, and a rebuild after one changed chapter.
 * The shares are of the build that draws the cards and makes one file at a time, as times that overlap cannot be told apart.
 */
export async function benchBuilds(): Promise<Record<string, string | number>[]> {
  const rows = [];
  let before: { count: number; seconds: number; peak: number } | undefined;
  for (const count of sizes) {
    const project = new Project({ ownCaches: true });
    growBook(project.folder, count);
    const build = (...flags: string[]) => run(project.folder, 'src/commands/build.ts', flags);
    const config = project.read('astro.config.mjs');
    project.write('astro.config.mjs', config.replace('concurrency: 4', 'concurrency: 1'));
    const oneByOne = await build('--verbose');
    project.write('astro.config.mjs', config);
    for (const made of ['dist', '.build']) rmSync(join(project.folder, made), { recursive: true });
    const clean = await build();
    appendFileSync(join(project.folder, 'content/guide/summary.mdx'), '\n多写一句。\n');
    const again = await build();
    if (!readFileSync(join(project.folder, 'dist/summary/index.html'), 'utf8').includes('多写一句'))
      throw new Error('the change is missing');
    const bytes = (files: readonly string[]) => files.reduce((sum, file) => sum + statSync(join(project.folder, 'dist', file)).size, 0);
    const files = filesIn(join(project.folder, 'dist'));
    const cards = files.filter((file) => file.startsWith('cards/'));
    const taken = (pattern: RegExp) => [...oneByOne.output.matchAll(pattern)].reduce((sum, match) => sum + Number(match[1]), 0) / 1000;
    rows.push({
      chapters: count,
      'clean build, s': round(clean.seconds),
      'peak, MB': Math.round(clean.peak),
      'ms and KB of memory for each added chapter': before
        ? `${round((1000 * (clean.seconds - before.seconds)) / (count - before.count))} / ${Math.round((1000 * (clean.peak - before.peak)) / (count - before.count))}`
        : '',
      'one chapter changed, s': round(again.seconds),
      'written, MB': round(bytes(files) / 1e6 - bytes(cards) / 1e6),
      'calendars, s': round(taken(/\.ics \(\+([\d.]+)ms\)/gu)),
      'search index, s': round(taken(/search-index\.json \(\+([\d.]+)ms\)/gu)),
      'checks and twins, s': round(taken(/ in (\d+) ms/gu)),
      'cards, drawn the first time: s, MB': `${round(taken(/\.png \(\+([\d.]+)ms\)/gu))}, ${round(bytes(cards) / 1e6)}`,
    });
    before = { count, seconds: clean.seconds, peak: clean.peak };
    project.remove();
  }
  return rows;
}
