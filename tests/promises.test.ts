import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { parse } from 'yaml';
import { draw } from '../src/images/draw.ts';
import { layOutCard } from '../src/images/cards-and-icons.ts';
import { otherPages } from '../src/model/guide/pages.ts';
import { price, rules } from '../src/model/renewal/rules.ts';
import { findAll } from './support/elements.ts';
import { chapters, dist, pages, redirects, serveSite, sources } from './support/site.ts';

/*
 * What the site promises to browsers, search engines, forums and feed readers, compared as a whole with what content/ and the rules
 * say. A value stands here in full, so that none can be loosened, lost or added without a failure that names the page and the value.
 */

const read = (file: string) => readFileSync(dist + file, 'utf8');
const root = new URL('../', import.meta.url);
const home = /rel="canonical" href="([^"]+)"/u.exec(read('index.html'))![1]!;
const at = (path: string) => home + path.slice(1);
const name = '紫卡续费指南';
const cycle = rules.cycle.days;

/** The front matter of a chapter, and its words. */
interface Written {
  id: string;
  title: string;
  label: string;
  description: string;
  summary: string;
  published: string;
  reviewed: string;
  changes: { day: string; text: string }[];
  aliases?: string[];
  words: string;
}

const written = chapters.map((id): Written => {
  const [, front = '', words = ''] = readFileSync(new URL(`content/guide/${id}.mdx`, root), 'utf8').split(/^---$/mu);
  return { ...(parse(front) as Omit<Written, 'id' | 'words'>), id, words };
});
const htmlOf = (path: string) => pages.find((each) => each.path === path)!.html;
const latest = written
  .map(({ reviewed }) => reviewed)
  .toSorted()
  .at(-1)!;
const chapterAt = (path: string) => written.find(({ id }) => path === `/${id}/`);

/** The headers of every answer. */
const headers = [
  [
    'Content-Security-Policy',
    "base-uri 'none'; connect-src 'self'; form-action 'self'; img-src 'self'; manifest-src 'self'; require-trusted-types-for 'script'; trusted-types offline; worker-src 'self'; object-src 'none'; frame-ancestors 'none'",
  ],
  ['X-Content-Type-Options', 'nosniff'],
  ['X-Frame-Options', 'DENY'],
  ['Referrer-Policy', 'no-referrer'],
  ['Strict-Transport-Security', 'max-age=63072000'],
  ['Cross-Origin-Opener-Policy', 'same-origin'],
  ['Permissions-Policy', 'camera=(), geolocation=(), microphone=(), payment=(), usb=()'],
] as const;
const own = ['Cross-Origin-Resource-Policy', 'same-origin'] as const;
const shared = ['Cross-Origin-Resource-Policy', 'cross-origin'] as const;
const forever = ['Cache-Control', 'public, max-age=31536000, immutable'] as const;

test('_headers, which Netlify and Cloudflare read, is this text', () => {
  const type = (value: string) => [['Content-Type', value]] as const;
  const expected: [path: string, headers: readonly (readonly [string, string])[]][] = [
    ['/*', headers],
    ['/', [own]],
    ['/:page/', [own]],
    ['/_astro/*', [own, forever]],
    ['/cards/*', [shared]],
    ['/icons/*', [shared]],
    ['/feed.xml', type('application/atom+xml; charset=utf-8')],
    ['/*.md', type('text/markdown; charset=utf-8')],
    ['/*.ics', type('text/calendar; charset=utf-8')],
    ['/*.txt', type('text/plain; charset=utf-8')],
    ['/*.webmanifest', type('application/manifest+json')],
  ];
  const text = expected.map(([path, lines]) => [path, ...lines.map(([header, value]) => `  ${header}: ${value}`)].join('\n'));
  assert.equal(read('_headers'), `${text.join('\n\n')}\n`);
  for (const line of read('_headers').split('\n')) assert.ok(line.length <= 2000, `hosts cut a line of ${line.length} characters`);
});

