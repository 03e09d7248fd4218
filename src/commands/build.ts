import { readdirSync, rmSync } from 'node:fs';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'astro';
import { checkEnvironment, root } from './environment.ts';
import { explainFailures, fail } from './failures.ts';

/**
 * npm run build: Astro's build, with failures told by us: what is wrong and what to do first, a stack only where we know
 * no better. Prints what somebody can act on; with --verbose, all that Astro says.
 */
explainFailures();
checkEnvironment();
tidyTypes();
console.log(`Node ${process.versions.node} builds the site.`);
const quiet = { logger: { entrypoint: fileURLToPath(new URL('log.ts', import.meta.url)) } };
await build({ root, ...(process.argv.includes('--verbose') ? { logLevel: 'debug' } : quiet) }).then(() => process.exit(0), fail);

/** Removes a damaged .astro/: Astro writes its types there anew, and trips over a file for a folder and a folder for a file. */
function tidyTypes(): void {
  const folder = join(root, '.astro');
  try {
    for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true }))
      if (entry.isDirectory() === Boolean(extname(entry.name))) throw new Error(`${entry.name} is damaged`);
  } catch {
    rmSync(folder, { recursive: true, force: true });
  }
}
