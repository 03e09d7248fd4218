import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { minify, transformWithOxc } from 'vite';
import { filesIn, sha256 } from './files.ts';
import { floor } from './floor.ts';

/**
 * Writes sw.js and the copy of the guide that it keeps on readers' devices: one file, because compressed together the texts of
 * a site take a fifth of the bytes. When the content changes, so does sw.js, which browsers check on every visit. Switched off,
 * sw.js removes what it kept, and itself.
 * @param folder the finished build
 * @param base the base path, with slashes around it
 */
export async function writeServiceWorker(folder: string, base: string, on: boolean): Promise<void> {
  const copy = JSON.stringify(gather(folder));
  const file = `_astro/offline.${sha256(copy).slice(0, 16)}.json`;
  if (on) writeFileSync(join(folder, file), copy);
  const values = { BASE: base, COPY: on ? base + file : '', CACHES: `guide ${base} ` };
  const define = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, JSON.stringify(value)]));
  const source = readFileSync(new URL('../worker/worker.ts', import.meta.url), 'utf8');
  const { code } = await transformWithOxc(source, 'worker.ts', { target: floor, define });
  writeFileSync(join(folder, 'sw.js'), (await minify('sw.js', code)).code);
}

/** What readers need without a network: pages, their scripts and styles, search, and calendars, but no pictures. */
const offlineFiles =
  /(?:^|\/)index\.html$|^404\.html$|^_astro\/.+\.(?:js|css)$|^search-index\.json$|^calendar\/.+\.ics$|^favicon\.svg$|^manifest\.webmanifest$/u;

/**
 * The texts of a build as they are read without a network, by path below the base path. The worker puts in the day, and the
 * shared styles in place of `<style 0>`, `<style 1>` and so on.
 */
function gather(folder: string) {
  const styles: string[] = [];
  const files: Record<string, string> = {};
  for (const file of filesIn(folder).filter((name) => offlineFiles.test(name))) {
    const text = readFileSync(join(folder, file), 'utf8').replaceAll(/<style[^>]*>[\s\S]*?<\/style>/gu, (style) => {
      if (!styles.includes(style)) styles.push(style);
      return `<style ${styles.indexOf(style)}>`;
    });
    files[file.replace(/(^|\/)index\.html$/u, '$1')] = file === '404.html' ? sayOffline(text) : sayCopied(text);
  }
  return { files, styles };
}

/** Makes pages and calendars say that they are a copy, and from which day. */
function sayCopied(text: string): string {
  const note = '离线副本，存于 <day>';
  return text
    .replace(/<main[^>]*>/u, `$&<p class="note offline">${note}。有网络时再打开，看到的就是最新的。</p>`)
    .replace(/^BEGIN:VCALENDAR\r?\n/u, `$&X-WR-CALDESC:${note}\r\n`);
}

/** The page for everything that is not in the copy: without a network nobody knows whether it exists. */
function sayOffline(missing: string): string {
  const words = '<h1>现在没有网络</h1><p>这一页没有存在这台设备上，等有网络时再打开。存好的内容现在就能看：</p>';
  return missing.replace(/<title>[^<]*/u, '<title>现在没有网络').replace(/<h1.*?<\/p>/su, words);
}
