import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { chapters, pages } from './support/site.ts';
import { browser, open, site } from './support/visit.ts';

for (const { path } of pages)
  test(`${path}: no sideways scroll at any width from 320 to 1440 px`, async () => {
    const page = await open(path);
    const wide: number[] = [];
    for (let width = 320; width <= 1440; width += 16) {
      await page.setViewportSize({ width, height: 800 });
      if (await page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth)) wide.push(width);
    }
    assert.deepEqual(wide, []);
    await page.context().close();
  });

for (const { path } of pages)
  test(`${path}: requests nothing from another host, breaks no policy, logs nothing, and its layout does not shift`, async () => {
    const page = await browser.newPage({ viewport: { width: 390, height: 844 } });
    const foreign: string[] = [];
    const logged: string[] = [];
    page.on('request', (request) => void (new URL(request.url()).origin === site.origin || foreign.push(request.url())));
    page.on('console', (message) => void (/status of 404/u.test(message.text()) || logged.push(message.text())));
    page.on('pageerror', (error) => void logged.push(error.message));
    const seen = await watch(page, path);
    assert.deepEqual({ ...seen, foreign, logged }, { violations: [], shift: 0, foreign: [], logged: [] });
    await page.close();
  });

test('on a slow phone, too, no part of the top bar moves while the page is read', async () => {
  for (let time = 0; time < 5; time++) {
    const page = await browser.newPage({ viewport: { width: 390, height: 844 } });
    const devtools = await page.context().newCDPSession(page);
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: 20 });
    assert.equal((await watch(page, '/after-renewal/')).shift, 0);
    await page.close();
  }
});

/** Opens a page and returns what breaks its policy, and by how much its layout shifts. */
async function watch(page: Page, path: string): Promise<{ violations: string[]; shift: number }> {
  await page.addInitScript(() => {
    const seen = Object.assign(window, { violations: [] as string[], shift: 0 });
    document.addEventListener(
      'securitypolicyviolation',
      (event) => void seen.violations.push(`${event.violatedDirective} ${event.blockedURI}`),
    );
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) seen.shift += (entry as unknown as { value: number }).value;
    }).observe({ type: 'layout-shift', buffered: true });
  });
  await page.goto(site.origin + path, { waitUntil: 'networkidle' });
  return page.evaluate(() => {
    const { violations, shift } = window as unknown as { violations: string[]; shift: number };
    return { violations, shift };
  });
}

test('without script a phone reaches every chapter from the top bar, and no dead control is shown', async () => {
  const page = await open('/steps/', { javaScriptEnabled: false });
  await page.getByText('目录', { exact: true }).click();
  for (const chapter of chapters) assert.ok(await page.locator(`.menu a[href="/${chapter}/"]`).isVisible(), chapter);
  assert.equal(await page.locator('.theme').isVisible(), false);
  await page.context().close();
});

test('the number of a step is part of its accessible name', async () => {
  const page = await open('/steps/');
  for (const [index, id] of ['sign-in', 'open-renewal', 'choose-period', 'enter-payment', 'complete-payment'].entries()) {
    const heading = page.getByRole('heading', { name: new RegExp(`^第 ${index + 1} 步 `, 'u') });
    assert.equal(await heading.getAttribute('id'), id);
  }
  await page.context().close();
});

test('the current page is marked visibly and for assistive technology', async () => {
  const page = await open('/steps/', { viewport: { width: 1280, height: 900 } });
  const current = page.getByRole('navigation', { name: '全部章节' }).locator('[aria-current="page"]');
  assert.equal(await current.getAttribute('href'), '/steps/');
  assert.equal(await current.evaluate((link) => getComputedStyle(link).fontWeight), '700');
  await page.context().close();
});

