import { rmSync, statSync } from 'node:fs';
import { build } from 'astro';
import { explain } from '../build/report.ts';

/** npm run build: Astro's build, with failures told by us: what is wrong and what to do first, a stack only where we know no better. */
const root = process.cwd();

const fail = (error: unknown): never => {
  console.error(explain(error, root));
  process.exit(1);
};
process.on('uncaughtException', fail);
process.on('unhandledRejection', fail);

// Astro makes this folder anew and trips over what is no folder or no file where it writes one.
for (const [path, folder] of [
  ['.astro', true],
  ['.astro/collections', true],
  ['.astro/settings.json', false],
  ['.astro/types.d.ts', false],
  ['.astro/content.d.ts', false],
  ['.astro/icon.d.ts', false],
  ['.astro/content-assets.mjs', false],
  ['.astro/content-assets.mjs.tmp', false],
  ['.astro/content-modules.mjs', false],
  ['.astro/content-modules.mjs.tmp', false],
] as const)
  if ((statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? folder) !== folder) rmSync(path, { recursive: true, force: true });

await build(process.argv.includes('--verbose') ? { logLevel: 'debug' } : {}).then(() => process.exit(0), fail);
