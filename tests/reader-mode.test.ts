import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { test } from 'node:test';
import { chapters } from './support/site.ts';
import { open } from './support/visit.ts';

/** The reader mode of Firefox, on which those of other browsers are modelled; it is run in a browser, as they do. */
const content = readFileSync(createRequire(import.meta.url).resolve('@mozilla/readability/Readability.js'), 'utf8');
type Reader = new (of: Document) => { parse(): { content: string } };

for (const chapter of chapters)
  test(`reader mode keeps every heading and every correction of ${chapter}`, async () => {
    const page = await open(`/${chapter}/`, { bypassCSP: true });
    await page.addScriptTag({ content });
    const { headings, corrections, kept, text } = await page.evaluate(() => {
      const wordsOf = (element: Element) => element.textContent.replace(/\s+/gu, '');
      const wordsOfAll = (root: ParentNode, selector: string) => [...root.querySelectorAll(selector)].map(wordsOf);
      const { Readability } = window as unknown as { Readability: Reader };
      const article = new DOMParser().parseFromString(new Readability(document.cloneNode(true) as Document).parse().content, 'text/html');
      return {
        headings: wordsOfAll(document, '.prose :is(h2, h3, h4)'),
        corrections: wordsOfAll(document, '.correction p'),
        kept: wordsOfAll(article, 'h2, h3, h4'),
        text: wordsOf(article.body),
      };
    });
    assert.ok(headings.length > 1, 'headings were found');
    assert.deepEqual(
      headings.filter((heading) => !kept.includes(heading)),
      [],
    );
    assert.deepEqual(
      corrections.filter((correction) => !text.includes(correction)),
      [],
    );
    await page.context().close();
  });
