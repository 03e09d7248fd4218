import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import {
  faintText,
  headingOrder,
  hiddenByForcedColours,
  hiddenWhileFocused,
  lostText,
  movement,
  neverFocused,
  smallTargets,
  watchFocus,
} from './support/page-audits.ts';
import { openReading, others, phones, recorded, transcribe, type Reading } from './support/transcripts.ts';
import { browser, site } from './support/visit.ts';

const open = (path: string, width = 390) => openReading(browser, site.origin, { name: '', path, width });
const focused = (page: Page, selector: string) => page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector);

/** Runs an audit at several widths (CSS px); resolves with what is wrong, each line with its width. */
async function atWidths(page: Page, widths: readonly number[], audit: () => string[]): Promise<string[]> {
  const found: string[] = [];
  for (const width of widths) {
    await page.setViewportSize({ width, height: 844 });
    found.push(...(await page.evaluate(audit)).map((line) => `${width} px: ${line}`));
  }
  return found;
}

/** Presses a key many times; the presses are sent without waiting for each other. */
async function press(page: Page, key: string, times: number): Promise<void> {
  for (let left = times; left > 0; left -= 20)
    await Promise.all(Array.from({ length: Math.min(left, 20) }, () => page.keyboard.press(key)));
}

function assertRead(reading: Reading, now: string): void {
  const [lines, earlier] = [now.split('\n'), recorded(reading).split('\n')];
  const at = lines.findIndex((line, index) => line !== earlier[index]);
  const place = at < 0 ? Math.min(lines.length, earlier.length) : at;
  assert.ok(
    now === recorded(reading),
    `A screen reader is given something else than tests/transcripts/${reading.name}.txt has, from line ${place + 1} on:\n` +
      `  recorded  ${earlier[place] ?? ''}\n  now       ${lines[place] ?? ''}\n` +
      'If it reads well, npm run transcripts records it.',
  );
}

for (const reading of phones)
  test(reading.path, async (t) => {
    const page = await openReading(browser, site.origin, reading);

    await t.test('is read as recorded', async () => assertRead(reading, await transcribe(page, reading)));

    await t.test('has one h1 and skips no level of heading', async () => assert.deepEqual(await page.evaluate(headingOrder), []));

    await t.test('moves nothing for a reader who prefers reduced motion', async () => assert.deepEqual(await page.evaluate(movement), []));

    await t.test('has targets of 24 px, or as far apart, at 320, 375 and 1280 px', async () =>
      assert.deepEqual(await atWidths(page, [320, 375, 1280], smallTargets), []),
    );

    await t.test('loses no text at 320 px, nor with the text spacing a reader may set', async () => {
      assert.deepEqual(await atWidths(page, [320], lostText), []);
      const style = await page.addStyleTag({ content: spacing });
      const lost = await atWidths(page, [320, 390, 1280], lostText);
      await style.evaluate((element) => (element as HTMLElement).remove());
      assert.deepEqual(lost, []);
    });

    await t.test('loses no text when the browser shows it at twice its size', async () => {
      const devtools = await page.context().newCDPSession(page);
      await devtools.send('Page.setFontSizes', { fontSizes: { standard: 32, fixed: 26 } });
      const size = await page.evaluate(() => getComputedStyle(document.documentElement).fontSize);
      const lost = await atWidths(page, [390, 1280], lostText);
      await devtools.send('Page.setFontSizes', { fontSizes: { standard: 16, fixed: 13 } });
      assert.deepEqual({ size, lost }, { size: '34px', lost: [] });
    });

    await t.test('has text of 7:1 for a reader who prefers more contrast, and shows state in forced colours', async () => {
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ contrast: 'more', colorScheme });
        assert.deepEqual(await page.evaluate(faintText, 7), []);
        await page.emulateMedia({ contrast: null, forcedColors: 'active', colorScheme });
        assert.deepEqual(await page.evaluate(hiddenByForcedColours), []);
        assert.deepEqual(await page.evaluate(faintText, 4.5), []);
        await page.emulateMedia({ forcedColors: null });
      }
    });

    await t.test('can be tabbed through in both directions, and never hides what has the focus', async () => {
      await page.setViewportSize({ width: 390, height: 844 });
      await page.evaluate(watchFocus);
      await press(page, 'Tab', await page.locator('a[href], button, summary, select, input, [tabindex="0"]').count());
      assert.deepEqual(await page.evaluate(neverFocused), []);
      assert.deepEqual(await page.evaluate(hiddenWhileFocused), []);
    });

    await page.context().close();
  });

