import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium, type Browser } from 'playwright-core';

/** A real Chromium: the one in CHROME_PATH, else an installed one, else the one npm brought. Throws when there is none. */
export async function launchBrowser(): Promise<Browser> {
  const found = await findBrowser();
  return chromium.launch({
    executablePath: found.path,
    args: [...found.args, '--no-sandbox', '--disable-quic', '--disable-background-networking'],
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

function onPath(): string[] {
  const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  return folders.flatMap((folder) => names.map((name) => join(folder, name)));
}

const macApplications = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];
