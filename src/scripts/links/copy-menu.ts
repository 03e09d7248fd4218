import { announce, make } from '../shared/dom.ts';
import { makePopover, showBeside } from './popover.ts';
import { sectionText } from './section-text.ts';

/* eslint-disable no-restricted-properties -- popovers.ts fetches this only where there are popovers. */

type Action = (title: string, url: string, link: HTMLAnchorElement) => Promise<void>;

/** What the menu of a heading offers. */
const actions: Record<string, Action> = {
  复制这节文字和链接: (_, url, link) => copy(`${sectionText(link)}\n\n${url}\n`),
  // Between spaces, because forums take Chinese text that touches an address into it (cmark-gfm issue 83).
  复制链接: (_, url) => copy(` ${url} `),
  '复制 Markdown': (title, url) => copy(`[${withoutBrackets(title).replace(/[\\`*_<>]/gu, '\\$&')}](<${url}>)`),
  '复制 BBCode': (title, url) => copy(`[url=${url}]${withoutBrackets(title)}[/url]`),
  ...('share' in navigator && { '分享…': (title, url) => navigator.share({ title, url }) }),
};
let opener: HTMLAnchorElement | undefined;

const items = Object.entries(actions).map(([label, run]) => {
  const item = make('button', { role: 'menuitem' }, label);
  item.addEventListener('click', () => {
    const link = opener!;
    menu.hidePopover();
    const site = document.querySelector<HTMLMetaElement>('meta[property="og:site_name"]')?.content ?? '';
    const page = document.querySelector<HTMLLinkElement>('link[rel=canonical]')?.href ?? location.href.replace(/#.*/u, '');
    run(`${link.dataset['title']} - ${site}`, page + link.hash, link).catch((error: unknown) => {
      if (!(error instanceof Error && error.name === 'AbortError')) announce('没能复制。请长按这个链接，再选复制。');
    });
  });
  return item;
});
const menu = makePopover('menu', ...items);
menu.addEventListener('keydown', (event) => {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!step) return;
  event.preventDefault();
  items[(items.indexOf(document.activeElement as HTMLButtonElement) + step + items.length) % items.length]?.focus();
});
menu.addEventListener('toggle', (event) => {
  if (event.newState === 'open') return;
  opener?.setAttribute('aria-expanded', 'false');
  if (menu.contains(document.activeElement) || document.activeElement === document.body) opener?.focus();
});

/** Shows beside the link of a heading what can be copied of its section. */
export function openMenu(link: HTMLAnchorElement): void {
  opener = link;
  showBeside(menu, link);
  link.setAttribute('aria-expanded', 'true');
  items[0]?.focus();
}

async function copy(text: string): Promise<void> {
  await navigator.clipboard.writeText(text);
  announce('已复制，可以去粘贴了。');
}

/** Brackets end a link in Markdown and in BBCode. */
function withoutBrackets(title: string): string {
  return title.replace(/\[/gu, '［').replace(/\]/gu, '］');
}
