import fs from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Cleans up after killed builds and returns an empty folder for this build, `.build/PID/`, which is removed when the process
 * ends. Parallel builds have a folder each. `output` is where sites are published.
 */
export function openStaging(root: string, output: string): string {
  const parent = join(root, '.build');
  if (!fs.statSync(parent, { throwIfNoEntry: false })?.isDirectory()) remove(parent);
  fs.mkdirSync(parent, { recursive: true });
  recoverOutput(root, output);
  for (const name of fs.readdirSync(parent)) if (name !== lockName && !isRunning(name)) remove(join(parent, name));
  const staging = join(parent, `${process.pid}`);
  fs.mkdirSync(staging);
  process.on('exit', () => remove(staging));
  return staging;
}

/**
 * Replaces `output` with a finished site: by two renames, or file by file where it is a linked or mounted folder.
 * Builds that finish together take turns, so `output` always holds one complete site.
 */
export async function publishFolder(site: string, output: string, staging: string): Promise<void> {
  const lock = join(dirname(staging), lockName);
  while (!acquireLock(lock)) await sleep(50);
  try {
    replace(site, output, join(staging, earlier));
  } finally {
    remove(lock);
  }
}

/** Restores the site that a build had moved away when it was killed between its two renames. */
export function recoverOutput(root: string, output: string): void {
  if (fs.lstatSync(output, { throwIfNoEntry: false })) return;
  const left = fs.globSync(`.build/*/${earlier}`, { cwd: root }).find((path) => !isRunning(basename(dirname(path))));
  if (left) fs.renameSync(join(root, left), output);
}

const earlier = 'earlier';
const lockName = 'lock';

/** Milliseconds. A lock older than this is stale: its process id has been reused. */
const lockTimeout = 60_000;

/** Creates the lock, a file with the id of this process, which only one build at a time can do. Returns false if another holds it. */
function acquireLock(lock: string): boolean {
  try {
    fs.writeFileSync(lock, `${process.pid}`, { flag: 'wx' });
    return true;
  } catch (error) {
    // A full disk leaves it empty.
    if ((error as NodeJS.ErrnoException).syscall === 'write') remove(lock);
    if (codeOf(error) !== 'EEXIST') throw error;
    if (isStaleLock(lock)) remove(lock);
    return false;
  }
}

/** True if the build that created the lock was killed. An empty lock is just being written. */
function isStaleLock(lock: string): boolean {
  try {
    if (Date.now() - fs.lstatSync(lock).mtimeMs > lockTimeout) return true;
    const owner = fs.readFileSync(lock, 'utf8');
    return owner !== '' && !isRunning(owner);
  } catch {
    return false; // It has just been released.
  }
}

/** True if the build with this process id is running. Our own id means an earlier process that had it. */
function isRunning(name: string): boolean {
  try {
    return process.kill(Number(name), 0) && name !== `${process.pid}`;
  } catch (error) {
    return codeOf(error) === 'EPERM';
  }
}

function replace(site: string, output: string, old: string): void {
  const found = fs.lstatSync(output, { throwIfNoEntry: false });
  if (found?.isSymbolicLink()) return replaceContent(site, resolve(dirname(output), fs.readlinkSync(output)));
  try {
    if (found) fs.renameSync(output, old);
    fs.renameSync(site, output);
  } catch (error) {
    if (fs.existsSync(old)) fs.renameSync(old, output);
    // A mount point cannot be renamed, nor a folder in a lower layer of a container.
    else if (['EBUSY', 'EXDEV'].includes(codeOf(error))) return replaceContent(site, output);
    throw error;
  }
}

/** Copies the whole site into a folder that cannot be renamed before anything in it is removed. */
function replaceContent(site: string, output: string): void {
  const incoming = join(output, '.incoming');
  try {
    remove(incoming);
    // With a filter Node copies file by file, and then reports a full disk as such.
    fs.cpSync(site, incoming, { recursive: true, filter: () => true });
    for (const name of fs.readdirSync(output)) if (name !== '.incoming') remove(join(output, name));
    for (const name of fs.readdirSync(incoming)) fs.renameSync(join(incoming, name), join(output, name));
  } finally {
    remove(incoming);
  }
}

function remove(path: string): void {
  fs.rmSync(path, { recursive: true, force: true, maxRetries: 3 });
}

function codeOf(error: unknown): string {
  return (error as NodeJS.ErrnoException).code ?? '';
}
