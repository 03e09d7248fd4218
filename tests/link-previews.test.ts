import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import openGraph from 'open-graph-scraper';
import sharp from 'sharp';
import { unfurl } from 'unfurl.js';
import { dist, pages, redirects, serveSite } from './support/site.ts';

let site: { origin: string; close: () => void };
before(async () => void (site = await serveSite()));
after(() => site.close());

const shared = [...pages.filter(({ path }) => path !== '/404.html'), ...redirects];
const meta = (html: string, name: string) => new RegExp(`<meta (?:name|property)="${name}" content="([^"]*)"`, 'u').exec(html)?.[1];

for (const { path, html } of shared) {
  test(`${path}: two independent readers see a full card`, async () => {
    const { result } = await openGraph({ html });
    const card = await unfurl(site.origin + path);
    assert.equal(result.ogTitle, card.open_graph.title);
    assert.equal(result.ogDescription, card.open_graph.description);
    assert.ok(result.ogTitle?.endsWith(' - 紫卡续费指南'));
    assert.equal(result.ogLocale, 'zh_CN');
    assert.equal(result.ogSiteName, '紫卡续费指南');
    assert.equal(result.twitterCard, 'summary_large_image');
    const [image] = result.ogImage ?? [];
    assert.match(image!.url, /^https?:\/\/[^/]+\/cards\/[a-z-]+\.png$/u);
    assert.deepEqual([Number(image!.width), Number(image!.height), image!.type], [1200, 630, 'image/png']);
    assert.equal(card.open_graph.images?.[0]?.url, image!.url);
    assert.equal(card.twitter_card.card, 'summary_large_image');
    assert.ok(image!.alt?.startsWith('紫卡续费指南：'));
  });

  test(`${path}: the title fits 80 characters, the description 80 hanzi, and both come early in the head`, () => {
    const title = meta(html, 'og:title')!;
    const description = meta(html, 'og:description')!;
    assert.ok([...title].length <= 80, title);
    const width = [...description].reduce((sum, char) => sum + (char > '⺀' ? 2 : 1), 0);
    assert.ok(width <= 160 && [...description].length <= 250, description);
    assert.ok(html.indexOf('twitter:image') < 3000);
  });

  test(`${path}: its picture is a PNG of 1200 by 630 pixels and at most 120 KB, with quiet edges at top and bottom`, async () => {
    const bytes = readFileSync(dist + new URL(meta(html, 'og:image')!).pathname.slice(1));
    assert.ok(bytes.length <= 120 * 1024, `${bytes.length} bytes`);
    const { data, info } = await sharp(bytes).raw().toBuffer({ resolveWithObject: true });
    assert.deepEqual([info.format, info.width, info.height], ['raw', 1200, 630]);
    assert.equal((await sharp(bytes).metadata()).format, 'png');
    const bright = (row: number) =>
      Array.from({ length: 1200 }, (_, x) => data[(row * 1200 + x) * info.channels + 1]!).some((green) => green > 120);
    for (let row = 0; row < 630; row++) if (row < 63 || row >= 567) assert.ok(!bright(row), `words on row ${row}`);
    assert.ok(Array.from({ length: 630 }, (_, row) => row).some(bright), 'there are words');
  });
}
