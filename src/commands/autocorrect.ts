import { globSync, readFileSync } from 'node:fs';
import { extname } from 'node:path';

/** Checks how Chinese is typed in what readers see, by .autocorrectrc; says file, line and what to write, and then fails. */
const { lintFor, loadConfig } = await loadAutocorrect();
loadConfig(readFileSync('.autocorrectrc', 'utf8'));

// Tests hold text that is typed badly on purpose, search and contact know words as people type them; what is printed for authors is English.
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
  // Comments are English with Chinese words in them.
  const shown = lines.filter(({ old }) => !/^\/[/*]/u.test(old));
  return shown.map((line) => `${file}:${line.l}:${line.c}\n  write  ${line.new}\n  not    ${line.old}`);
});
for (const complaint of complaints) console.error(complaint);
if (complaints.length) process.exit(1);
console.log(`AutoCorrect finds nothing in ${files.length} files.`);

/** AutoCorrect as WebAssembly runs wherever Node does; its own entry asks for a bundler, so it is put together here. */
async function loadAutocorrect(): Promise<typeof import('@huacnlee/autocorrect')> {
  const file = (name: string) => new URL(name, import.meta.resolve('@huacnlee/autocorrect'));
  const bindings = (await import(file('autocorrect_bg.js').href)) as Bindings;
  const { instance } = await WebAssembly.instantiate(readFileSync(file('autocorrect_bg.wasm')), { './autocorrect_bg.js': bindings });
  bindings.__wbg_set_wasm(instance.exports);
  (instance.exports['__wbindgen_start'] as () => void)();
  return bindings;
}

type Bindings = typeof import('@huacnlee/autocorrect') & WebAssembly.ModuleImports & { __wbg_set_wasm(exports: WebAssembly.Exports): void };

interface Answer {
  lines: { l: number; c: number; new: string; old: string }[];
  error: string;
}
