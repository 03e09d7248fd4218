import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { calendarFor } from '../src/model/renewal/charge-days.ts';
import { planWallet } from '../src/model/renewal/plan.ts';
import { formatDollars, lastSafeDay, limits, reach, rules } from '../src/model/renewal/rules.ts';
import { addDays } from '../src/model/days.ts';
import { dist, pages } from './support/site.ts';
import { browser, site } from './support/visit.ts';

/** The reader's own day in these tests. */
const today = '2026-11-25';

async function open(path: string, { javaScriptEnabled = true, now = `${today}T12:00:00` } = {}): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, javaScriptEnabled });
  const page = await context.newPage();
  if (javaScriptEnabled) await page.clock.setFixedTime(now);
  page.on('console', (message) => assert.fail(message.text()));
  page.on('pageerror', (error) => assert.fail(error));
  await page.goto(site.origin + path);
  return page;
}

const texts = (page: Page, selector: string) => page.locator(selector).allInnerTexts();
const out = (page: Page, name: string) => page.locator(`[data-out="${name}"]`).first().innerText();
const planAddress = (due: string, cents: number, more = '') => `/planner/#${more}wallet=${cents}&due=${due}`;

test('a plan in the address is shown as the model calculates it', async () => {
  for (const wallet of [
    { due: '2026-12-24', cents: 2000, auto: 0, other: 0 },
    { due: '2028-02-28', cents: 1150, auto: 0, other: 120 },
    { due: '2026-12-31', cents: 299, auto: 0, other: 0 },
  ]) {
    const page = await open(planAddress(wallet.due, wallet.cents, `other=${wallet.other}&`));
    const plan = planWallet(wallet);
    assert.deepEqual(
      (await page.locator('#schedule tbody tr').allTextContents()).map((row) => row.trim()),
      plan.charges.map(({ day, before, after }, at) => `${at + 1}${day}${formatDollars(before)}${formatDollars(after)}`),
    );
    assert.equal(await out(page, 'stops'), plan.stops);
    assert.equal(await out(page, 'topUpBy'), plan.topUpBy);
    assert.equal(await out(page, 'lastSafe'), plan.lastSafe);
    assert.equal(await out(page, 'lastCharge'), plan.charges.at(-1)?.day ?? '一次也不够');
    assert.deepEqual(
      await texts(page, '[data-days] b'),
      limits.map(({ days }) => lastSafeDay(plan.stops!, days)),
    );
    await page.context().close();
  }
});

test('the first line says how many days are left; with no money there is no table without rows', async () => {
  const page = await open(planAddress('2026-12-24', 0));
  assert.equal((await texts(page, '#plan-result > *'))[0], '还剩 28 天');
  assert.equal(await page.locator('#schedule').isVisible(), false);
  assert.equal(await page.locator('#plan-result svg').count(), 0);
  await page.context().close();
});

test('with the keyboard alone: fill in, press Enter, and the plan is focused, in the fragment, and the same when opened again', async () => {
  const page = await open('/planner/');
  await page.locator('#plan-type').focus();
  await page.keyboard.press('Enter');
  assert.equal(await page.evaluate(() => document.activeElement?.id), 'plan-day');
  await page.keyboard.type('2026年12月24日');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.type('＄１０.５０');
  await page.keyboard.press('Enter');
  assert.equal(await page.evaluate(() => document.activeElement?.id), 'plan-result');
  const [answer, bar] = await Promise.all([page.locator('.headline').boundingBox(), page.locator('.bar').boundingBox()]);
  assert.ok(answer!.y >= bar!.y + bar!.height && answer!.y < 200, 'the answer is seen from its beginning');
  assert.equal(new URL(page.url()).search + new URL(page.url()).hash, '#wallet=1050&due=2026-12-24');
  const rows = await texts(page, '#schedule tbody tr');
  assert.equal(rows.length, 3);
  await page.reload();
  assert.deepEqual(await texts(page, '#schedule tbody tr'), rows);
  assert.equal(await page.locator('#plan-wallet').inputValue(), '10.50');
  await page.context().close();
});

