import { englishRuns } from '../../model/guide/english.ts';
import { fetchJson, make } from '../shared/dom.ts';
import { makePopover, showBeside } from './popover.ts';

/** The sources by their ids, as src/pages/citations.json.ts writes them. */
type Sources = Record<string, [title: string, publisher: string, date: string]>;

/** The card of a citation: what it cites, its label, by whom and when, and the way to all that is said of it. */
const title = make('strong');
const detail = make('div');
const more = make('a', {}, '看这个来源怎么说');
const card = makePopover('dialog', title, detail, more);
// Set here, so that a page on which nobody asks for a source carries no style for it.
Object.assign(card.style, {
  maxInlineSize: 'min(22rem, 100vw - 1rem)',
  padding: '0.7rem 1rem',
  fontSize: '0.94rem',
  overflowWrap: 'anywhere',
});
// Left in a sentence, its words would be copied with the section.
card.addEventListener('toggle', (event) => {
  if (event.newState === 'closed') card.remove();
});
let reading: Promise<Sources> | undefined;

/** Shows the source that a citation leads to. Rejects where it is not known or cannot be fetched. */
export async function showSource(link: HTMLAnchorElement): Promise<void> {
  reading = reading ?? fetchJson<Sources>(new URL('../citations.json', link.href.replace(/#.*/u, '')));
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

/** Words with what is English in them marked so, for a voice. */
function marked(words: string): (Node | string)[] {
  return englishRuns(words).map(({ text, english }) => (english ? make('span', { lang: 'en' }, text) : text));
}
