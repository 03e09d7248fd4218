/**
 * Refuses styles that the floor (browserslist in package.json) cannot read. The rule knows years: what all browsers read by
 * the end of 2021 is read by the floor, which is of March 2022. What is used beyond that stands here or beside its line, with the reason.
 */
const any = ['/./'];
const beyond = {
  available: 2021,
  // The build writes nested rules out (build.cssTarget). The rest is read at the floor; a browser that is no part of it is late.
  ignoreSelectors: ['nesting', 'focus-visible', 'backdrop', 'marker'],
  ignoreAtRules: ['layer', 'page'],
  ignoreProperties: {
    // Read at the floor too.
    'accent-color': any,
    appearance: any,
    'break-after': ['avoid'],
    'color-scheme': any,
    outline: any,
    'overflow-wrap': ['anywhere'],
    // An engine that does not know these breaks lines, sets type or scrolls as it always did.
    'font-synthesis-style': any,
    'forced-color-adjust': any,
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
    // Ranges are read from Chrome 104 and Safari 16.4 on, and of `(width < 30rem)` the build makes what they do not read either.
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
