import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Loader } from 'astro/loaders';
import { decodeText, readChapter, toChapter } from '../markdown/read-chapter.ts';
import { formatIssues } from '../model/issue.ts';

/**
 * Loads the chapters of a folder below the project's, read by readChapter as the checks of a build read them; the text of
 * an entry is what proseTree takes. While somebody writes, a chapter that cannot be read keeps its last words.
 */
export function chapterLoader(folder: string): Loader {
  return {
    name: 'chapters',
    load: ({ config, store, watcher, logger, generateDigest }) => {
      const path = join(fileURLToPath(config.root), folder);
      const load = () => {
        const files = readdirSync(path).filter((name) => name.endsWith('.mdx'));
        for (const id of store.keys()) if (!files.includes(`${id}.mdx`)) store.delete(id);
        for (const name of files) {
          const id = name.slice(0, -'.mdx'.length);
          const source = decodeText(readFileSync(join(path, name)));
          const reading = readChapter(`${folder}/${name}`, source);
          const chapter = toChapter(id, reading);
          if (chapter && reading.tree) store.set({ id, data: { ...chapter }, body: reading.body, digest: generateDigest(source) });
          else logger.warn(formatIssues(reading.issues));
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