test('a phone’s own date field is offered; a day as BAL writes it is understood and said back', async () => {
  const page = await open('/planner/');
  assert.equal(await page.locator('#plan-day').getAttribute('type'), 'date');
  await page.locator('#plan-type').click();
  await page.locator('#plan-day').fill('12/28/2026');
  await page.locator('#plan-wallet').fill('4.50');
  await page.locator('#plan-form button[type=submit]').click();
  assert.match(await out(page, 'basis'), /2026 年 12 月 28 日.*\$4\.50/u);
  assert.equal(new URL(page.url()).hash, '#wallet=450&due=2026-12-28');
  await page.context().close();
});

test('counted from the last charge, the next is one cycle later', async () => {
  const page = await open('/planner/');
  await page.locator('#plan-day').fill('2026-11-15');
  await page.getByLabel('上一次').check();
  await page.locator('#plan-wallet').fill('3');
  await page.locator('#plan-wallet').press('Enter');
  assert.deepEqual(await texts(page, '#schedule td:nth-child(2)'), [addDays('2026-11-15', rules.cycle.days)]);
  await page.context().close();
});

test('with automatic renewal on, service does not stop, and the page says what that depends on', async () => {
  const page = await open(planAddress('2026-12-24', 0, 'auto=500&'));
  assert.equal(await out(page, 'headline'), '离扣款还剩 29 天');
  assert.ok(await page.getByText('前提是绑定的银行卡没有过期').isVisible());
  assert.equal(await page.locator('[data-if=limits]').isVisible(), false);
  assert.equal(await page.locator('#schedule tbody tr').count(), 24);
  assert.ok(await page.getByText('表里只列前 24 次').isVisible());
  await page.goto(site.origin + planAddress('2026-12-24', 7200));
  assert.equal(await page.locator('#schedule tbody tr').count(), 24);
  assert.equal(await page.getByText('表里只列前 24 次').isVisible(), false);
  await page.context().close();
});

test('once the charge day has passed, the page says what to do today, then the strict limit, and shows no plan', async () => {
  const page = await open(planAddress(addDays(today, -25), 240));
  const [first, second] = await texts(page, '#plan-result > *');
  assert.equal(first, '今天就查余额，补到至少 $3');
  assert.match(second!, /扣款日过了 25 天。那天要是没扣成，服务可能早停了。从严算，丢号前的最后一天是 2026-11-29，还剩 4 天/u);
  for (const part of ['stops', 'charges', 'reminder', 'paid'])
    assert.equal(await page.locator(`[data-if=${part}]`).isVisible(), false, part);
  assert.deepEqual(
    await texts(page, '[data-days] b'),
    limits.map(({ days }) => lastSafeDay(addDays(today, -25), days)),
  );
  await page.getByText('按下一个扣款日再算一次').click();
  await page.waitForFunction(() => document.querySelector<HTMLInputElement>('#plan-day')!.value === '2026-11-30');
  assert.match(page.url(), /due=2026-11-30$/u);
  assert.equal(await out(page, 'headline'), '还剩 4 天');
  await page.context().close();
});

test('at 320 px no day is broken and no column of the plan leaves the page', async () => {
  const page = await open(planAddress('2026-12-24', 2000));
  await page.setViewportSize({ width: 320, height: 700 });
  const lines = await page.locator('#schedule td, .result dd, [data-days] b').evaluateAll((all) =>
    all.map((each) => {
      const range = document.createRange();
      range.selectNodeContents(each);
      return new Set([...range.getClientRects()].map(({ top }) => top)).size;
    }),
  );
  assert.ok(lines.length > 6 && lines.every((count) => count === 1));
  const edges = await page
    .locator('#schedule :is(th, td)')
    .evaluateAll((all) =>
      all.map((each) => each.getBoundingClientRect().right <= document.querySelector('main')!.getBoundingClientRect().right),
    );
  assert.ok(edges.every(Boolean));
  await page.context().close();
});

