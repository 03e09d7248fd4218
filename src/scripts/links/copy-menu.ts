import { announce, make } from '../shared/dom.ts';
import { openPopover } from './open-popover.ts';
import { sectionText } from './section-text.ts';

/** Shows next to the link of a heading what can be copied from its section. */
export function openBeside(link: HTMLAnchorElement): void {
  const site = document.querySelector<HTMLMetaElement>('meta[property="og:site_name"]')?.content ?? '';
  const page = document.querySelector<HTMLLinkElement>('link[rel=canonical]')?.href ?? location.href.replace(/#.*/u, '');
  const url = page + link.hash;
  const title = `${link.dataset['title']} - ${site}`;
  // Brackets end a link in Markdown and in BBCode.
  const bare = title.replace(/\[/gu, '［').replace(/\]/gu, '］');
  const actions: Record<string, () => Promise<void>> = {
    复制这节文字和链接: () => copy(`${sectionText(link)}\n\n${url}\n`),
    // Between spaces, because forums make adjoining Chinese text part of an address (cmark-gfm issue 83).
    复制链接: () => copy(` ${url} `),
    '复制 Markdown': () => copy(`[${bare.replace(/[\\`*_<>]/gu, '\\$&')}](<${url}>)`),
    '复制 BBCode': () => copy(`[url=${url}]${bare}[/url]`),
    ...('share' in navigator && { '分享…': () => navigator.share({ title, url }) }),
  };
  const items = Object.entries(actions).map(([label, run]) => {
    const item = make('button', { role: 'menuitem' }, label);
    item.addEventListener('click', () => {
      // eslint-disable-next-line no-restricted-properties -- This is fetched only where the browser has popovers.
      menu.hidePopover();
      run().catch((error: unknown) => {
        if (!(error instanceof Error && error.name === 'AbortError')) announce('没能复制。请长按这个链接，再选复制。');
      });
    });
    return item;
  });
  const menu = openPopover(link, 'menu', ...items);
  menu.addEventListener('keydown', (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    items[(items.indexOf(document.activeElement as HTMLButtonElement) + step + items.length) % items.length]?.focus();
  });
}

async function copy(text: string): Promise<void> {
  await navigator.clipboard.writeText(text);
  announce('已复制，可以去粘贴了。');
}