test('deploy/nginx.conf sends the same headers, and no other', () => {
  const lines = readFileSync(new URL('deploy/nginx.conf', root), 'utf8').matchAll(/^ *add_header (\S+) (?:"(.*)"|(\S+)) always;$/gmu);
  assert.deepEqual(
    [...lines].map(([, header, quoted, bare]) => [header, quoted ?? bare]).sort(),
    [...headers, ['Cache-Control', '$guide_caching'], ['Cross-Origin-Resource-Policy', '$guide_sharing']].toSorted(),
  );
});

test('deploy/Caddyfile sends the same headers, and no other', () => {
  const [, always = ''] = /\(guide_headers\) \{\n([\s\S]*?)\n\}\n/u.exec(readFileSync(new URL('deploy/Caddyfile', root), 'utf8')) ?? [];
  const lines = always.matchAll(/^\t*(?:header )?(\??[A-Z][\w-]+) (?:`(.*)`|(\S+))$/gmu);
  assert.deepEqual(
    [...lines].map(([, header, quoted, bare]) => [header, quoted ?? bare]).sort(),
    [...headers, ['Vary', 'Accept-Encoding'], ['?Cache-Control', 'public, max-age=0, must-revalidate']].toSorted(),
  );
});

let site: { origin: string; close: () => void };
before(async () => void (site = await serveSite()));
after(() => site.close());

const asset = `/_astro/${readdirSync(`${dist}_astro`).find((file) => file.endsWith('.js'))}`;
for (const [path, type, more] of [
  ['/', 'text/html', [own]],
  ['/steps/', 'text/html', [own]],
  ['/no-such-page/', 'text/html', [own]],
  [asset, 'text/javascript', [own, forever]],
  ['/cards/steps.png', 'image/png', [shared]],
  ['/feed.xml', 'application/atom+xml', []],
] as const)
  test(`npm run preview answers ${path.replace(/\..*(?=\.js$)/u, '.…')} with the same headers`, async () => {
    const answer = await fetch(site.origin + path);
    const sent = Object.fromEntries(answer.headers);
    for (const [header, value] of [...headers, ...more]) assert.equal(sent[header.toLowerCase()], value, `${path} sends ${header}`);
    assert.ok(sent['content-type']?.startsWith(type), `${path} is sent as ${sent['content-type']}`);
  });

for (const { path, html } of [...pages, ...redirects])
  test(`${path}: its policy is this one, and allows its own inline script and style and nothing more`, () => {
    const hashes = (element: string) =>
      [...html.matchAll(new RegExp(`<${element}(?![^>]*(?:\\ssrc=|json))[^>]*>([\\s\\S]*?)</${element}>`, 'gu'))].map(
        ([, text = '']) => ` 'sha256-${createHash('sha256').update(text).digest('base64')}'`,
      );
    const policies = [...html.matchAll(/<meta http-equiv="content-security-policy" content="([^"]*)"/gu)].map(([, policy = '']) =>
      policy.split(/ *; */u).filter(Boolean),
    );
    assert.deepEqual(policies, [
      [
        "default-src 'none'",
        "base-uri 'none'",
        "connect-src 'self'",
        "form-action 'self'",
        "img-src 'self'",
        "manifest-src 'self'",
        "require-trusted-types-for 'script'",
        'trusted-types offline',
        "worker-src 'self'",
        `script-src 'self'${hashes('script').join('')}`,
        `style-src 'self'${hashes('style').join('')}`,
      ],
    ]);
    assert.ok(html.indexOf('content-security-policy') < html.indexOf('</head>'), `${path} states its policy in its head`);
  });

/** The path a page stands for in search results and on cards, and the chapter whose card it shows. */
function placeOf(path: string, html: string): { place: string; card: string } {
  const to = redirects.some((each) => each.path === path) && /http-equiv="refresh" content="0; url=([^#"]*)/u.exec(html)?.[1];
  const place = to || path;
  const others = ['planner', 'calendar', 'sources', 'about', 'changes', ...chapters];
  return { place, card: others.find((each) => place === `/${each}/`) ?? 'home' };
}

