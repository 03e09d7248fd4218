import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { brotliCompressSync, constants } from 'node:zlib';
import type { Page } from 'playwright-core';
import { axeFindings } from './support/axe.ts';
import { queries } from './support/queries.ts';
import { chapters, dist } from './support/site.ts';
import { open, site } from './support/visit.ts';

const focused = (page: Page) => page.evaluate(() => document.activeElement?.getAttribute('href') ?? document.activeElement?.id);

test(`of ${queries.length} natural queries, 97 % find the right section first and all among the first three`, async () => {
  const page = await open('/search/');
  await page.locator('#search-input').focus();
  await page.waitForFunction(() => document.querySelector('.count')?.textContent.includes('说说'));
  const found = await page.evaluate(
    (all) => {
      const input = document.querySelector<HTMLInputElement>('#search-input')!;
      return all.map((query) => {
        input.value = query;
        input.dispatchEvent(new Event('input', { bubbles: true }));
        return [...document.querySelectorAll<HTMLAnchorElement>('#search-results a')].map((link) => link.pathname + link.hash);
      });
    },
    queries.map(([query]) => query),
  );
  const wanted = queries.map(([, ...sections]) =>
    sections.map((section) => (section.includes('#') ? `/${section.replace('#', '/#')}` : `/${section}/`)),
  );
  const missed = (among: number) =>
    queries.flatMap(([query], index) =>
      found[index]!.slice(0, among).some((path) => wanted[index]!.includes(path)) ? [] : [`${query} → ${found[index]![0]}`],
    );
  assert.deepEqual(missed(3), []);
  assert.ok(missed(1).length <= queries.length * 0.03, missed(1).join('\n'));
  for (const list of found) assert.ok(list.length <= 8);
  await page.context().close();
});

test('search is fetched when it is opened and not before: at most 24 KB brotli, all together, from this site', async () => {
  const page = await open('/steps/');
  await page.waitForLoadState('networkidle');
  const fetched: string[] = [];
  page.on('request', (request) => void fetched.push(request.url()));
  await page.keyboard.press('/');
  await page.keyboard.type('停机');
  await page.waitForSelector('#search-results li');
  // For whatever it might still fetch: no state of the page tells that.
  await page.waitForTimeout(500);
  const bytes = fetched.map((url) => {
    assert.equal(new URL(url).origin, site.origin);
    return brotliCompressSync(readFileSync(dist + new URL(url).pathname.slice(1)), { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } })
      .length;
  });
  const sum = bytes.reduce((all, each) => all + each, 0);
  assert.ok(fetched.some((url) => url.endsWith('search-index.json')));
  assert.ok(sum <= 24_000, `${sum} bytes in ${fetched.length} requests`);
  await page.context().close();
});

for (const [name, openIt] of [
  ['the button', (page: Page) => page.getByRole('link', { name: '搜索' }).first().click()],
  ['the slash key', (page: Page) => page.keyboard.press('/')],
  ['Control K', (page: Page) => page.keyboard.press('Control+k')],
] as const)
  test(`${name} opens search; arrows move, Enter goes there, Escape closes and gives the focus back`, async () => {
    const page = await open('/overview/');
    await page.locator('a.find').focus();
    await openIt(page);
    assert.equal(await focused(page), 'search-input');
    await page.keyboard.type('付不了钱');
    await page.waitForSelector('#search-results li');
    assert.match(await page.locator('.count').innerText(), /^找到 \d 处$/u);
    assert.ok((await page.locator('#search-results mark').count()) > 0);
    await page.keyboard.press('ArrowDown');
    assert.equal(await focused(page), '/troubleshooting/#payment-failed');
    await page.keyboard.press('ArrowDown');
    assert.notEqual(await focused(page), '/troubleshooting/#payment-failed');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowUp');
    assert.equal(await focused(page), 'search-input');
    await page.keyboard.press('Escape');
    await page.waitForFunction(() => !document.querySelector<HTMLDialogElement>('dialog')!.open);
    assert.equal(await focused(page), '/search/');
    await openIt(page);
    await page.keyboard.type('付不了钱');
    await page.waitForSelector('#search-results li');
    await page.keyboard.press('Enter');
    await page.waitForURL(`${site.origin}/troubleshooting/#payment-failed`);
    await page.context().close();
  });

