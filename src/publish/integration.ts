import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { AstroIntegration } from 'astro';
import { parse } from 'yaml';
import { site as guide } from '../site.ts';
import type { Source } from '../model/schemas.ts';
import { formatIssues, Refusal, type Issue } from '../model/issue.ts';
import { auditPermalinks, permalinkSchema, unrecorded } from '../model/links/permalinks.ts';
import { auditProject } from '../checks/project.ts';
import { auditOverwritten } from '../checks/public-files.ts';
import { writeServiceWorker } from './derived/service-worker.ts';
import { finishPages } from './finish.ts';
import { listPublished } from './published.ts';
import type { SiteUrl } from './site-url.ts';
import { openStaging, publishFolder } from './staging.ts';
import { writeSums } from './derived/sums.ts';

/**
 * Audits content/ before a build and the finished pages after it, and only then puts the build in the place of dist/:
 * a refused build leaves the previous one as it was.
 */
export function publish({ site, base, from, preview }: SiteUrl): AstroIntegration {
  let root = '';
  let output = '';
  let staging = '';
  return {
    name: 'publish',
    hooks: {
      'astro:config:setup': async ({ command, config, updateConfig, logger }) => {
        root = fileURLToPath(config.root);
        if (command !== 'build') return;
        output = resolve(fileURLToPath(config.outDir));
        staging = await openStaging(root, output, (message) => logger.info(message));
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
        const cited = new Set(
          (parse(readFileSync(join(root, 'content/sources.yaml'), 'utf8')) as Source[])
            .filter((source) => source.kind !== 'third-party')
            .map((source) => source.url ?? ''),
        );
        const start = performance.now();
        const { pages, issues } = finishPages(folder, { site, base, cited });
        const checked = `${pages.size} pages checked in ${Math.round(performance.now() - start)} ms`;
        await writeServiceWorker(folder, base, guide.offline);
        const count = writeSums(folder);
        const registry = readFileSync(join(root, 'content/permalinks.yaml'), 'utf8');
        const published = listPublished(pages, base);
        refuse([...issues, ...auditPermalinks(registry, published), ...auditOverwritten(root, folder)]);
        publishFolder(folder, output, staging);
        const fresh = unrecorded(permalinkSchema.parse(parse(registry)), published);
        if (fresh.length) logger.warn(`${fresh.length} addresses are not in content/permalinks.yaml yet; “npm run permalinks” adds them`);
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
