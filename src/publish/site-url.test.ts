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
  assert.equal(at({ CF_PAGES_URL: 'https://guide.pages.dev' }), 'https://guide.pages.dev/');
  assert.equal(at({ VERCEL_PROJECT_PRODUCTION_URL: 'guide.vercel.app' }), 'https://guide.vercel.app/');
  assert.equal(at({ GITHUB_ACTIONS: 'true', GITHUB_REPOSITORY: 'Name/guide' }), 'https://name.github.io/guide/');
  assert.equal(at({ GITHUB_ACTIONS: 'true', GITHUB_REPOSITORY: 'Name/name.github.io' }), 'https://name.github.io/');
});

test('a URL that no host set is not taken', () => {
  assert.equal(at({ URL: 'https://other.org' }), 'http://localhost:4321/');
});

test('what is no address is refused by name', () => {
  assert.throws(() => at({ SITE_URL: 'example.org' }), /SITE_URL=example\.org is not an address/u);
  assert.throws(() => at({ SITE_URL: 'ftp://example.org' }), /SITE_URL=ftp/u);
  for (const odd of ['/a b/', '/紫卡/', '/a%20b/', '//', '/a//b/', '/?a=1', '/#a', '\\a', '/a\nb/', "/a'b/"])
    assert.throws(() => at({ SITE_URL: `https://example.org${odd}` }), /has a sign that the address of a site cannot have/u, odd);
  assert.throws(() => at({ SITE_URL: 'https://me:secret@example.org/' }), /has a sign/u);
  assert.throws(() => at({ SITE_URL: 'https://exa mple.org/' }), /is not an address/u);
});
