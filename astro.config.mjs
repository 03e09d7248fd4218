// @ts-check
import { createHash } from 'node:crypto';
import sitemap from '@astrojs/sitemap';
import icon from 'astro-icon';
import { defineConfig } from 'astro/config';
import { devServer } from './src/publish/dev-server.ts';
import { floor, layerStyles } from './src/publish/floor.ts';
import { publish } from './src/publish/integration.ts';
import { directives } from './src/publish/policy/policy.ts';
import { resolveSiteUrl } from './src/publish/site-url.ts';
import { sitemapDays } from './src/publish/derived/sitemap.ts';
import { plannerInit } from './src/scripts/inline/planner.ts';
import { themeInit } from './src/scripts/inline/theme.ts';

const address = resolveSiteUrl(process.env);

/** @type {Map<string, string> | undefined} */
let days;

/** @param {import('@astrojs/sitemap').SitemapItem} item */
function withDay(item) {
  days ??= sitemapDays(process.cwd());
  const lastmod = days.get(new URL(item.url).pathname.slice(address.base.length - 1));
  return lastmod ? { ...item, lastmod } : undefined;
}

export default defineConfig({
  site: address.site,
  base: address.base,
  trailingSlash: 'always',
  prerenderConflictBehavior: 'error',
  devToolbar: { enabled: false },
  integrations: [icon({ iconDir: 'src/icons' }), sitemap({ serialize: withDay }), publish(address), devServer(address.base)],
  // Astro asks for the styles of its own highlighter otherwise, which the policy forbids.
  markdown: { syntaxHighlight: false },
  build: { concurrency: 4, inlineStylesheets: 'always' },
  scopedStyleStrategy: 'where',
  security: {
    csp: {
      directives: ["default-src 'none'", ...directives],
      scriptDirective: {
        resources: ["'self'"],
        hashes: [themeInit, plannerInit].map(
          (script) => /** @type {const} */ (`sha256-${createHash('sha256').update(script).digest('base64')}`),
        ),
      },
    },
  },
  vite: {
    // src/commands/node.mjs may have put a link in the place of the project's folder.
    resolve: { preserveSymlinks: true },
    plugins: [layerStyles()],
    define: { 'import.meta.env.PREVIEW': JSON.stringify(address.preview) },
    build: { assetsInlineLimit: 0, cssTarget: floor },
  },
});
