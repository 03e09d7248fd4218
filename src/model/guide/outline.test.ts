import assert from 'node:assert/strict';
import { test } from 'node:test';
import { buildOutline, listChanges, sidebarParts, type Chapter } from './outline.ts';
import { buildContents } from './contents.ts';
import { readingMinutes } from './reading-time.ts';
import { withBase } from '../links/href.ts';

const chapter = (id: string): Chapter => ({
  id,
  title: id,
  label: id,
  description: id,
  summary: id,
  published: '2026-11-23',
  reviewed: '2026-11-23',
  changes: [{ day: '2026-11-23', text: id }],
  aliases: [],
  headings: [],
  cites: [],
  minutes: 1,
  steps: [],
  questions: [],
});
const outline = buildOutline(
  [
    { id: 'first', label: '一', chapters: ['b', 'a'] },
    { id: 'second', label: '二', chapters: ['c'] },
  ],
  ['a', 'b', 'c'].map(chapter),
);

test('chapters are numbered in the order of the outline', () => {
  assert.deepEqual(
    outline.chapters.map(({ number, path }) => [number, path]),
    [
      [1, '/b/'],
      [2, '/a/'],
      [3, '/c/'],
    ],
  );
});

test('a chapter in the outline that does not exist is left out', () => {
  const { parts } = buildOutline([{ id: 'first', label: '一', chapters: ['x', 'a'] }], [chapter('a')]);
  assert.deepEqual(
    parts[0]?.chapters.map(({ id, number }) => [id, number]),
    [['a', 1]],
  );
});

test('changes are listed newest day first, and within a day in the order of the chapters', () => {
  const chapters = outline.chapters.map((each) =>
    each.id === 'c' ? { ...each, changes: [{ day: '2026-12-01', text: 'later' }, ...each.changes] } : each,
  );
  assert.deepEqual(
    listChanges({ chapters }).map(({ day, chapter: { id } }) => `${day} ${id}`),
    ['2026-12-01 c', '2026-11-23 b', '2026-11-23 a', '2026-11-23 c'],
  );
});

test('contents nest h3 under the h2 before it', () => {
  const heading = (depth: number, slug: string) => ({ depth, id: slug, text: slug });
  const [first, second] = buildContents([heading(2, 'a'), heading(3, 'b'), heading(2, 'c')]);
  assert.deepEqual(
    first?.children.map(({ id }) => id),
    ['b'],
  );
  assert.deepEqual(second?.children, []);
});

test('reading time counts hanzi, not tags or addresses', () => {
  assert.equal(readingMinutes('字'.repeat(800)), 2);
  assert.equal(readingMinutes(`<Note kind="info">${'字'.repeat(400)}</Note> [链](/a/b/c/d/e/f/)`), 1);
});

test('paths go under the base path once', () => {
  assert.equal(withBase('/steps/#a', '/'), '/steps/#a');
  assert.equal(withBase('/steps/', '/guide/'), '/guide/steps/');
});

test('a sidebar lists every chapter of a short guide, and the nearest ones of a long guide', () => {
  const listed = (guide: typeof outline, path: string) =>
    sidebarParts(guide, path).flatMap(({ chapters }) => chapters.map((each) => each.path));
  for (const path of ['/a/', '/planner/']) assert.deepEqual(listed(outline, path), ['/b/', '/a/', '/c/']);
  const names = Array.from({ length: 600 }, (_, index) => `c${index}`);
  const long = buildOutline(
    Array.from({ length: 20 }, (_, part) => ({ id: `p${part}`, label: `${part}`, chapters: names.slice(part * 30, part * 30 + 30) })),
    names.map(chapter),
  );
  for (const { path } of long.chapters) {
    const paths = listed(long, path);
    assert.ok(paths.includes(path) && paths.length <= 41, path);
  }
  assert.deepEqual(
    listed(long, '/c100/'),
    names.slice(80, 121).map((name) => `/${name}/`),
  );
  assert.deepEqual(
    sidebarParts(long, '/c100/').map(({ id }) => id),
    ['p2', 'p3', 'p4'],
  );
});
