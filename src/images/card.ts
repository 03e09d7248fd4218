import type { Node } from '@takumi-rs/core';
import { site } from '../site.ts';

const { violet, bright } = site.colours;

/** The words on a preview card: a line above, the title, a line below. */
export interface Card {
  above: string;
  title: string;
  below: string;
}

/** Width and height in pixels, as forums and chats expect them. */
export const cardSize = { width: 1200, height: 630 } as const;

/** The card as a tree to draw. Words keep clear of the top and bottom tenth, which some previews crop. */
export function layOutCard({ above, title, below }: Card): Node {
  return {
    type: 'container',
    style: {
      ...cardSize,
      position: 'relative',
      display: 'flex',
      flexDirection: 'column',
      justifyContent: 'space-between',
      overflow: 'hidden',
      padding: '84px 90px 80px',
      backgroundColor: violet,
      color: '#fff',
      fontFamily: 'sans',
    },
    children: [
      {
        type: 'image',
        src: drawMark('#4b2783', violet),
        style: { position: 'absolute', right: -110, bottom: -120, width: 470, height: 470 },
      },
      {
        type: 'container',
        style: { display: 'flex', alignItems: 'center', fontSize: 36, color: '#dccbf5' },
        children: [
          { type: 'image', src: drawMark(bright, violet), style: { width: 60, height: 60, marginLeft: -10, marginRight: 14 } },
          { type: 'text', text: above },
        ],
      },
      {
        type: 'text',
        text: title.replaceAll(' ', '\u00a0'),
        style: {
          // Up to the mark, with a gap: no word stands on it.
          maxWidth: 800,
          fontSize: 72,
          fontWeight: 700,
          lineHeight: 1.32,
          overflowWrap: 'anywhere',
          textWrap: 'balance',
          wordBreak: 'keep-all',
        },
      },
      {
        type: 'text',
        text: below,
        style: { paddingLeft: 24, borderLeft: `8px solid ${bright}`, color: '#e9dffa', fontSize: 38, lineHeight: 1.4 },
      },
    ],
  };
}

/** The mark of the site, a SIM card, as a picture. */
export function drawMark(card: string, chip: string): string {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><path d="M9 3h10l7 7v16a3 3 0 0 1-3 3H9a3 3 0 0 1-3-3V6a3 3 0 0 1 3-3Z" fill="${card}"/><path d="M11.5 14.5h9A1.5 1.5 0 0 1 22 16v7a1.5 1.5 0 0 1-1.5 1.5h-9A1.5 1.5 0 0 1 10 23v-7a1.5 1.5 0 0 1 1.5-1.5ZM10 19.5h4m4 0h4m-8-5v10m4-10v10" fill="none" stroke="${chip}" stroke-width="1.3"/></svg>`;
  return `data:image/svg+xml;utf8,${encodeURIComponent(svg)}`;
}
