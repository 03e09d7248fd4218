import type { Node } from '@takumi-rs/core';
import { drawMark } from './card.ts';

/** The mark as an icon of an installed site; on a maskable one the mark keeps to the middle four fifths, on violet. */
export function layOutIcon(size: number, maskable: boolean): Node {
  const mark = Math.round(size * (maskable ? 0.72 : 1));
  const drawn = maskable ? drawMark('#f3ecff', '#3b1a6b') : drawMark('#7a3fc4', '#ffffff');
  return {
    type: 'container',
    style: {
      width: size,
      height: size,
      display: 'flex',
      alignItems: 'center',
      justifyContent: 'center',
      ...(maskable && { backgroundColor: '#3b1a6b' }),
    },
    children: [{ type: 'image', src: drawn, style: { width: mark, height: mark } }],
  };
}
