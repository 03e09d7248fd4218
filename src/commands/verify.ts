import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { filesIn, sha256 } from '../publish/files.ts';
import { readSums, sumsFile } from '../publish/sums.ts';

/**
 * npm run verify -- PLACE: compares every file of a built folder or of a served site with the SHA-256 list published there,
 * and that list with the one of dist/, the build made here. Ends with 1 where a file is not what the list says.
 */
const [, , place = 'dist'] = process.argv;
const served = /^https?:\/\//u.test(place);
const together = 8;

try {
  const sums = readSums((await fileOf(sumsFile)).toString());
  // What hosts read, they do not serve.
  const names = [...sums.keys()].filter((file) => !served || !['_headers', '_redirects'].includes(file));
  const wrong: string[] = [];
  const compare = async (file: string) => {
    const bytes = await fileOf(file).catch((error: Error) => void wrong.push(`${file}: ${error.message}`));
    if (bytes && sha256(bytes) !== sums.get(file)) wrong.push(`${file}: not what the list says`);
  };
  for (let at = 0; at < names.length; at += together) await Promise.all(names.slice(at, at + together).map(compare));
  const unlisted = served ? [] : filesIn(place).filter((file) => file !== sumsFile && !sums.has(file) && !isOfSelfHost(file, sums));
  for (const line of [...wrong, ...unlisted.map((file) => `${file}: not in the list`)].sort()) console.error(line);
  console.log(`${names.length - wrong.length} of ${names.length} files of ${place} are what ${sumsFile} says.`);
  console.log(compareWithOwn(sums));
  process.exitCode = wrong.length + unlisted.length > 0 ? 1 : 0;
} catch (error) {
  const { message } = error as Error;
  console.error(`${place} cannot be verified: ${message}. Say npm run verify -- FOLDER, or an address such as https://example.org/.`);
  process.exitCode = 1;
}

/** True for what npm run self-host adds: the texts of the list, compressed. */
function isOfSelfHost(file: string, sums: ReadonlyMap<string, string>): boolean {
  const unpack = file.endsWith('.br') ? brotliDecompressSync : gunzipSync;
  const text = sums.get(file.replace(/\.(?:br|gz)$/u, ''));
  try {
    return text !== undefined && sha256(unpack(readFileSync(join(place, file)))) === text;
  } catch {
    return false;
  }
}

async function fileOf(file: string): Promise<Buffer> {
  if (!served) {
    if (!existsSync(join(place, file))) throw new Error(`there is no ${file}`);
    return readFileSync(join(place, file));
  }
  // Hosts lead /steps/index.html on to /steps/, and answer 404.html with 404.
  const address = new URL(file.replace(/(^|\/)index\.html$/u, '$1'), place.replace(/\/*$/u, '/'));
  const answer = await fetch(address);
  if (!answer.ok && file !== '404.html') throw new Error(`${address.href} answers ${answer.status}`);
  return Buffer.from(await answer.arrayBuffer());
}

function compareWithOwn(sums: ReadonlyMap<string, string>): string {
  const own = join('dist', sumsFile);
  if (!existsSync(own))
    return 'There is no build in dist/ to compare that list with; npm run build makes one (with the SITE_URL of the place).';
  const here = readSums(readFileSync(own, 'utf8'));
  const other = [...new Set([...sums.keys(), ...here.keys()])].filter((file) => sums.get(file) !== here.get(file));
  return other.length === 0
    ? 'That list is the list of dist/: it is the same build.'
    : `That list is of another build than dist/: ${other.length} files are not the same, ${other.slice(0, 3).join(', ')} among them.`;
}
