import type { SearchData } from '../model/search/data.ts';
import { createSearch, type Hit } from '../model/search/engine.ts';
import { mark, snippet, type Matches, type Piece } from '../model/search/snippet.ts';
import { isComposing } from './composing.ts';

/** Makes a search form answer as one types. Everything typed is shown as text and never leaves the device. Throws where it cannot. */
export async function attach(form: HTMLFormElement): Promise<void> {
  const input = form.querySelector('input')!;
  const count = form.querySelector<HTMLElement>('.count')!;
  const results = form.querySelector('ol')!;
  const more = form.querySelector<HTMLElement>('.more')!;
  const base = (form.dataset['base'] ?? '/').replace(/\/$/u, '');
  const onPage = !form.closest('dialog');
  const response = await fetch(form.dataset['index']!);
  if (!response.ok) throw new Error(String(response.status));
  const data = (await response.json()) as SearchData;
  const search = createSearch(data);
  const chapters = new Map(data.sections.map(({ path, chapter }) => [path.replace(/#.*/u, ''), chapter]));

  let isAnswered = false;
  const answer = () => {
    const query = input.value.trim();
    const { hits, matched, sure, foreign } = search(query);
    isAnswered = sure && foreign.length === 0;
    const unknown = foreign.length > 0 ? `指南里没有提到 ${foreign.join('、')}。` : '';
    results.replaceChildren(...(isAnswered ? hits : hits.slice(0, 3)).map((hit) => item(hit, matched)));
    count.textContent = !query
      ? '说说你遇到了什么，或者要找什么。'
      : hits.length === 0
        ? `${unknown || '没有找到。'}换个说法试试，或者从章节里找：`
        : isAnswered
          ? `找到 ${hits.length} 处`
          : `${unknown || '没有完全对得上的。'}最接近的是：`;
    more.replaceChildren(...(query && isAnswered ? [] : [...chapters].map(([path, chapter]) => link(base + path, chapter))));
  };
  const item = ({ section }: Hit, matched: Matches) => {
    const row = document.createElement('li');
    const to = link(base + section.path, '');
    const heading = document.createElement('strong');
    heading.append(...pieces(mark(section.heading, matched)));
    const chapter = document.createElement('small');
    chapter.textContent = section.chapter;
    const text = document.createElement('span');
    text.append(...pieces(snippet(section, matched)));
    to.append(heading, chapter, text);
    row.append(to);
    return row;
  };

  /** Keeps what was typed in the address, in the fragment: unlike a query, that is never sent to a server. */
  const keep = () => {
    try {
      const query = input.value.trim();
      const address = location.pathname + (query && `#${String(new URLSearchParams({ q: query }))}`);
      if (onPage) history.replaceState(history.state, '', address);
    } catch {
      // WebKit refuses to change an address more than 100 times in ten seconds.
    }
  };
  let typing: ReturnType<typeof setTimeout> | undefined;
  input.addEventListener('input', () => {
    answer();
    clearTimeout(typing);
    typing = setTimeout(keep, 400);
  });
  form.addEventListener('submit', () => {
    const first = results.querySelector('a');
    if (onPage || !isAnswered) first?.focus();
    else first?.click();
  });
  form.addEventListener('keydown', (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step || isComposing(event)) return;
    event.preventDefault();
    const stops = [input, ...form.querySelectorAll('a')];
    stops[Math.max(0, Math.min(stops.length - 1, stops.indexOf(document.activeElement as HTMLInputElement) + step))]?.focus();
  });
  form.addEventListener('click', (event) => {
    if (!(event.target instanceof Element && event.target.closest('a'))) return;
    keep();
    form.closest('dialog')?.close();
  });
  const takeFromAddress = () => {
    const query = new URLSearchParams(location.hash.slice(1)).get('q') ?? new URLSearchParams(location.search).get('q');
    if (query !== null) input.value = query;
    answer();
  };
  if (onPage && !input.value) takeFromAddress();
  if (onPage) addEventListener('hashchange', takeFromAddress);
  answer();
  if (input.value) keep();
}

function link(href: string, text: string): HTMLAnchorElement {
  const anchor = document.createElement('a');
  anchor.href = href;
  anchor.textContent = text;
  return anchor;
}

function pieces(all: readonly Piece[]): (string | HTMLElement)[] {
  return all.map(({ text, marked }) => {
    if (!marked) return text;
    const element = document.createElement('mark');
    element.textContent = text;
    return element;
  });
}
