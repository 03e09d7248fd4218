import { launch } from 'chrome-launcher';
import lighthouse, { type RunnerResult } from 'lighthouse';
import { browserArgs, findBrowser, fontConfig } from '../support/browser.ts';
import { chapters } from '../support/site.ts';
import { median, round } from './measure.ts';
import { serveCompressed } from './serve.ts';

const pages = { home: '/', ...Object.fromEntries(chapters.map((id) => [id, `/${id}/`])) };
const runs = 3;

/** Lighthouse as it comes (mobile, simulated slow 4G, four times slower processor): the median of three runs. */
export async function benchLighthouse(): Promise<Record<string, string | number>[]> {
  const chromePath = await findBrowser();
  const site = await serveCompressed();
  // Without a font that has hanzi the browser looks for one, sign by sign, and that is what would be measured.
  const envVars = { ...process.env, FONTCONFIG_FILE: fontConfig() };
  const rows = [];
  for (const [page, address] of Object.entries(pages)) {
    const results: RunnerResult['lhr'][] = [];
    for (let at = 0; at < runs; at++) {
      const chrome = await launch({ chromePath, chromeFlags: ['--headless=new', ...browserArgs], envVars });
      const answer = await lighthouse(site.origin + address, { port: chrome.port, logLevel: 'error' });
      chrome.kill();
      results.push(answer!.lhr);
    }
    const score = (name: string) => Math.round(100 * median(results.map(({ categories }) => categories[name]?.score ?? 0)));
    const time = (name: string) => median(results.map(({ audits }) => audits[name]?.numericValue ?? Number.NaN));
    rows.push({
      page,
      performance: score('performance'),
      accessibility: score('accessibility'),
      'best practices': score('best-practices'),
      SEO: score('seo'),
      'FCP, ms': Math.round(time('first-contentful-paint')),
      'LCP, ms': Math.round(time('largest-contentful-paint')),
      'TBT, ms': Math.round(time('total-blocking-time')),
      CLS: round(time('cumulative-layout-shift'), 3),
    });
  }
  site.close();
  return rows;
}
