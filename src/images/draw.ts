import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { Renderer, type Node } from '@takumi-rs/core';
import { cardSize, layOutCard, type Card } from './card.ts';

const require = createRequire(join(process.cwd(), 'package.json'));
const folderOf = (name: string) => join(dirname(require.resolve(name)), '..');
const cache = join(process.cwd(), 'node_modules/.cache/cards');

/** What a drawn card depends on besides its words. */
const versions = ['@takumi-rs/core', '@embedpdf/fonts-sc'].map((name) => readVersion(folderOf(name)));

export function drawCard(card: Card): Promise<Buffer> {
  return drawTree(layOutCard(card), cardSize);
}

/** A tree as a PNG; one that has been drawn before comes from the cache, after its digest has been checked. Size in pixels. */
export async function drawTree(tree: Node, size: { width: number; height: number }): Promise<Buffer> {
  const key = createHash('sha256')
    .update(JSON.stringify([tree, size, versions]))
    .digest('hex');
  const file = join(cache, key);
  const cached = existsSync(file) ? readFileSync(file) : Buffer.alloc(0);
  const png = cached.subarray(digestLength);
  if (png.length > 0 && digest(png).equals(cached.subarray(0, digestLength))) return png;
  const drawn = await (await renderer()).render(tree, { ...size, format: 'png', lang: 'zh-CN' });
  mkdirSync(cache, { recursive: true });
  const unfinished = `${file}.${process.pid}`;
  writeFileSync(unfinished, Buffer.concat([digest(drawn), drawn]));
  renameSync(unfinished, file);
  return drawn;
}

function readVersion(folder: string): string {
  return (JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string }).version;
}

const digestLength = 32;
const digest = (bytes: Buffer) => createHash('sha256').update(bytes).digest();

let ready: Promise<Renderer> | undefined;

function renderer(): Promise<Renderer> {
  ready ??= (async () => {
    const made = new Renderer();
    for (const [name, weight] of [
      ['Regular', 400],
      ['Bold', 700],
    ] as const)
      await made.registerFont({
        name: 'sans',
        weight,
        data: readFileSync(join(folderOf('@embedpdf/fonts-sc'), `fonts/NotoSansHans-${name}.otf`)),
      });
    return made;
  })();
  return ready;
}
