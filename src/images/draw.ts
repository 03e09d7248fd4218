import { createHash, randomUUID } from 'node:crypto';
import { lstatSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
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
  const cached = readCached(file);
  const png = cached.subarray(digestLength);
  if (png.length > 0 && digest(png).equals(cached.subarray(0, digestLength))) return png;
  const drawn = await (await renderer()).render(tree, { ...size, format: 'png', lang: 'zh-CN' });
  keep(file, Buffer.concat([digest(drawn), drawn]));
  return drawn;
}

function readCached(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch {
    return Buffer.alloc(0);
  }
}

/** The cache only saves time: where it cannot be written, the picture is drawn again by the next build. */
function keep(file: string, bytes: Buffer): void {
  const unfinished = `${file}.${randomUUID()}`;
  try {
    mkdirSync(cache, { recursive: true });
    try {
      writeFileSync(unfinished, bytes);
      if (lstatSync(file, { throwIfNoEntry: false })?.isDirectory()) rmSync(file, { recursive: true });
      renameSync(unfinished, file);
    } finally {
      rmSync(unfinished, { force: true });
    }
  } catch {
    // A cache that cannot be written is no cache.
  }
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
