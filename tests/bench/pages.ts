import { launchBrowser } from '../support/browser.ts';
import { brotli, serveCompressed } from './serve.ts';

const kinds: Record<string, string> = {
  home: '/',
  overview: '/overview/',
  prerequisites: '/prerequisites/',
  steps: '/steps/',
  troubleshooting: '/troubleshooting/',
  'after-renewal': '/after-renewal/',
  summary: '/summary/',
  planner: '/planner/',
  calendars: '/calendar/',
  sources: '/sources/',
  'whole guide': '/all/',
  search: '/search/',
};

/** What a first visit to each kind of page fetches, in bytes as served (brotli 11), and how large the page is. */
export async function benchPages(): Promise<Record<string, string | number>[]> {
  const [browser, site] = await Promise.all([launchBrowser(), serveCompressed()]);
  const rows = [];
  for (const [name, path] of Object.entries(kinds)) {
    const context = await browser.newContext({ viewport: { width: 390, height: 844 } });
    const page = await context.newPage();
    const fetched: { type: string; bytes: number }[] = [];
    const reading: Promise<unknown>[] = [];
    page.on('response', (response) => {
      const type = response.request().resourceType();
      reading.push(response.body().then((body) => fetched.push({ type, bytes: brotli(body).length })));
    });
    await page.goto(site.origin + path, { waitUntil: 'networkidle' });
    // What a service worker would fetch ahead counts as well.
    await page.waitForTimeout(2000);
    await Promise.all(reading);
    const bytes = (type: RegExp) => fetched.filter((each) => type.test(each.type)).reduce((sum, each) => sum + each.bytes, 0);
    const html = await page.content();
    rows.push({
      page: name,
      'requests, cold': fetched.length,
      'HTML with its CSS': bytes(/document/u),
      'CSS of its own files': bytes(/stylesheet/u),
      JS: bytes(/script/u),
      'icons, manifest': bytes(/^(?!document|stylesheet|script)/u),
      'in all': bytes(/./u),
      'to complete reading': bytes(/document|stylesheet/u),
      'DOM nodes': await page.evaluate(() => document.querySelectorAll('*').length),
      'styles in the page': brotli(Buffer.from(/<style>([\s\S]*?)<\/style>/u.exec(html)?.[1] ?? '')).length,
    });
    await context.close();
  }
  await browser.close();
  site.close();
  return rows;
}
