import type { SearchData, Section } from '../../model/search/build-index.ts';
import { createSearch, type Answer } from '../../model/search/engine.ts';
import { mark, snippet, type Matches, type Piece } from '../../model/search/snippet.ts';
import { fetchJson, make } from '../shared/dom.ts';
import { isComposing } from './open.ts';

/** Makes a search form answer while the reader types. Everything typed is shown as text and never leaves the device. Rejects if the index cannot be fetched. */
export async function attach(form: HTMLFormElement): Promise<void> {
  const input = form.querySelector('input')!;
  const results = form.querySelector('ol')!;
  const [count, more] = form.querySelectorAll('.count, .more');
  const base = form.dataset['base']!.replace(/\/$/u, '');
  const dialog = form.closest('dialog');
  const data = await fetchJson<SearchData>(form.dataset['index']!);
  const search = createSearch(data);
  const chapters = [...new Map(data.sections.map(({ path, chapter }) => [base + path.replace(/#.*/u, ''), chapter]))];

  let isAnswered = false;
  const answer = () => {
    const query = input.value.trim();
    const found = search(query);
    isAnswered = found.sure && !found.foreign.length;
    const hits = isAnswered ? found.hits : found.hits.slice(0, 3);
    results.replaceChildren(...hits.map(({ section }) => item(section, found.matched, base)));
    count!.textContent = query ? summary(found) : '说说你遇到了什么，或者要找什么。';
    more!.replaceChildren(...(query && !isAnswered ? chapters : []).map(([href, chapter]) => make('a', { href }, chapter)));
  };
  /** Keeps what was typed in the address, in the fragment: unlike a query, that is never sent to a server. */
  const keep = () => {
    const query = input.value.trim();
    try {
      if (!dialog) history.replaceState(history.state, '', location.pathname + (query && `#${String(new URLSearchParams({ q: query }))}`));
    } catch {
      // WebKit refuses to change an address more than 100 times in ten seconds.
    }
  };
  const takeFromAddress = () => {
    input.value = new URLSearchParams(location.hash.slice(1)).get('q') ?? new URLSearchParams(location.search).get('q') ?? input.value;
    answer();
  };

  let typing = 0;
  input.addEventListener('input', () => {
    answer();
    clearTimeout(typing);
    typing = window.setTimeout(keep, 400);
  });
  form.addEventListener('submit', () => {
    const first = results.querySelector('a');
    if (dialog && isAnswered) first?.click();
    else first?.focus();
  });
  form.addEventListener('keydown', (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step || isComposing(event)) return;
    event.preventDefault();
    const stops = [input, ...form.querySelectorAll('a')];
    stops[Math.max(0, Math.min(stops.length - 1, stops.indexOf(document.activeElement as HTMLInputElement) + step))]?.focus();
  });
  form.addEventListener('click', ({ target }) => {
    if (!(target instanceof Element && target.closest('a'))) return;
    keep();
    dialog?.close();
  });
  if (!dialog) addEventListener('hashchange', takeFromAddress);
  if (dialog || input.value) answer();
  else takeFromAddress();
  if (input.value) keep();
}

/** How much was found, and which words of the query the guide does not mention. */
function summary({ hits, sure, foreign }: Answer): string {
  const unknown = foreign.length ? `指南里没有提到 ${foreign.join('、')}。` : '';
  if (!hits.length) return `${unknown || '没有找到。'}换个说法试试，或者从章节里找：`;
  return sure && !unknown ? `找到 ${hits.length} 处` : `${unknown || '没有完全对得上的。'}最接近的是：`;
}

function item(section: Section, matched: Matches, base: string): HTMLElement {
  const heading = make('strong', {}, ...marked(mark(section.heading, matched)));
  const quoted = make('small', {}, ...marked(snippet(section, matched)));
  return make('li', {}, make('a', { href: base + section.path }, heading, make('small', {}, section.chapter), quoted));
}

function marked(pieces: readonly Piece[]): (string | Node)[] {
  return pieces.map(({ text, marked: isMarked }) => (isMarked ? make('mark', {}, text) : text));
}