// Chromium and Firefox send the key while the composition lasts, Safari when it has ended; all mark it with 229.
for (const [engine, marks] of [
  ['Chromium', { isComposing: true, keyCode: 229 }],
  ['Safari', { isComposing: false, keyCode: 229 }],
  ['an engine without the code', { isComposing: true, keyCode: 13 }],
] as const)
  test(`arrows, Escape and Enter that belong to an input method are left to it, as ${engine} sends them`, async () => {
    const page = await open('/overview/');
    await page.keyboard.press('/');
    await page.keyboard.type('停机');
    await page.waitForSelector('#search-results li');
    for (const key of ['ArrowDown', 'ArrowUp', 'Escape', 'Enter']) {
      const left = await page.locator('#search-input').evaluate(
        (input, [name, options]) => {
          const press = new KeyboardEvent('keydown', { key: name, ...options, bubbles: true, cancelable: true });
          const isLeft = input.dispatchEvent(press);
          // What a browser does by itself with an Enter that nobody took.
          if (name === 'Enter') (input as HTMLInputElement).form!.requestSubmit();
          return isLeft;
        },
        [key, marks] as const,
      );
      assert.ok(left, `${key} is not taken`);
      assert.equal(await focused(page), 'search-input');
      assert.equal(new URL(page.url()).pathname, '/overview/');
      assert.ok(await page.locator('dialog').evaluate((dialog) => (dialog as HTMLDialogElement).open));
    }
    await page.locator('#search-input').dispatchEvent('keyup');
    await page.keyboard.press('Enter');
    await page.waitForURL(`${site.origin}/troubleshooting/#suspended`);
    await page.context().close();
  });

test('only Ctrl or Command and K, and a bare slash, open search; other keys are the browser’s', async () => {
  const page = await open('/steps/');
  const taken = (init: { key: string; ctrlKey?: boolean; metaKey?: boolean; shiftKey?: boolean; altKey?: boolean }) =>
    page.evaluate((options) => {
      const event = new KeyboardEvent('keydown', { bubbles: true, cancelable: true, ...options });
      document.body.dispatchEvent(event);
      document.querySelector<HTMLDialogElement>('dialog.search-dialog')?.close();
      return event.defaultPrevented;
    }, init);
  assert.ok(await taken({ key: 'k', ctrlKey: true }));
  assert.ok(await taken({ key: 'K', metaKey: true }));
  assert.ok(await taken({ key: '/' }));
  for (const other of [
    { key: 'K', ctrlKey: true, shiftKey: true },
    { key: 'k', ctrlKey: true, altKey: true },
    { key: 'k', ctrlKey: true, metaKey: true },
    { key: 'k' },
    { key: '/', ctrlKey: true },
  ])
    assert.ok(!(await taken(other)), JSON.stringify(other));
  await page.context().close();
});

test('a keydown without a key, as browsers send when they fill in a form, causes no error', async () => {
  const page = await open('/steps/');
  const errors: string[] = [];
  page.on('pageerror', ({ message }) => void errors.push(message));
  await page.evaluate(() => document.body.dispatchEvent(new Event('keydown', { bubbles: true })));
  assert.deepEqual(errors, []);
  await page.context().close();
});

test('a result quotes its own section', async () => {
  const page = await open('/search/?q=%E4%BB%98%E4%B8%8D%E4%BA%86%E9%92%B1');
  await page.waitForSelector('#search-results li');
  const [to, quoted] = await page
    .locator('#search-results a')
    .first()
    .evaluate((link) => [
      link.getAttribute('href')!,
      link.querySelector('small:last-child')!.textContent.replaceAll('…', '').replaceAll(/\s/gu, ''),
    ]);
  await page.goto(site.origin + to);
  const section = (await page.locator('.problem', { has: page.locator(`[id="${to.replace(/.*#/u, '')}"]`) }).innerText()).replaceAll(
    /官方 \d+|第三方 \d+|\s/gu,
    '',
  );
  assert.ok(quoted.length > 30);
  for (const sentence of quoted.split('。').slice(0, -1)) assert.ok(section.includes(sentence), sentence);
  await page.context().close();
});

