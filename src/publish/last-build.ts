import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, readdirSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Inspection } from './inspect.ts';

/** SHA-256 in hex. */
export function digest(...parts: (string | Buffer)[]): string {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest('hex');
}

/**
 * What a build can take over from the last one: a file that was made from the same data is copied from dist/, and a page
 * with the same bytes need not be read again. Everything is named by digests and checked against them, and nothing is
 * taken over from other code; so a damaged, outdated or missing record costs time and nothing else.
 */
export class LastBuild {
  readonly #file: string;
  readonly #output: string;
  readonly #code: string;
  readonly #before: Notes;
  readonly #now: Notes;

  /** `root` is the project's folder, `output` where builds are published, `site` the address that is built for. */
  constructor(root: string, output: string, site: string) {
    this.#file = join(root, 'node_modules/.cache/guide/last-build.json');
    this.#output = output;
    this.#code = digest(site, codeOf(root));
    this.#before = readNotes(this.#file, this.#code);
    this.#now = { code: this.#code, made: {}, read: {} };
  }

  /** The bytes of a file below dist/, where the last build made it from data with the same key. */
  made(file: string, key: string): Buffer | undefined {
    const sha = this.#before.made[file]?.[key];
    if (!sha) return undefined;
    try {
      const bytes = readFileSync(join(this.#output, file));
      return digest(bytes) === sha ? bytes : undefined;
    } catch {
      return undefined;
    }
  }

  /** What reading a page gave, from the last build where its bytes are the same, else from `read`. */
  inspect(file: string, html: string, read: () => Inspection): Inspection {
    const sha = digest(html);
    const found = this.#before.read[file]?.[sha] ?? read();
    if (found.issues.length === 0) this.#now.read[file] = { [sha]: found };
    return found;
  }

  /**
   * Leaves what this build has learnt for the next one: `keys` is what files were made from, `sums` what they are. Where it
   * cannot be written, the next one starts anew.
   */
  keep(keys: ReadonlyMap<string, string>, sums: ReadonlyMap<string, string>): void {
    for (const [file, key] of keys) this.#now.made[file] = { [key]: sums.get(file)! };
    try {
      mkdirSync(dirname(this.#file), { recursive: true });
      const text = JSON.stringify(this.#now);
      writeFileSync(`${this.#file}.${process.pid}`, digest(text) + text);
      renameSync(`${this.#file}.${process.pid}`, this.#file);
    } catch {
      // A cache that cannot be written is no cache.
    }
  }
}

/** By file below dist/, one entry each: its digest by the key of its data, and what a page holds by its digest. */
interface Notes {
  code: string;
  made: Record<string, Record<string, string>>;
  read: Record<string, Record<string, Inspection>>;
}

function readNotes(file: string, code: string): Notes {
  const none = { code, made: {}, read: {} };
  try {
    const text = readFileSync(file, 'utf8');
    const notes = text.slice(64);
    if (digest(notes) !== text.slice(0, 64)) return none;
    const read = JSON.parse(notes) as Notes;
    return read.code === code ? read : none;
  } catch {
    return none;
  }
}

/** The digest of all that pages are made with: the sources, the configuration, and the versions of packages. */
function codeOf(root: string): string {
  const sources = readdirSync(join(root, 'src'), { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const files = sources.map((entry) => join(entry.parentPath, entry.name)).sort();
  const others = ['astro.config.mjs', 'package.json', 'node_modules/.package-lock.json'].map((name) => join(root, name));
  return digest(...[...files, ...others].flatMap((file) => [file.slice(root.length), readIfThere(file)]));
}

function readIfThere(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch {
    return Buffer.alloc(0);
  }
}
