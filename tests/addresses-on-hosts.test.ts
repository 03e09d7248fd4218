import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Project } from './support/project.ts';

const hosts: [name: string, env: Record<string, string>, address: string, preview: boolean][] = [
  [
    'a deploy preview of Netlify',
    {
      NETLIFY: 'true',
      CONTEXT: 'deploy-preview',
      URL: 'https://guide.netlify.app',
      DEPLOY_URL: 'https://65f0c0--guide.netlify.app',
      DEPLOY_PRIME_URL: 'https://deploy-preview-7--guide.netlify.app',
    },
    'https://guide.netlify.app/',
    true,
  ],
  [
    'the site on Cloudflare Pages',
    { CF_PAGES: '1', CF_PAGES_BRANCH: 'main', CF_PAGES_URL: 'https://0a1b2c3d.guide.pages.dev' },
    'https://guide.pages.dev/',
    false,
  ],
  [
    'a preview of Vercel',
    { VERCEL: '1', VERCEL_ENV: 'preview', VERCEL_URL: 'guide-9f8e7d6c.vercel.app', VERCEL_PROJECT_PRODUCTION_URL: 'guide.vercel.app' },
    'https://guide.vercel.app/',
    true,
  ],
];

for (const [name, env, address, preview] of hosts)
  test(`${name}: canonical, cards, sitemap and shared links have the permanent address${preview ? ', and search engines are told to leave it' : ''}`, async () => {
    const project = new Project();
    const { code, output } = await project.build({ SITE_URL: '', ...env });
    assert.equal(code, 0, output);
    const page = project.read('dist/steps/index.html');
    const value = (pattern: RegExp) => pattern.exec(page)?.[1];
    assert.equal(value(/rel="canonical" href="([^"]*)"/u), `${address}steps/`);
    assert.equal(value(/property="og:url" content="([^"]*)"/u), `${address}steps/`);
    assert.equal(value(/property="og:image" content="([^"]*)"/u), `${address}cards/steps.png`);
    assert.match(project.read('dist/sitemap-0.xml'), new RegExp(`<loc>${address}steps/</loc>`, 'u'));
    assert.equal(value(/name="robots" content="([^"]*)"/u) === 'noindex', preview);
    for (const file of ['steps/index.html', 'sitemap-0.xml', 'feed.xml', 'robots.txt', 'llms.txt'])
      assert.doesNotMatch(project.read(`dist/${file}`), /0a1b2c3d|65f0c0|deploy-preview|9f8e7d6c/u, file);
    assert.match(output, new RegExp(`for ${address} \\(`, 'u'));
    project.remove();
  });

test('a host that does not say the permanent address of the site is refused, with what to set', async () => {
  const project = new Project();
  const { code, output } = await project.build({ SITE_URL: '', VERCEL: '1', VERCEL_URL: 'guide-9f8e7d6c.vercel.app' });
  assert.equal(code, 1);
  assert.match(output, /VERCEL is set[\s\S]*Set SITE_URL there/u);
  project.remove();
});