const hidden = ['/404.html', '/all/', '/search/'];
for (const { path, html } of [...pages, ...redirects])
  test(`${path}: its head tells search engines, forums and devices this, in this order, and nothing else`, () => {
    const head = html.slice(0, html.indexOf('</head>'));
    const { place, card } = placeOf(path, html);
    const chapter = chapterAt(place);
    const leadsOn = place !== path;
    const title = chapter && !leadsOn ? `${chapter.title} - ${name}` : /<title>([^<]*)/u.exec(head)![1]!;
    const heading = title.replace(` - ${name}`, '');
    const description = chapter?.description ?? /name="description" content="([^"]*)/u.exec(head)![1]!;
    const other = Object.values(otherPages).find((each) => each.path === path);
    if (other) assert.deepEqual([heading, description], [other.title, other.description]);
    const listed = path !== '/404.html';
    const article = chapter && !leadsOn;
    const twin = place === '/' ? '/index.md' : place.replace(/\/$/u, '.md');
    const picture = at(`/cards/${card}.png`);
    const meta = (key: string, content: string, kind = 'name') => `meta ${kind}="${key}" content="${content}"`;
    const property = (key: string, content: string) => meta(key, content, 'property');
    const expected = [
      'meta charset="utf-8"',
      meta('viewport', 'width=device-width, initial-scale=1'),
      meta('referrer', 'no-referrer'),
      meta('description', description),
      meta('author', name),
      ...(listed ? [`link rel="canonical" href="${at(place)}"`] : []),
      meta('robots', hidden.includes(path) ? 'noindex' : 'max-image-preview:large'),
      property('og:type', article ? 'article' : 'website'),
      property('og:title', title),
      property('og:description', description),
      ...(listed ? [property('og:url', at(place))] : []),
      property('og:image', picture),
      property('og:image:type', 'image/png'),
      property('og:image:width', '1200'),
      property('og:image:height', '630'),
      property('og:image:alt', `${name}：${heading}`),
      property('og:site_name', name),
      property('og:locale', 'zh_CN'),
      ...(article
        ? [
            property('article:published_time', `${chapter.published}T00:00:00Z`),
            property('bytedance:published_time', `${chapter.published}T00:00:00Z`),
            property('article:modified_time', `${chapter.reviewed}T00:00:00Z`),
            property('bytedance:updated_time', `${chapter.reviewed}T00:00:00Z`),
            property('bytedance:lrDate_time', `${chapter.reviewed}T00:00:00Z`),
          ]
        : []),
      meta('twitter:card', 'summary_large_image'),
      meta('twitter:title', title),
      meta('twitter:description', description),
      meta('twitter:image', picture),
      meta('twitter:image:alt', `${name}：${heading}`),
      ...(listed && path !== '/search/' ? [`link rel="alternate" type="text/markdown" href="${twin}"`] : []),
      `link rel="alternate" type="application/atom+xml" href="/feed.xml" title="${name}"`,
      meta('format-detection', 'telephone=no, date=no, address=no, email=no'),
      meta('applicable-device', 'pc,mobile'),
      `${meta('theme-color', '#fbfbfd')} media="(prefers-color-scheme: light)"`,
      `${meta('theme-color', '#120f17')} media="(prefers-color-scheme: dark)"`,
      'link rel="manifest" href="/manifest.webmanifest" data-worker="/sw.js"',
      'link rel="apple-touch-icon" href="/apple-touch-icon.png"',
      'link rel="icon" href="/favicon.svg" type="image/svg+xml"',
      ...(leadsOn ? [] : ['link rel="expect" href="#main" blocking="render"']),
    ];
    const told = [...head.matchAll(/<((?:meta|link) [^>]*)>/gu)].map(([, tag = '']) => tag).filter((tag) => !/http-equiv=/u.test(tag));
    assert.deepEqual(told, expected);
    assert.match(html, /^<!DOCTYPE html><html lang="zh-CN"/iu, `${path} is in Mainland Chinese`);
  });

for (const { path, html } of [...pages, ...redirects])
  test(`${path}: the reader’s theme is set in the head, before anything can be painted`, () => {
    const head = html.slice(0, html.search(/<\/head>/u));
    const inline = [...head.matchAll(/<script>([\s\S]*?)<\/script>/gu)].map(([, text = '']) => text);
    assert.equal(inline.filter((text) => /localStorage.*dataset\.theme/su.test(text)).length, 1);
  });

