import { fileURLToPath } from 'node:url';

/** Runs astro check with an explicit root, because node.mjs may have started it through a symlink. */
process.argv.splice(2, Infinity, 'check', '--root', fileURLToPath(new URL('../..', import.meta.url)));
await import(new URL('../../node_modules/astro/bin/astro.mjs', import.meta.url).href);
