import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { brotliDecompressSync } from 'node:zlib';
import type { Session } from 'selenium-webdriver';
import { chromium } from 'playwright-core';
import { browserArgs, fontConfig } from '../support/browser.ts';

/** A page in an engine, as a reader who comes for the first time has it. */
export interface Page {
  go(address: string): Promise<void>;
  /** Evaluates a function inside the page; it must be self-contained and plain enough for the engine. */
  run<T, A extends readonly unknown[]>(ask: (...given: A) => T | Promise<T>, ...given: A): Promise<T>;
  /** False where the engine's window cannot be sized. */
  size(width: number, height: number): Promise<boolean>;
  /** What the console has said. */
  messages: string[];
  close(): Promise<void>;
}

export interface Reader {
  dark?: boolean;
  /** False for a reader who runs no script. */
  script?: boolean;
}

export interface Running {
  version: string;
  /** Undefined where the engine cannot be such a reader. */
  open(reader?: Reader): Promise<Page | undefined>;
  close(): Promise<void>;
}

export interface Engine {
  name: string;
  /** True for one that the site's styles leave alone. */
  belowFloor?: boolean;
  /** What to install, where it is not there. */
  missing(): string | undefined;
  start(): Promise<Running>;
}

const libraries = '/usr/lib/x86_64-linux-gnu';

/** Its package holds every library that the three need and a bare Debian lacks; those of the older two are not complete. */
const newest = 'chromium-122';

export const engines: readonly Engine[] = [
  oldChromium('chromium-92', true),
  oldChromium('chromium-107'),
  oldChromium(newest),
  { name: 'Firefox ESR', missing: () => absent('firefox-esr', '/usr/bin/firefox-esr'), start: startFirefox },
  webkit('WebKit of WPE', 'wpewebkit-driver', '/usr/bin/WPEWebDriver', 'wpe:browserOptions', `${libraries}/wpe-webkit-1.1/MiniBrowser`, [
    '--automation',
    '--headless',
  ]),
  webkit(
    'WebKit of GTK',
    'webkit2gtk-driver',
    '/usr/bin/WebKitWebDriver',
    'webkitgtk:browserOptions',
    `${libraries}/webkit2gtk-4.1/MiniBrowser`,
    ['--automation'],
  ),
];

function oldChromium(name: string, belowFloor = false): Engine {
  const start = async (): Promise<Running> => {
    const browser = await chromium.launch({
      executablePath: join(unpack(name), 'chromium'),
      args: [...browserArgs, '--disable-background-networking'],
      env: { ...process.env, FONTCONFIG_FILE: fontConfig(), LD_LIBRARY_PATH: join(unpack(newest), 'lib') },
    });
    return {
      version: browser.version(),
      async open({ dark = false, script = true } = {}) {
        const context = await browser.newContext({
          viewport: { width: 390, height: 844 },
          colorScheme: dark ? 'dark' : 'light',
          javaScriptEnabled: script,
          reducedMotion: 'reduce',
        });
        const page = await context.newPage();
        const messages: string[] = [];
        page.on('console', (message) => messages.push(message.text()));
        page.on('pageerror', (error) => messages.push(error.message));
        return {
          messages,
          go: async (address) => void (await page.goto(address)),
          run: (ask, ...given) => page.evaluate(expression(ask, given)),
          size: async (width, height) => (await page.setViewportSize({ width, height }), true),
          close: () => context.close(),
        };
      },
      close: () => browser.close(),
    };
  };
  const missing = () => (existsSync(packed(name)) ? undefined : 'npm ci --prefix tests/browsers has not brought it');
  return { name, belowFloor, missing, start };
}

/** The program of an old package; its own way of unpacking returns whatever lies at one fixed place. */
function unpack(name: string): string {
  const folder = join(import.meta.dirname, 'node_modules/.unpacked', name);
  if (existsSync(folder)) return folder;
  const half = `${folder}.${process.pid}`;
  mkdirSync(half, { recursive: true });
  const read = (file: string) => brotliDecompressSync(readFileSync(join(packed(name), file)));
  writeFileSync(join(half, 'chromium'), read('chromium.br'), { mode: 0o755 });
  if (name === newest) {
    const { status, stderr } = spawnSync('tar', ['-xf', '-', '-C', half], { input: read('al2023.tar.br'), encoding: 'utf8' });
    if (status !== 0) throw new Error(`The libraries of ${name} could not be unpacked: ${stderr}`);
  }
  renameSync(half, folder);
  rmSync(half, { recursive: true, force: true });
  return folder;
}

function packed(name: string): string {
  return join(import.meta.dirname, 'node_modules', name, 'bin');
}

