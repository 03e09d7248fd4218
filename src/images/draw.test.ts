import assert from 'node:assert/strict';
import { readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { drawCard } from './draw.ts';

const cache = join(process.cwd(), 'node_modules/.cache/cards');
const card = { above: '试', title: '同一张卡片', below: '画两次' };
const newest = () => {
  const files = readdirSync(cache).map((name) => join(cache, name));
  return files.sort((a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs)[0]!;
};

test('the same words give the same bytes, drawn anew, from the cache, and past a damaged cache', async () => {
  const first = await drawCard(card);
  const file = newest();
  const { mtimeMs } = statSync(file);
  assert.ok((await drawCard(card)).equals(first));
  assert.equal(statSync(file).mtimeMs, mtimeMs, 'it was not drawn again');
  const damaged = readFileSync(file);
  damaged[100] = 255 - damaged[100]!;
  writeFileSync(file, damaged);
  assert.ok((await drawCard(card)).equals(first));
  rmSync(file);
  assert.ok((await drawCard(card)).equals(first));
});
