import { fileURLToPath } from 'node:url';

/** The first step of npm run check: Astro's check of types, told by which path its folder is reached (node.mjs). */
process.argv.splice(2, Infinity, 'check', '--root', fileURLToPath(new URL('../..', import.meta.url)));
await import(new URL('../../node_modules/astro/bin/astro.mjs', import.meta.url).href);
