import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { filesIn } from '../../src/publish/files.ts';
import type { Part } from '../../src/model/schemas.ts';
import { Project, root } from '../support/project.ts';
import { growBook } from './book.ts';
import { median, round, run, type Run } from './measure.ts';

const sizes = [6, 1000];
const runs = 3;
const template = fileURLToPath(new URL('starlight/', import.meta.url));

/**
 * Clean builds of the same text with Starlight and with this project, in turn, three times each: the medians, and ours as a
 * share of Starlight's. Starlight has each chapter as Markdown, with its own asides and lists; it writes the pages, and the
 * index of its search. Ours writes pages, search, calendars, Markdown twins, the copy for offline and the list of sums, and
 * audits the content before and every page after. Preview cards are drawn before, and Node has compiled both before.
 */
export async function benchStarlight(): Promise<Record<string, string | number>[]> {
  if (!existsSync(join(template, 'node_modules')))
    execFileSync('npm', ['ci', '--ignore-scripts', '--loglevel=error', '--no-audit', '--no-fund'], { cwd: template, stdio: 'inherit' });
  const rows = [];
  for (const count of sizes) {
    const project = new Project({ ownCaches: true });
    growBook(project.folder, count);
    const peer = starlightOf(project.folder);
    const build = {
      ours: () => run(project.folder, 'src/commands/build.ts', []),
      starlight: () => run(peer, 'node_modules/astro/bin/astro.mjs', ['build'], { ASTRO_TELEMETRY_DISABLED: '1' }),
    };
    // Draws the preview cards, which are kept, and lets the file system read both sets of packages once.
    await build.ours();
    await build.starlight();
    const taken: Record<keyof typeof build, Run[]> = { ours: [], starlight: [] };
    for (let at = 0; at < runs; at++)
      for (const name of ['ours', 'starlight'] as const) {
        const folder = name === 'ours' ? project.folder : peer;
        for (const made of ['dist', '.astro', 'node_modules/.astro', 'node_modules/.vite'])
          rmSync(join(folder, made), { recursive: true, force: true });
        taken[name].push(await build[name]());
      }
    const bytes = { ours: bytesOf(project.folder), starlight: bytesOf(peer) };
    const row = (name: keyof typeof build) => ({
      'CPU time, s': median(taken[name].map(({ cpu }) => cpu)),
      'time, s': median(taken[name].map(({ seconds }) => seconds)),
      'peak, MB': median(taken[name].map(({ peak }) => peak)),
      'written, MB': bytes[name] / 1e6,
    });
    const [ours, starlight] = [row('ours'), row('starlight')];
    for (const [builder, figures] of Object.entries({ ours, Starlight: starlight }))
      rows.push({ chapters: count, builder, ...rounded(figures, 1) });
    rows.push({
      chapters: count,
      builder: 'ours : Starlight',
      ...rounded(Object.fromEntries(Object.entries(ours).map(([key, value]) => [key, value / starlight[key as keyof typeof ours]])), 2),
    });
    project.remove();
    rmSync(peer, { recursive: true });
  }
  return rows;
}

/**
 * A Starlight site with the chapters and the sidebar of a copy of the project; returns its folder. It stands in this project,
 * since Astro takes packages for the site's own files where the two share no folder.
 */
function starlightOf(project: string): string {
  mkdirSync(join(root, '.bench'), { recursive: true });
  const folder = mkdtempSync(join(root, '.bench/starlight-'));
  cpSync(template, folder, { recursive: true, filter: (path) => !path.includes('node_modules') });
  symlinkSync(join(template, 'node_modules'), join(folder, 'node_modules'));
  const docs = join(folder, 'src/content/docs');
  mkdirSync(docs, { recursive: true });
  const parts = parse(readFileSync(join(project, 'content/outline.yaml'), 'utf8')) as Part[];
  for (const id of parts.flatMap(({ chapters }) => chapters))
    writeFileSync(join(docs, `${id}.md`), markdownOf(readFileSync(join(project, 'content/guide', `${id}.mdx`), 'utf8')));
  writeFileSync(join(docs, 'index.md'), '---\ntitle: 首页\n---\n\n续费只看一件事：扣款日那天，PayGo 钱包里至少有 $3。\n');
  writeFileSync(join(folder, 'sidebar.json'), JSON.stringify(parts.map(({ label, chapters }) => ({ label, items: chapters }))));
  return folder;
}

/** A chapter in plain Markdown: boxes as asides, steps as headings, without citations, drawings and ids. */
function markdownOf(source: string): string {
  const [, front = '', body = ''] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/u.exec(source) ?? [];
  const { title, description } = parse(front) as { title: string; description: string };
  const text = body
    .replaceAll(/<Cite [^>]*\/>|<Figure [^>]*\/>/gu, '')
    .replaceAll(/^(#+ .*?)\s*\{#[^}]*\}\s*$/gmu, '$1')
    .replaceAll(
      /<Note kind="(info|warning)"(?: title="([^"]*)")?>/gu,
      (_, kind: string, name?: string) => `:::${kind === 'info' ? 'note' : 'caution'}${name ? `[${name}]` : ''}`,
    )
    .replaceAll(/<Correction[^>]*>/gu, ':::tip')
    .replaceAll(/<\/(?:Note|Correction)>/gu, ':::')
    .replaceAll(/<Otherwise to="([^"]*)">([\s\S]*?)<\/Otherwise>/gu, '\n[$2]($1)\n')
    .replaceAll(/<Item [^>]*>/gu, '- [ ] ')
    .replaceAll(/<\/?[A-Z][^>]*>/gu, '\n')
    .replaceAll(/\n{3,}/gu, '\n\n');
  return `---\ntitle: ${JSON.stringify(title)}\ndescription: ${JSON.stringify(description)}\n---\n\n${text.trim()}\n`;
}

function bytesOf(project: string): number {
  const folder = join(project, 'dist');
  return filesIn(folder).reduce((sum, file) => sum + statSync(join(folder, file)).size, 0);
}

function rounded(figures: Record<string, number>, digits: number): Record<string, number> {
  return Object.fromEntries(Object.entries(figures).map(([key, value]) => [key, round(value, digits)]));
}
