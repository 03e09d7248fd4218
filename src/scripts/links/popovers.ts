import { isPlain } from '../shared/dom.ts';

/**
 * Links that open something: the link after a heading a menu of what to copy, a citation its source. The code is fetched on the
 * first click. Without popovers, or if nothing can be fetched, they remain links.
 */
if ('popover' in HTMLElement.prototype)
  for (const link of document.querySelectorAll<HTMLAnchorElement>('a.permalink, a.cite')) {
    const isMenu = link.matches('.permalink');
    link.ariaHasPopup = isMenu ? 'menu' : 'dialog';
    if (isMenu) {
      link.role = 'button';
      link.setAttribute('aria-expanded', 'false');
      link.addEventListener('keydown', (event) => {
        if (event.key !== ' ') return;
        event.preventDefault();
        link.click();
      });
    }
    link.addEventListener('click', (event) => {
      if (!isPlain(event)) return;
      event.preventDefault();
      const fetched = isMenu ? import('./copy-menu.ts') : import('./source-card.ts');
      fetched.then(({ openBeside }) => openBeside(link)).catch(() => location.assign(link.href));
    });
  }