const bad: [field: string, typed: string, says: RegExp][] = [
  ['day', '2027-02-29', /没有这一天/u],
  ['day', '1970-01-01', /年份/u],
  ['day', '下个月', /看不懂/u],
  ['day', '08/05/2026', /月和日分不清/u],
  ['day', '', /填一个扣款日/u],
  ['wallet', '-3', /负数/u],
  ['wallet', '1000000', /多打一个零/u],
  ['wallet', '4 50', /两位小数/u],
  ['wallet', '1,000', /两位小数/u],
  ['wallet', '', /填钱包余额/u],
  ['other', '-1', /负数/u],
  ['tax', '900', /百分数/u],
  ['wallet', '<img src=x onerror=alert(1)>', /美元数/u],
];

for (const [field, typed, says] of bad)
  test(`${field} “${typed}” is explained beside the field, kept as typed, and gives no date`, async () => {
    const page = await open('/planner/');
    await page.locator('#plan-type').click();
    await page.locator('#plan-form summary').click();
    await page.locator('#plan-day').fill('2026-12-24');
    await page.locator('#plan-wallet').fill('20');
    await page.locator(`#plan-${field}`).fill(typed);
    await page.locator('#plan-form summary').click();
    await page.locator('#plan-form button[type=submit]').click();
    const input = page.locator(`#plan-${field}`);
    assert.equal(await input.getAttribute('aria-invalid'), 'true');
    assert.match((await input.getAttribute('aria-describedby'))!, new RegExp(`wrong-${field}`, 'u'));
    assert.match(await page.locator(`#wrong-${field}`).innerText(), says);
    assert.equal(await input.inputValue(), typed);
    assert.equal(await page.evaluate(() => document.activeElement?.id), `plan-${field}`);
    assert.equal(await page.locator('#plan-result').isVisible(), false);
    assert.equal(new URL(page.url()).hash, '');
    await page.context().close();
  });

test('an address that cannot be read says so beside the field, and shows no plan of another amount or day', async () => {
  for (const [address, field, says, kept] of [
    ['/planner/#wallet=450&due=2027-02-29', 'day', /没有这一天/u, '2027-02-29'],
    ['/planner/#wallet=4,50&due=2026-12-24', 'wallet', /链接里的这一项看不懂/u, ''],
    ['/planner/#wallet=100000000&due=2026-12-24', 'wallet', /多打一个零/u, '1000000'],
    ['/planner/?due=2026-12-24&wallet=450%20%E7%BE%8E%E5%85%83', 'wallet', /链接里的这一项看不懂/u, ''],
  ] as const) {
    const page = await open(address);
    assert.match(await page.locator(`#wrong-${field}`).innerText(), says, address);
    assert.equal(await page.locator(`#plan-${field}`).inputValue(), kept);
    assert.equal(await page.locator('#plan-result').isVisible(), false);
    await page.context().close();
  }
});

test('extra words and changed signs after a planner address are healed, in the query, the fragment and the path', async () => {
  for (const address of [
    '/planner/?due=2026-12-24&wallet=450，照着做就行',
    '/planner/?due=2026-12-24&amp;wallet=450%20',
    '/planner/#wallet=450&due=2026-12-24。看看',
    '/planner/#？due＝2026-12-24＆wallet＝450',
    '/planner/？due＝2026-12-24＆wallet＝450',
    '/planner/%3Fdue%3D2026-12-24%26wallet%3D450',
    '/planner/?due=2026-12-24&wallet=450#wechat_redirect',
  ]) {
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.goto(site.origin + address);
    await page.waitForFunction(() => location.hash === '#wallet=450&due=2026-12-24', undefined, { timeout: 10_000 });
    assert.equal(new URL(page.url()).pathname + new URL(page.url()).search, '/planner/', address);
    assert.match(await out(page, 'basis'), /\$4\.50/u);
    await context.close();
  }
});

test('a plan in the address is not taken for a damaged link: nothing is announced', async () => {
  const page = await open(planAddress('2026-12-24', 450));
  assert.equal(await page.locator('#status').innerText(), '');
  await page.context().close();
});