test('a link to a heading shows it below the top bar, with text at twice its size too', async () => {
  const page = await open('/troubleshooting/#suspended');
  await page.waitForFunction(() => scrollY > 0);
  const places = () =>
    page.evaluate(() => [
      document.querySelector('#suspended')!.getBoundingClientRect().top,
      document.querySelector('.bar')!.getBoundingClientRect().bottom,
    ]);
  const [heading, bar] = await places();
  assert.ok(heading! >= bar!, `${heading} is below ${bar}`);
  await page.evaluate(() => {
    document.documentElement.style.fontSize = '2.125rem';
    document.querySelector('#suspended')!.scrollIntoView();
  });
  const [large, wrapped] = await places();
  assert.ok(wrapped! > bar! && large! >= wrapped!, `${large} is below ${wrapped}`);
  await page.context().close();
});

test('a chosen theme stays on the next page, before the first paint, and 跟随系统 undoes it', async () => {
  const page = await open('/', { colorScheme: 'light' });
  const dark = () => page.evaluate(() => document.documentElement.dataset['theme']);
  await page.locator('.theme summary').click();
  await page.getByLabel('深色').check();
  assert.equal(await dark(), 'dark');
  await page.goto(`${site.origin}/steps/`, { waitUntil: 'commit' });
  await page.waitForSelector('body', { state: 'attached' });
  assert.equal(await dark(), 'dark');
  await page.locator('.theme summary').click();
  assert.ok(await page.getByLabel('深色').isChecked());
  await page.getByLabel('跟随系统').check();
  assert.equal(await dark(), undefined);
  assert.equal(await page.evaluate(() => localStorage.getItem('theme')), null);
  await page.context().close();
});

test('a missing address answers 404 with links to every chapter', async () => {
  const page = await open('/no/such/page');
  for (const chapter of chapters) assert.ok(await page.locator(`main a[href="/${chapter}/"]`).isVisible(), chapter);
  await page.context().close();
});

test('the skip link leads into the text', async () => {
  const page = await open('/steps/');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  assert.equal(await page.evaluate(() => document.activeElement?.id), 'main');
  await page.context().close();
});

