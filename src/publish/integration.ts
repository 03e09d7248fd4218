import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { AstroIntegration } from 'astro';
import { parse } from 'yaml';
import { site as guide } from '../site.ts';
import type { Source } from '../model/schemas.ts';
import { formatIssues, Refusal, type Issue } from '../model/issue.ts';
import { auditPermalinks, permalinkSchema, unrecorded } from '../model/links/permalinks.ts';
import { auditContent } from '../checks/content-audit.ts';
import { auditPublic } from '../checks/content-file.ts';
import { auditIcons } from '../checks/icon-audit.ts';
import { writeServiceWorker } from './derived/service-worker.ts';
import { finishPages } from './finish.ts';
import { LastBuild } from './last-build.ts';
import { listPublished } from './published.ts';
import { reuseFiles, type Reuse } from './reuse.ts';
import type { SiteUrl } from './site-url.ts';
import { openStaging, type Staging } from './staging.ts';
import { writeSums } from './derived/sums.ts';

/**
 * Audits content/ before a build and the finished pages after it, and only then puts the build in the place of dist/:
 * a refused build leaves the previous one as it was. What it takes over from that is told in `reuse`.
 */
export function publish({ site, base, from }: SiteUrl, reuse: Reuse): AstroIntegration {
  let root = '';
  let output = '';
  let build: Staging | undefined;
  let last: LastBuild;
  return {
    name: 'publish',
    hooks: {
      'astro:config:setup': async ({ command, config, updateConfig, logger }) => {
        root = fileURLToPath(config.root);
        if (command === 'dev') {
          const issues = auditContent(root);
          if (issues.length) logger.warn(`a build would refuse this:\n${formatIssues(issues)}`);
        }
        if (command !== 'build') return;
        output = fileURLToPath(config.outDir);
        build = await openStaging(root, output, (words) => logger.info(words));
        refuse([...auditContent(root), ...auditIcons(root), ...auditPublic(root)]);
        updateConfig({
          outDir: pathToFileURL(`${build.site}/`),
          cacheDir: pathToFileURL(`${build.cache}/`),
          vite: { cacheDir: join(build.cache, 'vite') },
        });
      },
      'astro:build:start': ({ setPrerenderer }) => {
        last = new LastBuild(root, output, `${site}${base}`);
        setPrerenderer((own) => reuseFiles(own, last, build!.site, `${site}${base}`, reuse));
      },
      'astro:build:done': async ({ logger }) => {
        if (!build) return;
        const staging = build.site;
        const cited = new Set(
          (parse(readFileSync(join(root, 'content/sources.yaml'), 'utf8')) as Source[])
            .filter((source) => source.kind !== 'third-party')
            .map((source) => source.url ?? ''),
        );
        const start = performance.now();
        const { pages, issues } = finishPages(staging, { site, base, cited }, last);
        const checked = `${pages.size} pages checked, ${reuse.urls.length} of them taken over from the last build, in ${Math.round(performance.now() - start)} ms`;
        writeServiceWorker(staging, base, guide.offline);
        const sums = writeSums(staging);
        const registry = readFileSync(join(root, 'content/permalinks.yaml'), 'utf8');
        const published = listPublished(pages, base);
        refuse([...issues, ...auditPermalinks(registry, published)]);
        await build.publish();
        last.keep(reuse.keys, sums);
        const fresh = unrecorded(permalinkSchema.parse(parse(registry)), published);
        if (fresh.length) logger.warn(`${fresh.length} addresses are not in content/permalinks.yaml yet; “npm run permalinks” adds them`);
        logger.info(`${checked}\n${sums.size} files in dist/, for ${site}${base} (${from})`);
      },
    },
  };
}

function refuse(issues: readonly Issue[]): void {
  if (issues.length) throw new Refusal(`The build is refused (${issues.length}); dist/ is left as it was.\n${formatIssues(issues)}`);
}
