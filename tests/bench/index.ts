import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { benchBuilds } from './builds.ts';
import { benchLighthouse } from './lighthouse.ts';
import { tableOf } from './measure.ts';
import { benchPages } from './pages.ts';
import { benchSearch, benchSearchParts, benchSearchSizes } from './search.ts';
import { benchStarlight } from './starlight.ts';

/**
 * npm run bench: what the README says in figures, measured again, printed as tables and written to .bench/bench.json.
 * Names of parts (pages, lighthouse, search, builds, starlight) as arguments measure those alone, `search` all that begins so.
 * Starlight, another site generator to compare with, is installed and measured only where it is named. Expects a build in dist/.
 */
const parts = {
  pages: benchPages,
  lighthouse: benchLighthouse,
  search: benchSearch,
  'search-parts': benchSearchParts,
  'search-sizes': benchSearchSizes,
  builds: benchBuilds,
  starlight: benchStarlight,
};
const named = process.argv.slice(2);
const machine = `${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GiB`;
const results: Record<string, unknown> = { machine, node: process.version };
for (const [name, bench] of Object.entries(parts)) {
  if (named.length === 0 ? name === 'starlight' : !named.some((each) => name === each || name.startsWith(`${each}-`))) continue;
  const rows = await bench();
  results[name] = rows;
  console.log(`\n${name}, on ${machine}\n\n${tableOf(rows)}`);
}
mkdirSync('.bench', { recursive: true });
writeFileSync('.bench/bench.json', `${JSON.stringify(results, null, 1)}\n`);