test('robots.txt lets everybody in and names both sitemaps', () => {
  assert.equal(read('robots.txt'), `User-agent: *\nAllow: /\n\nSitemap: ${at('/sitemap-index.xml')}\nSitemap: ${at('/sitemap-0.xml')}\n`);
});

test('the sitemap dates each chapter by its review, and every other page by the latest review', () => {
  const told = [...read('sitemap-0.xml').matchAll(/<url><loc>([^<]*)<\/loc>(.*?)<\/url>/gu)].map(([, place, rest]) => [place, rest]);
  const expected = pages
    .map(({ path }) => path)
    .filter((path) => !hidden.includes(path))
    .map((path) => [at(path), `<lastmod>${chapterAt(path)?.reviewed ?? latest}T00:00:00.000Z</lastmod>`]);
  assert.deepEqual(told.sort(), expected.sort());
});

test('_redirects sends each alias of a chapter or heading to it for good, and each has a page of its own', () => {
  const expected = written.flatMap(({ id, aliases = [], words }) => [
    ...aliases.map((alias) => [alias, `/${id}/`]),
    ...[...words.matchAll(/^#+ .*\{#([a-z0-9-]+) aliases="([^"]*)"\}$/gmu)].flatMap(([, heading, others = '']) =>
      others
        .split(' ')
        .filter((alias) => alias.startsWith('/'))
        .map((alias) => [alias, `/${id}/#${heading}`]),
    ),
  ]);
  assert.equal(
    read('_redirects'),
    expected
      .map(([from, to]) => `${from} ${to} 301\n`)
      .sort()
      .join(''),
  );
  assert.deepEqual(redirects.map(({ path }) => path).sort(), expected.map(([from]) => from).sort());
});

test('the feed lists each change of each chapter in its own words, the newest first', () => {
  const feed = read('feed.xml').replaceAll(/<!\[CDATA\[|\]\]>/gu, '');
  const told = feed
    .split('<entry>')
    .map((entry) =>
      [...entry.matchAll(/<(id|title|summary|content|published|updated)(?: type="html")?>([^<]*)<|<link [^>]*>/gu)].map(
        ([whole, element, text]) => (element ? [element, text] : whole),
      ),
    );
  const entries = written
    .flatMap(({ id, title, changes }) => changes.map(({ day, text }) => ({ id, title, day, text })))
    .toSorted((a, b) => b.day.localeCompare(a.day))
    .slice(0, 50);
  assert.deepEqual(told, [
    [
      ['id', home],
      ['title', name],
      ['updated', `${entries[0]!.day}T00:00:00.000Z`],
      `<link rel="alternate" href="${home}"/>`,
      `<link rel="self" href="${at('/feed.xml')}"/>`,
    ],
    ...entries.map(({ id, title, day, text }) => [
      ['title', title],
      ['id', `${at(`/${id}/`)}#${day}`],
      `<link href="${at(`/${id}/`)}"/>`,
      ['updated', `${day}T00:00:00.000Z`],
      ['summary', text],
      ['published', `${day}T00:00:00.000Z`],
    ]),
  ]);
});

test('llms.txt lists each chapter in its own words, in the order of the guide, and then the other pages', () => {
  const lines = read('llms.txt')
    .split('\n')
    .filter((line) => line.startsWith('- '));
  const others = [otherPages.planner, otherPages.sources, otherPages.all, otherPages.about, otherPages.changes];
  assert.deepEqual(lines, [
    ...written.map(({ id, title, description }) => `- [${title}](${at(`/${id}.md`)}): ${description}`),
    ...others.map(({ path, label }) => `- [${label}](${at(path.replace(/\/$/u, '.md'))})`),
  ]);
});

/** The blocks of JSON-LD on a page. */
const blocksOf = (html: string) =>
  [...html.matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/gu)].map(([, text = '']) => JSON.parse(text) as unknown);

