import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { planWallet } from '../../src/model/renewal/plan.ts';
import { setTimeout as wait } from 'node:timers/promises';
import { startHost, type Host } from '../support/host.ts';
import { unreadable } from '../support/paint.ts';
import { chapters, dist, pages } from '../support/site.ts';
import { engines, type Page, type Reader, type Running } from './engines.ts';

/** A wallet whose next charge lies ahead, whatever day it is. */
const wallet = { due: new Date(Date.now() + 20 * 86_400_000).toISOString().slice(0, 10), cents: 2000, auto: 0, other: 0 };

for (const engine of engines)
  describe(engine.name, { skip: engine.missing() ?? false, timeout: 600_000 }, () => {
    let running: Running;
    let host: Host;

    before(async () => {
      host = await startHost(dist);
      running = await engine.start();
    });
    after(async () => {
      await running?.close();
      host?.close();
    });

    /** Hands a page to `look`, and holds it to a silent console. */
    async function visit(path: string, look: (page: Page) => Promise<void>, reader?: Reader): Promise<void> {
      const page = await running.open(reader);
      assert.ok(page);
      try {
        await page.go(host.origin + path);
        await look(page);
        assert.deepEqual(page.messages, []);
      } finally {
        await page.close();
      }
    }

    for (const dark of [false, true])
      for (const { path } of pages)
        test(`${path}: readable, ${dark ? 'dark' : 'light'}`, () =>
          visit(
            path,
            async (page) => {
              for (const width of [390, 1280]) {
                await page.size(width, 844);
                assert.deepEqual(await page.run(unreadable), []);
              }
            },
            { dark },
          ));

    if (engine.belowFloor) plain();
    else whole();

    function whole(): void {
      test('the system’s dark theme, or the chosen one, is dark', () =>
        visit(
          '/steps/',
          async (page) => {
            const ground = await page.run(() => getComputedStyle(document.documentElement).backgroundColor);
            assert.ok(Number(/\d+/u.exec(ground)![0]) < 64, ground);
          },
          { dark: true },
        ));

      test('no sideways scroll from 320 to 1440 px on any page', async (t) => {
        for (const { path } of pages)
          await visit(path, async (page) => {
            const wide: number[] = [];
            for (const width of [320, 360, 390, 414, 480, 600, 768, 800, 1024, 1280, 1440]) {
              if (!(await page.size(width, 800))) return t.skip('the window of this engine cannot be sized');
              if (await page.run(() => document.documentElement.scrollWidth > document.documentElement.clientWidth)) wide.push(width);
            }
            assert.deepEqual(wide, [], path);
          });
      });

      test('the sidebar stands beside the text from 768 px on, and the bar keeps its height', (t) =>
        visit('/steps/', async (page) => {
          for (const width of [390, 1280]) {
            if (!(await page.size(width, 800))) return t.skip('the window of this engine cannot be sized');
            const { bar, side, main } = await page.run(() => {
              const box = (selector: string) => document.querySelector(selector)!.getBoundingClientRect();
              return { bar: box('.bar').height, side: box('.side').right, main: box('main').left };
            });
            assert.ok(bar < 90, `the bar is ${bar} px high`);
            // A phone has it in the menu only.
            assert.equal(side > 0 && side <= main, width === 1280);
          }
        }));

      for (const dark of [false, true])
        test(`menu, themes and the menu of a heading are readable where they exist, ${dark ? 'dark' : 'light'}`, () =>
          visit(
            '/steps/',
            async (page) => {
              for (const opener of ['.menu summary', '.theme summary', 'a.permalink']) {
                await page.run((selector) => document.querySelector<HTMLElement>(selector)!.click(), opener);
                if (opener === 'a.permalink')
                  await until(page, () => !('popover' in HTMLElement.prototype) || document.querySelector('[role=menu]') !== null);
                assert.deepEqual(await page.run(unreadable), [], opener);
              }
            },
            { dark },
          ));

      test('without popovers the link of a heading is an ordinary link', () =>
        visit('/steps/', async (page) => {
          const { popovers, role } = await page.run(() => ({
            popovers: 'popover' in HTMLElement.prototype,
            role: document.querySelector('a.permalink')!.getAttribute('role'),
          }));
          assert.equal(role, popovers ? 'button' : null);
        }));

      for (const dark of [false, true])
        test(`search finds what was typed with a slip, ${dark ? 'dark' : 'light'}`, () =>
          visit(
            '/steps/',
            async (page) => {
              await page.run(() => document.querySelector<HTMLElement>('a.find')!.click());
              for (const [typed, found] of [
                ['付款失拜', '/troubleshooting/#payment-failed'],
                ['verificaton', '/troubleshooting/#no-verification-codes'],
                ['紫卡怎么充值', '/steps/#open-renewal'],
              ] as const) {
                await page.run((query) => {
                  const input = document.querySelector<HTMLInputElement>('dialog input')!;
                  input.value = query;
                  input.dispatchEvent(new Event('input', { bubbles: true }));
                }, typed);
                await until(page, (to) => document.querySelector('#search-results a')?.getAttribute('href') === to, found);
                assert.deepEqual(await page.run(unreadable), []);
              }
            },
            { dark },
          ));

      for (const dark of [false, true])
        test(`the planner answers, ${dark ? 'dark' : 'light'}`, () =>
          visit(
            `/planner/#wallet=${wallet.cents}&due=${wallet.due}`,
            async (page) => {
              await until(page, () => !document.querySelector<HTMLElement>('#plan-result')!.hidden);
              assert.ok((await page.run(() => document.querySelector('#plan-result')!.textContent!)).includes(planWallet(wallet).stops!));
              assert.equal(await page.run(() => document.querySelector('.unscripted')!.getClientRects().length), 0);
              assert.deepEqual(await page.run(unreadable), []);
            },
            { dark },
          ));

      test('a damaged link heals', () =>
        visit('/steps/#sign-inn', async (page) => {
          await until(page, () => location.hash === '#sign-in');
          assert.deepEqual(await page.run(unreadable), []);
        }));

      test('ticks survive a reload', () =>
        visit('/prerequisites/', async (page) => {
          await page.run(() => document.querySelector<HTMLElement>('.checklist input')!.click());
          await page.go(`${host.origin}/steps/`);
          await page.go(`${host.origin}/prerequisites/`);
          assert.equal(await page.run(() => document.querySelector<HTMLInputElement>('.checklist input')!.checked), true);
        }));

      test('the copy opens without a network', () =>
        visit('/', async (page) => {
          await page.go(`${host.origin}/steps/`);
          await until(page, async () => (await navigator.serviceWorker.getRegistration())?.active?.state === 'activated');
          host.cut();
          try {
            await page.go(`${host.origin}/troubleshooting/`);
            assert.match(await page.run(() => document.querySelector('main')!.textContent!), /离线副本/u);
            assert.deepEqual(await page.run(unreadable), []);
            // What a browser says of a host that is away is not ours.
            page.messages.length = 0;
          } finally {
            host.mend();
          }
        }));
    }

    /** Below the floor there are no styles: the plain page, and what works by script where it does. */
    function plain(): void {
      for (const script of [true, false])
        for (const dark of [false, true])
          test(`plain text on a light canvas, nothing over it, every chapter reached, ${dark ? 'dark' : 'light'}, ${script ? 'with' : 'without'} script`, () =>
            visit(
              '/',
              async (page) => {
                for (const path of chapters) {
                  assert.ok(await page.run((to) => document.querySelectorAll(`main a[href="${to}"]`).length, `/${path}/`), path);
                  await page.go(`${host.origin}/${path}/`);
                  assert.deepEqual(await page.run(unreadable), []);
                  assert.deepEqual(
                    await page.run(() =>
                      Array.from(document.body.querySelectorAll('*'))
                        .filter((each) => each.getClientRects().length > 0 && getComputedStyle(each).position !== 'static')
                        .map((each) => each.tagName),
                    ),
                    [],
                  );
                  await page.go(`${host.origin}/`);
                }
              },
              { dark, script },
            ));

      test('a citation names its source, and no link runs into the one before', () =>
        visit('/steps/', async (page) => {
          // In a closed box nothing is drawn.
          const widths = await page.run(() =>
            Array.from(document.querySelectorAll('.cite')).flatMap((each) => Array.from(each.getClientRects(), ({ width }) => width)),
          );
          assert.ok(widths.length > 9 && Math.min(...widths) > 0, widths.join(' '));
          for (const { path } of pages) {
            await page.go(host.origin + path);
            const run = () =>
              Array.from(document.querySelectorAll('a + a:not(.cite)'))
                .filter((each) => each.previousSibling === each.previousElementSibling && each.getClientRects().length > 0)
                .map((each) => each.textContent!);
            assert.deepEqual(await page.run(run), [], path);
          }
        }));

      for (const path of ['/planner/', '/search/'])
        test(`${path}: without script the form is left out, and the page says so`, () =>
          visit(
            path,
            async (page) => {
              assert.equal(await page.run(() => document.querySelector('form')!.getClientRects().length), 0);
              assert.match(await page.run(() => document.querySelector<HTMLElement>('main')!.innerText), /要用脚本，现在没有运行/u);
            },
            { script: false },
          ));

      for (const path of ['/planner/', '/search/'])
        test(`${path}: with script the form is there, and nothing says that it needs one`, () =>
          visit(path, async (page) => {
            await until(page, () => document.querySelector('main form')!.getClientRects().length > 0);
            assert.doesNotMatch(await page.run(() => document.querySelector<HTMLElement>('main')!.innerText), /要用脚本/u);
          }));
    }
  });

async function until<A extends readonly unknown[]>(
  page: Page,
  ask: (...given: A) => boolean | Promise<boolean>,
  ...given: A
): Promise<void> {
  for (const end = Date.now() + 15_000; !(await page.run(ask, ...given)); await wait(100))
    assert.ok(Date.now() < end, `never true: ${String(ask)}`);
}
