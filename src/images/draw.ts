import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Renderer, type Node } from '@takumi-rs/core';

const packages = join(process.cwd(), 'node_modules');
const fonts = join(packages, '@embedpdf/fonts-sc');

/** What a picture depends on besides its tree. */
const tools = [fonts, join(packages, '@takumi-rs/core')].map((folder) => readFileSync(join(folder, 'package.json'), 'utf8'));

/** Draws a tree at its own size, or takes the picture from the cache if its digest is right. */
export async function draw(tree: Node, format: 'png' | 'ico' = 'png'): Promise<Uint8Array<ArrayBuffer>> {
  const file = join(packages, '.cache/cards', digest(JSON.stringify([tree, format, tools])).toString('hex'));
  try {
    const bytes = readFileSync(file);
    const picture = bytes.subarray(32);
    if (digest(picture).equals(bytes.subarray(0, 32))) return picture;
  } catch {
    // It has not been drawn before.
  }
  renderer ??= startRenderer();
  const picture = await (await renderer).render(tree, { format, lang: 'zh-CN' });
  try {
    rmSync(file, { recursive: true, force: true });
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, Buffer.concat([digest(picture), picture]));
  } catch {
    // The cache only saves time: where it cannot be written, the next build draws the picture again.
  }
  return picture;
}

function digest(content: string | Buffer): Buffer {
  return createHash('sha256').update(content).digest();
}

let renderer: Promise<Renderer> | undefined;

async function startRenderer(): Promise<Renderer> {
  const started = new Renderer();
  for (const weight of ['Regular', 'Bold'])
    await started.registerFont({ name: 'sans', data: readFileSync(join(fonts, `fonts/NotoSansHans-${weight}.otf`)) });
  return started;
}