const publisher = { '@type': 'Organization', '@id': `${home}#publisher`, name, url: home };
const breadcrumb = (path: string, label: string) => ({
  '@type': 'BreadcrumbList',
  '@id': `${at(path)}#breadcrumb`,
  itemListElement: [
    { '@type': 'ListItem', position: 1, name: '首页', item: home },
    { '@type': 'ListItem', position: 2, name: label, item: at(path) },
  ],
});

for (const [index, { id, title, label, description, published, reviewed, words }] of written.entries())
  test(`/${id}/: its structured data says what its front matter and its citations say`, () => {
    const { html } = pages.find(({ path }) => path === `/${id}/`)!;
    const page = at(`/${id}/`);
    const [graph, dates] = blocksOf(html) as [{ '@context': string; '@graph': { '@type': string }[] }, unknown];
    const [article, place, keeper, ...lists] = graph['@graph'];
    const cited = [...new Set([...words.matchAll(/<Cite id="([^"]*)"/gu)].map(([, source]) => source))];
    assert.deepEqual(article, {
      '@type': 'TechArticle',
      '@id': `${page}#article`,
      headline: title,
      description,
      inLanguage: 'zh-CN',
      url: page,
      mainEntityOfPage: { '@type': 'WebPage', '@id': page, breadcrumb: { '@id': `${page}#breadcrumb` } },
      image: at(`/cards/${id}.png`),
      datePublished: `${published}T00:00:00Z`,
      dateModified: `${reviewed}T00:00:00Z`,
      timeRequired: `PT${/(\d+) 分钟/u.exec(html)![1]}M`,
      position: index + 1,
      isPartOf: { '@id': `${home}#website` },
      author: { '@id': `${home}#publisher` },
      publisher: { '@id': `${home}#publisher` },
      citation: cited.map((source) => {
        const { title: work, publisher: by, date, kind, url } = sources.find((each) => each.id === source)!;
        return {
          '@type': 'CreativeWork',
          name: work,
          publisher: { '@type': 'Organization', name: by },
          ...(date !== 'undated' && { datePublished: date }),
          ...(kind !== 'third-party' && url && { url }),
        };
      }),
    });
    assert.deepEqual([place, keeper], [breadcrumb(`/${id}/`, label), publisher]);
    assert.deepEqual(
      lists.map((list) => list['@type']),
      id === 'steps' ? ['HowTo'] : id === 'troubleshooting' ? ['FAQPage'] : [],
    );
    assert.deepEqual(dates, {
      '@context': 'https://ziyuan.baidu.com/contexts/cambrian.jsonld',
      '@id': page,
      title: `${title} - ${name}`,
      images: [at(`/cards/${id}.png`)],
      pubDate: `${published}T00:00:00`,
      upDate: `${reviewed}T00:00:00`,
    });
  });

test('the structured data of home says what the site is, and that of the other pages has their breadcrumbs', () => {
  for (const { path, html } of pages.filter((each) => !chapterAt(each.path) && each.path !== '/')) {
    const other = Object.values(otherPages).find((each) => each.path === path);
    const placed = other?.kind === 'page' ? [{ '@context': 'https://schema.org', '@graph': [breadcrumb(path, other.label)] }] : [];
    assert.deepEqual(blocksOf(html), placed, path);
  }
  const [graph] = blocksOf(read('index.html')) as { '@graph': unknown[] }[];
  assert.deepEqual(graph!['@graph'], [
    {
      '@type': 'WebSite',
      '@id': `${home}#website`,
      url: home,
      name,
      description: /name="description" content="([^"]*)/u.exec(read('index.html'))![1],
      inLanguage: 'zh-CN',
      publisher: { '@id': `${home}#publisher` },
    },
    publisher,
  ]);
});

for (const [index, { id }] of written.entries())
  test(`/${id}/: leads to the chapter before it and the one after it`, () => {
    const told = findAll(htmlOf(`/${id}/`), 'a')
      .filter(({ attributes: { rel } }) => rel === 'prev' || rel === 'next')
      .map(({ attributes: { rel, href }, words }) => [rel, href, words]);
    const expected = [['prev', written[index - 1], '上一章'] as const, ['next', written[index + 1], '下一章'] as const].flatMap(
      ([relation, other, words]) => (other ? [[relation, `/${other.id}/`, `${words} ${other.label}`]] : []),
    );
    assert.deepEqual(told, expected);
  });