for (const address of ['/search/#q=%E7%BA%8C%E8%B2%BB', '/search/?q=%E7%BA%8C%E8%B2%BB'])
  test(`a search can be linked: ${address}`, async () => {
    const page = await open(address);
    await page.waitForSelector('#search-results li');
    assert.equal(await page.locator('#search-input').inputValue(), '續費');
    assert.match((await page.locator('#search-results a').first().getAttribute('href'))!, /^\/steps\//u);
    await page.context().close();
  });

test('what is typed stays on the device: in the fragment of the address, and in no request', async () => {
  const page = await open('/search/');
  const asked: string[] = [];
  page.on('request', (request) => void asked.push(request.url()));
  await page.locator('#search-input').click();
  await page.keyboard.type('chongzhi bu liao');
  await page.waitForFunction(() => location.hash === '#q=chongzhi+bu+liao');
  await page.keyboard.press('Enter');
  assert.match((await focused(page)) ?? '', /^\/troubleshooting\//u);
  assert.equal(new URL(page.url()).search, '');
  for (const url of asked) assert.doesNotMatch(url, /chongzhi/u);
  await page.evaluate(() => (location.hash = '#q=611'));
  await page.waitForFunction(() => document.querySelector<HTMLInputElement>('#search-input')!.value === '611');
  await page.context().close();
});

test('an engine that refuses to change the address again goes on searching', async () => {
  const page = await open('/search/');
  const errors: string[] = [];
  page.on('pageerror', ({ message }) => void errors.push(message));
  await page.evaluate(() => {
    history.replaceState = () => {
      document.body.dataset['refused'] = 'yes';
      throw new DOMException('too many', 'SecurityError');
    };
  });
  await page.locator('#search-input').click();
  await page.waitForFunction(() => document.querySelector('.count')?.textContent.includes('说说'));
  await page.keyboard.type('停机');
  await page.waitForSelector('[data-refused]');
  await page.keyboard.type('了');
  assert.match((await page.locator('#search-results a').first().getAttribute('href'))!, /#suspended$/u);
  assert.deepEqual(errors, []);
  await page.context().close();
});

test('nothing in a query becomes markup or is executed', async () => {
  const page = await open('/search/');
  await page.locator('#search-input').focus();
  await page.waitForFunction(() => document.querySelector('.count')?.textContent.includes('说说'));
  const wild = [
    '<img src=x onerror=alert(1)>',
    '"><script>alert(1)</script>',
    '(?:[',
    '\u0000\u0007',
    '字'.repeat(10_000),
    '%',
    '\ud800',
    '#0',
  ];
  page.on('dialog', () => assert.fail('something ran'));
  page.on('pageerror', (error) => assert.fail(error.message));
  const before = await page.evaluate(() => document.querySelectorAll('img, script').length);
  for (const query of wild) {
    await page.evaluate((text) => {
      const input = document.querySelector<HTMLInputElement>('#search-input')!;
      input.value = text;
      input.dispatchEvent(new Event('input', { bubbles: true }));
    }, query);
    assert.notEqual(await page.locator('.count').innerText(), '');
    assert.equal(await page.evaluate(() => document.querySelectorAll('img, script').length), before);
  }
  await page.goto(`${site.origin}/search/?q=${encodeURIComponent(wild[0]!)}`);
  // Until search is ready, the box is empty and the line below it says so.
  await page.waitForFunction(() => document.querySelector<HTMLInputElement>('#search-input')!.value);
  assert.equal(await page.locator('#search-input').inputValue(), wild[0]);
  await page.context().close();
});

test('a query that the guide does not answer is told so', async () => {
  const page = await open('/search/');
  const input = page.locator('#search-input');
  await input.focus();
  await page.waitForFunction(() => document.querySelector('.count')?.textContent.includes('说说'));
  for (const [query, sentence] of [
    ['天气', '没有找到。换个说法试试，或者从章节里找：'],
    ['giffgaff 怎么充值', '指南里没有提到 giffgaff。最接近的是：'],
    ['笔记本电脑推荐', '没有完全对得上的。最接近的是：'],
  ] as const) {
    await input.fill(query);
    assert.equal(await page.locator('.count').innerText(), sentence);
    assert.ok((await page.locator('#search-results li').count()) <= 3);
    assert.ok(await page.locator('.more a').first().isVisible());
  }
  await page.context().close();
});

test('empty, unknown and hopeless queries get useful words and the way to the chapters', async () => {
  const page = await open('/search/');
  const input = page.locator('#search-input');
  await input.focus();
  await page.waitForFunction(() => document.querySelector('.count')?.textContent.includes('说说'));
  await input.fill('qqqzzzjjj');
  assert.match(await page.locator('.count').innerText(), /没有提到 qqqzzzjjj/u);
  for (const chapter of chapters) assert.equal(await page.locator(`.more a[href="/${chapter}/"]`).count(), 1);
  await page.context().close();
});

test('without script the search page says so and lists every section, and there is no field that would send what is typed', async () => {
  const page = await open('/steps/', { javaScriptEnabled: false });
  await page.locator('a.find').click();
  await page.waitForURL(/\/search\/$/u);
  assert.ok(await page.locator('.unscripted').isVisible());
  assert.equal(await page.locator('#search-input').isVisible(), false);
  assert.equal(await page.locator('form.search [name]').count(), 0);
  assert.ok(await page.locator('main a[href="/troubleshooting/#suspended"]').isVisible());
  await page.context().close();
});

for (const [what, address] of [
  ['the index', '**/search-index.json'],
  ['the script that searches', /\/_astro\/search\.[^/]*\.js$/u],
] as const)
  test(`when ${what} cannot be loaded, search says so and shows another way`, async () => {
    const page = await open('/steps/');
    await page.route(address, (route) => route.abort());
    await page.locator('a.find').click();
    await page.waitForFunction(() => document.querySelector('.count')?.textContent.includes('没能打开'));
    assert.equal(await page.locator('.more a').getAttribute('href'), '/all/');
    await page.context().close();
  });

for (const colorScheme of ['light', 'dark'] as const)
  test(`axe finds nothing in the open dialog and on the search page with results, ${colorScheme}`, async () => {
    for (const path of ['/steps/', '/search/?q=xufei']) {
      const page = await open(path, { colorScheme, bypassCSP: true });
      await page.keyboard.press('/');
      await page.keyboard.type('付款');
      await page.waitForSelector('#search-results li');
      assert.deepEqual(await axeFindings(page), []);
      await page.context().close();
    }
  });
