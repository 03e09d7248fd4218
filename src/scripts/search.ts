import type { SearchData } from '../model/search/data.ts';
import { Search, type Hit } from '../model/search/engine.ts';
import { mark, snippet, type Piece } from '../model/search/snippet.ts';

/** Makes a search form answer as one types. Everything typed is shown as text and never leaves the device. */
export async function attach(form: HTMLFormElement): Promise<void> {
  const input = form.querySelector('input')!;
  const count = form.querySelector<HTMLElement>('.count')!;
  const results = form.querySelector('ol')!;
  const more = form.querySelector<HTMLElement>('.more')!;
  const base = (form.dataset['base'] ?? '/').replace(/\/$/u, '');
  const onPage = !form.closest('dialog');
  count.textContent = '正在准备…';
  let data: SearchData;
  try {
    const answer = await fetch(form.dataset['index']!);
    if (!answer.ok) throw new Error(String(answer.status));
    data = (await answer.json()) as SearchData;
  } catch {
    count.textContent = '搜索没能打开，可能是网络断了。';
    more.replaceChildren(link(`${base}/all/`, '到全文一页里找'));
    delete form.dataset['ready'];
    return;
  }
  const search = new Search(data);
  const chapters = new Map(data.sections.map(({ path, chapter }) => [path.replace(/#.*/u, ''), chapter]));

  const answer = () => {
    const query = input.value.trim();
    const hits = query ? search.find(query) : [];
    const nearest = query && hits.length === 0 ? search.nearest(query) : [];
    results.replaceChildren(...(hits.length > 0 ? hits : nearest).map(item));
    count.textContent = !query
      ? '说说你遇到了什么，或者要找什么。'
      : hits.length > 0
        ? `找到 ${hits.length} 处`
        : nearest.length > 0
          ? '没有完全对得上的。最接近的是：'
          : '没有找到。换个说法试试，或者从章节里找：';
    more.replaceChildren(...(hits.length > 0 ? [] : [...chapters].map(([path, chapter]) => link(base + path, chapter))));
    if (onPage) history.replaceState(history.state, '', query ? `?${new URLSearchParams({ q: query })}` : location.pathname);
  };
  const item = ({ section, matched }: Hit) => {
    const row = document.createElement('li');
    const to = link(base + section.path, '');
    const heading = document.createElement('strong');
    heading.append(...pieces(mark(section.heading, matched)));
    const chapter = document.createElement('small');
    chapter.textContent = section.chapter;
    const text = document.createElement('span');
    text.append(...pieces(snippet(section.text, matched)));
    to.append(heading, chapter, text);
    row.append(to);
    return row;
  };

  input.addEventListener('input', answer);
  form.addEventListener('submit', (event) => {
    const first = results.querySelector('a');
    if (!first && onPage) event.preventDefault();
    if (!first || onPage) return;
    event.preventDefault();
    follow(first);
  });
  form.addEventListener('keydown', (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    // While an input method is composing, the arrows choose among its candidates.
    if (!step || event.isComposing) return;
    event.preventDefault();
    const stops = [input, ...form.querySelectorAll('a')];
    stops[Math.max(0, Math.min(stops.length - 1, stops.indexOf(document.activeElement as HTMLInputElement) + step))]?.focus();
  });
  form.addEventListener('click', (event) => {
    if (event.target instanceof Element && event.target.closest('a')) form.closest('dialog')?.close();
  });
  if (onPage && !input.value) input.value = new URLSearchParams(location.search).get('q') ?? '';
  answer();
}

function follow(to: HTMLAnchorElement): void {
  to.click();
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
