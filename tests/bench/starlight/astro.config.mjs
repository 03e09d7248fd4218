import { readFileSync } from 'node:fs';
import starlight from '@astrojs/starlight';
import { defineConfig } from 'astro/config';

/** Starlight as it comes, with the parts of the guide as groups of its sidebar. */
export default defineConfig({
  site: 'http://localhost:4321',
  integrations: [
    starlight({
      title: '紫卡续费指南',
      locales: { root: { label: '简体中文', lang: 'zh-CN' } },
      sidebar: JSON.parse(readFileSync('sidebar.json', 'utf8')),
    }),
  ],
});
