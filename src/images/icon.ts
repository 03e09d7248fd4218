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
  const bytes = new Uint8Array(22 + png.length);
  const view = new DataView(bytes.buffer);
  view.setUint16(2, 1, true);
  view.setUint16(4, 1, true);
  view.setUint8(6, size);
  view.setUint8(7, size);
  view.setUint16(10, 1, true);
  view.setUint16(12, 32, true);
  view.setUint32(14, png.length, true);
  view.setUint32(18, 22, true);
  bytes.set(png, 22);
  return bytes;
}