const cards: [file: string, above: string, title: string, below: string][] = [
  ['home', name, '美国 Ultra 紫卡，怎么续费才不丢号', `扣款日那天，钱包里至少有 ${price}`],
  ['sources', name, '来源与核对：每句话从哪里来', '流传教程的每条说法，逐条核对'],
  ['planner', name, '续费计算器：下次哪天扣，余额够几期', '填到期日和余额，马上就有答案'],
  ['calendar', name, '扣款日历：给手机加上续费提醒', `${cycle} 个日历，挑你的那一个`],
  ['about', name, '关于本站：谁在写，怎么核对', '不卖卡，不代充，不留联系方式'],
  ['changes', name, '更新记录：哪天改了什么', '新的在前，可以订阅'],
  ...written.map(({ id, title, summary }, index): [string, string, string, string] => [id, `${name} · 第 ${index + 1} 章`, title, summary]),
];
test('there is one preview card for each chapter and page', () => {
  assert.deepEqual(readdirSync(`${dist}cards`).sort(), cards.map(([file]) => `${file}.png`).sort());
});
for (const [file, above, title, below] of cards)
  test(`the card ${file}.png shows “${above}”, “${title}” and “${below}”`, async () => {
    const drawn = Buffer.from(await draw(layOutCard({ above, title, below })));
    assert.ok(drawn.equals(readFileSync(`${dist}cards/${file}.png`)), `${file}.png shows other words`);
  });

test('every calendar file reminds in these words, with the price and the days of the rules', () => {
  const steps = at('/steps/');
  for (const file of readdirSync(`${dist}calendar`).filter((each) => each.endsWith('.ics'))) {
    const lines = read(`calendar/${file}`).replaceAll('\r\n ', '').split('\r\n');
    const told = (key: string) => lines.filter((line) => line.startsWith(key)).map((line) => line.slice(key.length));
    const titles = [`5 天后是紫卡扣款日：查余额，不到 ${price} 就充`, `紫卡扣款日：钱包里要有 ${price}`];
    const more = `这个提醒只记日子，不知道钱包里还有多少：登录账户查，或发短信 BAL 到 6700（在美国以外漫游发要花钱）。\\n停过机、又恢复的，扣款日会变：登录账户看新的到期日，删掉这个提醒，到 ${at('/calendar/')} 按新的日子再加。\\n充值步骤：${steps}`;
    assert.deepEqual(told('SUMMARY:'), titles, file);
    assert.deepEqual(told('DESCRIPTION:'), [more, titles[0], more, titles[1]], file);
    assert.deepEqual(told('RRULE:'), [`FREQ=DAILY;INTERVAL=${cycle}`, `FREQ=DAILY;INTERVAL=${cycle}`], file);
    assert.deepEqual(told('URL;VALUE=URI:'), [`${steps}#complete-payment`, `${steps}#complete-payment`], file);
    assert.deepEqual(told('X-WR-CALNAME:'), ['Ultra 紫卡扣款日'], file);
  }
});

test('the copy for offline holds every page, script and calendar as it is served, with a note of its day, and nothing else', () => {
  const [file, ...more] = readdirSync(`${dist}_astro`).filter((each) => each.endsWith('.json'));
  assert.deepEqual(more, []);
  const copy = JSON.parse(read(`_astro/${file}`)) as { files: Record<string, string>; styles: string[] };
  const served = readdirSync(dist, { recursive: true, encoding: 'utf8' }).filter(
    (each) =>
      /^_astro\/.*\.js$|^calendar\/.*\.ics$|(?:^|\/)index\.html$/u.test(each) ||
      ['404.html', 'search-index.json', 'favicon.svg', 'manifest.webmanifest'].includes(each),
  );
  const fileOf = (path: string) => path.replace(/(?:^|\/)$/u, '$&index.html');
  assert.deepEqual(Object.keys(copy.files).map(fileOf).sort(), served.sort());
  for (const [path, text] of Object.entries(copy.files)) {
    let whole = read(fileOf(path));
    if (path.endsWith('.ics')) whole = whole.replace('BEGIN:VCALENDAR\r\n', '$&X-WR-CALDESC:离线副本，存于 <day>\r\n');
    else if (path === '404.html')
      whole = whole
        .replace('<title>没有这一页 - 紫卡续费指南', '<title>现在没有网络')
        .replace(
          /<h1[^>]*>没有这一页<\/h1>\s*<p[^>]*>[^<]*<\/p>/u,
          '<h1>现在没有网络</h1><p>这一页没有存在这台设备上，等有网络时再打开。存好的内容现在就能看：</p>',
        );
    else if (fileOf(path) !== path)
      whole = whole.replace(/<main[^>]*>/u, '$&<p class="note offline">离线副本，存于 <day>。有网络时再打开，看到的就是最新的。</p>');
    const styled = text.replaceAll(/<style (\d+)>/gu, (_, style: string) => copy.styles[Number(style)]!);
    assert.ok((fileOf(path) === path && path !== '404.html' ? text : styled) === whole, `the copy of /${path} is what is served`);
  }
});

