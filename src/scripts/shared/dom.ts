/** Makes an element with properties and content. */
export function make<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  properties: Partial<HTMLElementTagNameMap[Tag]> = {},
  ...content: readonly (Node | string)[]
): HTMLElementTagNameMap[Tag] {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...content);
  return element;
}

/** True for a plain click: with a modifier key, it opens a tab, a window or a menu of the browser. */
export function isPlain(event: MouseEvent): boolean {
  return !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;
}

/** A link after a message. */
export interface Link {
  href: string;
  text: string;
}

const shown = 8000;
let timer = 0;

/** Shows a message, which screen readers announce, with links to follow. Without links it disappears after a while. */
export function announce(sentence: string, places: readonly Link[] = []): void {
  const status = document.getElementById('status')!;
  status.textContent = sentence;
  status.append(...places.map(({ href, text }) => make('a', { href }, text)));
  clearTimeout(timer);
  if (!places.length) timer = window.setTimeout(() => (status.textContent = ''), shown);
}

/** Fetches JSON; rejects if it cannot. */
export async function fetchJson<Data>(address: string | URL): Promise<Data> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${String(address)} answered ${response.status}.`);
  return (await response.json()) as Data;
}
