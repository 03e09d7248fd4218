import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { calendarFor, reminderCycles } from '../src/model/renewal/calendar.ts';
import { formatDollars } from '../src/model/renewal/money.ts';
import { planWallet } from '../src/model/renewal/plan.ts';
import { lastSafeDay, limits, reach, rules } from '../src/model/renewal/rules.ts';
import { addDays } from '../src/model/days.ts';
import { dist, pages } from './support/site.ts';
import { existsSync } from 'node:fs';
import { browser, site } from './support/visit.ts';

async function open(path: string, javaScriptEnabled = true): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, javaScriptEnabled });
  const page = await context.newPage();
  page.on('console', (message) => assert.fail(message.text()));
  page.on('pageerror', (error) => assert.fail(error));
  await page.goto(site.origin + path);
  return page;
}

const texts = (page: Page, selector: string) => page.locator(selector).allInnerTexts();
const out = (page: Page, name: string) => page.locator(`[data-out="${name}"]`).innerText();

test('a plan in the address is shown as the model counts it', async () => {
  for (const wallet of [
    { due: '2026-12-24', cents: 2000, auto: 0, other: 0 },
    { due: '2028-02-28', cents: 1150, auto: 0, other: 120 },
    { due: '2026-12-31', cents: 299, auto: 0, other: 0 },
  ]) {
    const page = await open(`/planner/?due=${wallet.due}&wallet=${wallet.cents}&other=${wallet.other}`);
    const plan = planWallet(wallet);
    assert.deepEqual(
      await page.locator('#schedule time').evaluateAll((all) => all.map((each) => each.getAttribute('datetime'))),
      plan.charges.map(({ day }) => day),
    );
    assert.deepEqual(
      await texts(page, '#schedule tbody td:last-child'),
      plan.charges.map((each) => formatDollars(each.after)),
    );
    assert.equal(await out(page, 'stops'), plan.stops);
    assert.equal(await out(page, 'topUpBy'), plan.topUpBy);
    assert.equal(await out(page, 'strict'), plan.lastSafe);
    assert.equal(await out(page, 'lastCharge'), plan.charges.at(-1)?.day ?? '一次也不够');
    assert.deepEqual(
      await texts(page, '[data-out=limits] time'),
      limits.map(({ days }) => lastSafeDay(plan.stops!, days)),
    );
    await page.context().close();
  }
});

test('with the keyboard alone: fill in, press Enter, and the plan is focused, in the address, and the same when opened again', async () => {
  const page = await open('/planner/');
  await page.locator('#plan-due').focus();
  await page.keyboard.type('2026年12月24日');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.type('＄１０.５０');
  await page.keyboard.press('Enter');
  assert.equal(await page.evaluate(() => document.activeElement?.id), 'plan-result');
  const [answer, bar] = await Promise.all([page.locator('#plan-result dl').boundingBox(), page.locator('.bar').boundingBox()]);
  assert.ok(answer!.y >= bar!.y + bar!.height && answer!.y < 200, 'the answer is seen from its beginning');
  assert.equal(new URL(page.url()).search, '?due=2026-12-24&wallet=1050');
  const rows = await texts(page, '#schedule tbody tr');
  assert.equal(rows.length, 3);
  await page.reload();
  assert.deepEqual(await texts(page, '#schedule tbody tr'), rows);
  assert.equal(await page.locator('#plan-wallet').inputValue(), '10.5');
  await page.context().close();
});

test('counted from the last charge, the next is one cycle later', async () => {
  const page = await open('/planner/');
  await page.locator('#plan-last').fill('2027-02-15');
  await page.locator('#plan-wallet').fill('3');
  await page.locator('#plan-wallet').press('Enter');
  assert.deepEqual(await texts(page, '#schedule time'), [addDays('2027-02-15', rules.cycle.days)]);
  await page.context().close();
});

test('with automatic renewal on, service does not stop, and the page says what that depends on', async () => {
  const page = await open('/planner/?due=2026-12-24&wallet=0&auto=500');
  assert.match(await out(page, 'stops'), /不会停/u);
  assert.match(await out(page, 'advice'), /前提/u);
  assert.equal(await page.locator('[data-out=limits]').isVisible(), false);
  assert.equal(await page.locator('#schedule tbody tr').count(), 24);
  await page.context().close();
});

test('a charge day that is over is said to be over; the plan of today is not', async () => {
  const page = await open('/planner/');
  await page.clock.setFixedTime('2026-12-24T12:00:00');
  for (const [due, over] of [
    ['2026-12-23', true],
    ['2026-12-24', false],
  ] as const) {
    await page.goto(`${site.origin}/planner/?due=${due}&wallet=2000`);
    assert.equal((await out(page, 'advice')).startsWith(`${due} 已经过去。`), over);
  }
  await page.context().close();
});