test('the manifest of the installed site is this', () => {
  const icon = (file: string, size: number, purpose: string) => ({
    src: `/icons/${file}.png`,
    sizes: `${size}x${size}`,
    type: 'image/png',
    purpose,
  });
  assert.deepEqual(JSON.parse(read('manifest.webmanifest')), {
    id: '/',
    name,
    short_name: '紫卡续费',
    description: /name="description" content="([^"]*)/u.exec(read('index.html'))![1],
    lang: 'zh-CN',
    start_url: '/',
    scope: '/',
    display: 'standalone',
    background_color: '#fbfbfd',
    theme_color: '#3b1a6b',
    icons: [icon('icon-192', 192, 'any'), icon('icon-512', 512, 'any'), icon('maskable-512', 512, 'maskable')],
  });
});

test('what a tap on a citation shows is what content/sources.yaml says', () => {
  assert.deepEqual(
    JSON.parse(read('citations.json')),
    Object.fromEntries(sources.map(({ id, title, publisher: by, date }) => [id, [title, by, date]])),
  );
});

/** The rows of each table of a page whose first column has this heading, as words. */
const rowsOf = (path: string, heading: string) =>
  findAll(htmlOf(path), 'table')
    .filter((table) => table.inside('th')[0]?.words === heading)
    .map((table) => table.inside('tr').flatMap((row) => (row.inside('td').length > 0 ? [row.inside('td').map(({ words }) => words)] : [])));

test('readers are told of the four limits after a stop as their sources give them: 30, 30, 60 and 90 days, the first day counted', () => {
  assert.deepEqual(
    rowsOf('/troubleshooting/', '谁说的').map((rows) => rows.map(([, says, days]) => [says, days])),
    [
      [
        ['停机后 30 天不付，删除号码', '第 30 天'],
        ['上次付款后 60 天不付，取消号码；这里把上次扣款当作上次付款', '第 30 天'],
        ['最多停机 60 天，余额是 $0 的到此取消', '第 60 天'],
        ['余额在 $0 和 $3 之间，再加 30 天', '第 90 天'],
      ],
    ],
  );
  assert.deepEqual(
    findAll(htmlOf('/planner/'), 'li').flatMap(({ attributes: { 'data-days': days } }) => days ?? []),
    ['30', '30', '60', '90'],
  );
});

test('readers are told how long an amount lasts at $3 every 30 days', () => {
  for (const path of ['/planner/', '/steps/', '/summary/'])
    for (const row of rowsOf(path, '钱包里有').flat()) {
      const cents = Math.round(Number(row[0]!.slice(1)) * 100);
      const cycles = Math.floor(cents / 300);
      const left = (cents - cycles * 300) / 100;
      assert.deepEqual(
        row,
        [row[0], `${cycles} 期`, `${cycles * 30} 天`, `$${Number.isInteger(left) ? left : left.toFixed(2)}`],
        `${path} says of ${row[0]}`,
      );
    }
  assert.ok(rowsOf('/planner/', '钱包里有').flat().length > 0 && rowsOf('/steps/', '钱包里有').flat().length > 0);
});
