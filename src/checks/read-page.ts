import { parse, type DefaultTreeAdapterTypes as Html } from 'parse5';

/** What is to be known of a finished HTML page. Lines count from 1. */
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
    ...{ ids: [], headings: [], links: [], requests: [], texts: [], policy: '', noindex: false },
    ...{ redirect: undefined, twin: undefined, canonical: undefined },
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

/** Every node of a page, in order. */
export function* walk(node: Html.Node): Generator<Html.Node> {
  yield node;
  if ('content' in node) yield* walk(node.content);
  if ('childNodes' in node) for (const child of node.childNodes) yield* walk(child);
}

/** What an element loads: its name and that of the attribute. */
const loading = new Set(
  (
    'script src,img src,img srcset,source src,source srcset,iframe src,embed src,object data,video src,video poster,audio src,' +
    'track src,form action,button formaction,input src,input formaction,use href,image href,link href'
  ).split(','),
);

/** Links of the head that load nothing. */
const leading = /^(?:canonical|alternate|prev|next)$/u;

/** Attributes that hold no words. */
const silent = new Set(['class', 'd', 'id', 'name', 'property', 'viewBox', 'width', 'height', 'fill', 'stroke']);

function readElement({ tagName, attrs }: Html.Element, line: number, page: Page): void {
  const values = Object.fromEntries(attrs.map(({ name, value }) => [name, value]));
  const { id, href, rel = '', content = '', 'http-equiv': pragma = '' } = values;
  if (pragma.toLowerCase() === 'content-security-policy') {
    page.policy = content;
    return;
  }
  if (id) page.ids.push({ id, line });
  if (id && /^h[23]$/u.test(tagName)) page.headings.push(id);
  if (pragma === 'refresh') {
    page.redirect = content.replace(/^\d+;\s*url=/u, '');
    page.links.push({ to: page.redirect, line });
  }
  if (values['name'] === 'robots') page.noindex = content === 'noindex';
  if (values['type'] === 'text/markdown') page.twin = href;
  if (rel === 'canonical') page.canonical = href;
  if (href !== undefined && (tagName === 'a' || (tagName === 'link' && leading.test(rel) && rel !== 'canonical')))
    page.links.push({ to: href, line });
  for (const [name, value] of Object.entries(values)) {
    if (!silent.has(name)) page.texts.push({ text: value, line });
    const urls = name === 'srcset' ? value.split(',').map((part) => part.trim().split(/\s/u)[0] ?? '') : [value];
    if (name === 'style') page.requests.push(...urlsInCss(value).map((url) => ({ url, line })));
    else if (loading.has(`${tagName} ${name}`) && !leading.test(rel)) page.requests.push(...urls.map((url) => ({ url, line })));
  }
}

function urlsInCss(css: string): string[] {
  return [...css.matchAll(/url\(\s*["']?([^"')]+)|@import\s+["']([^"']+)/gu)].map((match) => match[1] ?? match[2] ?? '');
}
