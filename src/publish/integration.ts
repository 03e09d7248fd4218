import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { AstroIntegration } from 'astro';
import { parse, parseDocument } from 'yaml';
import { site as guide } from '../site.ts';
import type { Source } from '../model/schemas.ts';
import { formatIssues, Refusal, type Issue } from '../model/issue.ts';
import { auditPermalinks, permalinkSchema, unrecorded } from '../model/links/permalinks.ts';
import { collectRefusals } from '../model/refusals.ts';
import { auditOverwritten } from '../checks/files.ts';
import { auditProject } from '../checks/project.ts';
import { finishPages, listPublished } from './finish.ts';
import { writeServiceWorker } from './service-worker.ts';
import type { SiteUrl } from './site-url.ts';
import { openStaging, publishFolder } from './staging.ts';
import { writeSums } from './sums.ts';

/**
 * Audits content/ before a build and the finished pages after it, and only then puts the build in the place of dist/:
 * a refused build leaves the previous one as it was. With --record it also records new addresses in content/permalinks.yaml.
 */
export function publish({ site, base, from, preview }: SiteUrl): AstroIntegration {
  let root = '';
  let output = '';
  let staging = '';
  return {
    name: 'publish',
    hooks: {
      'astro:config:setup': ({ command, config, updateConfig }) => {
        if (command !== 'build') return;
        root = fileURLToPath(config.root);
        output = resolve(fileURLToPath(config.outDir));
        staging = openStaging(root, output);
        refuse(auditProject(root));
        updateConfig({
          outDir: pathToFileURL(`${staging}/site/`),
          // Empty at the start, so that no stale or damaged cache is read.
          cacheDir: pathToFileURL(`${staging}/cache/`),
          vite: { cacheDir: join(staging, 'cache/vite') },
        });
      },
      'astro:build:done': async ({ dir, logger }) => {
        const folder = fileURLToPath(dir);
        const sources = parse(readFileSync(join(root, 'content/sources.yaml'), 'utf8')) as Source[];
        const cited = new Set(sources.filter(({ kind }) => kind !== 'third-party').map(({ url = '' }) => url));
        const start = performance.now();
        const { issues, refuseIn } = collectRefusals();
        const pages = finishPages(folder, { site, base, cited }, refuseIn);
        const checked = `${pages.size} pages checked in ${Math.round(performance.now() - start)} ms`;
        await writeServiceWorker(folder, base, guide.offline);
        const count = writeSums(folder);
        const published = listPublished(pages, base);
        const file = join(root, 'content/permalinks.yaml');
        const registry = readFileSync(file, 'utf8');
        auditPermalinks(registry, published, refuseIn);
        auditOverwritten(root, folder, refuseIn);
        refuse(issues);
        await publishFolder(folder, output, staging);
        const fresh = unrecorded(permalinkSchema.parse(parse(registry)), published);
        if (process.argv.includes('--record')) logger.info(recordAddresses(file, registry, fresh));
        else if (fresh.length)
          logger.warn(`${fresh.length} addresses are not in content/permalinks.yaml yet; “npm run permalinks” adds them`);
        logger.info(
          `${checked}\n${count} files in dist/, for ${site}${base} (${from})${preview ? '; a preview: search engines are told to leave it' : ''}`,
        );
      },
    },
  };
}

function refuse(issues: readonly Issue[]): void {
  if (issues.length) throw new Refusal(`The build is refused (${issues.length}); dist/ is left as it was.\n${formatIssues(issues)}`);
}

/** Adds addresses to content/permalinks.yaml with the day of today; returns what to say of it. */
function recordAddresses(file: string, registry: string, fresh: ReturnType<typeof unrecorded>): string {
  if (fresh.length === 0) return 'Every address is recorded.';
  const document = parseDocument(registry);
  const today = new Date().toISOString().slice(0, 10);
  for (const { path, id } of fresh) document.setIn(id === undefined ? [path, 'published'] : [path, 'ids', id], today);
  writeFileSync(`${file}.new`, document.toString());
  renameSync(`${file}.new`, file);
  return fresh.map(({ path, id }) => `recorded ${path}${id ? `#${id}` : ''}`).join('\n');
}
