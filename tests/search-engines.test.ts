import assert from 'node:assert/strict';
import { cpSync, existsSync, readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { createRequire } from 'node:module';
import Validator from '@adobe/structured-data-validator';
import WebAutoExtractor from '@marbec/web-auto-extractor';
import { HtmlValidate } from 'html-validate';
import { LinkChecker } from 'linkinator';
import { marked } from 'marked';
import { validateXML } from 'xmllint-wasm';
import { addDays } from '../src/model/days.ts';
import { latestDay, onDay, Project } from './support/project.ts';
import { chapters, dist, pages, redirects } from './support/site.ts';
import { readVocabulary } from './support/vocabulary.ts';
import { browser, site } from './support/visit.ts';

const read = (file: string) => readFileSync(dist + file, 'utf8');
const html = (id: string) => pages.find(({ path }) => path === `/${id}/`)!.html;
const blocks = (text: string) =>
  [...text.matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/gu)].map(
    (match) => JSON.parse(match[1]!) as Record<string, unknown>,
  );
const nodes = (text: string) => blocks(text).flatMap((block) => (block['@graph'] as Record<string, unknown>[] | undefined) ?? []);
const node = (text: string, type: string) => nodes(text).find((each) => each['@type'] === type) ?? assert.fail(`no ${type}`);

