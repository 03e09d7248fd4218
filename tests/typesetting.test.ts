import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openReading, others, phones } from './support/transcripts.ts';
import { drawnLines, unmarkedTexts, writtenTexts } from './support/typesetting-audits.ts';
import { browser, site } from './support/visit.ts';

/** Names of products that Chinese sentences use as words of their own; they are read as they are. */
const names = ['Ultra Mobile PayGo', 'Ultra Mobile', 'Wi-Fi Calling', 'App Store', 'Google Play', 'Apple Pay', 'Google Pay'];

const closing = /^[，。、；：？！）》〉」』】”’…—％%]/u;
const opening = /[（《〈「『【“‘$]$/u;

for (const reading of [...phones, ...others.filter(({ path }) => path.includes('?'))])
  test(`${reading.path} is typeset as Chinese should be`, async (t) => {
    const page = await openReading(browser, site.origin, reading);

    for (const width of [390, 768, 1280, 1440])
      await t.test(`at ${width} px: at most 40 hanzi a line, and no punctuation where it must not be`, async () => {
        await page.setViewportSize({ width, height: 844 });
        const lines = await page.evaluate(drawnLines);
        assert.ok(lines.length > 20, 'lines were measured');
        assert.deepEqual(
          lines.filter((line) => hanzi(line) > 40),
          [],
        );
        assert.deepEqual(
          lines.filter((line) => [...line].length > 1 && (closing.test(line) || opening.test(line))),
          [],
        );
      });

    await t.test('its punctuation is Chinese where its words are, and Latin stands a space away from hanzi', async () => {
      const texts = await page.evaluate(writtenTexts);
      assert.deepEqual(found(texts, /\p{Script=Han}[,.;:!?()]|[,.;:!?()]\p{Script=Han}/gu), []);
      assert.deepEqual(found(texts, /\p{Script=Han}[A-Za-z0-9$]|[A-Za-z0-9%]\p{Script=Han}/gu), []);
      assert.deepEqual(found(texts, /[^\s¦] [，。、；：？！）》」』】]|[，。、；：？！（《「『【] [^\s¦]/gu), []);
    });

    await t.test('English words and the words on a screen are marked as English', async () => {
      const { texts, code } = await page.evaluate(unmarkedTexts);
      const left = texts.map((text) => names.reduce((rest, name) => rest.replaceAll(name, '中'), text));
      assert.deepEqual(found(left, /(?<![A-Za-z0-9])[A-Za-z][A-Za-z'’-]*(?: (?:& )?[A-Za-z][A-Za-z'’-]*)+/gu), []);
      assert.deepEqual(code, []);
    });

    await page.context().close();
  });

/** How many hanzi would take the room of a line; a Latin letter or digit takes half of one (as in WCAG 1.4.8: 80 or 40). */
function hanzi(line: string): number {
  return [...line].reduce((sum, mark) => sum + (/[\u2e80-\u9fff\uff00-\uffef“”‘’…—]/u.test(mark) ? 1 : 0.5), 0);
}

/** Every place where a pattern is met, with a few characters around it. */
function found(texts: readonly string[], pattern: RegExp): string[] {
  return texts.flatMap((text) =>
    [...text.matchAll(pattern)].map(({ index, 0: match }) => text.slice(Math.max(0, index - 8), index + match.length + 8)),
  );
}
