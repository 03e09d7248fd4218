// Astro's own command line, after saying clearly when Node is too old, with no telemetry and no server in the background.
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import './node-version.mjs';

process.env.ASTRO_TELEMETRY_DISABLED ??= '1';
process.env.ASTRO_DEV_BACKGROUND ??= '0';
if (process.argv[2] === 'build') await import('./build.ts');
else {
  const astro = dirname(createRequire(import.meta.url).resolve('astro/package.json'));
  await import(pathToFileURL(join(astro, 'bin/astro.mjs')).href);
}
