import { cpSync, existsSync, lstatSync, mkdirSync, readdirSync, readlinkSync, renameSync, rmSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Waits until no other build of this project is running, and returns an empty folder for this one, `.build/now/pid-N/`. It
 * is removed when the process ends. `output` is where sites are published, `say` is told of another build.
 */
export async function openStaging(root: string, output: string, say: (message: string) => void): Promise<string> {
  const parent = join(root, '.build');
  const now = join(parent, 'now');
  if (!statSync(parent, { throwIfNoEntry: false })?.isDirectory()) rmSync(parent, { force: true });
  mkdirSync(parent, { recursive: true });
  let told = false;
  while (!take(now)) {
    if (isAbandoned(now)) renameSync(now, join(parent, `abandoned-${process.pid}-${Date.now()}`));
    else if (!told) {
      say('another build of this project is running; this one waits until it has ended');
      told = true;
    }
    await sleep(200);
  }
  recoverOutput(root, output);
  for (const name of readdirSync(parent)) if (name !== 'now') remove(join(parent, name));
  return join(now, owner);
}

/** Puts a finished site in the place of `output`: with two renames, or by replacing what a linked or mounted folder holds. */
export function publishFolder(site: string, output: string, staging: string): void {
  const old = join(staging, earlier);
  if (lstatSync(output, { throwIfNoEntry: false })?.isSymbolicLink()) {
    mkdirSync(resolve(output, '..', readlinkSync(output)), { recursive: true });
    return replaceContent(site, output);
  }
  try {
    if (existsSync(output)) renameSync(output, old);
  } catch (error) {
    if (['EBUSY', 'EXDEV'].includes(codeOf(error))) return replaceContent(site, output);
    throw error;
  }
  try {
    renameSync(site, output);
  } catch (error) {
    if (existsSync(old)) renameSync(old, output);
    throw error;
  }
}

/** Brings back the site that a build had moved away when it was killed between its two renames. */
export function recoverOutput(root: string, output: string): void {
  const parent = join(root, '.build');
  if (lstatSync(output, { throwIfNoEntry: false }) || !existsSync(parent)) return;
  for (const folder of readdirSync(parent).map((name) => join(parent, name)))
    for (const name of isAbandoned(folder) && lstatSync(folder).isDirectory() ? readdirSync(folder) : [])
      if (existsSync(join(folder, name, earlier))) return renameSync(join(folder, name, earlier), output);
}

const earlier = 'earlier';
const owner = `pid-${process.pid}`;

/** In milliseconds: longer than any build takes, so that the process number in an older folder belongs to another program. */
const longestBuild = 600_000;

/** Makes a folder that one process owns; false where another process has made it. */
function take(folder: string): boolean {
  try {
    mkdirSync(folder);
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  }
  mkdirSync(join(folder, owner));
  process.on('exit', () => existsSync(join(folder, owner)) && remove(folder));
  return true;
}

/** True where the process that owns a folder is gone, or died before it could leave its number. */
function isAbandoned(folder: string): boolean {
  try {
    const found = lstatSync(folder);
    if (!found.isDirectory()) return true;
    const age = Date.now() - found.mtimeMs;
    const [name] = readdirSync(folder);
    if (!name) return age > 1000;
    return name === owner || age > longestBuild || !isRunning(Number(/^pid-(\d+)$/u.exec(name)?.[1]));
  } catch {
    // Its owner has just ended and removed it.
    return false;
  }
}

function isRunning(id: number): boolean {
  try {
    return process.kill(id, 0);
  } catch (error) {
    return codeOf(error) === 'EPERM';
  }
}

/** Copies the whole site into a folder that cannot be renamed before anything in it is removed. */
function replaceContent(site: string, output: string): void {
  const incoming = join(output, '.incoming');
  remove(incoming);
  try {
    // With a filter Node copies file by file, and then calls a full disk by its name.
    cpSync(site, incoming, { recursive: true, filter: () => true });
  } catch (error) {
    remove(incoming);
    throw error;
  }
  for (const name of readdirSync(output)) if (name !== '.incoming') remove(join(output, name));
  for (const name of readdirSync(incoming)) renameSync(join(incoming, name), join(output, name));
  remove(incoming);
}

function remove(path: string): void {
  rmSync(path, { recursive: true, force: true, maxRetries: 3 });
}

function codeOf(error: unknown): string {
  return (error as NodeJS.ErrnoException).code ?? '';
}
