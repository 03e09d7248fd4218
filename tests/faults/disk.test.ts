import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import {
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  rmdirSync,
  statfsSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { fingerprint } from '../support/fingerprint.ts';
import { Project } from '../support/project.ts';

const chapter = 'content/guide/steps.mdx';
const added = (text: string) => text.replace('\n<Steps>', '\n另一版多出的一句。\n\n<Steps>');
const trace = /^\s+at .*:\d+:\d+\)?$/mu;

/** A file system of its own in memory, where this user may have one. */
function mountSmall(): string | undefined {
  const folder = mkdtempSync(join(tmpdir(), 'small-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=48m', 'tmpfs', folder], { stdio: 'ignore' });
    return folder;
  } catch {
    rmdirSync(folder);
    return undefined;
  }
}

test('a build on a full disk says so in a sentence, leaves dist/ whole, and works again when there is space', async () => {
  const disk = mountSmall();
  const project = new Project({ ...(disk && { parent: disk }), ownCaches: true });
  const dist = () => fingerprint(join(project.folder, 'dist'));
  try {
    const first = await project.build();
    assert.equal(first.code, 0, first.output);
    const before = dist();
    const whole = project.read(chapter);
    project.write(chapter, added(whole));
    let full = 0;
    if (disk)
      // From no byte left to enough for half a build: the disk is full at another moment each time.
      for (const left of [0, 200_000, 1_200_000]) {
        const { bavail, bsize } = statfsSync(disk);
        const filler = join(disk, 'filler');
        writeFileSync(filler, Buffer.alloc(Math.max(bavail * bsize - left, 0)));
        const { code, output } = await project.build();
        assert.notEqual(code, 0, `with ${left} bytes left`);
        assert.match(output, /The disk is full[\s\S]*dist\/ is left as it was\.\n {4}Free some space/u);
        assert.doesNotMatch(output, trace);
        assert.equal(dist(), before, `dist/ is whole with ${left} bytes left`);
        rmSync(filler);
        full++;
      }
    // The same where nothing can be mounted: no file may grow beyond so many blocks of 512 bytes.
    for (const blocks of disk ? [16] : [0, 16, 64]) {
      const limited = `ulimit -f ${blocks} && exec "$0" "$@"`;
      const { code, output } = await project.start('/bin/sh', [
        '-c',
        limited,
        process.execPath,
        join(project.folder, 'src/commands/build.ts'),
      ]).ended;
      assert.notEqual(code, 0, `with files of ${blocks} blocks`);
      assert.match(output, /A file grew larger than this system allows[\s\S]*dist\/ is left as it was\./u);
      assert.doesNotMatch(output, trace);
      assert.equal(dist(), before);
      full++;
    }
    const again = await project.build();
    assert.equal(again.code, 0, again.output);
    assert.notEqual(dist(), before);
    console.log(`${full} builds without space (${disk ? 'a full tmpfs and' : ''} a limit of file size): dist/ was whole after each`);
  } finally {
    project.remove();
    if (disk) {
      execFileSync('umount', [disk]);
      rmdirSync(disk);
    }
  }
});

test('where dist/ is a mount point, a build replaces its content, and leaves it alone when it is full', async (t) => {
  const disk = mountSmall();
  if (!disk) return t.skip('this user may not mount anything');
  execFileSync('umount', [disk]);
  rmdirSync(disk);
  const project = new Project({ ownCaches: true });
  const dist = join(project.folder, 'dist');
  mkdirSync(dist);
  execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=16m', 'tmpfs', dist]);
  try {
    const first = await project.build();
    assert.equal(first.code, 0, first.output);
    const before = fingerprint(dist);
    const { bavail, bsize } = statfsSync(dist);
    writeFileSync(join(dist, 'filler'), Buffer.alloc(bavail * bsize - 100_000));
    const full = await project.build();
    assert.notEqual(full.code, 0);
    assert.match(full.output, /The disk is full[\s\S]*dist\/ is left as it was/u);
    rmSync(join(dist, 'filler'));
    assert.equal(fingerprint(dist), before);
    project.write(chapter, added(project.read(chapter)));
    const again = await project.build();
    assert.equal(again.code, 0, again.output);
    assert.notEqual(fingerprint(dist), before);
  } finally {
    execFileSync('umount', [dist]);
    project.remove();
  }
});

