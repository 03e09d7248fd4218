import assert from 'node:assert/strict';
import { cpSync, lstatSync, lutimesSync, mkdirSync, readdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { fingerprint } from '../support/fingerprint.ts';
import { Project } from '../support/project.ts';

/** Words, with a space and in Chinese in the path, as folders of people are named. */
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

/** What dist/ is after a build of each of the two texts that was left in peace; and how long one took, in milliseconds. */
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

test('a build killed at any moment leaves a whole dist/, and the next one needs no cleaning by hand', async () => {
  const kills = 20;
  let cut = 0;
  for (let at = 0; at < kills; at++) {
    const build = startBuild(at % 2 ? whole : other);
    // Spread over the length of a build, and a little beyond it.
    await sleep((saved.length * 1.05 * (at + ((at * 7) % 10) / 10)) / kills);
    build.kill();
    if ((await build.ended).code !== 0) cut++;
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

test('builds at once all end well, and leave the site of one of them as a whole; what killed builds left is removed', async () => {
  for (const name of ['99999999/site', '99999998/cache', 'now/pid-7/site', 'site']) {
    mkdirSync(join(project.folder, '.build', name), { recursive: true });
    writeFileSync(join(project.folder, '.build', name, 'left'), 'left behind');
  }
  const builds = [startBuild(whole), startBuild(whole), startBuild(whole)];
  for (const { code, output } of await Promise.all(builds.map((build) => build.ended))) assert.equal(code, 0, output);
  assert.equal(dist(), saved.whole);
  assert.deepEqual(leftOvers(), []);
});

test('a build does its work where another one was killed in its turn, even if its number belongs to another process now', async () => {
  const turn = join(project.folder, '.build/publisher');
  const anHourAgo = Date.now() / 1000 - 3600;
  for (const owner of [99999999, process.ppid]) {
    symlinkSync(`${owner}`, turn);
    if (owner === process.ppid) lutimesSync(turn, anHourAgo, anHourAgo);
    const { code, output } = await startBuild(owner === process.ppid ? whole : other).ended;
    assert.equal(code, 0, output);
    assert.equal(dist(), owner === process.ppid ? saved.whole : saved.other);
    assert.deepEqual(leftOvers(), []);
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
