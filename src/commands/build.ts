import { cpSync, existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'astro';
import { parse, parseDocument } from 'yaml';
import { auditOverwritten } from '../checks/files.ts';
import { auditProject } from '../checks/project.ts';
import { buildDays } from '../model/days.ts';
import { formatIssues, Refusal, type Issue } from '../model/issue.ts';
import { checkPermalinks, permalinkSchema, unrecorded } from '../model/links/permalinks.ts';
import { collectRefusals } from '../model/refusals.ts';
import type { Source } from '../model/schemas.ts';
import { readYaml } from '../model/yaml-source.ts';
import { writeSums } from '../publish/files.ts';
import { finishPages, listPublished } from '../publish/finish.ts';
import { writeServiceWorker } from '../publish/service-worker.ts';
import { resolveSiteUrl } from '../publish/site-url.ts';
import { openStaging, publishFolder } from '../publish/staging.ts';
import { site as guide } from '../site.ts';
import { explainFailures } from './failures.ts';

/**
 * npm run build: audits content/, lets Astro build, audits the finished pages and adds what is derived from them. Only then
 * does it replace dist/: a refused build leaves the previous one as it was. With --verbose it prints everything Astro says;
 * with --record it also records new addresses in content/permalinks.yaml.
 */
explainFailures('The build failed; dist/ is left as it was.');
const stray = process.argv.slice(2).find((option) => !['--verbose', '--record'].includes(option));
if (stray !== undefined) throw new Refusal(`npm run build has no option “${stray}”, only --verbose and --record; dist/ is left as it was.`);
const { site, base, from, preview } = resolveSiteUrl(process.env);
const root = fileURLToPath(new URL('../..', import.meta.url));
const output = join(root, 'dist');
const staging = openStaging(root, output);
const folder = join(staging, 'site');
refuse(auditProject(root));

tidyTypes();
// A new folder, so that no stale or damaged cache is read.
const cacheDir = join(staging, 'cache');
const logLevel = process.argv.includes('--verbose') ? 'debug' : 'warn';
await build({ root, outDir: folder, publicDir: join(staging, 'none'), cacheDir, vite: { cacheDir: join(cacheDir, 'vite') }, logLevel });
// Astro would drop a page for a file of its name in public/. auditOverwritten refuses what is not copied here.
if (existsSync(join(root, 'public'))) cpSync(join(root, 'public'), folder, { recursive: true, force: false });

const sources = parse(readFileSync(join(root, 'content/sources.yaml'), 'utf8')) as Source[];
const cited = new Set(sources.filter(({ kind }) => kind !== 'third-party').map(({ url = '' }) => url));
const { issues, refuseIn } = collectRefusals();
const pages = finishPages(folder, { site, base, cited }, refuseIn);
await writeServiceWorker(folder, base, guide.offline);
const count = writeSums(folder);
const { answered, headings } = listPublished(pages, base);
const permalinks = join(root, 'content/permalinks.yaml');
const registry = readFileSync(permalinks, 'utf8');
const recorded = readYaml(registry, permalinkSchema, refuseIn('content/permalinks.yaml'));
checkPermalinks(recorded, answered);
auditOverwritten(root, folder, refuseIn);
refuse(issues);
await publishFolder(folder, output, staging);

const fresh = unrecorded(recorded.data ?? {}, headings);
if (process.argv.includes('--record')) record();
else if (fresh.length) console.warn(`${fresh.length} addresses are not in content/permalinks.yaml yet; “npm run permalinks” adds them.`);
console.log(`${pages.size} pages checked, on Node ${process.versions.node}.`);
console.log(`${count} files in dist/, for ${site}${base} (${from})${preview ? '; a preview: search engines are told to leave it' : ''}`);
process.exit(0);

function refuse(found: readonly Issue[]): void {
  if (found.length) throw new Refusal(`The build is refused (${found.length}); dist/ is left as it was.\n${formatIssues(found)}`);
}

/** Removes a damaged .astro/: Astro writes its types there again, but fails on a file in place of a folder, or the reverse. */
function tidyTypes(): void {
  const types = join(root, '.astro');
  try {
    for (const entry of readdirSync(types, { recursive: true, withFileTypes: true }))
      if (entry.isDirectory() === Boolean(extname(entry.name))) throw new Error(`${entry.name} is damaged`);
  } catch {
    rmSync(types, { recursive: true, force: true });
  }
}

/** Adds the fresh addresses to content/permalinks.yaml, with the day of the build. */
function record(): void {
  const document = parseDocument(registry);
  const { today } = buildDays(process.env, Date.now());
  for (const { path, id } of fresh) document.setIn(id === undefined ? [path, 'published'] : [path, 'ids', id], today);
  writeFileSync(`${permalinks}.new`, document.toString());
  renameSync(`${permalinks}.new`, permalinks);
  for (const { path, id } of fresh) console.log(`recorded ${path}${id ? `#${id}` : ''}`);
}
