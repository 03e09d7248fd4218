import { englishRuns } from '../model/guide/english.ts';
import { showBeside } from './beside.ts';

/* eslint-disable no-restricted-properties -- cite.ts fetches this only where there are popovers. */

/** A source as src/pages/citations.json.ts writes it. */
type Source = [title: string, publisher: string, date: string];

/** The card of a citation: what it cites, its label, by whom and when, and the way to all that is said of it. */
const card = document.createElement('div');
card.className = 'copy';
card.setAttribute('popover', 'auto');
card.setAttribute('role', 'dialog');
// Set here, so that a page on which nobody asks for a source carries no style for it.
Object.assign(card.style, {
  maxInlineSize: 'min(22rem, 100vw - 1rem)',
  padding: '0.7rem 1rem',
  fontSize: '0.94rem',
  overflowWrap: 'anywhere',
});
const title = document.createElement('strong');
const detail = document.createElement('div');
const more = document.createElement('a');
more.textContent = '看这个来源怎么说';
card.append(title, detail, more);
card.addEventListener('focusout', ({ relatedTarget }) => {
  if (relatedTarget instanceof Node && !card.contains(relatedTarget)) card.hidePopover();
});
// Left in a sentence, its words would be copied with the section.
card.addEventListener('toggle', (event) => {
  if (event.newState === 'closed') card.remove();
});
let reading: Promise<Record<string, Source>> | undefined;

/** Shows the source that a citation leads to. Throws where it is not known or cannot be fetched. */
export async function showSource(link: HTMLAnchorElement): Promise<void> {
  reading = reading ?? read(new URL('../citations.json', link.href.replace(/#.*/u, '')));
  const source = (await reading)[link.hash.slice(1)];
  if (!source) throw new Error(`No source is known as ${link.hash}.`);
  const label = link.getAttribute('aria-label') ?? '';
  const [name, publisher, date] = source;
  title.replaceChildren(...marked(name));
  detail.replaceChildren(...marked(`${label} · ${publisher} · ${date === 'undated' ? '未注明日期' : date}`));
  more.href = link.href;
  card.setAttribute('aria-label', label);
  showBeside(card, link);
  more.focus();
}

async function read(address: URL): Promise<Record<string, Source>> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address.pathname} answered ${response.status}.`);
  return (await response.json()) as Record<string, Source>;
}

/** Words with what is English in them marked so, for a voice. */
function marked(words: string): (Node | string)[] {
  return englishRuns(words).map(({ text, english }) => {
    if (!english) return text;
    const span = document.createElement('span');
    span.lang = 'en';
    span.append(text);
    return span;
  });
}
