import { globSync, readFileSync } from 'node:fs';
import { extname } from 'node:path';
import { lintFor, loadConfig } from '@huacnlee/autocorrect';

/** Checks the typography of the Chinese that readers see (.autocorrectrc). Prints file, line and correction, and fails if there is any. */
loadConfig(readFileSync('.autocorrectrc', 'utf8'));

// Tests contain mistakes on purpose, search and contact list words as people type them, and authors are addressed in English.
const files = globSync(['README.md', 'content/**/*.{mdx,yaml}', 'src/**/*.{astro,ts}'], {
  exclude: [
    'src/**/*.{test,cases}.ts',
    'src/{checks,publish,commands,markdown}/**',
    'src/model/{search,contact}/*.ts',
    'src/model/refusals.ts',
  ],
}).sort();
if (files.length < 50) throw new Error(`Only ${files.length} files were found. Run it in the folder of the project.`);

const complaints = files.flatMap((file) => {
  const { lines, error } = lintFor(readFileSync(file, 'utf8'), extname(file).slice(1)) as Answer;
  if (error) throw new Error(`${file}: AutoCorrect cannot read it: ${error}`);
  // Comments are English with some Chinese words.
  const shown = lines.filter(({ old }) => !/^\/[/*]/u.test(old));
  return shown.map((line) => `${file}:${line.l}:${line.c}\n  write  ${line.new}\n  not    ${line.old}`);
});
for (const complaint of complaints) console.error(complaint);
if (complaints.length) process.exit(1);
console.log(`AutoCorrect finds nothing in ${files.length} files.`);

interface Answer {
  lines: { l: number; c: number; new: string; old: string }[];
  error: string;
}
