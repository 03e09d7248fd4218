import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

/** Which room may import which; the first name of a path below src/ is its room. */
const allowed: Record<string, readonly string[]> = {
  'site.ts': [],
  model: ['site.ts'],
  markdown: ['model'],
  checks: ['model', 'markdown', 'site.ts'],
  worker: [],
  publish: ['checks', 'model', 'worker', 'site.ts'],
  collections: ['model', 'markdown'],
  images: [],
  scripts: ['model'],
  'components/prose': ['model', 'markdown', 'collections'],
  components: ['model', 'scripts', 'site.ts', 'components/prose', 'collections'],
  layouts: ['components', 'model', 'scripts', 'styles', 'site.ts'],
  pages: ['collections', 'layouts', 'components', 'components/prose', 'images', 'model', 'scripts', 'site.ts'],
  commands: ['publish', 'checks', 'model'],
  'content.config.ts': ['model', 'collections'],
};

const src = fileURLToPath(new URL('../src/', import.meta.url));
const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter((file) => /(?<!\.test)\.(?:ts|astro)$/u.test(file));
const room = (file: string) => (file.startsWith('components/prose/') ? 'components/prose' : file.split('/')[0]!);
const imports = (file: string) => [...readFileSync(src + file, 'utf8').matchAll(/(?:from|import)\s+'([^']+)'/gu)].map((match) => match[1]!);

test('each room imports only the rooms below it', () => {
  const wrong = files.flatMap((file) =>
    imports(file)
      .filter((name) => name.startsWith('.'))
      .map((name) => room(normalize(join(dirname(file), name))))
      .filter((target) => target !== room(file) && !allowed[room(file)]?.includes(target))
      .map((target) => `${file} imports ${target}`),
  );
  assert.deepEqual(wrong, []);
  assert.ok(files.length > 30, 'the sources were found');
});

test('the model knows nothing of Astro, of files or of the page', () => {
  const wrong = files
    .filter((file) => file.startsWith('model/'))
    .flatMap((file) =>
      imports(file)
        .filter((name) => name.startsWith('astro:') || name.startsWith('node:'))
        .map((name) => `${file}: ${name}`),
    );
  assert.deepEqual(wrong, []);
});

test('only collections/ and content.config.ts ask Astro for content', () => {
  const asking = files.filter((file) => imports(file).includes('astro:content')).sort();
  assert.deepEqual(asking, ['collections/guide.ts', 'content.config.ts']);
});
