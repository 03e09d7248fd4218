import { englishRuns } from '../../model/guide/english.ts';
import { fetchJson, make } from '../shared/dom.ts';
import { openPopover } from './open-popover.ts';

/** The sources by their ids, as src/pages/citations.json.ts writes them. */
type Sources = Record<string, [title: string, publisher: string, date: string]>;

let reading: Promise<Sources> | undefined;

/**
 * Shows beside a citation the title of its source, its label, publisher and date, and a link to everything known about it.
 * Rejects if the source is unknown or cannot be fetched.
 */
export async function openBeside(link: HTMLAnchorElement): Promise<void> {
  reading = reading ?? fetchJson<Sources>(new URL('../citations.json', link.href.replace(/#.*/u, '')));
  // Without the network now, the next tap tries again.
  reading.catch(() => (reading = undefined));
  const source = (await reading)[link.hash.slice(1)];
  if (!source) throw new Error(`No source is known as ${link.hash}.`);
  const [title, publisher, date] = source;
  const label = link.getAttribute('aria-label') ?? '';
  const card = make(
    'div',
    {},
    make('strong', {}, ...marked(title)),
    make('div', {}, ...marked(`${label} · ${publisher} · ${date === 'undated' ? '未注明日期' : date}`)),
    make('a', { href: link.href }, '看这个来源怎么说'),
  );
  // Set here, so that a page on which nobody asks for a source carries no style for it.
  card.style.cssText = 'max-inline-size: min(21.2rem, 100vw - 1.8rem); padding: 0.3rem 0.6rem; font-size: 0.94rem; overflow-wrap: anywhere';
  openPopover(link, 'dialog', card).setAttribute('aria-label', label);
}

/** Words in which English is marked as such, for screen readers. */
function marked(words: string): (Node | string)[] {
  return englishRuns(words).map(({ text, english }) => (english ? make('span', { lang: 'en' }, text) : text));
}
