import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';
import { marked } from 'marked';
import markdownIt from 'markdown-it';
import { damaged } from '../src/model/links/healing.cases.ts';
import { checkPermalinks, permalinkSchema, unrecorded } from '../src/model/links/permalinks.ts';
import { collectRefusals } from '../src/model/refusals.ts';
import { readYaml } from '../src/model/yaml-source.ts';
import { listPublished } from '../src/publish/finish.ts';
import { parse } from 'yaml';
import { isReserved } from '../src/checks/guide/addresses.ts';
import { startHost } from './support/host.ts';
import { Project } from './support/project.ts';
import { readPages } from './support/read-pages.ts';
import { chapters, dist, pages, serveSite } from './support/site.ts';
import { browser, open, site } from './support/visit.ts';

const visitor = await browser.newContext({ viewport: { width: 390, height: 844 }, reducedMotion: 'reduce' });

const registry = readFileSync(new URL('../content/permalinks.yaml', import.meta.url), 'utf8');
const published = () => listPublished(readPages(dist), '/');

test('every address of the site is in the registry, and every address of the registry works', () => {
  assert.deepEqual(unrecorded(permalinkSchema.parse(parse(registry)), published().headings), [], 'run npm run permalinks');
  const { issues, refuseIn } = collectRefusals();
  checkPermalinks(readYaml(registry, permalinkSchema, refuseIn('content/permalinks.yaml')), published().answered);
  assert.deepEqual(issues, []);
});

