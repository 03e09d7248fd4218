import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Loader } from 'astro/loaders';
import { decodeText, readChapter, toChapter } from '../markdown/read-chapter.ts';

/**
 * Loads the chapters of a folder below the project's, read by readChapter as the checks of a build read them; the text of
 * an entry is what proseTree takes. A chapter that cannot be read is left out: what a build refuses, nobody is shown.
 */
export function chapterLoader(folder: string): Loader {
  return {
    name: 'chapters',
    load: async ({ config, store, watcher }) => {
      const path = join(fileURLToPath(config.root), folder);
      const load = () => {
        store.clear();
        for (const file of readdirSync(path).filter((name) => name.endsWith('.mdx'))) {
          const id = file.slice(0, -'.mdx'.length);
          const chapter = readChapter(`${folder}/${file}`, decodeText(readFileSync(join(path, file))));
          const data = chapter.tree && toChapter(id, chapter);
          if (data) store.set({ id, data: { ...data }, body: chapter.body });
        }
      };
      watcher?.add(path).on('all', (_, changed) => changed.startsWith(path) && load());
      load();
    },
  };
}
