import { shareText, type ShareKind } from '../model/links/share.ts';
import { announce } from './status.ts';

/* eslint-disable no-restricted-properties -- Where there are no popovers, no link opens the menu: it stays a link. */

/** The link after each heading opens a menu: copy it as a link, as Markdown, as BBCode, or share it. Without popovers it stays a link. */
const menu = document.createElement('div');
menu.className = 'copy';
menu.setAttribute('popover', 'auto');
menu.setAttribute('role', 'menu');
let opener: HTMLAnchorElement | undefined;

const actions: [label: string, run: (title: string, url: string) => Promise<void>][] = [
  ['复制链接', (title, url) => copy('link', title, url)],
  ['复制 Markdown', (title, url) => copy('markdown', title, url)],
  ['复制 BBCode', (title, url) => copy('bbcode', title, url)],
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
const links = 'popover' in menu ? document.querySelectorAll<HTMLAnchorElement>('a.permalink') : [];
if (links.length) document.body.append(menu);
for (const link of links) {
  link.role = 'button';
  link.ariaHasPopup = 'menu';
  link.setAttribute('aria-expanded', 'false');
  link.addEventListener('click', (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    open(link);
  });
  link.addEventListener('keydown', (event) => {
    if (event.key !== ' ') return;
    event.preventDefault();
    open(link);
  });
}

function open(link: HTMLAnchorElement): void {
  opener = link;
  link.after(menu);
  menu.showPopover();
  const place = link.getBoundingClientRect();
  const above = place.bottom + menu.offsetHeight > innerHeight;
  menu.style.top = `${Math.max(0, above ? place.top - menu.offsetHeight : place.bottom)}px`;
  menu.style.left = `${Math.max(8, Math.min(place.left, innerWidth - menu.offsetWidth - 8))}px`;
  link.setAttribute('aria-expanded', 'true');
  menu.querySelector('button')?.focus();
}

async function copy(kind: ShareKind, title: string, url: string): Promise<void> {
  await navigator.clipboard.writeText(shareText(kind, title, url));
  announce('已复制，可以去粘贴了。');
}
