import { existsSync, lstatSync, readdirSync, rmSync, statSync } from 'node:fs';
import { extname } from 'node:path';
import { build } from 'astro';
import { explain } from '../publish/report.ts';

/** npm run build: Astro's build, with failures told by us: what is wrong and what to do first, a stack only where we know no better. */
const root = process.cwd();

const fail = (error: unknown): never => {
  console.error(explain(error, root));
  process.exit(1);
};
process.on('uncaughtException', fail);
process.on('unhandledRejection', fail);

tidyTypes();
await build(process.argv.includes('--verbose') ? { logLevel: 'debug' } : {}).then(() => process.exit(0), fail);

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