async function startFirefox(): Promise<Running> {
  const { launch } = await import('puppeteer-core');
  const start = (dark: boolean) =>
    launch({
      browser: 'firefox',
      executablePath: '/usr/bin/firefox-esr',
      headless: true,
      extraPrefsFirefox: { 'layout.css.prefers-color-scheme.content-override': dark ? 0 : 1 },
    });
  const [light, dark] = [await start(false), await start(true)];
  return {
    version: await light.version(),
    async open({ dark: asDark = false, script = true } = {}) {
      if (!script) return undefined;
      const context = await (asDark ? dark : light).createBrowserContext();
      const page = await context.newPage();
      await page.setViewport({ width: 390, height: 844 });
      const messages: string[] = [];
      page.on('console', (message) => messages.push(message.text()));
      page.on('pageerror', (error) => messages.push(error.message));
      return {
        messages,
        go: async (address) => void (await page.goto(address)),
        run: (ask, ...given) => page.evaluate(expression(ask, given)),
        size: async (width, height) => (await page.setViewport({ width, height }), true),
        close: () => context.close(),
      };
    },
    close: async () => void (await Promise.all([light.close(), dark.close()])),
  };
}

/** A WebKit that Debian packs; its readers are dark by their choice, because its driver cannot say what the system prefers. */
function webkit(name: string, packageName: string, driver: string, options: string, binary: string, args: string[]): Engine {
  const screen = args.includes('--headless') ? undefined : ':97';
  const start = async (): Promise<Running> => {
    const { Builder } = await import('selenium-webdriver');
    const port = await freePort();
    const x = screen ? spawn('Xvfb', [screen, '-screen', '0', '1600x1000x24'], { stdio: 'ignore' }) : undefined;
    const service = spawn(driver, [`--port=${port}`], {
      stdio: 'ignore',
      env: { ...process.env, FONTCONFIG_FILE: fontConfig(), ...(screen ? { DISPLAY: screen } : {}) },
    });
    const session = async () => {
      const built = await new Builder()
        .usingServer(`http://127.0.0.1:${port}`)
        .withCapabilities({ browserName: 'MiniBrowser', [options]: { binary, args } })
        .build();
      await built.manage().setTimeouts({ script: 20_000, pageLoad: 20_000 });
      return built;
    };
    const close = async () => {
      for (const each of [service, x]) {
        if (!each || each.exitCode !== null) continue;
        each.kill();
        await once(each, 'exit');
      }
    };
    await listening(port);
    let sizable = true;
    const first = await session();
    const version = String((await first.getCapabilities()).get('browserVersion'));
    await first.quit();
    return {
      version,
      async open({ dark = false, script = true } = {}) {
        if (!script) return undefined;
        const driven = await session();
        let chosen = false;
        const page: Page = {
          messages: [],
          go: async (address) => {
            if (dark && !chosen) {
              await arrive(driven, new URL('/404.html', address).href);
              await driven.executeScript(`localStorage.setItem('theme', 'dark')`);
              chosen = true;
            }
            await arrive(driven, address);
          },
          run: <T, A extends readonly unknown[]>(ask: (...given: A) => T | Promise<T>, ...given: A) =>
            driven.executeAsyncScript<T>(`const done = arguments[0]; Promise.resolve(${expression(ask, given)}).then(done);`),
          size: async (width, height) => {
            if (!sizable) return false;
            await driven
              .manage()
              .window()
              .setRect({ width, height })
              .catch(() => undefined);
            return (sizable = (await driven.executeScript<number>('return innerWidth')) === width);
          },
          close: () => driven.quit(),
        };
        return page;
      },
      close,
    };
  };
  const missing = () => absent(packageName, driver, binary) ?? (screen ? absent('xvfb', '/usr/bin/Xvfb') : undefined);
  return { name, missing, start };
}

/** Opens an address and waits until its scripts have run: this driver does not always wait. */
async function arrive(session: Session, address: string): Promise<void> {
  await session.get(address);
  const there = `return document.readyState === 'complete' && location.href.startsWith(${JSON.stringify(address.replace(/#.*/u, ''))})`;
  for (const end = Date.now() + 20_000; !(await session.executeScript<boolean>(there)); await wait(50))
    if (Date.now() > end) throw new Error(`${address} does not open.`);
}

function absent(packageName: string, ...files: string[]): string | undefined {
  return files.every((file) => existsSync(file)) ? undefined : `Debian's package ${packageName} is not installed`;
}

function expression(ask: (...given: never[]) => unknown, given: readonly unknown[]): string {
  return `(${String(ask)})(${given.map((each) => JSON.stringify(each)).join(', ')})`;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  return port;
}

async function listening(port: number): Promise<void> {
  for (const end = Date.now() + 10_000; ; await wait(100)) {
    const answer = await fetch(`http://127.0.0.1:${port}/status`).catch(() => undefined);
    if (answer?.ok) return;
    if (Date.now() > end) throw new Error(`Nothing listens at port ${port}.`);
  }
}
