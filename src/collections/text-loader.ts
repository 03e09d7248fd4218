import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Loader } from 'astro/loaders';
import { decodeText } from '../model/decode-text.ts';

/** Loads the files in a folder of the project that have this ending, each as an entry with the whole text as its body. Never throws. */
export function textLoader(folder: string, ending: string): Loader {
  return {
    name: 'texts',
    load: async ({ config, store, watcher }) => {
      const path = join(fileURLToPath(config.root), folder);
      const load = () => {
        try {
          const files = readdirSync(path, { withFileTypes: true }).filter((entry) => entry.isFile() && entry.name.endsWith(ending));
          const texts = files.map(({ name }) => [name.slice(0, -ending.length), decodeText(readFileSync(join(path, name)))] as const);
          store.clear();
          for (const [id, body] of texts) store.set({ id, data: {}, body });
        } catch {
          // A build refuses what cannot be read; while an author writes, the entries stay as they were.
        }
      };
      watcher?.add(path).on('all', async (_, changed) => changed.startsWith(path) && load());
      load();
    },
  };
}
