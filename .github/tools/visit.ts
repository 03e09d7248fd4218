import { parse, type DefaultTreeAdapterTypes as Html } from 'parse5';
import { walk } from '../../src/checks/read-page.ts';

/** The result of a visit: the text of a page and its final address, or a short reason why there is none. */
export type Visit = { state: 'read'; address: string; text: string } | { state: 'vanished' | 'blocked' | 'slow' | 'failing'; why: string };

/**
 * Reads a page once, following redirects, within `milliseconds`. Recognises “not found” pages and bot challenges, even
 * with status 200.
 */
export async function visit(url: string, milliseconds: number): Promise<Visit> {
  try {
    const answer = await fetch(url, {
      signal: AbortSignal.timeout(milliseconds),
      headers: { 'User-Agent': 'ultra-renewal-guide (reads its sources once a week)', Accept: 'text/html,text/plain;q=0.9,*/*;q=0.1' },
    });
    const { status, headers } = answer;
    const why = `it answers ${status}`;
    if (status === 404 || status === 410) return { state: 'vanished', why };
    if ([401, 403, 407, 429, 451].includes(status) || headers.has('cf-mitigated')) return { state: 'blocked', why };
    if (!answer.ok) return { state: 'failing', why };
    const type = headers.get('content-type') ?? 'text/html';
    if (!/^(?:text\/|application\/(?:xhtml\+xml|json))/iu.test(type))
      return { state: 'failing', why: `it is ${type.split(';')[0]}, which has no text` };
    const body = decode(await answer.arrayBuffer(), type);
    const { title, text } = /html/iu.test(type) ? readHtml(body) : { title: '', text: body };
    const named = `its title is “${short(title)}”`;
    if (/\b404\b|not found|找不到|不存在/iu.test(title)) return { state: 'vanished', why: named };
    if (/just a moment|attention required|access denied|are you (?:a )?(?:human|robot)|captcha/iu.test(title))
      return { state: 'blocked', why: named };
    if (text.trim() === '') return { state: 'failing', why: 'it has no text without script' };
    return { state: 'read', address: answer.url, text };
  } catch (error) {
    const { name, message, cause } = error as Error;
    if (name === 'TimeoutError') return { state: 'slow', why: `nothing within ${milliseconds / 1000} s` };
    return { state: 'failing', why: short(cause instanceof Error ? cause.message : message) };
  }
}

/** Decodes with the charset of the header, else of the page, else UTF-8. */
function decode(body: ArrayBuffer, type: string): string {
  const head = new TextDecoder('latin1').decode(body.slice(0, 1024));
  const [, named] = /charset=["']?([\w-]+)/iu.exec(type) ?? /<meta[^>]+charset=["']?([\w-]+)/iu.exec(head) ?? [];
  try {
    return new TextDecoder(named).decode(body);
  } catch {
    return new TextDecoder().decode(body);
  }
}

const silent = new Set(['script', 'style', 'noscript', 'template', 'svg', 'iframe', 'nav', 'footer', 'head']);

/**
 * The title of a page, and the text of its main part (if marked) without scripts, styles, navigation and footer. Different
 * markup around the same words gives the same text, but for white space.
 */
function readHtml(html: string): { title: string; text: string } {
  const document = parse(html);
  const [title, ...parts] = ['title', 'main', 'article', 'body'].map((name) =>
    [...walk(document)].find(({ nodeName }) => nodeName === name),
  );
  return { title: wordsOf(title), text: wordsOf(parts.find(Boolean)) };
}

function wordsOf(node: Html.Node | undefined): string {
  if (!node || !('childNodes' in node)) return node?.nodeName === '#text' ? (node as Html.TextNode).value : '';
  return node.childNodes
    .filter(({ nodeName }) => !silent.has(nodeName))
    .map(wordsOf)
    .join('');
}

function short(text: string): string {
  return text
    .replaceAll(/[\s`]+/gu, ' ')
    .trim()
    .slice(0, 120);
}
