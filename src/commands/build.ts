import { existsSync, lstatSync, readdirSync, rmSync, statSync } from 'node:fs';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type AstroInlineConfig } from 'astro';
import { checkEnvironment } from './environment.ts';
import { explainFailures, fail } from './failures.ts';

/**
 * npm run build: Astro's build, with failures told by us: what is wrong and what to do first, a stack only where we know
 * no better. Prints what somebody can act on; with --verbose, all that Astro says.
 */
explainFailures();
checkEnvironment();
tidyTypes();
console.log(`Node ${process.versions.node} builds the site.`);

const root = fileURLToPath(new URL('../..', import.meta.url));
const quiet: AstroInlineConfig = { logger: { entrypoint: fileURLToPath(new URL('log.ts', import.meta.url)) } };
await build(process.argv.includes('--verbose') ? { root, logLevel: 'debug' } : { root, ...quiet }).then(() => process.exit(0), fail);

/** Astro writes its types anew into .astro/, and trips over a file or a dangling link for a folder, and a folder for a file. */
function tidyTypes(): void {
  for (const folder of ['.astro', '.astro/collections'])
    if (lstatSync(folder, { throwIfNoEntry: false }) && !statSync(folder, { throwIfNoEntry: false })?.isDirectory()) rmSync(folder);
  if (!existsSync('.astro')) return;
  for (const name of readdirSync('.astro', { recursive: true, encoding: 'utf8' })) {
    const path = `.astro/${name}`;
    if (extname(name) && lstatSync(path, { throwIfNoEntry: false })?.isDirectory()) rmSync(path, { recursive: true });
  }
}
