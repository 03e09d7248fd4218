import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parsePage, readPage, type Page } from '../../src/checks/read-page.ts';
import type { RefuseIn } from '../../src/model/refusals.ts';
import { filesIn } from '../../src/publish/files.ts';

/** The HTML pages of a built folder, by file name with forward slashes, as the build reads and refuses them. */
export function readPages(folder: string, refuseIn?: RefuseIn): Map<string, Page> {
  const files = filesIn(folder).filter((file) => file.endsWith('.html'));
  return new Map(files.map((file) => [file, readPage(parsePage(readFileSync(join(folder, file), 'utf8')), refuseIn?.(`dist/${file}`))]));
}
