// Given to a build with --import: it kills the process, as kill -9 does, in the moment before (KILL=before:2) or after
// (KILL=after:1) its n-th rename of dist/ or of the folder that takes its place.
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { basename } from 'node:path';

const [when, number] = process.env.KILL.split(':');
const { renameSync } = fs;
let renames = 0;
fs.renameSync = (from, to) => {
  const counts = [from, to].some((path) => basename(String(path)) === 'dist');
  if (counts) renames++;
  const dies = counts && renames === Number(number);
  if (dies && when === 'before') process.kill(process.pid, 'SIGKILL');
  renameSync(from, to);
  if (dies) process.kill(process.pid, 'SIGKILL');
};
syncBuiltinESMExports();
