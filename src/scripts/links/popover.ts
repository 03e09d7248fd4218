import { make } from '../shared/dom.ts';

/* eslint-disable no-restricted-properties -- Only what is fetched where there are popovers imports this. */

/** Makes a popover that closes when the focus goes on elsewhere. */
export function makePopover(role: 'menu' | 'dialog', ...content: readonly Node[]): HTMLElement {
  const box = make('div', { className: 'copy', role, popover: 'auto' }, ...content);
  box.addEventListener('focusout', ({ relatedTarget }) => {
    if (relatedTarget instanceof Node && !box.contains(relatedTarget)) box.hidePopover();
  });
  return box;
}

/** Shows a popover right after a link, in the order of the page and below it on the screen, or above where there is no room. */
export function showBeside(box: HTMLElement, link: HTMLElement): void {
  link.after(box);
  box.showPopover();
  const place = link.getBoundingClientRect();
  const above = place.bottom + box.offsetHeight > innerHeight;
  box.style.top = `${Math.max(0, above ? place.top - box.offsetHeight : place.bottom)}px`;
  box.style.left = `${Math.max(8, Math.min(place.left, innerWidth - box.offsetWidth - 8))}px`;
}
