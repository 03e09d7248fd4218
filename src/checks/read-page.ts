import { parse, type DefaultTreeAdapterTypes as Html } from 'parse5';

/** What the audit of the finished site needs to know of one HTML page. Lines count from 1. */
export interface Page {
  ids: { id: string; line: number }[];
  /** Ids of h2 and h3, in the order of the page. */
  headings: string[];
  /** Where a page without script leads on to, path and fragment. */
  redirect: string | undefined;
  links: { to: string; line: number }[];
  /** Everything the browser loads by itself. */
  requests: { url: string; line: number }[];
  /** Visible text and attribute values, for reading. */
  texts: { text: string; line: number }[];
  policy: string;
  /** Where the page says that its words stand as Markdown, and its own canonical address. */
  twin: string | undefined;
  canonical: string | undefined;
  noindex: boolean;
}

/** A page as a browser without script reads it, with positions. */
export function parsePage(html: string): Html.Document {
  return parse(html, { sourceCodeLocationInfo: true, scriptingEnabled: false });
}

export function readPage(document: Html.Document): Page {
  const page: Page = {
    ids: [],
    headings: [],
    redirect: undefined,
    links: [],
    requests: [],
    texts: [],
    policy: '',
    twin: undefined,
    canonical: undefined,
    noindex: false,
  };
  for (const node of walk(document)) {
    const line = node.sourceCodeLocation?.startLine ?? 1;
    if ('attrs' in node) readElement(node, line, page);
    else if ('value' in node && node.nodeName === '#text') {
      const parent = node.parentNode?.nodeName;
      if (parent === 'style') page.requests.push(...urlsInCss(node.value).map((url) => ({ url, line })));
      else if (parent !== 'script') page.texts.push({ text: node.value, line });
    }
  }
  return page;
}

const loading: Record<string, readonly string[]> = {
  script: ['src'],
  img: ['src', 'srcset'],
  source: ['src', 'srcset'],
  iframe: ['src'],
  embed: ['src'],
  object: ['data'],
  video: ['src', 'poster'],
  audio: ['src'],
  track: ['src'],
  form: ['action'],
  button: ['formaction'],
  input: ['src', 'formaction'],
  use: ['href'],
  image: ['href'],
};

/** Attributes that hold no words. */
const silent = new Set(['class', 'd', 'id', 'name', 'property', 'viewBox', 'width', 'height', 'fill', 'stroke']);

function readElement(node: Html.Element, line: number, page: Page): void {
  const attributes = Object.fromEntries(node.attrs.map(({ name, value }) => [name, value]));
  if (attributes['id']) page.ids.push({ id: attributes['id'], line });
  if (attributes['id'] && /^h[23]$/u.test(node.tagName)) page.headings.push(attributes['id']);
  if (node.tagName === 'meta' && attributes['http-equiv'] === 'refresh') {
    page.redirect = attributes['content']?.replace(/^\d+;\s*url=/u, '');
    page.links.push({ to: page.redirect ?? '', line });
  }
  if (node.tagName === 'meta' && attributes['http-equiv']?.toLowerCase() === 'content-security-policy') {
    page.policy = attributes['content'] ?? '';
    return;
  }
  for (const [name, value] of Object.entries(attributes)) {
    if (!silent.has(name)) page.texts.push({ text: value, line });
    if (name === 'style') page.requests.push(...urlsInCss(value).map((url) => ({ url, line })));
  }
  if (node.tagName === 'a' && attributes['href'] !== undefined) page.links.push({ to: attributes['href'], line });
  if (node.tagName === 'meta' && attributes['name'] === 'robots') page.noindex = attributes['content'] === 'noindex';
  if (node.tagName === 'link' && attributes['href']) {
    if (attributes['type'] === 'text/markdown') page.twin = attributes['href'];
    if (attributes['rel'] === 'canonical') page.canonical = attributes['href'];
    if (/^(?:alternate|prev|next)$/u.test(attributes['rel'] ?? '')) page.links.push({ to: attributes['href'], line });
  }
  if (node.tagName === 'link' && !/^(?:canonical|alternate|prev|next)$/u.test(attributes['rel'] ?? '') && attributes['href'])
    page.requests.push({ url: attributes['href'], line });
  for (const name of loading[node.tagName] ?? []) {
    const value = attributes[name];
    if (value === undefined) continue;
    const urls = name === 'srcset' ? value.split(',').map((part) => part.trim().split(/\s/u)[0] ?? '') : [value];
    page.requests.push(...urls.map((url) => ({ url, line })));
  }
}

function urlsInCss(css: string): string[] {
  return [...css.matchAll(/url\(\s*["']?([^"')]+)|@import\s+["']([^"']+)/gu)].map((match) => match[1] ?? match[2] ?? '');
}

/** Every node of a page, in order. */
export function* walk(node: Html.Node): Generator<Html.Node> {
  yield node;
  if ('content' in node) yield* walk(node.content);
  if ('childNodes' in node) for (const child of node.childNodes) yield* walk(child);
}
