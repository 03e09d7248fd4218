import { existsSync, lstatSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';
import { exchange } from './exchange.ts';

/**
 * Where a build is made until it is whole, and how it takes the place of dist/.
 *
 * .build/lock.db is locked by the one process that may touch .build/; the system itself lifts the lock when that process
 * ends, however it ends. So whoever holds it knows that everything else in the folder is the rest of a dead build.
 */
export interface Staging {
  /** The folder to build into. */
  site: string;
  /** A folder for what a build keeps for itself; empty at its start, so that nothing stale or damaged is read. */
  cache: string;
  /** Puts the finished build in the place of the earlier one. */
  publish(): Promise<void>;
}

/**
 * Takes the project's staging folder for this process, until it ends; waits, and says so, while another build has it.
 * `root` is the project's folder, `output` where builds are published.
 * @throws Error where the folder cannot be written
 */
export async function openStaging(root: string, output: string, say: (words: string) => void): Promise<Staging> {
  const folder = join(root, '.build');
  let lock = takeLock(folder);
  if (!lock) say('another build of this project is running; this one waits until it has ended');
  while (!lock) {
    await sleep(200);
    lock = takeLock(folder);
  }
  held.push(lock);
  restore(folder, output);
  const site = join(folder, 'site');
  const cache = join(folder, 'cache');
  clear(folder);
  mkdirSync(site);
  mkdirSync(cache);
  process.on('exit', () => clear(folder));
  return { site, cache, publish: () => replace(output, site, join(folder, earlier)) };
}

/**
 * Brings back the build that a process was replacing when it was killed, in between the two renames that some systems
 * need for it. Does nothing while a build is running: that one does it itself.
 */
export function recoverOutput(root: string, output: string): void {
  const folder = join(root, '.build');
  if (existsSync(output) || !existsSync(join(folder, earlier))) return;
  const lock = takeLock(folder);
  if (lock) restore(folder, output);
  lock?.close();
}

const lockName = 'lock.db';
const earlier = 'earlier';

/** Locks of this process: one that is collected as garbage would be lifted. */
const held: DatabaseSync[] = [];

/** The lock, or undefined while another process has it. */
function takeLock(folder: string): DatabaseSync | undefined {
  if (lstatSync(folder, { throwIfNoEntry: false })?.isDirectory() === false) rmSync(folder);
  mkdirSync(folder, { recursive: true });
  const file = join(folder, lockName);
  for (let attempt = 0; ; attempt++) {
    let lock: DatabaseSync | undefined;
    try {
      lock = new DatabaseSync(file, { timeout: 0 });
      lock.exec('PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE');
      return lock;
    } catch (error) {
      lock?.close();
      const { errcode, message } = error as { errcode?: number; message: string };
      if (errcode === busy) return undefined;
      if (attempt > 0) throw new Error(`.build/ cannot be written (${message})`, { cause: error });
      // It is always empty: anything else is no lock of ours.
      rmSync(file, { recursive: true, force: true });
    }
  }
}

/** SQLITE_BUSY. */
const busy = 5;

function restore(folder: string, output: string): void {
  if (!existsSync(output) && existsSync(join(folder, earlier))) renameSync(join(folder, earlier), output);
}

function clear(folder: string): void {
  for (const name of readdirSync(folder).filter((each) => !each.startsWith(lockName)))
    rmSync(join(folder, name), { recursive: true, force: true, maxRetries: 3 });
}

async function replace(output: string, site: string, old: string): Promise<void> {
  if (!existsSync(output)) return renameSync(site, output);
  if (await exchange(site, output)) return;
  renameSync(output, old);
  try {
    renameSync(site, output);
  } catch (error) {
    renameSync(old, output);
    throw error;
  }
}
