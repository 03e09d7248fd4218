import type { Node } from '@takumi-rs/core';
import { site } from '../site.ts';
import { drawMark } from './card.ts';

const { violet } = site.colours;

/** The mark as an icon of an installed site; on a maskable one the mark keeps to the middle four fifths, on violet. */
export function layOutIcon(size: number, maskable: boolean): Node {
  const mark = Math.round(size * (maskable ? 0.72 : 1));
  const drawn = maskable ? drawMark('#f3ecff', violet) : drawMark('#7a3fc4', '#ffffff');
  return {
    type: 'container',
    style: {
      width: size,
      height: size,
      display: 'flex',
      alignItems: 'center',
      justifyContent: 'center',
      ...(maskable && { backgroundColor: violet }),
    },
    children: [{ type: 'image', src: drawn, style: { width: mark, height: mark } }],
  };
}

/** An ICO file that holds one square PNG: six bytes of header, sixteen of directory, then the picture. `size` in pixels. */
export function iconFile(png: Uint8Array, size: number): Uint8Array<ArrayBuffer> {
  const start = new Uint8Array([0, 0, 1, 0, 1, 0, size, size, 0, 0, 1, 0, 32, 0]);
  const lengths = new Uint32Array([png.length, 22]);
  return new Uint8Array([...start, ...new Uint8Array(lengths.buffer), ...png]);
}
