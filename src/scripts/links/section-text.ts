/** The words of the section a permalink belongs to, as plain text for a chat: heading first, lists with their numbers. */
export function sectionText(permalink: HTMLAnchorElement): string {
  const level = levelOf(permalink.parentElement);
  const texts = [permalink.dataset['title'] ?? ''];
  for (let next = permalink.parentElement?.nextElementSibling; next && levelOf(next) > level; next = next.nextElementSibling)
    texts.push(blockText(next));
  return texts.filter(Boolean).join('\n\n');
}

/** 2 for the row of an h2; anything but such a row is below every heading. */
function levelOf(element: Element | null): number {
  return Number(/\blevel-(\d)/u.exec(element?.className ?? '')?.[1] ?? 9);
}

function blockText(block: Element): string {
  if (!(block instanceof HTMLElement) || block.matches('.no-print, .correction, figure')) return '';
  if (block.matches('ol, ul'))
    return [...block.children].map((item, at) => `${block.tagName === 'OL' ? `${at + 1}.` : '-'} ${wordsOf(item)}`).join('\n');
  if (block.matches('table')) return [...block.querySelectorAll('tr')].map((row) => [...row.children].map(wordsOf).join('：')).join('\n');
  if (block.matches('p') || !block.querySelector('p, ol, ul, table')) return wordsOf(block);
  return [...block.children].map(blockText).filter(Boolean).join('\n');
}

function wordsOf(element: Element): string {
  return element.textContent.replace(/\s+/gu, ' ').trim();
}
