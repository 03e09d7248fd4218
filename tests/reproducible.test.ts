import assert from 'node:assert/strict';
import { appendFileSync, cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { serveFolder } from '../src/commands/serve.ts';
import { addDays, isStale } from '../src/model/days.ts';
import { readSums } from '../src/publish/files.ts';
import { latestDay, onDay, Project } from './support/project.ts';
import { chapters, serveSite } from './support/site.ts';

const first = new Project({ ownCaches: true });
const second = new Project({ ownCaches: true });
const build = async (project: Project, env: Record<string, string>) => {
  const { code, output } = await project.build(env);
  assert.equal(code, 0, output);
  return readSums(project.read('dist/SHA256SUMS'));
};
/** The whole machine's clock, as far as a build can see it, so many days ahead. */
const clockAhead = (days: number) => ({
  NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(
    `const Real=Date,ahead=${days}*864e5;globalThis.Date=class extends Real{constructor(...given){given.length?super(...given):super(Real.now()+ahead)}static now(){return Real.now()+ahead}}`,
  )}`,
});
const differing = (a: ReadonlyMap<string, string>, b: ReadonlyMap<string, string>) =>
  [...new Set([...a.keys(), ...b.keys()])].filter((file) => a.get(file) !== b.get(file));

let original: Map<string, string>;

before(async () => {
  original = await build(first, { TZ: 'Asia/Shanghai', LANG: 'zh_CN.UTF-8', LC_ALL: 'zh_CN.UTF-8', ...onDay(latestDay) });
});

after(() => {
  first.remove();
  second.remove();
});

test('builds in different folders, time zones, locales and months are the same byte for byte', async () => {
  const other = await build(second, {
    TZ: 'America/Los_Angeles',
    LANG: 'tr_TR.UTF-8',
    LC_ALL: 'tr_TR.UTF-8',
    ...clockAhead(40),
    ...onDay(latestDay),
  });
  assert.deepEqual(differing(original, other), []);
  assert.ok(original.size > 350, `${original.size} files`);
});

test('the day of a build changes the marks of old reviews and nothing else; SOURCE_DATE_EPOCH is that day', async () => {
  const late = new Project({ ownCaches: true });
  const sums = await build(late, onDay(addDays(latestDay, 400)));
  const changed = differing(original, sums);
  for (const id of chapters) {
    const reviewed = /^reviewed: (.*)$/mu.exec(first.read(`content/guide/${id}.mdx`))![1]!;
    if (!isStale(reviewed, latestDay)) assert.ok(changed.includes(`${id}/index.html`) && changed.includes(`${id}.md`), `${id} is marked`);
  }
  const unmarked = (project: Project, file: string) =>
    project
      .read(`dist/${file}`)
      .replaceAll(/ ?<strong class="stale[^>]*>待复核<\/strong>|（待复核）| ?\*\*待复核\*\*/gu, '')
      // The worker names the copy of all pages by its digest.
      .replaceAll(/offline\.[0-9a-f]{16}\.json/gu, 'offline.json');
  for (const file of changed.filter((name) => !/^_astro\/offline\./u.test(name)))
    assert.equal(unmarked(late, file), unmarked(first, file), file);
  late.remove();
});

test('npm run verify finds a built folder and a served site whole, and names a file that differs, is missing or does not belong', async () => {
  const verify = (place: string) => second.run('src/commands/verify.ts', [place]);
  const whole = await verify('dist');
  assert.equal(whole.code, 0, whole.output);
  assert.match(whole.output, /(\d+) of \1 files of dist are what SHA256SUMS says\.\nThat list is the list of dist/u);

  const site = await serveSite(join(second.folder, 'dist'));
  const served = await verify(`${site.origin}/`);
  assert.equal(served.code, 0, served.output);
  site.close();

  const pages = serveFolder(join(second.folder, 'dist'), '/');
  const [files] = pages.listeners('request') as RequestListener[];
  const leading = createServer((request, response) => {
    if (request.url !== '/pay/') return files!(request, response);
    response.writeHead(301, { Location: to }).end();
  });
  await new Promise<void>((resolve) => leading.listen(0, '127.0.0.1', resolve));
  // A test that fails before it closes the server must not wait for it.
  leading.unref();
  const origin = `http://127.0.0.1:${(leading.address() as AddressInfo).port}`;
  let to = '/troubleshooting/#payment-failed';
  const led = await verify(origin);
  assert.equal(led.code, 0, led.output);
  for (to of ['https://example.com/', '/', '/steps/']) {
    const astray = await verify(origin);
    assert.equal(astray.code, 1, `a page that leads to ${to}`);
    assert.match(astray.output, /pay\/index\.html: .*answers 301/u);
  }
  leading.close();
  leading.closeAllConnections();

  const copy = join(second.folder, 'copy');
  cpSync(join(second.folder, 'dist'), copy, { recursive: true });
  appendFileSync(join(copy, 'steps.md'), '另加');
  rmSync(join(copy, 'pay/index.html'));
  mkdirSync(join(copy, 'more'));
  writeFileSync(join(copy, 'more/a.txt'), '');
  const damaged = await verify('copy');
  assert.equal(damaged.code, 1);
  assert.match(damaged.output, /more\/a\.txt: not in the list\npay\/index\.html: ENOENT.*\nsteps\.md: not what the list says/u);
  assert.match((await verify('nowhere')).output, /nowhere cannot be verified: ENOENT.*SHA256SUMS.*\. Run npm run verify/u);
  assert.match(readFileSync(join(copy, 'SHA256SUMS'), 'utf8'), /^[0-9a-f]{64} {2}404\.html$/mu);
});
