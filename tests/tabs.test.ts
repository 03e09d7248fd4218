import assert from 'node:assert/strict';
import { test } from 'node:test';
import { open, site } from './support/visit.ts';

const themeOf = () => document.documentElement.dataset['theme'];
const frame = () =>
  [...document.querySelectorAll<HTMLMetaElement>('meta[name=theme-color]')]
    .filter(({ media }) => matchMedia(media).matches)
    .map(({ content }) => content);

test('a theme that is chosen in one tab shows in the other, and on a page the reader goes back to', async () => {
  const page = await open('/steps/', { colorScheme: 'light' });
  const other = await page.context().newPage();
  await other.goto(`${site.origin}/overview/`);
  await page.locator('.theme summary').click();
  await page.getByLabel('深色').check();
  await other.waitForFunction(() => document.documentElement.dataset['theme'] === 'dark');
  assert.ok(await other.locator('.theme input[value=dark]').evaluate((input: HTMLInputElement) => input.checked));
  await page.goto(`${site.origin}/summary/`);
  await page.locator('.theme summary').click();
  await page.getByLabel('浅色').check();
  await page.goBack();
  // Told as the browser tells it of a page that it had kept.
  await page.evaluate(() => {
    document.documentElement.dataset['theme'] = 'dark';
    dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
  });
  assert.equal(await page.evaluate(themeOf), 'light');
  await page.context().close();
});

test('the browser’s own toolbar has the colour of the chosen theme', async () => {
  const page = await open('/steps/', { colorScheme: 'light' });
  const light = await page.evaluate(frame);
  await page.emulateMedia({ colorScheme: 'dark' });
  const dark = await page.evaluate(frame);
  assert.notDeepEqual(light, dark);
  await page.locator('.theme summary').click();
  await page.getByLabel('浅色').check();
  assert.deepEqual(await page.evaluate(frame), light);
  await page.reload();
  assert.deepEqual(await page.evaluate(frame), light);
  await page.locator('.theme summary').click();
  await page.getByLabel('跟随系统').check();
  assert.deepEqual(await page.evaluate(frame), dark);
  await page.context().close();
});

test('what is ticked in two tabs is ticked in both', async () => {
  const page = await open('/steps/');
  const other = await page.context().newPage();
  await other.goto(`${site.origin}/steps/`);
  const boxes = (tab: typeof page) => tab.locator('.checklist input');
  const count = await boxes(page).count();
  assert.ok(count > 1);
  await boxes(page).nth(0).check();
  // Before the other tab has heard of it, too.
  await boxes(other).nth(1).check();
  for (const tab of [page, other]) await tab.waitForFunction(() => document.querySelectorAll('.checklist input:checked').length === 2);
  await other.reload();
  assert.equal(await other.locator('.checklist input:checked').count(), 2);
  await page.context().close();
});

for (const [name, selector] of [
  ['the link of a heading', 'a.permalink'],
  ['the link to search', 'a.find'],
] as const)
  test(`Ctrl and a click on ${name} are left to the browser, which opens a tab`, async () => {
    const page = await open('/steps/', { viewport: { width: 1280, height: 800 } });
    const address = page.url();
    // Opening the tab itself is the browser's; some lose the event of it.
    await page.evaluate(() =>
      addEventListener('click', (event) => {
        document.body.dataset['taken'] = String(event.defaultPrevented);
        event.preventDefault();
      }),
    );
    await page
      .locator(selector)
      .first()
      .click({ modifiers: ['Control'] });
    assert.equal(await page.locator('body').getAttribute('data-taken'), 'false');
    assert.equal(page.url(), address);
    assert.equal(await page.locator('dialog[open]').count(), 0);
    assert.ok(await page.locator('.popover').isHidden());
    await page.context().close();
  });