/** Every place that tells a date of a chapter, as calendar days. */
function datesOf(folder: string, id: string): { published: string[]; reviewed: string[] } {
  const file = (name: string) => readFileSync(`${folder}/${name}`, 'utf8');
  const page = file(`${id}/index.html`);
  const only = (text: string, pattern: RegExp) => pattern.exec(text)?.[1] ?? assert.fail(`${id}: nothing matches ${pattern}`);
  const article = node(page, 'TechArticle');
  const baidu = blocks(page).find((block) => 'pubDate' in block)!;
  const url = file('sitemap-0.xml')
    .split('<url>')
    .find((text) => text.includes(`/${id}/<`))!;
  const days = (...values: unknown[]) => values.map((value) => String(value).slice(0, 10));
  return {
    published: days(
      only(page, /本章发布于 <time datetime="([^"]+)/u),
      article['datePublished'],
      baidu['pubDate'],
      only(page, /article:published_time" content="([^"]+)/u),
      only(page, /bytedance:published_time" content="([^"]+)/u),
      only(file(`${id}.md`), /本章发布于 ([\d-]+)/u),
    ),
    reviewed: days(
      only(page, /复核于 <time[^>]* datetime="([^"]+)/u),
      only(page, /复核于 <time[^>]*>([^<]+)/u),
      article['dateModified'],
      baidu['upDate'],
      only(page, /article:modified_time" content="([^"]+)/u),
      only(page, /bytedance:updated_time" content="([^"]+)/u),
      only(page, /bytedance:lrDate_time" content="([^"]+)/u),
      only(url, /<lastmod>([^<]+)/u),
      only(file(`${id}.md`), /复核于 ([\d-]+)/u),
    ),
  };
}

for (const id of chapters)
  test(`${id}: every date is the one in the front matter`, () => {
    const source = readFileSync(new URL(`../content/guide/${id}.mdx`, import.meta.url), 'utf8');
    const { published, reviewed } = datesOf(dist, id);
    assert.deepEqual([...new Set(published)], [/^published: (.*)$/mu.exec(source)![1]]);
    assert.deepEqual([...new Set(reviewed)], [/^reviewed: (.*)$/mu.exec(source)![1]]);
  });

test('changing a review date changes it everywhere and nothing else; a future or earlier date is refused', async () => {
  const project = new Project();
  const file = 'content/guide/steps.mdx';
  const whole = project.read(file);
  const write = (published: string, reviewed: string) =>
    project.write(file, whole.replace(/^published: .*$/mu, `published: ${published}`).replace(/^reviewed: .*$/mu, `reviewed: ${reviewed}`));
  const published = /^published: (.*)$/mu.exec(whole)![1]!;
  const [earlier, later, today] = [latestDay, addDays(latestDay, 16), addDays(latestDay, 20)];
  const env = onDay(today);
  write(published, earlier);
  assert.equal((await project.build(env)).code, 0);
  cpSync(`${project.folder}/dist`, `${project.folder}/earlier`, { recursive: true });
  write(published, later);
  assert.equal((await project.build(env)).code, 0);
  assert.deepEqual([...new Set(datesOf(`${project.folder}/dist`, 'steps').reviewed)], [later]);
  // The offline copy is named by a digest of what it holds, and a review lasts until a day: both follow from the date.
  const plain = (text: string) =>
    text.replaceAll(/(?<=offline\.)[0-9a-f]{16}|(?<=data-until=\\?")[\d-]{10}/gu, '').replaceAll(later, earlier);
  const [now, then] = ['dist', 'earlier'].map((folder) =>
    readdirSync(`${project.folder}/${folder}`, { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.\w+$/u.test(name))
      .sort()
      .map((name) => [plain(name), plain(readFileSync(`${project.folder}/${folder}/${name}`, 'utf8'))]),
  );
  for (const [at, [name, text]] of now!.entries()) assert.deepEqual([name, text === then![at]![1]], [then![at]![0], true], name!);

  write(published, addDays(today, 2));
  assert.match((await project.build(env)).output, new RegExp(`steps\\.mdx:\\d+: a date after ${addDays(today, 1)} is in the future`, 'u'));
  write(published, addDays(published, -1));
  assert.match(
    (await project.build(env)).output,
    new RegExp(`steps\\.mdx:\\d+: reviewed ${addDays(published, -1)} is before published ${published}`, 'u'),
  );

  write(published, earlier);
  const old = await project.build(onDay(addDays(earlier, 182)));
  assert.equal(old.code, 0, old.output);
  assert.match(project.read('dist/steps/index.html'), /待复核/u);
  project.remove();
});

test('npm run reviewed sets the date of one chapter and nothing else, and knows its chapters', async () => {
  const project = new Project();
  const file = 'content/guide/summary.mdx';
  const before = project.read(file);
  const today = addDays(latestDay, 20);
  assert.equal((await project.run('src/commands/reviewed.ts', ['summary'], onDay(today))).code, 0);
  assert.equal(project.read(file), before.replace(/^reviewed: .*$/mu, `reviewed: ${today}`));
  const unknown = await project.run('src/commands/reviewed.ts', ['nope']);
  assert.notEqual(unknown.code, 0);
  assert.match(unknown.output, /“nope” is not a chapter.*steps/u);
  project.remove();
});

for (const { path, html: text } of [...pages, ...redirects])
  test(`${path}: its structured data is known to schema.org`, async () => {
    const own = text.replaceAll(/<script type="application\/ld\+json">\{"@context":"https:\/\/ziyuan[^<]*<\/script>/gu, '');
    const data = new WebAutoExtractor({ addLocation: true, embedSource: ['rdfa', 'microdata'] }).parse(own);
    const issues = (await new Validator(readVocabulary()).validate(data)) as { severity: string; issueMessage: string }[];
    assert.deepEqual(
      issues.map(({ issueMessage }) => issueMessage).filter((message) => !message.endsWith('(optional)')),
      [],
    );
    if (chapters.includes(path.slice(1, -1))) assert.ok(nodes(text).length >= 3);
  });

test('the validator finds a property and a type that schema.org does not have', async () => {
  for (const block of ['{"@type":"TechArticle","nonsense":1}', '{"@type":"Nonsense","name":"x"}']) {
    const text = `<html><head><script type="application/ld+json">{"@context":"https://schema.org",${block.slice(1)}</script></head></html>`;
    const issues = await new Validator(readVocabulary()).validate(new WebAutoExtractor({ addLocation: true, embedSource: [] }).parse(text));
    assert.notEqual(issues.length, 0, block);
  }
});

test('every id that structured data refers to exists on the page, on home, or in the data itself', () => {
  const home = pages.find(({ path }) => path === '/')!.html;
  const known = new Set([...nodes(home), ...pages.flatMap(({ html: text }) => nodes(text))].map((each) => each['@id']));
  const references = (value: unknown): string[] =>
    Array.isArray(value)
      ? value.flatMap(references)
      : value && typeof value === 'object'
        ? Object.keys(value).length === 1 && '@id' in value
          ? [String(value['@id'])]
          : Object.values(value).flatMap(references)
        : [];
  for (const { html: text } of pages) for (const id of references(nodes(text))) assert.ok(known.has(id), id);
});

test('each step and each question of the structured data is visible text at its id', async () => {
  const page = await browser.newPage();
  const squeeze = (text: string) => text.replace(/\s/gu, '');
  for (const [id, type, list] of [
    ['steps', 'HowTo', 'step'],
    ['troubleshooting', 'FAQPage', 'mainEntity'],
  ] as const) {
    await page.goto(`${site.origin}/${id}/`);
    const items = node(html(id), type)[list] as { '@id': string; name: string; text?: string; acceptedAnswer?: { text: string } }[];
    const shown = await page.evaluate(() =>
      [...document.querySelectorAll('.step, .problem')].map((part) => {
        const copy = part.cloneNode(true) as Element;
        copy.querySelectorAll('.cite').forEach((cite) => cite.remove());
        return { id: part.querySelector('h2')!.id, text: copy.textContent };
      }),
    );
    assert.deepEqual(
      items.map((item) => item['@id'].split('#')[1]),
      shown.map((part) => part.id),
    );
    for (const [index, item] of items.entries()) {
      assert.ok(await page.locator(`[id="${shown[index]!.id}"]`).isVisible());
      const visible = squeeze(shown[index]!.text);
      for (const line of [item.name, ...(item.text ?? item.acceptedAnswer!.text).split('\n')])
        assert.ok(visible.includes(squeeze(line)), line);
    }
  }
  await page.close();
});

test('the answer about a stopped line names the last day', () => {
  const questions = node(html('troubleshooting'), 'FAQPage')['mainEntity'] as { '@id': string; acceptedAnswer: { text: string } }[];
  const answer = questions.find((each) => each['@id'].endsWith('#suspended'))!.acceptedAnswer.text;
  assert.match(answer, /停机那天算第 1 天，最晚第 30 天/u);
});

test('the steps promise no price and no time that no source gives', () => {
  const howTo = node(html('steps'), 'HowTo');
  for (const key of ['estimatedCost', 'totalTime', 'performTime', 'prepTime']) assert.ok(!(key in howTo), key);
});

/** Rules of the recommended set that are off, each with its reason. */
const rules = {
  'no-redundant-role': 'off', // Safari forgets that an <ol> is a list where list-style is none; role="list" reminds it
} as const;

for (const { path, html: text } of [...pages, ...redirects])
  test(`${path}: is valid HTML`, async () => {
    const report = await new HtmlValidate({ extends: ['html-validate:recommended'], rules }).validateString(text);
    assert.deepEqual(
      report.results.flatMap(({ messages }) =>
        messages.map(({ ruleId, message, line, column }) => `${line}:${column} ${ruleId}: ${message}`),
      ),
      [],
    );
  });

test('the sitemap and the feed are valid by their schemas', async () => {
  const folder = createRequire(import.meta.url)
    .resolve('sitemap')
    .replace(/dist.*/u, 'schema/');
  const xsd = readFileSync(`${folder}sitemap.xsd`, 'utf8');
  const sitemap = await validateXML({ xml: [{ fileName: 'sitemap.xml', contents: read('sitemap-0.xml') }], schema: [xsd] });
  assert.deepEqual(sitemap.errors, []);
  const rng = readFileSync(new URL('./support/atom.rng', import.meta.url), 'utf8');
  const feed = await validateXML({ xml: [{ fileName: 'feed.xml', contents: read('feed.xml') }], schema: [rng], extension: 'relaxng' });
  assert.deepEqual(feed.errors, []);
  const broken = await validateXML({
    xml: [{ fileName: 'feed.xml', contents: read('feed.xml').replace(/<updated>.*?<\/updated>/u, '') }],
    schema: [rng],
    extension: 'relaxng',
  });
  assert.equal(broken.valid, false, 'a feed without its date is found out');
});

test('titles, descriptions and canonicals are unique; titles say what they answer in 26 hanzi and never 官网', () => {
  const meta = pages.map(({ html: text }) => ({
    title: /<title>([^<]+)/u.exec(text)![1]!,
    description: /name="description" content="([^"]+)/u.exec(text)![1]!,
    canonical: /rel="canonical" href="([^"]+)/u.exec(text)?.[1],
  }));
  const width = (text: string) => [...text].reduce((sum, char) => sum + (char > '⺀' ? 2 : 1), 0);
  for (const key of ['title', 'description', 'canonical'] as const)
    assert.equal(new Set(meta.map((each) => each[key])).size, pages.length, key);
  for (const { title, description } of meta) {
    assert.ok(width(title.replace(/ - 紫卡续费指南$/u, '')) <= 52, title);
    assert.ok(width(description) <= 160, description);
    assert.ok(!title.includes('官网'), title);
  }
});

test('a crawl from home finds every page of the sitemap, nothing broken, nothing outside but cited sources', async () => {
  const checker = new LinkChecker();
  const { links } = await checker.check({
    path: `${site.origin}/`,
    recurse: true,
    concurrency: 20,
    urlRewriteExpressions: [{ pattern: /^http:\/\/localhost:4321/u, replacement: site.origin }],
    linksToSkip: async (url) => !url.startsWith(site.origin),
  });
  assert.deepEqual(
    links.filter(({ state }) => state === 'BROKEN').map(({ url, parent }) => `${parent} → ${url}`),
    [],
  );
  const found = new Set(links.filter(({ state }) => state === 'OK').map(({ url }) => new URL(url).pathname));
  for (const [, path] of read('sitemap-0.xml').matchAll(/<loc>https?:\/\/[^/]+([^<]*)</gu)) assert.ok(found.has(path!), path!);
});

test('every file that llms.txt names exists', () => {
  for (const [, path] of read('llms.txt').matchAll(/\(https?:\/\/[^/]+(\/[^)]+)\)/gu)) assert.ok(existsSync(dist + path), path!);
});

for (const { path, html: text } of pages.filter(({ html: each }) => each.includes('type="text/markdown"') && !each.includes('/404/')))
  test(`${path}: its Markdown twin says the same, with absolute links and no trace of components`, async () => {
    const twin = read((/type="text\/markdown" href="\/([^"]+)"/u.exec(text) ?? assert.fail())[1]!);
    assert.doesNotMatch(twin, /<\/?[A-Za-z]|\]\((?!https?:)/u);
    // As it was built: a script brings the days of the calendar up to date.
    const page = await browser.newPage({ bypassCSP: true, javaScriptEnabled: false });
    await page.goto(site.origin + path);
    const [shown, rendered] = await page.evaluate(
      ([markup, home]) => {
        const tell = (root: Element) => {
          for (const each of root.querySelectorAll('nav, svg, script, style, footer, button, form, [hidden], .no-print')) each.remove();
          return {
            headings: [...root.querySelectorAll('h1, h2, h3, h4')].map((each) => each.textContent.replace(/\s/gu, '')),
            links: [...root.querySelectorAll('a')].map((each) => each.href.replace(/^http:\/\/(?:localhost:4321|127\.0\.0\.1:\d+)/u, '')),
            text: root.textContent.replace(/[\s\u200b]/gu, ''),
          };
        };
        const other = new DOMParser().parseFromString(markup!, 'text/html').body;
        const main = document.querySelector('main')!.cloneNode(true) as Element;
        // The page writes the names of sources by its styles, so that they are in no copied sentence.
        for (const cite of main.querySelectorAll('a.cite:empty')) cite.textContent = cite.getAttribute('aria-label');
        for (const link of main.querySelectorAll('a')) link.setAttribute('href', new URL(link.getAttribute('href')!, home).href);
        return [tell(main), tell(other)];
      },
      [await marked.parse(twin), `http://localhost:4321${path}`] as const,
    );
    assert.deepEqual(rendered, shown);
    await page.close();
  });

test('the whole guide is on one page that works from a disk without a network', async () => {
  const all = html('all');
  for (const id of chapters) {
    assert.match(all, new RegExp(`<h2 id="${id}"`, 'u'));
    for (const heading of html(id).matchAll(/<h2 id="([^"]+)"/gu)) assert.ok(all.includes(`<h3 id="${heading[1]}"`), heading[1]!);
  }
  assert.match(all, /name="robots" content="noindex"/u);
  assert.match(all, /rel="canonical" href="[^"]+\/all\/"/u);
  const context = await browser.newContext({ offline: true });
  const page = await context.newPage();
  await page.goto(pathToFileURL(`${dist}all/index.html`).href);
  assert.notEqual(
    await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor),
    'rgba(0, 0, 0, 0)',
    'styles are in the page',
  );
  const dead = await page.evaluate(() =>
    [...document.querySelectorAll<HTMLAnchorElement>('article a, main > nav a')]
      .map((link) => link.getAttribute('href')!)
      .filter((href) => (href.startsWith('#') ? !document.getElementById(href.slice(1)) : !/claim-|planner|calendar/u.test(href))),
  );
  assert.deepEqual(dead, []);
  await context.close();
});