test('on paper there is no navigation, checkboxes are empty squares, and a link prints where it leads', async () => {
  const page = await open('/steps/');
  await page.emulateMedia({ media: 'print' });
  for (const gone of ['.bar', '.side', '.toc', '.neighbours', '.permalink'])
    for (const each of await page.locator(gone).all()) assert.equal(await each.isVisible(), false, gone);
  const [box, link, address] = await page.evaluate(() => [
    getComputedStyle(document.querySelector('.checklist input')!).appearance,
    getComputedStyle(document.querySelector('.prose a[href="/troubleshooting/#suspended"]')!, '::after').content,
    document.querySelector<HTMLElement>('footer .only-print')!.innerText,
  ]);
  assert.equal(box, 'none');
  assert.match(link!, /\/troubleshooting\/#suspended/u);
  const numeral = await page
    .locator('.step-number')
    .first()
    .evaluate((each) => [getComputedStyle(each).color, getComputedStyle(document.body).color]);
  assert.equal(numeral[0], numeral[1], 'a numeral on paper is as dark as the text');
  assert.match(address!, /\/steps\//u);
  await page.context().close();
});

test('on paper a day of the calendar is a day alone, without the address of its file', async () => {
  const page = await open('/calendar/');
  await page.emulateMedia({ media: 'print' });
  const after = (each: Element) => getComputedStyle(each, '::after').content;
  assert.equal(await page.locator('#days a').first().evaluate(after), 'none');
  await page.context().close();
});

test('on a phone the controls of the bar, links of the footer and links to a heading have room for a finger', async () => {
  const page = await open('/steps/');
  const small = await page
    .locator('.bar :is(.find, summary), footer a, .permalink')
    .evaluateAll((all) =>
      all.flatMap((each) => (each.getBoundingClientRect().height < 44 ? [each.ariaLabel ?? each.textContent!.trim()] : [])),
    );
  assert.deepEqual(small, []);
  await page.context().close();
});

test('on a narrow phone the previous and the next chapter are each named in one line', async () => {
  for (const chapter of chapters) {
    const page = await open(`/${chapter}/`, { viewport: { width: 360, height: 800 } });
    const lines = await page.locator('.neighbours strong').evaluateAll((all) => all.map((each) => each.getClientRects().length));
    assert.ok(lines.length > 0 && lines.every((count) => count === 1), `${chapter} ${lines.join(' ')}`);
    await page.context().close();
  }
});

test('on a phone the day on which a source was read stays on the line of its words', async () => {
  const page = await open('/sources/');
  const lines = await page
    .locator('.dated')
    .evaluateAll((all) => all.map((each) => new Set([...each.getClientRects()].map(({ top }) => top)).size));
  assert.ok(lines.length > 0 && lines.every((count) => count === 1), lines.join(' '));
  await page.context().close();
});

test('links beside each other are apart, and corrections in a row share the line between them', async () => {
  const page = await open('/overview/');
  const [links, boxes] = await page.evaluate(() => {
    const all = [...document.querySelectorAll<HTMLDetailsElement>('.correction')];
    for (const each of all) each.open = true;
    const rects = (each: Element) => each.getBoundingClientRect();
    const pairs = [...document.querySelectorAll('.correction p > a:not(.cite) + a')].map((each) =>
      [each.previousElementSibling!, each].map(rects),
    );
    const rows = [...document.querySelectorAll('.correction + .correction')].map((each) => [each.previousElementSibling!, each].map(rects));
    return [
      pairs.map(([before, link]) => (link!.top >= before!.bottom ? 99 : link!.left - before!.right)),
      rows.map(([before, box]) => Math.round(box!.top - before!.bottom)),
    ];
  });
  assert.ok(links!.length > 0 && links!.every((gap) => gap >= 8), `links ${links!.join(' ')}`);
  assert.ok(boxes!.length > 0 && boxes!.every((gap) => gap === -1), `boxes ${boxes!.join(' ')}`);
  await page.context().close();
});

test('a box to tick stands in the middle of the first line beside it', async () => {
  const page = await open('/prerequisites/');
  const offsets = await page.locator('.checklist label').evaluateAll((all) =>
    all.map((each) => {
      const [box, text] = [each.querySelector('input')!, each.querySelector('span')!].map((part) => part.getBoundingClientRect());
      const line = Number.parseFloat(getComputedStyle(each).lineHeight);
      return Math.abs(box!.top + box!.height / 2 - (text!.top + line / 2));
    }),
  );
  assert.ok(offsets.length > 0 && offsets.every((offset) => offset < 1), offsets.join(' '));
  await page.context().close();
});

test('with text at twice its size, the name of a step begins a line and is not cut in two', async () => {
  const page = await open('/steps/');
  const lines = await page.evaluate(() => {
    document.documentElement.style.fontSize = '200%';
    return [...document.querySelectorAll('.step h2')].map((each) => {
      const name = document.createRange();
      name.selectNodeContents(each.lastChild!);
      return [...name.getClientRects()].filter(({ width }) => width > 20).length;
    });
  });
  assert.equal(lines[0], 1, '登录账户');
  await page.context().close();
});

test('home leads to the planner and to the whole guide on one page, below the list of chapters', async () => {
  const page = await open('/');
  for (const [name, path] of [
    ['续费计算器', '/planner/'],
    ['全文一页', '/all/'],
  ]) {
    const link = page.locator('.links').getByRole('link', { name: name! });
    assert.equal(await link.getAttribute('href'), path);
    assert.ok((await link.boundingBox())!.y > (await page.locator('.links a[href="/summary/"]').boundingBox())!.y);
  }
  await page.context().close();
});

test('the help with a calendar file that does not open has room between its list and the sentence after it', async () => {
  const page = await open('/calendar/');
  await page.locator('details summary', { hasText: '文件打不开' }).click();
  const [list, after] = await Promise.all(['details ol', 'details ol + p'].map((each) => page.locator(`main ${each}`).boundingBox()));
  assert.ok(after!.y - (list!.y + list!.height) >= 12);
  await page.context().close();
});

test('a figure keeps its distance from what is above it', async () => {
  const page = await open('/troubleshooting/');
  const gaps = await page
    .locator('.figure')
    .evaluateAll((all) =>
      all.map((each) => each.getBoundingClientRect().top - each.previousElementSibling!.getBoundingClientRect().bottom),
    );
  assert.ok(gaps.length > 0 && gaps.every((gap) => gap >= 12), gaps.join(' '));
  await page.context().close();
});
