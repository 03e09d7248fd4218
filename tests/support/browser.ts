import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium, type Browser } from 'playwright-core';

/**
 * A real Chromium: the one in CHROME_PATH, else an installed one, else the one npm brought. Throws when there is none. On Linux it
 * draws with the Chinese font that npm brought too, so that lines break alike on every machine.
 */
export async function launchBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: await findBrowser(),
    args: [...browserArgs, '--disable-background-networking'],
    env: { ...process.env, FONTCONFIG_FILE: fontConfig() },
  });
}

/** What a container needs, and no more: with a graphics card made up in software each picture takes seconds of the processor. */
export const browserArgs = ['--no-sandbox', '--disable-quic', '--disable-gpu'];

export async function findBrowser(): Promise<string> {
  const named = process.env['CHROME_PATH'];
  if (named) {
    if (!existsSync(named)) throw new Error(`CHROME_PATH names ${named}, and there is no such file.`);
    return named;
  }
  const installed = [...onPath(), ...macApplications].find((path) => existsSync(path));
  if (installed) return installed;
  // On a machine without Chromium's shared libraries the package unpacks its own, when it believes to be on a Lambda.
  process.env['AWS_LAMBDA_JS_RUNTIME'] ??= 'nodejs22.x';
  const { default: shipped } = await import('@sparticuz/chromium').catch((cause: unknown) => {
    throw new Error('There is no browser. Run npm run packages tests, which brings one, or name one in CHROME_PATH.', { cause });
  });
  return shipped.executablePath();
}

/** A fontconfig file (fonts-conf(5)) that knows one font; without one, hanzi are drawn as narrow empty boxes. */
export function fontConfig(): string {
  const fonts = join(dirname(createRequire(import.meta.url).resolve('@embedpdf/fonts-sc')), '../fonts');
  const cache = fileURLToPath(new URL('../node_modules/.cache/fonts', import.meta.url));
  mkdirSync(cache, { recursive: true });
  const file = join(cache, 'fonts.conf');
  writeFileSync(
    file,
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir>${fonts}</dir><cachedir>${cache}</cachedir></fontconfig>`,
  );
  return file;
}

function onPath(): string[] {
  const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  return folders.flatMap((folder) => names.map((name) => join(folder, name)));
}

const macApplications = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];
