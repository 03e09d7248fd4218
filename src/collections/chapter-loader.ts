import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Loader } from 'astro/loaders';
import { decodeText, readChapter, toChapter } from '../markdown/read-chapter.ts';

/**
 * Loads the chapters of a folder below the project's, read by readChapter as the checks of a build read them; the text of
 * an entry is what proseTree takes. While somebody writes, a chapter that cannot be read keeps its last words.
 */
export function chapterLoader(folder: string): Loader {
  return {
    name: 'chapters',
    load: ({ config, store, watcher, generateDigest }) => {
      const path = join(fileURLToPath(config.root), folder);
      const load = () => {
        const ids = readdirSync(path).flatMap((name) => /^(.+)\.mdx$/u.exec(name)?.[1] ?? []);
        for (const id of store.keys()) if (!ids.includes(id)) store.delete(id);
        for (const id of ids) {
          const source = decodeText(readFileSync(join(path, `${id}.mdx`)));
          const reading = readChapter(`${folder}/${id}.mdx`, source);
          const data = reading.tree && toChapter(id, reading);
          if (data) store.set({ id, data: { ...data }, body: reading.body, digest: generateDigest(source) });
        }
      };
      watcher?.add(path).on('all', (_, changed) => {
        if (changed.startsWith(path)) load();
      });
      load();
      return Promise.resolve();
    },
  };
}
