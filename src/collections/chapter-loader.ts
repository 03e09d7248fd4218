import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Loader } from 'astro/loaders';
import { decodeText, readChapter, toChapter } from '../markdown/read-chapter.ts';

/**
 * Loads the chapters in a folder of the project with readChapter, as the checks do; the body of an entry is what proseTree
 * takes. A chapter that cannot be read is left out, since a build refuses it; while an author writes, it stays as it last was.
 */
export function chapterLoader(folder: string): Loader {
  return {
    name: 'chapters',
    load: async ({ config, store, watcher }) => {
      const path = join(fileURLToPath(config.root), folder);
      const load = () => {
        const files = readdirSync(path, { withFileTypes: true }).filter((entry) => entry.isFile() && entry.name.endsWith('.mdx'));
        const ids = files.map(({ name }) => name.slice(0, -'.mdx'.length));
        for (const id of store.keys()) if (!ids.includes(id)) store.delete(id);
        for (const id of ids) {
          const chapter = readChapter(`${folder}/${id}.mdx`, decodeText(readFileSync(join(path, `${id}.mdx`))));
          const data = chapter.tree && toChapter(id, chapter);
          if (data) store.set({ id, data: { ...data }, body: chapter.body });
        }
      };
      watcher?.add(path).on('all', async (_, changed) => changed.startsWith(path) && load());
      load();
    },
  };
}
