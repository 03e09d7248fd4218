/** A tap on a citation shows its source beside it, fetched then. Without popovers, or where nothing can be fetched, it leads to the source. */
const cites = 'popover' in HTMLElement.prototype ? document.querySelectorAll<HTMLAnchorElement>('a.cite[aria-label]') : [];
for (const link of cites) {
  link.ariaHasPopup = 'dialog';
  link.addEventListener('click', (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    import('./source-card.ts').then(({ showSource }) => showSource(link)).catch(() => location.assign(link.href));
  });
}
