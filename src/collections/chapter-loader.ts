import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Loader } from 'astro/loaders';
import { decodeText, readChapter, toChapter } from '../markdown/read-chapter.ts';

/**
 * Loads the chapters in a folder of the project with readChapter, as the checks do; the body of an entry is what proseTree
 * takes. It leaves out chapters that cannot be read: a build refuses them.
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
