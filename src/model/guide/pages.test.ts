import assert from 'node:assert/strict';
import { test } from 'node:test';
import { linkFrom } from './pages.ts';

test('on the page that holds the whole guide, links to chapters and sources stay there, and all others lead on', () => {
  for (const [to, there] of Object.entries({
    '/steps/': '#steps',
    '/steps/#sign-in': '#sign-in',
    '/sources/': '#sources',
    '/sources/#O1': '#O1',
    '/sources/#claims': '/guide/sources/#claims',
    '/sources/#claim-4': '/guide/sources/#claim-4',
    '/about/': '/guide/about/',
    '/about/#checked': '/guide/about/#checked',
    '/changes/': '/guide/changes/',
    '/planner/': '/guide/planner/',
    '/all/': '/guide/all/',
    '/': '/guide/',
    '/steps.md': '/guide/steps.md',
  })) {
    assert.equal(linkFrom('/guide/all/', to, '/guide/'), there, to);
    assert.equal(linkFrom('/guide/overview/', to, '/guide/'), `/guide${to}`, to);
  }
});
