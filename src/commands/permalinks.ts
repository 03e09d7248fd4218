import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { parse, parseDocument } from 'yaml';
import { servedBase } from './serve.ts';
import { explainFailures } from './failures.ts';
import { listPublished, readPages } from '../publish/published.ts';
import { permalinkSchema, unrecorded } from '../model/links/permalinks.ts';

/** npm run permalinks: records what the build in dist/ publishes and content/permalinks.yaml does not hold yet. Removes nothing. */
explainFailures();
const file = 'content/permalinks.yaml';
const source = readFileSync(file, 'utf8');
const document = parseDocument(source);
const fresh = unrecorded(permalinkSchema.parse(parse(source)), listPublished(readPages('dist'), servedBase('dist')));
const today = new Date().toISOString().slice(0, 10);
for (const { path, id } of fresh) document.setIn(id === undefined ? [path, 'published'] : [path, 'ids', id], today);
if (fresh.length) {
  writeFileSync(`${file}.new`, document.toString());
  renameSync(`${file}.new`, file);
}
console.log(fresh.length ? fresh.map(({ path, id }) => `recorded ${path}${id ? `#${id}` : ''}`).join('\n') : 'Every address is recorded.');
