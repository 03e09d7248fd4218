import { shareText, type ShareKind } from '../model/links/share.ts';
import { showBeside } from './beside.ts';
import { sectionText } from './section-text.ts';
import { announce } from './status.ts';

/* eslint-disable no-restricted-properties -- permalink.ts fetches this only where there are popovers. */

/** The menu of a heading: its section as text with its address, the address alone, as Markdown, as BBCode, or shared. */
const menu = document.createElement('div');
menu.className = 'copy';
menu.setAttribute('popover', 'auto');
menu.setAttribute('role', 'menu');
let opener: HTMLAnchorElement | undefined;

const actions: [label: string, run: (title: string, url: string) => Promise<void>][] = [
  ['复制这节文字和链接', (_, url) => copy(`${sectionText(opener!)}\n\n${url}\n`)],
  ['复制链接', (title, url) => copyAs('link', title, url)],
  ['复制 Markdown', (title, url) => copyAs('markdown', title, url)],
  ['复制 BBCode', (title, url) => copyAs('bbcode', title, url)],
];
if ('share' in navigator) actions.push(['分享…', (title, url) => navigator.share({ title, url })]);

menu.append(
  ...actions.map(([label, run]) => {
    const item = document.createElement('button');
    item.role = 'menuitem';
    item.textContent = label;
    item.addEventListener('click', () => {
      const link = opener;
      menu.hidePopover();
      if (!link) return;
      const site = document.querySelector<HTMLMetaElement>('meta[property="og:site_name"]')?.content ?? '';
      const page = document.querySelector<HTMLLinkElement>('link[rel=canonical]')?.href ?? location.href.replace(/#.*/u, '');
      run(`${link.dataset['title']} - ${site}`, page + link.hash).catch((error: unknown) => {
        if (!(error instanceof Error && error.name === 'AbortError')) announce('没能复制。请长按这个链接，再选复制。');
      });
    });
    return item;
  }),
);
menu.addEventListener('keydown', (event) => {
  const items = [...menu.querySelectorAll('button')];
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!step) return;
  event.preventDefault();
  items[(items.indexOf(document.activeElement as HTMLButtonElement) + step + items.length) % items.length]?.focus();
});
menu.addEventListener('focusout', ({ relatedTarget }) => {
  if (relatedTarget instanceof Node && !menu.contains(relatedTarget)) menu.hidePopover();
});
menu.addEventListener('toggle', (event) => {
  if (event.newState === 'open') return;
  opener?.setAttribute('aria-expanded', 'false');
  if (menu.contains(document.activeElement) || document.activeElement === document.body) opener?.focus();
});
document.body.append(menu);

export function openMenu(link: HTMLAnchorElement): void {
  opener = link;
  showBeside(menu, link);
  link.setAttribute('aria-expanded', 'true');
  menu.querySelector('button')?.focus();
}

function copyAs(kind: ShareKind, title: string, url: string): Promise<void> {
  return copy(shareText(kind, title, url));
}

async function copy(text: string): Promise<void> {
  await navigator.clipboard.writeText(text);
  announce('已复制，可以去粘贴了。');
}
