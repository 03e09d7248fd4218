import assert from 'node:assert/strict';
import { test } from 'node:test';
import { resolveSiteUrl } from './site-url.ts';

const at = (env: Record<string, string>) => {
  const { site, base } = resolveSiteUrl(env);
  return site + base;
};

test('SITE_URL comes first, with or without a path and a slash', () => {
  assert.equal(at({ SITE_URL: 'https://example.org', NETLIFY: 'true', URL: 'https://other.org' }), 'https://example.org/');
  assert.equal(at({ SITE_URL: 'https://name.github.io/repo' }), 'https://name.github.io/repo/');
});

test('the host says where it serves', () => {
  assert.equal(at({ NETLIFY: 'true', URL: 'https://guide.netlify.app' }), 'https://guide.netlify.app/');
  assert.equal(at({ CF_PAGES: '1', CF_PAGES_URL: 'https://0a1b2c3d.guide.pages.dev' }), 'https://guide.pages.dev/');
  assert.equal(at({ CF_PAGES: '1', CF_PAGES_URL: 'https://guide.pages.dev' }), 'https://guide.pages.dev/');
  assert.equal(at({ VERCEL: '1', VERCEL_PROJECT_PRODUCTION_URL: 'guide.vercel.app' }), 'https://guide.vercel.app/');
  assert.equal(at({ GITHUB_ACTIONS: 'true', GITHUB_REPOSITORY: 'Name/guide' }), 'https://name.github.io/guide/');
  assert.equal(at({ GITHUB_ACTIONS: 'true', GITHUB_REPOSITORY: 'Name/name.github.io' }), 'https://name.github.io/');
});

test('a URL that no host set is not taken', () => {
  assert.equal(at({ URL: 'https://other.org' }), 'http://localhost:4321/');
});

test('what is no address is refused by name', () => {
  assert.throws(() => at({ SITE_URL: 'example.org' }), /SITE_URL=example\.org is not the address of a site\./u);
  assert.throws(() => at({ SITE_URL: 'ftp://example.org' }), /SITE_URL=ftp/u);
  for (const odd of ['/a b/', '/紫卡/', '/a%20b/', '//', '/a//b/', '/?a=1', '/#a', '\\a', '/a\nb/', "/a'b/"])
    assert.throws(
      () => at({ SITE_URL: `https://example.org${odd}` }),
      /is not the address of a site\. Write it whole, with nothing but ASCII/u,
      odd,
    );
  assert.throws(() => at({ SITE_URL: 'https://me:secret@example.org/' }), /is not the address/u);
  assert.throws(() => at({ SITE_URL: 'https://exa mple.org/' }), /is not the address/u);
});

/** What hosts set for a build of the site, and for a trial beside it. */
const hosts: [name: string, site: Record<string, string>, trial: Record<string, string>, address: string][] = [
  [
    'Netlify',
    { NETLIFY: 'true', CONTEXT: 'production', URL: 'https://guide.netlify.app', DEPLOY_URL: 'https://65f0--guide.netlify.app' },
    { CONTEXT: 'deploy-preview', DEPLOY_PRIME_URL: 'https://deploy-preview-7--guide.netlify.app' },
    'https://guide.netlify.app/',
  ],
  [
    'Cloudflare Pages',
    { CF_PAGES: '1', CF_PAGES_BRANCH: 'main', CF_PAGES_URL: 'https://0a1b2c3d.guide.pages.dev' },
    { CF_PAGES_BRANCH: 'fix-typo', CF_PAGES_URL: 'https://9f8e7d6c.guide.pages.dev' },
    'https://guide.pages.dev/',
  ],
  [
    'Cloudflare Workers',
    { WORKERS_CI: '1', WORKERS_CI_BRANCH: 'main', SITE_URL: 'https://example.org' },
    { WORKERS_CI_BRANCH: 'fix-typo' },
    'https://example.org/',
  ],
  [
    'Vercel',
    { VERCEL: '1', VERCEL_ENV: 'production', VERCEL_URL: 'guide-abc123.vercel.app', VERCEL_PROJECT_PRODUCTION_URL: 'guide.vercel.app' },
    { VERCEL_ENV: 'preview', VERCEL_URL: 'guide-git-fix-typo.vercel.app' },
    'https://guide.vercel.app/',
  ],
];
for (const [name, site, trial, address] of hosts)
  test(`${name}: a build of the site and a trial beside it have the address that stays, and only the trial is a preview`, () => {
    assert.equal(at(site), address);
    assert.equal(at({ ...site, ...trial }), address);
    assert.equal(resolveSiteUrl(site).preview, false);
    assert.equal(resolveSiteUrl({ ...site, ...trial }).preview, true);
    const own = { ...site, ...trial, SITE_URL: 'https://example.org' };
    assert.equal(at(own), 'https://example.org/');
    assert.equal(resolveSiteUrl(own).preview, true);
  });

test('a branch of another name may be that of the site', () => {
  const env = { CF_PAGES: '1', CF_PAGES_BRANCH: 'release', CF_PAGES_URL: 'https://0a1b2c3d.guide.pages.dev' };
  assert.equal(resolveSiteUrl(env).preview, true);
  assert.equal(resolveSiteUrl({ ...env, PRODUCTION_BRANCH: 'release' }).preview, false);
  assert.equal(resolveSiteUrl({ ...env, CF_PAGES_BRANCH: 'main', PRODUCTION_BRANCH: 'release' }).preview, true);
});

test('a host that does not say where the site stays is answered with what to set', () => {
  for (const env of [{ NETLIFY: 'true' }, { WORKERS_CI: '1' }, { VERCEL: '1', VERCEL_URL: 'guide-abc123.vercel.app' }])
    assert.throws(() => at(env as Record<string, string>), /Set SITE_URL there/u);
});

test('a local build is never a preview', () => assert.equal(resolveSiteUrl({}).preview, false));
