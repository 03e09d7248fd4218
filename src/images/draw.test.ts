import assert from 'node:assert/strict';
import { readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { undrawn } from '../model/schemas.ts';
import { draw } from './draw.ts';
import { layOutCard } from './cards-and-icons.ts';

const cache = join(process.cwd(), 'node_modules/.cache/cards');
const card = layOutCard({ above: '试', title: '同一张卡片', below: '画两次' });
const newest = () => {
  const files = readdirSync(cache).map((name) => join(cache, name));
  return files.sort((a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs)[0]!;
};

test('the same words give the same bytes, drawn anew, from the cache, and past a damaged cache', async () => {
  const first = await draw(card);
  const file = newest();
  const { mtimeMs } = statSync(file);
  assert.deepEqual(await draw(card), first);
  assert.equal(statSync(file).mtimeMs, mtimeMs, 'it was not drawn again');
  const damaged = readFileSync(file);
  damaged[100] = 255 - damaged[100]!;
  writeFileSync(file, damaged);
  assert.deepEqual(await draw(card), first);
  rmSync(file);
  assert.deepEqual(await draw(card), first);
});

/** The characters of a font, from its table of 32-bit characters (OpenType, cmap, format 12). */
function charactersOf(font: Buffer): Set<number> {
  const tables = Array.from({ length: font.readUInt16BE(4) }, (_, at) => 12 + 16 * at);
  const cmap = font.readUInt32BE(tables.find((at) => font.toString('latin1', at, at + 4) === 'cmap')! + 8);
  const subtables = Array.from({ length: font.readUInt16BE(cmap + 2) }, (_, at) => cmap + font.readUInt32BE(cmap + 8 + 8 * at));
  const wide = subtables.find((at) => font.readUInt16BE(at) === 12)!;
  const characters = new Set<number>();
  for (let group = 0; group < font.readUInt32BE(wide + 12); group++)
    for (let point = font.readUInt32BE(wide + 16 + 12 * group); point <= font.readUInt32BE(wide + 20 + 12 * group); point++)
      characters.add(point);
  return characters;
}

test('a card can draw every character that a title and a summary may hold', () => {
  for (const weight of ['Regular', 'Bold']) {
    const characters = charactersOf(readFileSync(join(process.cwd(), `node_modules/@embedpdf/fonts-sc/fonts/NotoSansHans-${weight}.otf`)));
    const missing = Array.from({ length: 0x30000 }, (_, point) => point).filter(
      (point) => !(point >= 0xd800 && point < 0xe000) && !undrawn.test(String.fromCodePoint(point)) && !characters.has(point),
    );
    assert.deepEqual(missing, []);
  }
});
