import {
  cpSync,
  existsSync,
  globSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readlinkSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Puts right what killed builds left, and returns an empty folder for this build, `.build/PID/`, which is removed when the
 * process ends. Builds at the same time have a folder each. `output` is where sites are published.
 */
export function openStaging(root: string, output: string): string {
  const parent = join(root, '.build');
  if (!statSync(parent, { throwIfNoEntry: false })?.isDirectory()) remove(parent);
  mkdirSync(parent, { recursive: true });
  recoverOutput(root, output);
  for (const name of readdirSync(parent)) if (name !== turn && !isRunning(name)) remove(join(parent, name));
  const staging = join(parent, `${process.pid}`);
  mkdirSync(staging);
  process.on('exit', () => remove(staging));
  return staging;
}

/**
 * Puts a finished site in the place of `output`: with two renames, or by replacing what a linked or mounted folder holds.
 * Of builds that end at the same time each waits for its turn, so that `output` is always one of their sites as a whole.
 */
export async function publishFolder(site: string, output: string, staging: string): Promise<void> {
  const taken = join(dirname(staging), turn);
  while (!take(taken)) await sleep(50);
  try {
    replace(site, output, join(staging, earlier));
  } finally {
    remove(taken);
  }
}

/** Brings back the site that a build had moved away when it was killed between its two renames. */
export function recoverOutput(root: string, output: string): void {
  if (lstatSync(output, { throwIfNoEntry: false })) return;
  const left = globSync(`.build/*/${earlier}`, { cwd: root }).find((path) => !isRunning(basename(dirname(path))));
  if (left) renameSync(join(root, left), output);
}

const earlier = 'earlier';
const turn = 'publisher';

/** In milliseconds, longer than it takes to replace a site: after that, another process has the number of a killed build. */
const longestTurn = 60_000;

/** Makes a link to the number of this process, which only one build at a time can make; false where another build has it. */
function take(link: string): boolean {
  try {
    symlinkSync(`${process.pid}`, link);
    return true;
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error;
    if (isLeft(link)) remove(link);
    return false;
  }
}

/** Whether the build that made the link was killed. */
function isLeft(link: string): boolean {
  try {
    return !isRunning(readlinkSync(link)) || Date.now() - lstatSync(link).mtimeMs > longestTurn;
  } catch {
    return false; // The build has just ended its turn.
  }
}

/** Whether the build with this process id is running. One with our own id was an earlier process. */
function isRunning(name: string): boolean {
  try {
    return process.kill(Number(name), 0) && name !== `${process.pid}`;
  } catch (error) {
    return codeOf(error) === 'EPERM';
  }
}

function replace(site: string, output: string, old: string): void {
  const found = lstatSync(output, { throwIfNoEntry: false });
  if (found?.isSymbolicLink()) return replaceContent(site, resolve(dirname(output), readlinkSync(output)));
  try {
    if (found) renameSync(output, old);
    renameSync(site, output);
  } catch (error) {
    if (existsSync(old)) renameSync(old, output);
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
    // With a filter Node copies file by file, and then calls a full disk by its name.
    cpSync(site, incoming, { recursive: true, filter: () => true });
    for (const name of readdirSync(output)) if (name !== '.incoming') remove(join(output, name));
    for (const name of readdirSync(incoming)) renameSync(join(incoming, name), join(output, name));
  } finally {
    remove(incoming);
  }
}

function remove(path: string): void {
  rmSync(path, { recursive: true, force: true, maxRetries: 3 });
}

function codeOf(error: unknown): string {
  return (error as NodeJS.ErrnoException).code ?? '';
}
