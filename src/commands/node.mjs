// Runs a script on a Node that is new enough: the one npm ci installed, else the current one.
// npm 10 and 11.0 to 11.6.1 do not put it on the PATH, so it is started by its full path.
// Old, plain JavaScript: it must run wherever npm does, to say in one sentence what a machine lacks.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
const folder = `node_modules/node-${process.platform}-${process.arch}/bin`;
const brought = join(root, folder, 'node');

if (!existsSync(join(root, 'node_modules'))) fail('There are no packages yet. Run npm ci first.');
const missing = missingPart();
if (missing)
  fail(
    existsSync(brought)
      ? `npm on Node ${process.versions.node} leaves out what this machine needs (${missing}). Run it on the Node that it brought: PATH="$PWD/${folder}:$PATH" npm ci`
      : `npm ci left out what this machine needs (${missing}). Run npm ci again without --omit=optional, on Node 20.19 or newer.`,
  );
const version = existsSync(brought) && spawnSync(brought, ['--version'], { encoding: 'utf8' }).stdout;
if (!version && !process.features.typescript)
  fail(
    `This project needs Node 22.19 or newer, and this is Node ${process.versions.node}. npm ci brings one that runs on Linux with glibc (x64, arm64) only; here install Node 24 and run npm ci again.`,
  );
const node = version ? brought : process.execPath;
process.env.PATH = dirname(node) + delimiter + process.env.PATH;
process.env.ASTRO_TELEMETRY_DISABLED = '1';
// Like Astro's own command: keeps Node's compile cache, except in CI, where a project is built only once.
if (!process.env.CI) process.env.NODE_COMPILE_CACHE ??= join(tmpdir(), 'node-compile-cache');
const child = spawn(node, linked(process.argv.slice(2)), { stdio: 'inherit' });
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
for (const signal of signals) process.on(signal, () => child.kill(signal));
child.on('exit', (code, signal) => {
  for (const each of signals) process.removeAllListeners(each);
  if (signal) process.kill(process.pid, signal);
  else process.exit(code);
});

/** Vite reads # and ? in a path as parts of a URL: a project in such a folder is reached through a symlink instead. */
function linked([script, ...others]) {
  if (!/[#?]/.test(root) || /^-/.test(script)) return [script, ...others];
  const link = join(mkdtempSync(join(tmpdir(), 'guide-')), 'link');
  symlinkSync(root, link, 'junction');
  process.on('exit', () => rmSync(dirname(link), { recursive: true }));
  return ['--preserve-symlinks', '--preserve-symlinks-main', join(link, script), ...others];
}

/** The first package for this kind of machine in package-lock.json that npm silently left out. */
function missingPart() {
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
  const fits = (wanted, own) => !wanted || !own || wanted.includes(own);
  const libc = process.platform === 'linux' && (process.report.getReport().header.glibcVersionRuntime ? 'glibc' : 'musl');
  return Object.keys(packages).find((folder) => {
    const { optional, dev, os, cpu, libc: libraries } = packages[folder];
    if (!optional || dev || !(os || cpu)) return false;
    return fits(os, process.platform) && fits(cpu, process.arch) && fits(libraries, libc) && !existsSync(join(root, folder));
  });
}

function fail(sentence) {
  console.error(sentence);
  process.exit(1);
}
