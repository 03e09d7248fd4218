import astro from 'eslint-plugin-astro';
import { configs } from 'typescript-eslint';

export default [
  { ignores: ['dist/', '.astro/', '.build/', 'node_modules/'] },
  ...configs.strict,
  ...astro.configs.recommended,
  {
    rules: {
      eqeqeq: 'error',
      // `!` after a check the compiler cannot follow is honest; the strict index access of tsconfig needs it.
      '@typescript-eslint/no-non-null-assertion': 'off',
    },
  },
];