/** What is done to each folder of caches, and to what is left of a build. */
const damages: [name: string, damage: (folder: string, files: readonly string[]) => void][] = [
  ['garbage in each file', (folder, files) => files.forEach((file) => writeFileSync(join(folder, file), '\0\u0001{{{ garbage'))],
  ['empty files', (folder, files) => files.forEach((file) => writeFileSync(join(folder, file), ''))],
  [
    'folders in place of files',
    (folder, files) => files.forEach((file) => (rmSync(join(folder, file), { recursive: true }), mkdirSync(join(folder, file)))),
  ],
  ['a file in place of the folder', (folder) => (rmSync(folder, { recursive: true }), writeFileSync(folder, 'garbage'))],
  ['a link that leads nowhere', (folder) => (rmSync(folder, { recursive: true }), symlinkSync('/nowhere/at/all', folder))],
];
/** The files of a cache; a folder that there is not yet, or is damaged already, is made with one file in it. */
function filesOf(folder: string): string[] {
  if (!lstatSync(folder, { throwIfNoEntry: false })?.isDirectory()) {
    rmSync(folder, { force: true });
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'data-store.json'), '{}');
  }
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => lstatSync(join(folder, name)).isFile());
}
const caches = ['.astro', '.build', 'node_modules/.astro', 'node_modules/.vite', 'node_modules/.cache/cards'];

test('a build with damaged caches is the same as one without', async () => {
  const project = new Project({ ownCaches: true });
  const dist = () => fingerprint(join(project.folder, 'dist'));
  const clean = await project.build();
  assert.equal(clean.code, 0, clean.output);
  const before = dist();
  for (const [name, damage] of damages) {
    for (const cache of caches) {
      const folder = join(project.folder, cache);
      damage(folder, filesOf(folder));
    }
    const { code, output } = await project.build();
    assert.equal(code, 0, `${name}\n${output}`);
    assert.equal(dist(), before, name);
  }
  project.remove();
  console.log(`${damages.length * caches.length} damaged caches: the next build was right by itself`);
});

/** What cannot be read as a file, or should not be: as root, the mode of a file forbids nothing. */
const unreadable: [name: string, file: string, put: (path: string) => void, message: RegExp][] = [
  ['a folder', chapter, (path) => mkdirSync(path), /steps\.mdx:1: this is a folder, not a file/u],
  ['a pipe', chapter, (path) => execFileSync('mkfifo', [path]), /steps\.mdx:1: this is a device or pipe/u],
  ['a link to itself', chapter, (path) => symlinkSync(path, path), /steps\.mdx:1: this is a symbolic link/u],
  ['a link out of the project', chapter, (path) => symlinkSync('/etc/passwd', path), /steps\.mdx:1: this is a symbolic link/u],
  ['a pipe', 'content/permalinks.yaml', (path) => execFileSync('mkfifo', [path]), /permalinks\.yaml:1: this is a device or pipe/u],
  [
    'a link out of the project',
    'public/extra.txt',
    (path) => symlinkSync('/etc/passwd', path),
    /public\/extra\.txt:1: this is a symbolic link/u,
  ],
  ['a pipe', 'public/extra.txt', (path) => execFileSync('mkfifo', [path]), /public\/extra\.txt:1: this is a device or pipe/u],
];

test('a build refuses what it cannot or should not read, and does not hang', async () => {
  const project = new Project();
  for (const [name, file, put, message] of unreadable) {
    const path = join(project.folder, file);
    const text = existsSync(path) ? project.read(file) : undefined;
    rmSync(path, { force: true });
    put(path);
    const { code, output } = await project.build();
    assert.notEqual(code, 0, `${name} for ${file}`);
    assert.match(output, message);
    assert.doesNotMatch(output, trace);
    rmSync(path, { recursive: true });
    if (text !== undefined) project.write(file, text);
  }
  project.remove();
  console.log(`${unreadable.length} unreadable files: each refused by name`);
});
