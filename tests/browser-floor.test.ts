import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { ESLint } from 'eslint';
import stylelint from 'stylelint';
import project from '../package.json' with { type: 'json' };
import { floor } from '../src/publish/floor.ts';

const script = 'src/scripts/shared/dom.ts';

test('README, package.json and the build name the same floor', () => {
  assert.deepEqual(
    floor,
    project.browserslist.map((engine) => engine.replace(' >= ', '').replace('ios_saf', 'ios')),
  );
  const named = project.browserslist.filter((engine) => !engine.startsWith('ios_saf')).map((engine) => engine.replace(' >= ', ' '));
  const text = readFileSync('README.md', 'utf8').toLowerCase();
  assert.deepEqual(
    named.filter((engine) => !text.includes(engine)),
    [],
  );
});

test('npm run check asks both linters', () => {
  assert.match(project.scripts.check, /eslint\.js --config \.config\/eslint\.config\.js \./u);
  assert.match(project.scripts.check, /stylelint\.mjs --config \.config\/stylelint\.config\.js "src\/\*\*\/\*\.\{css,astro\}"/u);
});

for (const [what, code] of [
  ['light-dark() outside the palette', 'a { color: light-dark(#000, #fff); }'],
  ['oklch()', 'a { color: oklch(0.5 0.1 300); }'],
  ['a range in a media query', '@media (width < 30rem) { a { color: red; } }'],
  ['a container query', '@container (min-width: 30rem) { a { color: red; } }'],
  ['the state of a popover', '.popover:popover-open { color: red; }'],
  ['a unit of the screen without another before it', 'body { min-height: 100dvh; }'],
])
  test(`a style that the floor cannot read is refused: ${what}`, async () => {
    assert.notDeepEqual(await styleErrors(code!, 'src/styles/base.css'), []);
    assert.notDeepEqual(
      await styleErrors(`---\nconst a = 1 < 2;\n---\n<p>{a}</p>\n<style>\n${code}\n</style>\n`, 'src/components/prose/Heading.astro'),
      [],
    );
  });

test('a style passes that tests for support first, or that the build rewrites', async () => {
  assert.deepEqual(
    await styleErrors('@supports (height: 100dvh) { a { height: 100dvh; & b { color: red; } } }', 'src/styles/base.css'),
    [],
  );
  assert.deepEqual(await styleErrors(':root { --paper: light-dark(#fff, #000); }', 'src/styles/tokens.css'), []);
});

for (const [what, code, rule] of [
  ['a lookbehind', `export const found = /(?<=a)b/u.test('ab');`, 'es-x/no-regexp-lookbehind-assertions'],
  ['a lookbehind in a string', `export const found = new RegExp('(?<=a)b', 'u').test('ab');`, 'es-x/no-regexp-lookbehind-assertions'],
  ['toSorted', `export const sorted = [2, 1].toSorted();`, 'es-x/no-array-prototype-tosorted'],
  ['with', `export const changed = [2, 1].with(0, 3);`, 'es-x/no-array-prototype-with'],
  ['toWellFormed', `export const whole = 'a'.toWellFormed();`, 'es-x/no-string-prototype-towellformed'],
  ['a static block', `export class A { static a: number; static { A.a = 1; } }`, 'es-x/no-class-static-block'],
  ['showModal', `document.querySelector('dialog')?.showModal();`, 'no-restricted-properties'],
  ['a global of newer engines', `export const packed = new CompressionStream('gzip');`, 'no-restricted-globals'],
])
  test(`a script that the floor cannot read is refused: ${what}`, async () => {
    assert.ok((await scriptErrors(code!)).includes(rule!));
  });

test('the floor applies to what a script imports from the model, too', async () => {
  const eslint = new ESLint({ overrideConfigFile: '.config/eslint.config.js' });
  const held = async (file: string) => 'es-x/no-array-prototype-tosorted' in (await eslint.calculateConfigForFile(file)).rules;
  assert.equal(await held('src/model/links/healing.ts'), true);
  assert.equal(await held('src/model/guide/citations.ts'), false);
});

async function styleErrors(code: string, codeFilename: string): Promise<string[]> {
  const { results } = await stylelint.lint({ code, codeFilename, configFile: '.config/stylelint.config.js' });
  return results.flatMap(({ warnings, parseErrors }) => [...warnings, ...parseErrors]).map(({ text }) => text);
}

async function scriptErrors(code: string): Promise<(string | null)[]> {
  const eslint = new ESLint({ overrideConfigFile: '.config/eslint.config.js' });
  const results = await eslint.lintText(code, { filePath: script });
  return results.flatMap(({ messages }) => messages).map(({ ruleId }) => ruleId);
}
