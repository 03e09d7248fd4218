import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { launchBrowser } from './browser.ts';
import { serveSite } from './site.ts';
import { openReading, others, phones, transcribe, transcriptFile } from './transcripts.ts';

/** npm run transcripts: writes down what a screen reader is given of each page; the difference is for a person to read. */
const [browser, site] = await Promise.all([launchBrowser(), serveSite()]);
const folder = new URL('../transcripts/', import.meta.url);
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder);
for (const reading of [...phones, ...others]) {
  const page = await openReading(browser, site.origin, reading);
  writeFileSync(transcriptFile(reading), await transcribe(page, reading));
  await page.context().close();
}
await browser.close();
site.close();
console.log('Written to tests/transcripts/. Read what git diff shows there as somebody would who cannot see the page.');
