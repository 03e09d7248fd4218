import { existsSync, mkdtempSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { chromium, type Browser } from 'playwright-core';

/**
 * A real Chromium: the one in CHROME_PATH, else an installed one, else the one npm brought. Throws when there is none. On Linux it
 * draws with the Chinese font that npm brought too, so that lines break alike on every machine.
 */
export async function launchBrowser(): Promise<Browser> {
  const found = await findBrowser();
  return chromium.launch({
    executablePath: found.path,
    args: [...found.args, '--no-sandbox', '--disable-quic', '--disable-background-networking'],
    env: { ...process.env, FONTCONFIG_FILE: fontConfig() },
  });
}

export async function findBrowser(): Promise<{ path: string; args: string[] }> {
  const named = process.env['CHROME_PATH'];
  if (named) {
    if (!existsSync(named)) throw new Error(`CHROME_PATH names ${named}, and there is no such file.`);
    return { path: named, args: [] };
  }
  const installed = [...onPath(), ...macApplications].find((path) => existsSync(path));
  if (installed) return { path: installed, args: [] };
  // On a machine without Chromium's shared libraries the package unpacks its own, when it believes to be on a Lambda.
  process.env['AWS_LAMBDA_JS_RUNTIME'] ??= 'nodejs22.x';
  const { default: shipped } = await import('@sparticuz/chromium');
  return {
    path: await shipped.executablePath(),
    args: shipped.args.filter((arg) => !/^--(?:headless|single-process|no-zygote)/u.test(arg)),
  };
}

/** A fontconfig file (fonts-conf(5)) that knows one font; without one, hanzi are drawn as narrow empty boxes. */
export function fontConfig(): string {
  const fonts = join(dirname(createRequire(import.meta.url).resolve('@embedpdf/fonts-sc')), '../fonts');
  const file = join(mkdtempSync(join(tmpdir(), 'fonts-')), 'fonts.conf');
  writeFileSync(
    file,
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir>${fonts}</dir><cachedir>${dirname(file)}</cachedir></fontconfig>`,
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
