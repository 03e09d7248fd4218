import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import type { Copy } from '../worker/copy.ts';
import { filesIn, sha256 } from './files.ts';
import { floor } from './floor.ts';

/** What readers want without a network: pages, their scripts and styles, search, and calendars. Pictures are for others. */
const kept =
  /(?:^|\/)index\.html$|^404\.html$|^_astro\/.+\.(?:js|css)$|^search-index\.json$|^calendar\/.+\.ics$|^favicon\.svg$|^manifest\.webmanifest$/u;

/**
 * Writes sw.js and, beside the other files whose names hold a hash, the copy of the guide that it keeps on readers' devices:
 * one file, because the texts of a site compress together to a fifth of what they are one by one. A build with other words
 * has another copy, and so another sw.js, which browsers look for at each visit.
 * Switched off, sw.js removes what it kept, and itself.
 * @param folder the finished build
 * @param base the base path, with slashes around it
 * @param redirects what only leads on: paths below `base`, and where to
 */
export async function writeServiceWorker(folder: string, base: string, on: boolean, redirects: [string, string][]): Promise<void> {
  const copy = JSON.stringify(on ? gather(folder, Object.fromEntries(redirects)) : {});
  const file = `_astro/offline.${sha256(copy).slice(0, 16)}.json`;
  if (on) {
    mkdirSync(join(folder, '_astro'), { recursive: true });
    writeFileSync(join(folder, file), copy);
  }
  const script = await bundle(on ? 'worker' : 'farewell', { BASE: base, COPY: base + file, CACHES: `guide ${base} ` });
  writeFileSync(join(folder, 'sw.js'), script);
}

function gather(folder: string, redirects: Copy['redirects']): Copy {
  const styles: string[] = [];
  const share = (style: string) => `<style ${styles.includes(style) ? styles.indexOf(style) : styles.push(style) - 1}>`;
  const files: Copy['files'] = {};
  for (const file of filesIn(folder).filter((name) => kept.test(name))) {
    const path = file.replace(/(^|\/)index\.html$/u, '$1');
    if (path in redirects) continue;
    const text = readFileSync(join(folder, file), 'utf8');
    files[path] = file.endsWith('.html') ? text.replaceAll(/<style[^>]*>[\s\S]*?<\/style>/gu, share) : text;
  }
  return { files, styles, redirects };
}

/** A file of src/worker/ as browsers of the floor run it: one classic script. */
async function bundle(name: string, values: Record<string, string>): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    define: Object.fromEntries(Object.entries(values).map(([word, value]) => [word, JSON.stringify(value)])),
    build: {
      write: false,
      target: floor,
      rolldownOptions: { input: fileURLToPath(new URL(`../worker/${name}.ts`, import.meta.url)), output: { format: 'iife' } },
    },
  });
  if (!('output' in built)) throw new Error(`src/worker/${name}.ts was not bundled into one script`);
  return built.output[0].code;
}
