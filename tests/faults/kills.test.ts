import assert from 'node:assert/strict';
import { cpSync, globSync, lstatSync, mkdirSync, readdirSync, renameSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { fingerprint } from '../support/fingerprint.ts';
import { Project } from '../support/project.ts';

/** With hanzi and a space in its path, as people name folders. */
const project = new Project({ name: '指南 副本-', ownCaches: true });
after(() => project.remove());
const chapter = 'content/guide/steps.mdx';
const whole = project.read(chapter);
const dist = () => fingerprint(join(project.folder, 'dist'));
const leftOvers = () => readdirSync(join(project.folder, '.build'));
const here = (name: string) => fileURLToPath(new URL(name, import.meta.url));
/** Starts a build of `words`, with modules of this folder loaded before it. */
function startBuild(words: string, preload: readonly string[] = [], env: Record<string, string> = {}) {
  project.write(chapter, words);
  const imports = preload.flatMap((name) => ['--import', here(name)]);
  return project.start(process.execPath, [...imports, join(project.folder, 'src/commands/build.ts')], env);
}
const other = whole.replace('\n<Steps>', '\n另一版多出的一句。\n\n<Steps>');

/** The fingerprint of dist/ after an undisturbed build of each text, and how long the last one took, in milliseconds. */
const saved = { whole: '', other: '', length: 0 };
before(async () => {
  for (const [name, words] of Object.entries({ other, whole })) {
    const started = Date.now();
    const { code, output } = await startBuild(words).ended;
    assert.equal(code, 0, output);
    saved[name as 'whole' | 'other'] = dist();
    saved.length = Date.now() - started;
  }
  assert.notEqual(saved.whole, saved.other);
  cpSync(join(project.folder, 'dist'), join(project.folder, 'saved'), { recursive: true });
});
/** Puts the build of the whole text into dist/. */
function reset(): void {
  rmSync(join(project.folder, 'dist'), { recursive: true, force: true });
  cpSync(join(project.folder, 'saved'), join(project.folder, 'dist'), { recursive: true });
}

test('a build killed at any moment leaves a complete dist/, and the next one needs no manual cleaning', async () => {
  const kills = 20;
  let cut = 0;
  for (let at = 0; at < kills; at++) {
    const build = startBuild(at % 2 ? whole : other);
    const started = Date.now();
    // Spread over the length of a build, and a little beyond it.
    await sleep((saved.length * 1.05 * (at + ((at * 7) % 10) / 10)) / kills);
    build.kill();
    if ((await build.ended).code !== 0) cut++;
    // The machine may have become faster.
    else saved.length = Math.min(saved.length, Date.now() - started);
    assert.ok([saved.whole, saved.other].includes(dist()), `dist/ is whole after kill ${at + 1}`);
  }
  const { code, output } = await startBuild(whole).ended;
  assert.equal(code, 0, output);
  assert.equal(dist(), saved.whole);
  assert.deepEqual(leftOvers(), []);
  assert.ok(cut >= kills / 2, 'most builds were cut short');
  console.log(`${kills} kills at random moments, ${cut} of them cut a build short: dist/ was whole after each`);
});

test('a build killed while it replaces dist/ leaves a site that a preview, the next build and even a refused one bring back', async () => {
  for (const [kill, stands] of [
    ['before:1', saved.whole],
    ['after:1', 'none'],
    ['after:2', saved.other],
  ] as const) {
    reset();
    const { code } = await startBuild(other, ['kill-at-rename.mjs'], { KILL: kill }).ended;
    assert.notEqual(code, 0, `killed ${kill}`);
    assert.equal(dist(), stands, kill);
    if (stands !== 'none') continue;

    const preview = project.start(process.execPath, [join(project.folder, 'src/commands/preview.ts')], { PORT: '0' });
    for (let wait = 0; dist() === 'none' && wait < 200; wait++) await sleep(50);
    preview.kill();
    await preview.ended;
    assert.equal(dist(), saved.whole, 'a preview brought the earlier build back');

    const killed = join(project.folder, '.build/99999999');
    mkdirSync(killed, { recursive: true });
    renameSync(join(project.folder, 'dist'), join(killed, 'earlier'));
    const refused = await startBuild(`${whole}\n[去](/nowhere/)\n`).ended;
    assert.match(refused.output, /steps\.mdx:\d+: link to \/nowhere\/: no such page/u);
    assert.equal(dist(), saved.whole, 'a build that is refused brought it back');
  }
  console.log('3 kills at the renames of the swap: dist/ was whole, or whole again at the next command');
});

test('parallel builds all succeed and leave one complete site; what killed builds left is removed', async () => {
  for (const name of ['99999999/site', '99999998/cache', 'now/pid-7/site', 'site']) {
    mkdirSync(join(project.folder, '.build', name), { recursive: true });
    writeFileSync(join(project.folder, '.build', name, 'left'), 'left behind');
  }
  const builds = [startBuild(whole), startBuild(whole), startBuild(whole)];
  for (const { code, output } of await Promise.all(builds.map((build) => build.ended))) assert.equal(code, 0, output);
  assert.equal(dist(), saved.whole);
  assert.deepEqual(leftOvers(), []);
});

const lock = join(project.folder, '.build/lock');

test('a build succeeds when a killed build still holds the lock, even if its process id was reused', async () => {
  const anHourAgo = Date.now() / 1000 - 3600;
  // No such process; a process that took the id over; and a build that was killed before it could write its id.
  for (const [owner, text] of [
    ['99999999', 'other'],
    [`${process.pid}`, 'whole'],
    ['', 'other'],
  ] as const) {
    writeFileSync(lock, owner);
    if (owner !== '99999999') utimesSync(lock, anHourAgo, anHourAgo);
    const { code, output } = await startBuild(text === 'whole' ? whole : other).ended;
    assert.equal(code, 0, output);
    assert.equal(dist(), saved[text]);
    assert.deepEqual(leftOvers(), []);
  }
});

test('a build waits while another one holds the lock, or is just writing it', async () => {
  for (const owner of [`${process.pid}`, '']) {
    reset();
    writeFileSync(lock, owner);
    const build = startBuild(other);
    const isBuilt = () => globSync('.build/*/site/SHA256SUMS', { cwd: project.folder }).length > 0;
    while (!isBuilt() && !(await Promise.race([build.ended, sleep(50)])));
    await sleep(1000);
    assert.ok(isBuilt() && dist() === saved.whole, `dist/ is still the earlier one while “${owner}” holds the lock`);
    rmSync(lock);
    const { code, output } = await build.ended;
    assert.equal(code, 0, output);
    assert.equal(dist(), saved.other);
  }
});

test('where dist/ is a link, a build replaces the content of the folder it leads to', async () => {
  const target = join(project.folder, 'published');
  rmSync(join(project.folder, 'dist'), { recursive: true });
  mkdirSync(target);
  writeFileSync(join(target, 'old.html'), 'an earlier site');
  symlinkSync(target, join(project.folder, 'dist'));
  const refused = await startBuild(`${whole}\n[去](/nowhere/)\n`).ended;
  assert.notEqual(refused.code, 0);
  assert.deepEqual(readdirSync(target), ['old.html']);
  const { code, output } = await startBuild(whole).ended;
  assert.equal(code, 0, output);
  assert.ok(lstatSync(join(project.folder, 'dist')).isSymbolicLink());
  assert.equal(fingerprint(target), saved.whole);
});