test('no request carries the plan while planning, reloading, going on and coming back, except the first one of an old link', async () => {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 } });
  const page = await context.newPage();
  const sent: string[] = [];
  context.on('request', (request) => sent.push(`${request.url()} ${JSON.stringify(request.headers())} ${request.postData() ?? ''}`));
  const secret = /2026-12-2[46]|987|9\.87|due=|wallet=/u;
  await page.goto(`${site.origin}/planner/`);
  await page.locator('#plan-day').fill('2026-12-24');
  await page.locator('#plan-wallet').fill('9.87');
  await page.locator('#plan-wallet').press('Enter');
  assert.equal(new URL(page.url()).hash, '#wallet=987&due=2026-12-24');
  await page.reload();
  assert.ok(await page.locator('#plan-result').isVisible());
  await page
    .locator('nav a[href="/steps/"]')
    .first()
    .evaluate((link: HTMLAnchorElement) => link.click());
  await page.waitForURL((url) => url.pathname !== '/planner/');
  await page.goBack();
  const copied = page.url();
  assert.match(copied, /#wallet=987&due=2026-12-24$/u);
  const other = await context.newPage();
  await other.goto(copied);
  assert.ok(await other.locator('#plan-result').isVisible());
  assert.ok(sent.length > 6, `${sent.length} requests seen`);
  assert.deepEqual(
    sent.filter((each) => secret.test(each.replace(/every-30-days-\d+/u, ''))),
    [],
  );
  sent.length = 0;
  await other.goto(`${site.origin}/planner/?due=2026-12-26&wallet=987`);
  await other.locator('[data-if=old]').waitFor();
  await other.reload();
  await other.locator('#plan-result').waitFor();
  assert.equal(await other.locator('[data-if=old]').isVisible(), false);
  // The worker's request for it is the same one.
  const link = `${site.origin}/planner/?due=2026-12-26&wallet=987 `;
  const carrying = sent.filter((each) => secret.test(each));
  assert.ok(
    carrying.length > 0 && carrying.every((each) => each.startsWith(link) && !secret.test(each.slice(link.length))),
    carrying.join('\n'),
  );
  await context.close();
});

test('the plan offers the calendar of its day, and it is there; from home it takes four taps and two fields', async () => {
  const page = await open('/');
  let taps = 0;
  const tap = (selector: string) => ((taps += 1), page.locator(selector).first().click());
  await tap('main a[href="/planner/"]');
  await page.locator('#plan-day').fill('2026-12-24');
  await page.locator('#plan-wallet').fill('20');
  await tap('#plan-form button[type=submit]');
  const link = await page.locator('#plan-calendar').getAttribute('href');
  assert.ok(link!.endsWith(`/calendar/${calendarFor('2026-12-24')}.ics`));
  const [download] = await Promise.all([page.waitForEvent('download'), tap('#plan-calendar')]);
  assert.match(download.suggestedFilename(), /every-30-days-\d+\.ics/u);
  assert.ok(existsSync(`${dist}calendar/${calendarFor('2026-12-24')}.ics`));
  assert.ok(taps <= 4, `${taps} taps`);
  await page.context().close();
});

test('without script there is a table of common balances and the steps to count by hand, and no dead form', async () => {
  const page = await open('/planner/', { javaScriptEnabled: false });
  for (const cents of [300, 500, 1000, 2000]) {
    const { cycles, days } = reach(cents);
    const row = page.locator(`[aria-label*="余额够几期"] tr:has(td:first-child:text-is("${formatDollars(cents)}"))`);
    assert.match(await row.innerText(), new RegExp(`${cycles} 期\\s+${days} 天`, 'u'));
  }
  assert.ok(await page.getByRole('heading', { name: '自己怎么算' }).isVisible());
  assert.ok(await page.getByText('现在没有运行').isVisible());
  assert.equal(await page.locator('#plan-form').isVisible(), false);
  await page.context().close();
});

test('the tables of the guide and of the planner say the same', () => {
  const tables = (path: string) =>
    [...pages.find((page) => page.path === path)!.html.matchAll(/aria-label="表格：余额够几期[\s\S]*?<\/table>/gu)].map(([html]) => html);
  const cells = (html: string) =>
    [...html.matchAll(/<tr[^>]*>([\s\S]*?)<\/tr>/gu)].map(([, row = '']) =>
      row
        .replace(/<[^>]+>/gu, ' ')
        .replace(/\s+/gu, ' ')
        .trim(),
    );
  const all = new Set(cells(tables('/planner/')[0]!));
  for (const row of cells(tables('/steps/')[0]!)) assert.ok(all.has(row), row);
});
