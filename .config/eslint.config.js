import { globSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import astro from 'eslint-plugin-astro';
import esX from 'eslint-plugin-es-x';
import { configs } from 'typescript-eslint';
import { features } from 'web-features';
import project from '../package.json' with { type: 'json' };

const root = join(import.meta.dirname, '..');
const late = newerThanTheFloor();

export default [
  { ignores: ['dist/', '.astro/', '.build/', '**/node_modules/'] },
  ...configs.strict,
  ...astro.configs.recommended,
  {
    rules: {
      eqeqeq: 'error',
      // `!` after a check the compiler cannot follow is honest; the strict index access of tsconfig needs it.
      '@typescript-eslint/no-non-null-assertion': 'off',
    },
  },
  {
    // Scripts for browsers keep to the floor (browserslist in package.json), and their syntax to ES2020: so they run in some engines below it too.
    files: sentToBrowsers(),
    plugins: { 'es-x': esX },
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: root } },
    rules: {
      ...esX.configs['flat/restrict-to-es2020'].rules,
      'no-restricted-globals': ['error', { globals: late.globals, checkGlobalObject: true }],
      // ES2018, but in Safari only since 16.4: a script that contains one does not run there at all.
      'es-x/no-regexp-lookbehind-assertions': 'error',
      // ES2022. Refusal (src/model/issue.ts) has one, and the build leaves it out of what readers get.
      'es-x/no-class-instance-fields': 'off',
      // ES2021; the build writes numbers without them.
      'es-x/no-numeric-separators': 'off',
      // Methods of elements, which the rules above cannot see. Popovers came with Chrome 114, Safari 17 and Firefox 125, dialogs with Firefox 98.
      'no-restricted-properties': [
        'error',
        ...late.methods.map(([object, property]) => ({ object, property })),
        ...['showModal', 'showPopover', 'hidePopover', 'togglePopover'].map((property) => ({
          property,
          message:
            'The floor (browserslist in package.json) does not have it. Ask for it first, and say in a comment what happens without it.',
        })),
      ],
    },
  },
];

/** The globals and static methods that some engine of the floor does not have; TypeScript knows them all. */
function newerThanTheFloor() {
  const floor = project.browserslist.map((engine) => engine.replace('ios_saf', 'safari_ios').split(' >= '));
  const names = Object.values(features)
    .flatMap(({ status }) => Object.entries(status?.by_compat_key ?? {}))
    .filter(([, { support }]) => floor.some(([engine, version]) => !(parseFloat(support[engine]) <= Number(version))))
    .map(([key]) => key.replace(/^(?:javascript\.builtins|api(?:\.Window)?)\./u, ''));
  return {
    globals: names.filter((name) => /^\w+$/u.test(name)),
    methods: names.filter((name) => /^\w+\.\w+_static$/u.test(name)).map((name) => name.replace('_static', '').split('.')),
  };
}

/** The modules in src/scripts and src/worker, and what they import, except types. */
function sentToBrowsers() {
  const files = new Set();
  const add = (file) => {
    if (files.has(file)) return;
    files.add(file);
    const running = readFileSync(file, 'utf8').replaceAll(/import type [^;]*;/gu, '');
    for (const [, from] of running.matchAll(/(?:from|import)\s*\(?'(\.[^']+)'/gu)) add(join(dirname(file), from));
  };
  for (const file of globSync(['src/scripts/**/*.ts', 'src/worker/*.ts'], { cwd: root })) add(join(root, file));
  return [...files].map((file) => relative(root, file)).filter((file) => !file.endsWith('.test.ts'));
}
