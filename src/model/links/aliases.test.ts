import assert from 'node:assert/strict';
import { test } from 'node:test';
import { buildRedirects, buildSignposts, parseAlias, parseAliases } from './aliases.ts';

const heading = (id: string, ...aliases: string[]) => ({
  id,
  text: `words of ${id}`,
  aliases: aliases.map((alias) => parseAlias(alias)!),
});

test('an alias is an earlier id, an id from another chapter, or a path', () => {
  assert.deepEqual(parseAlias('log-in'), { chapter: undefined, id: 'log-in', path: undefined });
  assert.deepEqual(parseAlias('steps#log-in2'), { chapter: 'steps', id: 'log-in2', path: undefined });
  assert.deepEqual(parseAlias('/pay/'), { chapter: undefined, id: undefined, path: '/pay/' });
  assert.deepEqual(parseAlias('/old-name/of-2026/'), { chapter: undefined, id: undefined, path: '/old-name/of-2026/' });
});

test('the aliases of a heading may have any space between them, and what is not an alias is left out', () => {
  assert.deepEqual(parseAliases(' log-in\tsteps#pay  /pay/ Pay '), ['log-in', 'steps#pay', '/pay/'].map(parseAlias));
});

for (const text of [
  '',
  '/',
  'pay/',
  '/pay',
  '//',
  '/Pay/',
  '/充值/',
  '/pay/ more',
  'more /pay/',
  'Log-in',
  '2-steps',
  '登录',
  'log in',
  '#log-in',
  'steps#',
  'Steps#log-in',
  'steps#Log-in',
  'steps#log#in',
  '1steps#log-in',
])
  test(`“${text}” is not an alias`, () => assert.equal(parseAlias(text), undefined));

test('each path of a chapter or heading redirects to it and shows its words; earlier ids get no page', () => {
  const chapters = [
    { id: 'steps', title: 'Steps', description: 'All steps.', aliases: ['/how/'], headings: [heading('sign-in', 'log-in', '/enter/')] },
    { id: 'summary', title: 'Summary', description: 'In short.', aliases: [], headings: [heading('in-short', 'steps#short')] },
  ];
  assert.deepEqual(buildRedirects(chapters), [
    { from: '/how/', to: '/steps/', title: 'Steps', description: 'All steps.', chapter: 'steps' },
    { from: '/enter/', to: '/steps/#sign-in', title: 'words of sign-in', description: 'All steps.', chapter: 'steps' },
  ]);
});

test('a chapter keeps a signpost for each heading that moved away, whichever of its names the alias uses', () => {
  const chapters = [
    { id: 'steps', aliases: ['/how/'], headings: [heading('sign-in', 'log-in', '/enter/')] },
    { id: 'summary', aliases: [], headings: [heading('in-short', 'steps#short'), heading('at-last', 'how#end', 'nowhere#end')] },
  ];
  assert.deepEqual(
    [...buildSignposts(chapters)],
    [
      [
        'steps',
        [
          { id: 'short', to: '/summary/#in-short', text: 'words of in-short' },
          { id: 'end', to: '/summary/#at-last', text: 'words of at-last' },
        ],
      ],
    ],
  );
});
