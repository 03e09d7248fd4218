import { make } from '../shared/dom.ts';

/* eslint-disable no-restricted-properties -- This is fetched only where the browser has popovers. */

/**
 * Shows something next to a link: right after it in the document, and below it on the screen, or above it if there is no room.
 * Closing removes it: left inside a sentence, its words would be copied with the section.
 */
export function openPopover(link: HTMLAnchorElement, role: 'menu' | 'dialog', ...content: readonly HTMLElement[]): HTMLElement {
  const box = make('div', { className: 'panel popover', role, popover: 'auto' }, ...content);
  box.addEventListener('focusout', ({ relatedTarget }) => {
    if (relatedTarget instanceof Node && !box.contains(relatedTarget)) box.hidePopover();
  });
  box.addEventListener('toggle', ({ newState }) => {
    link.setAttribute('aria-expanded', `${newState === 'open'}`);
    if (newState === 'open') return;
    if (box.contains(document.activeElement) || document.activeElement === document.body) link.focus({ preventScroll: true });
    box.remove();
  });
  link.after(box);
  box.showPopover();
  const place = link.getBoundingClientRect();
  const above = place.bottom + box.offsetHeight > innerHeight;
  box.style.top = `${Math.max(0, above ? place.top - box.offsetHeight : place.bottom)}px`;
  box.style.left = `${Math.max(8, Math.min(place.left, innerWidth - box.offsetWidth - 8))}px`;
  box.querySelector<HTMLElement>('button, a')?.focus();
  return box;
}
