/**
 * Refuses styles that the floor (browserslist in package.json, March 2022) does not support. The rule goes by year: what all
 * browsers supported by the end of 2021 is allowed. Exceptions are here or beside their line, with the reason.
 */
const any = ['/./'];
const beyond = {
  available: 2021,
  // The build flattens nested rules (build.cssTarget). The floor supports the rest; the rule objects only because a browser outside it caught up later.
  ignoreSelectors: ['nesting', 'focus-visible', 'backdrop', 'marker'],
  ignoreAtRules: ['page'],
  ignoreProperties: {
    // Supported at the floor too.
    'accent-color': any,
    appearance: any,
    'break-after': ['avoid'],
    'color-scheme': any,
    outline: any,
    'overflow-wrap': ['anywhere'],
    // Without these, an engine breaks lines, sets type or scrolls as it always did.
    'font-synthesis-style': any,
    'overscroll-behavior': any,
    'text-autospace': any,
    'text-size-adjust': any,
    'text-wrap': any,
  },
};

export default {
  plugins: ['stylelint-plugin-use-baseline'],
  rules: {
    'plugin/use-baseline': [true, beyond],
    // Chrome before 104 and Safari before 16.4 support neither ranges nor what the build makes of `(width < 30rem)`.
    'media-feature-range-notation': 'prefix',
  },
  overrides: [
    { files: ['**/*.astro'], customSyntax: 'postcss-html' },
    {
      // The build writes light-dark() as two variables that color-scheme sets. Elsewhere a colour has a name in this file.
      files: ['**/tokens.css'],
      rules: { 'plugin/use-baseline': [true, { ...beyond, ignoreFunctions: ['light-dark'] }] },
    },
  ],
};
