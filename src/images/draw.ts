import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Renderer, type Node } from '@takumi-rs/core';
import { cardSize, layOutCard, type Card } from './card.ts';

const packages = join(process.cwd(), 'node_modules');
const fonts = join(packages, '@embedpdf/fonts-sc');

/** What a picture depends on besides its tree. */
const tools = [fonts, join(packages, '@takumi-rs/core')].map((folder) => readFileSync(join(folder, 'package.json'), 'utf8'));

export function drawCard(card: Card): Promise<Buffer> {
  return drawTree(layOutCard(card), cardSize);
}

/** A tree as a PNG; one that has been drawn before comes from the cache, after its digest has been checked. Size in pixels. */
export async function drawTree(tree: Node, size: { width: number; height: number }): Promise<Buffer> {
  const file = join(packages, '.cache/cards', digest(JSON.stringify([tree, size, tools])).toString('hex'));
  const cached = readCached(file);
  if (cached) return cached;
  renderer ??= startRenderer();
  const png = await (await renderer).render(tree, { ...size, format: 'png', lang: 'zh-CN' });
  try {
    rmSync(file, { recursive: true, force: true });
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, Buffer.concat([digest(png), png]));
  } catch {
    // The cache only saves time: where it cannot be written, the next build draws the picture again.
  }
  return png;
}

/** A picture of the cache; undefined where there is none, or a damaged one. */
function readCached(file: string): Buffer | undefined {
  try {
    const bytes = readFileSync(file);
    const png = bytes.subarray(32);
    return digest(png).equals(bytes.subarray(0, 32)) ? png : undefined;
  } catch {
    return undefined;
  }
}

function digest(content: string | Buffer): Buffer {
  return createHash('sha256').update(content).digest();
}

let renderer: Promise<Renderer> | undefined;

async function startRenderer(): Promise<Renderer> {
  const started = new Renderer();
  for (const [name, weight] of [
    ['Regular', 400],
    ['Bold', 700],
  ] as const)
    await started.registerFont({ name: 'sans', weight, data: readFileSync(join(fonts, `fonts/NotoSansHans-${name}.otf`)) });
  return started;
}
