import { isPlain } from '../shared/dom.ts';

/**
 * Links that show something beside them, which is fetched then: the link after a heading, a menu of what to copy; a citation,
 * its source. Without popovers, or where nothing can be fetched, they stay links.
 */
if ('popover' in HTMLElement.prototype) {
  for (const link of document.querySelectorAll<HTMLAnchorElement>('a.permalink')) {
    link.role = 'button';
    link.setAttribute('aria-expanded', 'false');
    link.addEventListener('keydown', (event) => {
      if (event.key !== ' ') return;
      event.preventDefault();
      link.click();
    });
    onAsk(link, 'menu', async () => (await import('./copy-menu.ts')).openMenu(link));
  }
  for (const link of document.querySelectorAll<HTMLAnchorElement>('a.cite[aria-label]'))
    onAsk(link, 'dialog', async () => (await import('./source-card.ts')).showSource(link));
}

function onAsk(link: HTMLAnchorElement, popup: 'menu' | 'dialog', show: () => Promise<void>): void {
  link.ariaHasPopup = popup;
  link.addEventListener('click', (event) => {
    if (!isPlain(event)) return;
    event.preventDefault();
    show().catch(() => location.assign(link.href));
  });
}
