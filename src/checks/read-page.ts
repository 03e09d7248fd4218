import { parse, type DefaultTreeAdapterTypes as Html } from 'parse5';
import type { Refuse } from '../model/refusals.ts';
import { checkContactsAsTyped } from './texts.ts';

/** What the build needs to know about a finished HTML page. Lines count from 1. */
export interface Page {
  ids: Set<string>;
  /** Ids of h2 and h3, in the order of the page. */
  headings: string[];
  /** Requests are what a browser loads without being asked. */
  links: { to: string; line: number; isRequest: boolean }[];
  /** Where a redirect page leads, path and fragment. */
  redirect?: string | undefined;
  /** The address of the same words as Markdown, and the canonical address of the page. */
  twin?: string | undefined;
  canonical?: string | undefined;
  noindex?: boolean;
  policy?: string;
}

/** Parses a page as a browser without script does, with positions. */
export function parsePage(html: string): Html.Document {
  return parse(html, { sourceCodeLocationInfo: true, scriptingEnabled: false });
}

/** Reads a page, and refuses what can be judged from it alone: contact details, stray marks, duplicate ids, a missing policy. */
export function readPage(document: Html.Document, refuse: Refuse = () => undefined): Page {
  const page: Page = { ids: new Set(), headings: [], links: [] };
  for (const node of walk(document)) {
    const line = node.sourceCodeLocation?.startLine ?? 1;
    const text = node.nodeName === '#text' && 'value' in node ? [[`${node.parentNode?.nodeName} #text `, node.value] as const] : [];
    for (const [place, value] of 'attrs' in node ? readElement(node, line, page, refuse) : text) {
      if (!silent.test(place)) checkContactsAsTyped(value, line, refuse);
      if (!silent.test(place) && value.includes('**')) refuse(line, 'printedBold');
      for (const to of requestsOf(place, value)) page.links.push({ to, line, isRequest: true });
    }
  }
  if (!page.policy?.includes("default-src 'none'")) refuse(1, 'noPolicy');
  return page;
}

/** Walks through every node of a page in order. */
export function* walk(node: Html.Node): Generator<Html.Node> {
  yield node;
  if ('content' in node) yield* walk(node.content);
  if ('childNodes' in node) for (const child of node.childNodes) yield* walk(child);
}

/** Returns each value with its place: the names of the element and the attribute, and the kind of a link. */
function readElement({ tagName, attrs }: Html.Element, line: number, page: Page, refuse: Refuse): [place: string, value: string][] {
  const { id, href, rel = '', content = '', ...others } = Object.fromEntries(attrs.map(({ name, value }) => [name, value]));
  const pragma = others['http-equiv'];
  if (pragma === 'content-security-policy') page.policy = content;
  if (pragma === 'refresh') page.redirect = content.replace(/^\d+;\s*url=/u, '');
  if (id && page.ids.has(id)) refuse(line, 'twice', `the id “${id}”`);
  if (id) page.ids.add(id);
  if (id && /^h[23]$/u.test(tagName)) page.headings.push(id);
  if (others['name'] === 'robots') page.noindex = content === 'noindex';
  if (others['type'] === 'text/markdown') page.twin = href;
  if (rel === 'canonical') page.canonical = href;
  const to = pragma === 'refresh' ? page.redirect : /^(?:a|link (?:alternate|prev|next))\b/u.test(`${tagName} ${rel}`) ? href : undefined;
  if (to !== undefined) page.links.push({ to, line, isRequest: false });
  return attrs.map(({ name, value }) => [`${pragma ?? tagName} ${name} ${rel}`, value]);
}

/** Places without words for readers. The name of a script ends in a digest, which may look like an account. */
const silent =
  /^(?:(?:script|style) #text|script src|content-security-policy content|\S+ (?:class|d|id|name|property|viewBox|width|height|fill|stroke)) /u;

/** Places whose value the browser loads. */
const loading =
  /^(?:\S+ (?:src|srcset|poster|action|formaction) |object data |(?:use|image) href |link href (?!(?:canonical|alternate|prev|next)$))/u;

function requestsOf(place: string, value: string): string[] {
  if (/^(?:style #text|\S+ style) /u.test(place))
    return [...value.matchAll(/url\(\s*["']?([^"')]+)|@import\s+["']([^"']+)/gu)].map((match) => match[1] ?? match[2] ?? '');
  if (!loading.test(place)) return [];
  return place.includes(' srcset ') ? value.split(',').map((part) => part.trim().replace(/\s.*/u, '')) : [value];
}
