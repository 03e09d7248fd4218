import { readHtml } from './page-text.ts';

/** What came of asking for a page: its words, or why there are none. */
export type Visit =
  | { state: 'read'; address: string; text: string }
  /** `why` is a short reason for the report. */
  | { state: 'vanished' | 'blocked' | 'slow' | 'failing'; why: string };

/** How long a page may take, in milliseconds, and how long it may be, in bytes. */
export interface Limits {
  milliseconds: number;
  bytes: number;
}

/**
 * Reads a page once, following where it leads. A page that says it is not there, or that asks whether we are human, is told
 * from one that was read, whatever its status code.
 */
export async function visit(url: string, { milliseconds, bytes }: Limits): Promise<Visit> {
  try {
    const answer = await fetch(url, {
      signal: AbortSignal.timeout(milliseconds),
      headers: { 'User-Agent': 'ultra-renewal-guide (reads its sources once a week)', Accept: 'text/html,text/plain;q=0.9,*/*;q=0.1' },
    });
    const { status } = answer;
    if (status === 404 || status === 410) return { state: 'vanished', why: `it answers ${status}` };
    if ([401, 403, 407, 429, 451].includes(status) || answer.headers.has('cf-mitigated'))
      return { state: 'blocked', why: `it answers ${status}` };
    if (!answer.ok) return { state: 'failing', why: `it answers ${status}` };
    const type = answer.headers.get('content-type') ?? 'text/html';
    if (!/^(?:text\/|application\/(?:xhtml\+xml|json))/iu.test(type))
      return { state: 'failing', why: `it is ${type.split(';')[0]}, which has no text` };
    const body = await readBody(answer, bytes);
    const { title, text } = /html/iu.test(type) ? readHtml(decode(body, type)) : { title: '', text: decode(body, type) };
    if (/\b404\b|not found|找不到|不存在/iu.test(title)) return { state: 'vanished', why: `its title is “${short(title)}”` };
    if (/just a moment|attention required|access denied|are you (?:a )?(?:human|robot)|captcha/iu.test(title))
      return { state: 'blocked', why: `its title is “${short(title)}”` };
    if (text.trim() === '') return { state: 'failing', why: 'it has no text without script' };
    return { state: 'read', address: answer.url, text };
  } catch (error) {
    const { name, message, cause } = error as Error;
    if (name === 'TimeoutError') return { state: 'slow', why: `nothing within ${milliseconds / 1000} s` };
    return { state: 'failing', why: short(cause instanceof Error ? cause.message : message) };
  }
}

async function readBody(answer: Response, most: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of (answer.body ?? []) as AsyncIterable<Uint8Array>) {
    chunks.push(chunk);
    length += chunk.length;
    if (length > most) throw new Error(`it is longer than ${most} bytes`);
  }
  return Buffer.concat(chunks);
}

/** Text in the encoding that its header names, or the page itself, else UTF-8. */
function decode(body: Uint8Array, type: string): string {
  const head = new TextDecoder('latin1').decode(body.slice(0, 1024));
  const named = /charset=["']?([\w-]+)/iu.exec(type)?.[1] ?? /<meta[^>]+charset=["']?([\w-]+)/iu.exec(head)?.[1] ?? 'utf-8';
  try {
    return new TextDecoder(named).decode(body);
  } catch {
    return new TextDecoder().decode(body);
  }
}

function short(text: string): string {
  return text
    .replaceAll(/[\s`]+/gu, ' ')
    .trim()
    .slice(0, 120);
}