test('removing a published heading without an alias fails the build, which says what to write; with the alias the old link works', async () => {
  const project = new Project();
  const steps = 'content/guide/steps.mdx';
  const whole = project.read(steps);
  const renamed = (alias: string) =>
    whole
      .replace('{#auto-renew}', `{#automatic${alias}}`)
      .replaceAll('#auto-renew)', '#automatic)')
      .replaceAll('"#auto-renew"', '"#automatic"');
  const others = chapters.map((id) => `content/guide/${id}.mdx`).filter((file) => file !== steps);
  for (const file of [...others, 'content/claims.yaml', 'content/search.yaml'])
    project.write(file, project.read(file).replace(/(steps\/?)#auto-renew/gu, '$1#automatic'));
  project.write(steps, renamed(''));
  const refused = await project.build();
  assert.notEqual(refused.code, 0);
  assert.match(
    refused.output,
    /content\/permalinks\.yaml:\d+: \/steps\/#auto-renew was published on \d{4}-\d\d-\d\d and leads nowhere now/u,
  );
  assert.match(refused.output, /aliases="auto-renew"/u);

  project.write(steps, renamed(' aliases="auto-renew"'));
  const mended = await project.build();
  assert.equal(mended.code, 0, mended.output);
  const other = await serveSite(`${project.folder}/dist`);
  const page = await browser.newPage({ javaScriptEnabled: false });
  await page.goto(`${other.origin}/steps/#auto-renew`);
  assert.equal(await page.evaluate(() => document.querySelector(':target')?.closest('h2')?.id), 'automatic');
  await page.close();
  other.close();
  project.remove();
});

test('renaming a chapter without an alias fails the build; with the alias the old address leads on, with and without script', async () => {
  const project = new Project();
  const rename = (file: string) =>
    project.write(
      file,
      project.read(file).replaceAll('/summary/', '/brief/').replaceAll('summary#', 'brief#').replace(', summary]', ', brief]'),
    );
  for (const file of [
    ...chapters.map((id) => `content/guide/${id}.mdx`),
    'content/claims.yaml',
    'content/search.yaml',
    'content/outline.yaml',
  ])
    rename(file);
  const text = project.read('content/guide/summary.mdx');
  project.write('content/guide/brief.mdx', text);
  project.delete('content/guide/summary.mdx');
  const refused = await project.build();
  assert.match(refused.output, /permalinks\.yaml:\d+: \/summary\/ was published on .* leads nowhere now[\s\S]*aliases: \[\/summary\/\]/u);

  project.write('content/guide/brief.mdx', text.replace('label:', 'aliases: [/summary/]\nlabel:'));
  const mended = await project.build();
  assert.equal(mended.code, 0, mended.output);
  assert.match(project.read('dist/_redirects'), /^\/summary\/ \/brief\/ 301$/mu);
  const other = await serveSite(`${project.folder}/dist`);
  for (const javaScriptEnabled of [true, false]) {
    const page = await browser.newPage({ javaScriptEnabled });
    await page.goto(`${other.origin}/summary/?a=1#renew-on-time`);
    await page.waitForURL(/\/brief\//u);
    if (javaScriptEnabled) assert.equal(page.url(), `${other.origin}/brief/?a=1#renew-on-time`);
    await page.close();
  }
  other.close();
  project.remove();
});

test('an alias that belongs to another place already is refused, also where only the page of the whole guide has both', async () => {
  const project = new Project();
  for (const [file, heading, alias] of [
    ['steps', 'auto-renew', '/pay/'],
    ['steps', 'sign-in', 'log-in'],
    ['after-renewal', 'next-date', 'log-in'],
  ] as const) {
    const path = `content/guide/${file}.mdx`;
    project.write(path, project.read(path).replace(`{#${heading}}`, `{#${heading} aliases="${alias}"}`));
  }
  const { output } = await project.build();
  assert.match(output, /steps\.mdx:\d+: the alias \/all\/#log-in belongs to the heading “记好下个扣款日” already/u);
  assert.match(output, /troubleshooting\.mdx:\d+: the alias \/pay\/ belongs to the heading “自动续费” already/u);
  project.remove();
});

test('a heading that moved to another chapter leaves a signpost at its old id', async () => {
  const project = new Project();
  project.write(
    'content/guide/summary.mdx',
    project.read('content/guide/summary.mdx').replace('{#in-short}', '{#in-short aliases="overview#in-brief"}'),
  );
  const { code, output } = await project.build();
  assert.equal(code, 0, output);
  assert.match(project.read('dist/overview/index.html'), /<p id="in-brief"[^>]*>[^<]*<a href="\/summary\/#in-short"/u);
  project.remove();
});

test('below a base path, links heal and stay below it', async () => {
  const project = new Project();
  const { code, output } = await project.build({ SITE_URL: 'https://example.org/guide/' });
  assert.equal(code, 0, output);
  assert.match(project.read('dist/_redirects'), /^\/guide\/pay\/ \/guide\/troubleshooting\/#payment-failed 301$/mu);
  const other = await serveSite(`${project.folder}/dist`, '/guide/');
  const page = await browser.newPage();
  for (const [address, place] of [
    ['/guide/Stpes/?a=1', '/guide/steps/?a=1'],
    ['/guide/steps/auto-renew。', '/guide/steps/#auto-renew'],
    ['/guide/pay/', '/guide/troubleshooting/#payment-failed'],
  ] as const) {
    await page.goto(other.origin + address);
    await page.waitForURL(other.origin + place);
  }
  await page.close();
  other.close();
  project.remove();
});

for (const [address, place] of damaged)
  test(`${address} ${place ? `arrives at ${place}, in focus and below the top bar` : 'stays on the site and offers choices'}`, async () => {
    const page = await visitor.newPage();
    await page.goto(site.origin + address);
    if (place) {
      await page.waitForURL((url) => url.pathname + url.search + url.hash === place);
      await page.waitForFunction(() => document.getElementById('status')?.textContent || document.querySelector(':target'));
      const seen = await page.evaluate(() => {
        const focused = document.activeElement as HTMLElement;
        const target = document.querySelector(':target') ?? focused;
        const bar = document.querySelector('.bar')!.getBoundingClientRect().bottom;
        const { top } = target.getBoundingClientRect();
        return { focused: focused.id || focused.tagName, visible: top >= bar - 1 && top < innerHeight };
      });
      assert.ok(seen.visible, JSON.stringify(seen));
      if (!['/pay', '/lost'].some((name) => address.toLowerCase().startsWith(name)))
        assert.equal(seen.focused, new URL(page.url()).hash.slice(1) || (place === '/' || !place.includes('#') ? 'H1' : ''));
    } else {
      const offered = await page.locator('main a, nav a, .status a').count();
      assert.ok(offered >= chapters.length);
      assert.equal(new URL(page.url()).origin, site.origin);
      if (!address.includes('#')) assert.ok(await page.getByRole('heading', { name: '没有这一页' }).isVisible());
      else await page.waitForFunction(() => document.getElementById('status')?.textContent);
      if (address.includes('#')) assert.match(await page.locator('#status').innerText(), /没有找到链接指的那一节/u);
    }
    await page.close();
  });

test('a page that is offered keeps the section that was asked for', async () => {
  const page = await open('/zh-cn/troubleshooting/#suspended');
  assert.equal(await page.locator('.nearest a').first().getAttribute('href'), '/troubleshooting/#suspended');
  await page.context().close();
});

test('a mended address is announced in a line that assistive technology reads', async () => {
  const page = await open('/stpes/');
  await page.waitForURL(/\/steps\/$/u);
  assert.equal(await page.getByRole('status').innerText(), '链接有一处不对，已带你到「续费步骤」。');
  await page.context().close();
});

test('without script a permalink is a plain link, named in full, of at least 24 by 24 px', async () => {
  const page = await open('/troubleshooting/', { javaScriptEnabled: false });
  const link = page.getByRole('link', { name: '本节链接：付款失败' });
  const box = (await link.boundingBox())!;
  assert.ok(box.width >= 24 && box.height >= 24);
  await link.click();
  assert.equal(new URL(page.url()).hash, '#payment-failed');
  await page.context().close();
});

test('every heading of every chapter has its permalink', () => {
  for (const { path, html } of pages.filter(({ path: each }) => chapters.includes(each.slice(1, -1)))) {
    const headings = [...html.matchAll(/<h[23] id="([^"]+)"/gu)].map((match) => match[1]);
    const links = [...html.matchAll(/class="permalink[^"]*" href="#([^"]+)"/gu)].map((match) => match[1]);
    assert.deepEqual(links, headings, path);
  }
});

const url = () => `${siteAddress()}/troubleshooting/#payment-failed`;
const siteAddress = () => /rel="canonical" href="(.*?)\/"/u.exec(pages.find(({ path }) => path === '/')!.html)![1]!;

for (const [name, expected] of [
  ['复制链接', () => ` ${url()} `],
  ['复制 Markdown', () => `[付款失败 - 紫卡续费指南](<${url()}>)`],
  ['复制 BBCode', () => `[url=${url()}]付款失败 - 紫卡续费指南[/url]`],
] as const)
  test(`${name}: by keyboard, announced, and safe between Chinese words`, async () => {
    const page = await open('/troubleshooting/', { permissions: ['clipboard-read', 'clipboard-write'] });
    await page.locator('a.permalink[href="#payment-failed"]').focus();
    await page.keyboard.press('Enter');
    await page.getByRole('menu').waitFor();
    const item = page.getByRole('menuitem', { name, exact: true });
    while (!(await item.evaluate((each) => each === document.activeElement))) await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => document.getElementById('status')?.textContent);
    assert.equal(await page.getByRole('status').innerText(), '已复制，可以去粘贴了。');
    assert.equal(await page.evaluate(() => document.activeElement?.getAttribute('href')), '#payment-failed');
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    assert.equal(copied, expected());
    if (name !== '复制 BBCode')
      for (const html of [
        await marked.parse(`看这里${copied}，然后再试`),
        markdownIt({ linkify: true }).render(`看这里${copied}，然后再试`),
      ])
        assert.deepEqual(
          [...html.matchAll(/href="([^"]*)"/gu)].map((match) => match[1]),
          [url()],
          html,
        );
    await page.context().close();
  });

test('a section is copied as its own words, with numbered steps and its address on a line of its own', async () => {
  const page = await open('/troubleshooting/', { permissions: ['clipboard-read', 'clipboard-write'] });
  await page.locator('a.permalink[href="#unauthorized-charges"]').click();
  await page.getByRole('menuitem', { name: '复制这节文字和链接' }).click();
  await page.waitForFunction(() => document.getElementById('status')?.textContent);
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  assert.match(copied, /^账户被盗刷\n\n/u);
  assert.match(copied, /\n怎么办\n1\. [^\n]+\n2\. /u);
  assert.doesNotMatch(copied, /官方 \d|第三方 \d+(?:\n|。)|登录不上/u, 'no citation and no other section');
  assert.match(copied, /\n\nhttp[^\s]+\/troubleshooting\/#unauthorized-charges\n$/u);
  await page.context().close();
});

test('the sentences of a chapter are copied, and read aloud, without the names of their sources', async () => {
  const page = await open('/steps/', { permissions: ['clipboard-read', 'clipboard-write'] });
  const paragraph = page.locator('.prose > p', { has: page.locator('.cite') }).first();
  await paragraph.evaluate((element) => getSelection()!.selectAllChildren(element));
  const selected = await page.evaluate(() => String(getSelection()));
  assert.equal(selected.trim(), (await paragraph.textContent())!.trim());
  assert.doesNotMatch(selected, /官方 \d|第三方 \d/u);
  await page.context().close();
});

test('no citation begins a line, in any chapter on a phone', async () => {
  for (const { path } of pages.filter(({ html }) => html.includes('class="cite"'))) {
    const page = await open(path);
    const strays = await page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('.prose a.cite')].flatMap((cite) => {
        const before = document.createRange();
        const text = cite.previousSibling;
        if (!text) return [];
        before.selectNodeContents(text);
        const boxes = [...before.getClientRects()];
        const last = boxes[boxes.length - 1];
        const own = cite.getClientRects()[0];
        return last && own && own.top > last.bottom ? [cite.parentElement!.textContent] : [];
      }),
    );
    assert.deepEqual(strays, [], path);
    await page.context().close();
  }
});

test('the copy menu closes with Escape and gives the focus back', async () => {
  const page = await open('/steps/');
  await page.locator('a.permalink').first().click();
  await page.getByRole('menu').waitFor();
  await page.keyboard.press('Escape');
  assert.ok(await page.getByRole('menu').isHidden());
  assert.equal(await page.evaluate(() => document.activeElement?.className.includes('permalink')), true);
  await page.context().close();
});

for (const fragment of [
  'wechat_redirect',
  'rd',
  'google_vignette',
  '_=_',
  '/',
  'top',
  '!',
  'xtor=AL-5',
  'gsc.tab=0',
  'weixin.qq.com',
  ':~:text=x',
])
  test(`#${fragment}, which was never ours, is not a broken link`, async () => {
    const page = await open(`/steps/#${fragment}`);
    // Whatever would mend it is fetched first.
    await page.waitForLoadState('networkidle');
    assert.equal(await page.locator('#status').innerText(), '');
    await page.context().close();
  });

test('our fragment with a foreign one appended finds its heading', async () => {
  const page = await open('/steps/#auto-renew#wechat_redirect');
  await page.waitForURL(/#auto-renew$/u);
  await page.context().close();
});

for (const [address, end] of [
  ['/suspended/#rd', /\/troubleshooting\/#suspended$/u],
  ['/lost/#wechat_redirect', /\/troubleshooting\/#suspended$/u],
  ['/planer/#due=2026-12-24&wallet=2000', /\/planner\/#due=2026-12-24&wallet=2000$/u],
] as const)
  test(`${address} keeps the heading or the plan that it leads to, whatever an app appended`, async () => {
    const page = await open(address);
    await page.waitForURL(end);
    await page.context().close();
  });

test('a row without a name is not announced by its id', async () => {
  const page = await open('/sources/#claim-4，');
  await page.waitForURL(/#claim-4$/u);
  assert.equal(await page.getByRole('status').innerText(), '链接有一处不对，已带你到它指的地方。');
  await page.context().close();
});

for (const [name, tail] of [
  ['percent codes', '%E4'.repeat(10_000)],
  ['percent codes of percent codes', '%25'.repeat(10_000)],
  ['hanzi', '付'.repeat(30_000)],
  ['letters', 'payment-'.repeat(4_000)],
] as const)
  test(`a fragment of 30,000 characters, ${name}, does not block the page`, { timeout: 10_000 }, async () => {
    const page = await open('/troubleshooting/');
    await page.evaluate((fragment) => void (location.hash = fragment), tail);
    await page.waitForFunction(() => document.getElementById('status')?.textContent || document.querySelector(':target'));
    await page.context().close();
  });

for (const [address, file] of [
  ['/steps.md，看这里', 'steps.md'],
  ['/feed.xml。', 'feed.xml'],
  ['/llms.txt)', 'llms.txt'],
] as const)
  test(`${address} opens the file ${file}`, async () => {
    const page = await open(address, { acceptDownloads: true });
    await page.waitForURL(`${site.origin}/${file}`);
    await page.context().close();
  });

test('a calendar file with words after it is fetched, and offered', async () => {
  const name = readdirSync(`${dist}calendar`).find((file) => file.endsWith('.ics'))!;
  const context = await browser.newContext();
  const page = await context.newPage();
  const [download] = await Promise.all([page.waitForEvent('download'), page.goto(`${site.origin}/calendar/${name}，记得加`)]);
  assert.equal(download.suggestedFilename(), name);
  assert.equal(await page.locator('.nearest a').getAttribute('href'), `${site.origin}/calendar/${name}`);
  await context.close();
});

test('for words directly after the home address, home is offered', async () => {
  const page = await open('/看这个教程很清楚');
  await page.waitForSelector('.nearest');
  assert.ok(await page.locator('.nearest a[href="/"]').isVisible());
  await page.context().close();
});

test('no redirect loop on a host that strips the trailing slash', async (t) => {
  const host = await startHost(dist);
  t.after(() => host.close());
  let asked = 0;
  host.intercept(({ url = '' }, response) => {
    if (!/^\/stpes|^\/steps/u.test(url)) return false;
    asked += 1;
    if (url.endsWith('/')) response.writeHead(301, { Location: url.slice(0, -1) }).end();
    else response.writeHead(404, { 'Content-Type': 'text/html' }).end(readFileSync(`${dist}404.html`));
    return true;
  });
  const page = await browser.newPage();
  await page.goto(`${host.origin}/stpes`);
  await page.waitForSelector('.nearest');
  await page.waitForTimeout(500);
  assert.ok(asked < 8, `${asked} requests`);
  assert.ok(await page.locator('.nearest a[href="/steps/"]').isVisible());
  const indent = await page.locator('.nearest ul').evaluate((list) => Number.parseFloat(getComputedStyle(list).paddingInlineStart));
  assert.ok(indent >= 16, 'its bullets stand within the box');
  await page.close();
});

test('at an address that begins with two slashes, which a script cannot change, search answers and nothing fails', async (t) => {
  const host = await startHost(dist);
  t.after(() => host.close());
  host.intercept((request) => ((request.url = request.url?.replace(/^\/\/search\/\//u, '/search/')), false));
  const page = await browser.newPage();
  const errors: string[] = [];
  page.on('pageerror', ({ message }) => void errors.push(message));
  await page.addInitScript(() => {
    const replace = history.replaceState.bind(history);
    history.replaceState = (...given) => {
      document.body.dataset['tried'] = 'yes';
      replace(...given);
    };
  });
  await page.goto(`${host.origin}//search//`);
  await page.locator('#search-input').focus();
  await page.waitForFunction(() => document.querySelector('.count')?.textContent.includes('说说'));
  await page.locator('#search-input').fill('续费');
  await page.waitForSelector('[data-tried]');
  assert.ok((await page.locator('#search-results li').count()) > 0);
  assert.deepEqual(errors, []);
  await page.close();
});

test('nothing around the text has an id that a heading might use', () => {
  for (const file of ['steps/index.html', '404.html', 'search/index.html', 'index.html']) {
    const html = readFileSync(dist + file, 'utf8').replace(/<main[\s\S]*<\/main>/u, (main) => /^<main[^>]*>/u.exec(main)![0]);
    const ids = [...html.matchAll(/\sid="([^"]+)"/gu)].map(([, id]) => id!);
    assert.ok(ids.length > 1);
    for (const id of ids) assert.ok(isReserved(id), `${file}: ${id}`);
  }
});
