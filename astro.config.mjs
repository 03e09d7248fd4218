// @ts-check
import { defineConfig } from 'astro/config';
import { floor, layerStyles } from './src/publish/floor.ts';
import { directives, policyHash } from './src/publish/policy.ts';
import { resolveSiteUrl } from './src/publish/site-url.ts';
import { plannerInit, headScript } from './src/scripts/inline.ts';

const address = resolveSiteUrl(process.env);

export default defineConfig({
  site: address.site,
  base: address.base,
  // Not dist/: npm run build audits and finishes what Astro builds, in a folder of its own.
  outDir: '.build/unfinished',
  trailingSlash: 'always',
  prerenderConflictBehavior: 'error',
  devToolbar: { enabled: false },
  // Nothing here highlights code, and with a policy Astro warns of the inline styles its highlighter would write.
  markdown: { syntaxHighlight: false },
  build: { concurrency: 4, inlineStylesheets: 'always' },
  security: {
    csp: {
      directives: ["default-src 'none'", ...directives],
      scriptDirective: {
        resources: ["'self'"],
        hashes: [headScript, plannerInit].map(policyHash),
      },
    },
  },
  vite: {
    // src/commands/node.mjs may have reached the project through a symlink.
    resolve: { preserveSymlinks: true },
    plugins: [layerStyles()],
    define: { 'import.meta.env.PREVIEW': JSON.stringify(address.preview) },
    build: { assetsInlineLimit: 0, cssTarget: floor },
  },
});
