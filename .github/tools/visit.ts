import { parse, type DefaultTreeAdapterTypes as Html } from 'parse5';
import { walk } from '../../src/checks/read-page.ts';

/** What came of asking for a page: its words and where they stand, or a short reason why there are none. */
export type Visit = { state: 'read'; address: string; text: string } | { state: 'vanished' | 'blocked' | 'slow' | 'failing'; why: string };

/**
 * Reads a page once, following where it leads, within so many milliseconds. A page that says it is not there, or that asks
 * whether we are human, is told from one that was read, whatever its status code.
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

/** Text in the encoding that its header names, or the page itself, else UTF-8. */
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
 * The title of a page, and the words of its main part, where it has one, without scripts, styles, navigation and footer.
 * Another markup of the same words gives the same, but for white space.
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