/** WCAG 1.4.12. */
const spacing = `
  * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
  p { margin-block-end: 2em !important }`;

for (const reading of others)
  test(`a screen reader gets ${reading.name} as it was recorded`, async () => {
    const page = await openReading(browser, site.origin, reading);
    assertRead(reading, await transcribe(page, reading));
    await page.context().close();
  });

test('the status line never covers the element that has the focus', async () => {
  const page = await open('/summary/#zzzz');
  await page.waitForSelector('.status:not(:empty)');
  assert.deepEqual(await page.evaluate(hiddenWhileFocused), []);
  await page.context().close();
});

test('the menu of themes by keyboard: Enter opens, arrows choose, Escape closes and gives the focus back, Tab leaves and closes', async () => {
  const page = await open('/steps/');
  const menu = page.locator('details.theme');
  await menu.locator('summary').focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  assert.ok(await focused(page, 'input[value=system]'));
  await page.keyboard.press('ArrowUp');
  assert.equal(await page.evaluate(() => document.documentElement.dataset['theme']), 'dark');
  await page.keyboard.press('Escape');
  assert.equal(await menu.getAttribute('open'), null);
  assert.ok(await focused(page, '.theme summary'));
  await page.keyboard.press('Enter');
  await press(page, 'Tab', 2);
  assert.equal(await menu.getAttribute('open'), null);
  await page.context().close();
});

test('the contents by keyboard: Enter opens them, Escape and Tab past the end close them, a link leads to its heading', async () => {
  const page = await open('/steps/');
  const menu = page.locator('details.menu');
  await menu.locator('summary').focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  assert.ok(await focused(page, '.menu a[href="#sign-in"]'));
  await page.keyboard.press('Escape');
  assert.equal(await menu.getAttribute('open'), null);
  assert.ok(await focused(page, '.menu summary'));
  await page.keyboard.press('Enter');
  await press(page, 'Tab', 20);
  assert.equal(await menu.getAttribute('open'), null, 'it lies over what has the focus now');
  await menu.locator('summary').focus();
  await page.keyboard.press('Enter');
  await page.locator('.menu a[href="#auto-renew"]').focus();
  await page.keyboard.press('Enter');
  assert.equal(await menu.getAttribute('open'), null);
  assert.ok(await page.locator('#auto-renew').isVisible());
  assert.equal(new URL(page.url()).hash, '#auto-renew');
  await page.context().close();
});

test('search by keyboard: the focus stays in the dialog until it is closed', async () => {
  const page = await open('/steps/');
  await page.locator('a.find').focus();
  await page.keyboard.press('Enter');
  for (let stop = 0; stop < 6; stop++) {
    await page.keyboard.press('Tab');
    assert.ok(await page.evaluate(() => document.activeElement === document.body || !!document.activeElement?.closest('dialog')));
  }
  await page.keyboard.press('Escape');
  assert.ok(await focused(page, 'a.find'));
  await page.context().close();
});

test('the menu of a heading by keyboard: Space opens it, arrows cycle through it, Escape returns the focus, Tab leaves and closes it', async () => {
  const page = await open('/summary/');
  const permalink = page.locator('a.permalink').first();
  const item = () => page.evaluate(() => document.activeElement?.textContent);
  await permalink.focus();
  await page.keyboard.press('Space');
  await page.getByRole('menu').waitFor();
  assert.equal(await item(), '复制这节文字和链接');
  await page.keyboard.press('ArrowDown');
  assert.equal(await item(), '复制链接');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Escape');
  await page.waitForFunction(() => document.activeElement?.matches('a.permalink'));
  await page.waitForFunction(() => document.activeElement?.getAttribute('aria-expanded') === 'false');
  await page.keyboard.press('Enter');
  await page.getByRole('menu').waitFor();
  await page.waitForFunction(() => document.querySelector('a.permalink[aria-expanded="true"]'));
  for (let left = 0; left < 6 && (await focused(page, '.popover button')); left++) await page.keyboard.press('Tab');
  assert.equal(await page.locator('.popover').isVisible(), false);
  await page.context().close();
});

test('a checklist by keyboard: Space ticks, and the ticks can be cleared', async () => {
  const page = await open('/prerequisites/');
  const box = page.locator('.checklist input').last();
  await box.focus();
  await page.keyboard.press('Space');
  assert.ok(await box.isChecked());
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  assert.equal(await box.isChecked(), false);
  await page.context().close();
});
