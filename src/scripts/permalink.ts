/** The link after each heading opens a menu of what to copy, which is fetched then. Without popovers it stays a link. */
const links = 'popover' in HTMLElement.prototype ? document.querySelectorAll<HTMLAnchorElement>('a.permalink') : [];
for (const link of links) {
  link.role = 'button';
  link.ariaHasPopup = 'menu';
  link.setAttribute('aria-expanded', 'false');
  const open = async (event: Event) => {
    event.preventDefault();
    try {
      const { openMenu } = await import('./copy-menu.ts');
      openMenu(link);
    } catch {
      location.assign(link.href);
    }
  };
  link.addEventListener('click', (event) => {
    if (!event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey) void open(event);
  });
  link.addEventListener('keydown', (event) => {
    if (event.key === ' ') void open(event);
  });
}
