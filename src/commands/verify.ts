import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { Refusal } from '../model/issue.ts';
import { filesIn, readSums, sha256, sumsFile } from '../publish/files.ts';
import { explainFailures } from './failures.ts';

/**
 * npm run verify -- PLACE: compares every file of a built folder or of a served site with the SHA-256 list published there,
 * and that list with the one of dist/, the build made here. Ends with 1 where a file is not what the list says.
 */
explainFailures('npm run verify failed.');
const [, , place = 'dist'] = process.argv;
const served = /^https?:\/\//u.test(place);
const together = 8;
const redirects = existsSync('dist/_redirects') ? readFileSync('dist/_redirects', 'utf8') : '';

const list = await fileOf(sumsFile).then(String, ({ message }: Error) => {
  throw new Refusal(`${place} cannot be verified: ${message}. Run npm run verify -- FOLDER, or an address such as https://example.org/.`);
});
const sums = readSums(list);
// Hosts read these two files and do not serve them.
const expected = [...sums.keys()].filter((file) => !served || !['_headers', '_redirects'].includes(file));
const found = served ? [] : filesIn(place).filter((file) => file !== sumsFile);
const files = [...new Set([...expected, ...found])].sort();
const faults: string[] = [];
for (let at = 0; at < files.length; at += together)
  faults.push(...(await Promise.all(files.slice(at, at + together).map(faultOf))).filter(Boolean));
for (const fault of faults) console.error(fault);
console.log(`${files.length - faults.length} of ${files.length} files of ${place} are what ${sumsFile} says.`);
const own = existsSync(join('dist', sumsFile)) && readFileSync(join('dist', sumsFile), 'utf8');
if (!own) console.log('There is no build in dist/ to compare that list with; npm run build makes one (with the SITE_URL of the place).');
else console.log(own === list ? 'That list is the list of dist/: it is the same build.' : 'That list is of another build than dist/.');
process.exitCode = faults.length > 0 ? 1 : 0;

/** What is wrong with a file; '' where nothing is. */
async function faultOf(file: string): Promise<string> {
  // npm run self-host puts each text beside itself once more, compressed.
  const [, text, packed] = /^(.+)\.(br|gz)$/u.exec(file) ?? [];
  const sum = sums.get(text ?? file);
  if (!sum) return `${file}: not in the list`;
  try {
    const bytes = await fileOf(file);
    if (!bytes) return '';
    const plain = packed === 'br' ? brotliDecompressSync(bytes) : packed === 'gz' ? gunzipSync(bytes) : bytes;
    return sha256(plain) === sum ? '' : `${file}: not what the list says`;
  } catch (error) {
    return `${file}: ${(error as Error).message}`;
  }
}

/** The bytes of a file; undefined for a page that leads on, where the host itself does so as dist/_redirects says. */
async function fileOf(file: string): Promise<Buffer | undefined> {
  if (!served) return readFileSync(join(place, file));
  // Hosts lead /steps/index.html on to /steps/, and answer 404.html with 404.
  const address = new URL(file.replace(/(^|\/)index\.html$/u, '$1'), place.replace(/\/*$/u, '/'));
  const answer = await fetch(address, { redirect: 'manual' });
  const to = new URL(answer.headers.get('location') ?? '', address);
  if (to.origin === address.origin && redirects.includes(`${address.pathname} ${to.pathname}${to.hash} 301\n`)) return undefined;
  if (!answer.ok && file !== '404.html') throw new Error(`${address.href} answers ${answer.status}`);
  return Buffer.from(await answer.arrayBuffer());
}
