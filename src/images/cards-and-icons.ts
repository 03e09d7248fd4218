import type { Node } from '@takumi-rs/core';
import { site } from '../site.ts';

type Style = Node['style'];

const { violet, bright } = site.colours;

/** The words on a preview card: a line above, the title, a line below. */
interface Card {
  above: string;
  title: string;
  below: string;
}

/**
 * A preview card as a tree to draw, in the size that forums and chats expect. Words keep clear of the top and bottom tenth,
 * which some previews crop.
 */
export function layOutCard({ above, title, below }: Card): Node {
  return box(
    {
      width: 1200,
      height: 630,
      position: 'relative',
      flexDirection: 'column',
      justifyContent: 'space-between',
      overflow: 'hidden',
      padding: '84px 90px 80px',
      backgroundColor: violet,
      color: '#fff',
      fontFamily: 'sans',
    },
    mark('#4b2783', violet, { position: 'absolute', right: -110, bottom: -120, width: 470, height: 470 }),
    box(
      { alignItems: 'center', fontSize: 36, color: '#dccbf5' },
      mark(bright, violet, { width: 60, height: 60, marginLeft: -10, marginRight: 14 }),
      text(above),
    ),
    // Ends before the mark, so that no word overlaps it.
    text(title.replaceAll(' ', '\u00a0'), {
      maxWidth: 800,
      fontSize: 72,
      fontWeight: 700,
      lineHeight: 1.32,
      overflowWrap: 'anywhere',
      textWrap: 'balance',
      wordBreak: 'keep-all',
    }),
    text(below, { paddingLeft: 24, borderLeft: `8px solid ${bright}`, color: '#e9dffa', fontSize: 38, lineHeight: 1.4 }),
  );
}

/** The mark as an icon, `size` pixels wide; a maskable one keeps it within the middle four fifths, on violet. */
export function layOutIcon(size: number, maskable: boolean): Node {
  const width = Math.round(size * (maskable ? 0.72 : 1));
  const style = { width, height: width };
  return box(
    { width: size, height: size, alignItems: 'center', justifyContent: 'center', ...(maskable && { backgroundColor: violet }) },
    maskable ? mark('#f3ecff', violet, style) : mark('#7a3fc4', '#ffffff', style),
  );
}

function box(style: Style, ...children: Node[]): Node {
  return { type: 'container', style: { display: 'flex', ...style }, children };
}

function text(words: string, style: Style = {}): Node {
  return { type: 'text', text: words, style };
}

/** The mark of the site, a SIM card, in the colours of the card and of its chip. */
function mark(card: string, chip: string, style: Style): Node {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><path d="M9 3h10l7 7v16a3 3 0 0 1-3 3H9a3 3 0 0 1-3-3V6a3 3 0 0 1 3-3Z" fill="${card}"/><path d="M11.5 14.5h9A1.5 1.5 0 0 1 22 16v7a1.5 1.5 0 0 1-1.5 1.5h-9A1.5 1.5 0 0 1 10 23v-7a1.5 1.5 0 0 1 1.5-1.5ZM10 19.5h4m4 0h4m-8-5v10m4-10v10" fill="none" stroke="${chip}" stroke-width="1.3"/></svg>`;
  return { type: 'image', src: `data:image/svg+xml;utf8,${encodeURIComponent(svg)}`, style };
}
