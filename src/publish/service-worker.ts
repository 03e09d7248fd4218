import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { minify, transformWithOxc } from 'vite';
import { filesIn, sha256 } from './files.ts';
import { floor } from './floor.ts';

/**
 * Writes sw.js and, beside the other files whose names hold a hash, the copy of the guide that it keeps on readers' devices:
 * one file, because the texts of a site compress together to a fifth of what they are one by one. A build with other words
 * has another copy, and so another sw.js, which browsers look for at each visit.
 * Switched off, sw.js removes what it kept, and itself.
 * @param folder the finished build
 * @param base the base path, with slashes around it
 */
export async function writeServiceWorker(folder: string, base: string, on: boolean): Promise<void> {
  const copy = JSON.stringify(gather(folder));
  const file = `_astro/offline.${sha256(copy).slice(0, 16)}.json`;
  if (on) {
    mkdirSync(join(folder, '_astro'), { recursive: true });
    writeFileSync(join(folder, file), copy);
  }
  const values = { BASE: base, COPY: on ? base + file : '', CACHES: `guide ${base} ` };
  const define = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, JSON.stringify(value)]));
  const source = readFileSync(new URL('../worker/worker.ts', import.meta.url), 'utf8');
  const { code } = await transformWithOxc(source, 'worker.ts', { target: floor, define });
  writeFileSync(join(folder, 'sw.js'), (await minify('sw.js', code)).code);
}

/** What readers want without a network: pages, their scripts and styles, search, and calendars. Pictures are for others. */
const kept =
  /(?:^|\/)index\.html$|^404\.html$|^_astro\/.+\.(?:js|css)$|^search-index\.json$|^calendar\/.+\.ics$|^favicon\.svg$|^manifest\.webmanifest$/u;

/** The texts of a build, and the styles that they share. */
function gather(folder: string) {
  const styles: string[] = [];
  const share = (style: string) => `<style ${styles.includes(style) ? styles.indexOf(style) : styles.push(style) - 1}>`;
  const read = (file: string) => readFileSync(join(folder, file), 'utf8').replaceAll(/<style[^>]*>[\s\S]*?<\/style>/gu, share);
  const names = filesIn(folder).filter((name) => kept.test(name));
  return { files: Object.fromEntries(names.map((file) => [file.replace(/(^|\/)index\.html$/u, '$1'), read(file)])), styles };
}