test('a long plan says how far it was counted', async () => {
  const page = await open('/planner/?due=2026-12-24&wallet=0&auto=500');
  assert.equal(await out(page, 'more'), '只列出前 24 次，一共够扣 400 次以上。');
  await page.goto(`${site.origin}/planner/?due=2026-12-24&wallet=9000`);
  assert.equal(await out(page, 'more'), '只列出前 24 次，一共够扣 30 次。');
  await page.context().close();
});

test('at 320 px no day is broken and no column of the plan leaves the page', async () => {
  const page = await open('/planner/?due=2026-12-24&wallet=2000');
  await page.setViewportSize({ width: 320, height: 700 });
  const days = await page.locator('.result time').evaluateAll((all) => all.map((each) => each.getClientRects().length));
  assert.ok(days.length > 6 && days.every((lines) => lines === 1));
  const edges = await page
    .locator('#schedule :is(th, td)')
    .evaluateAll((all) =>
      all.map((each) => each.getBoundingClientRect().right <= document.querySelector('main')!.getBoundingClientRect().right),
    );
  assert.ok(edges.every(Boolean));
  await page.context().close();
});

const bad: [field: string, typed: string, says: RegExp][] = [
  ['due', '2027-02-29', /没有 2027-02-29 这一天/u],
  ['due', '2026-13-01', /没有/u],
  ['due', '1970-01-01', /年份/u],
  ['due', '2200-01-01', /年份/u],
  ['due', '下个月', /看不懂/u],
  ['due', '12-24', /看不懂/u],
  ['due', '', /填下一个扣款日/u],
  ['last', '2027-04-31', /没有/u],
  ['wallet', '-3', /负数/u],
  ['wallet', '1000000', /最多/u],
  ['wallet', '4.505', /两位小数/u],
  ['wallet', '很多', /美元数/u],
  ['wallet', '', /填钱包余额/u],
  ['other', '-1', /负数/u],
  ['tax', '900', /税率/u],
  ['wallet', '<img src=x onerror=alert(1)>', /美元数/u],
];

for (const [field, typed, says] of bad)
  test(`${field} “${typed}” is answered beside the field, kept as typed, and gives no date`, async () => {
    const page = await open('/planner/');
    await page.locator('#plan-due').fill(field === 'last' ? '' : '2026-12-24');
    await page.locator('#plan-wallet').fill('20');
    await page.locator(`#plan-${field}`).fill(typed);
    await page.locator('#plan-form button').click();
    const input = page.locator(`#plan-${field}`);
    assert.equal(await input.getAttribute('aria-invalid'), 'true');
    assert.match((await input.getAttribute('aria-describedby'))!, new RegExp(`wrong-${field}`, 'u'));
    assert.match(await page.locator(`#wrong-${field}`).innerText(), says);
    assert.equal(await input.inputValue(), typed);
    assert.equal(await page.evaluate(() => document.activeElement?.id), `plan-${field}`);
    assert.equal(await page.locator('#plan-result').isVisible(), false);
    assert.equal(new URL(page.url()).search, '');
    await page.context().close();
  });

test('a wrong address says so, keeps what it says, and shows no plan of an earlier one', async () => {
  const page = await open('/planner/?due=2027-02-29&wallet=100000000');
  assert.equal(await page.locator('#plan-due').inputValue(), '2027-02-29');
  assert.equal(await page.locator('#plan-wallet').inputValue(), '1000000');
  assert.equal(await page.locator('[aria-invalid=true]').count(), 2);
  assert.equal(await page.locator('#plan-result').isVisible(), false);
  await page.context().close();
});

test('the plan offers the calendars of its day, and they are there', async () => {
  const page = await open('/planner/?due=2026-12-24&wallet=2000');
  const links = await page.locator('.calendars a').evaluateAll((all) => all.map((each) => each.getAttribute('href')!));
  assert.deepEqual(
    links,
    reminderCycles.map((cycles) => `/calendar/${calendarFor('2026-12-24', cycles).name}.ics`),
  );
  for (const link of links) assert.ok(existsSync(dist + link), link);
  await page.context().close();
});

test('without script the page still counts: a table of common balances, the steps by hand, and no form that does nothing', async () => {
  const page = await open('/planner/', false);
  for (const cents of [300, 500, 1000, 2000]) {
    const { cycles, days } = reach(cents);
    const row = page.locator(`table.reach tr:has(td:first-child:text-is("${formatDollars(cents)}"))`);
    assert.match(await row.innerText(), new RegExp(`${cycles} 期\\s+${days} 天`, 'u'));
  }
  assert.ok(await page.getByRole('heading', { name: '自己怎么算' }).isVisible());
  assert.equal(await page.locator('#plan-form').isVisible(), false);
  await page.context().close();
});

test('the tables of the guide and of the planner say the same', () => {
  const tables = (path: string) =>
    [...pages.find((page) => page.path === path)!.html.matchAll(/<table class="reach[\s\S]*?<\/table>/gu)].map(([html]) => html);
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
