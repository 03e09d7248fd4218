import assert from 'node:assert/strict';
import { test } from 'node:test';
import { chapters } from './support/site.ts';
import { browser, site } from './support/visit.ts';

test('three years later every chapter says that its review is due, without a new build', async () => {
  const context = await browser.newContext();
  await context.clock.setFixedTime(Date.now() + 3 * 365.25 * 86_400_000);
  const page = await context.newPage();
  for (const path of [...chapters.map((id) => `/${id}/`), '/all/', '/sources/']) {
    await page.goto(site.origin + path);
    const [dated, marked] = await page.evaluate(() => [
      document.querySelectorAll('time.reviewed').length,
      document.querySelectorAll('time.reviewed + .stale').length,
    ]);
    assert.ok(dated! > 0 && dated === marked, `${path}: ${marked} of ${dated}`);
  }
  await context.close();
});

test('a chapter is not marked on the last day of its review, and is marked on the next', async () => {
  const context = await browser.newContext({ timezoneId: 'Pacific/Kiritimati' });
  const page = await context.newPage();
  // As built before that day, whatever day it is now.
  await page.route('**/steps/**', async (route) => {
    const answer = await route.fetch();
    await route.fulfill({ response: answer, body: (await answer.text()).replaceAll(/<strong class="stale[^>]*>待复核<\/strong>/gu, '') });
  });
  await page.goto(`${site.origin}/steps/`);
  const until = await page.locator('time.reviewed').first().getAttribute('data-until');
  for (const [time, marked] of [
    ['23:59', 0],
    ['24:00', 1],
  ] as const) {
    const moment = Date.parse(`${until}T00:00:00+14:00`) + (time === '24:00' ? 24 : 23.98) * 3_600_000;
    await page.clock.setFixedTime(moment);
    await page.goto(`${site.origin}/steps/?${time}`);
    assert.equal(await page.locator('main .stale').count(), marked, time);
  }
  await context.close();
});
