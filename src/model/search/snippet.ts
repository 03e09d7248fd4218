/** A piece of text, marked where it is what was searched for. */
export interface Piece {
  text: string;
  marked: boolean;
}

/**
 * The part of a text around its first best match, about `width` characters long, in pieces: from the start of a clause where one
 * is near, and never from or to the middle of a Latin word or a number. `words` are lower-case, longest first.
 */
export function snippet(text: string, words: readonly string[], width = 64): Piece[] {
  const lower = text.toLowerCase();
  const places = words
    .slice(0, 3)
    .map((word) => lower.indexOf(word))
    .filter((index) => index >= 0);
  const match = places.length > 0 ? Math.min(...places) : 0;
  const start = startBefore(text, match);
  const end = start + width < text.length ? endNear(text, start + width) : text.length;
  return [
    ...(start > 0 ? [{ text: '…', marked: false }] : []),
    ...mark(text.slice(start, end), words),
    ...(end < text.length ? [{ text: '…', marked: false }] : []),
  ];
}

function startBefore(text: string, match: number): number {
  const from = Math.max(0, match - 24);
  if (from === 0) return 0;
  const [clause = ''] = /[^。；，：！？、\n]*$/u.exec(text.slice(from, match))!;
  const start = match - clause.length;
  return start > from ? start + /^\s*/u.exec(clause)![0].length : wordEdge(text, match - 12);
}

function endNear(text: string, at: number): number {
  const stop = /[。；]/u.exec(text.slice(at - 12, at));
  return stop ? at - 11 + stop.index : wordEdge(text, at);
}

/** The place itself, or the start of the Latin word or number that it would cut, unless that is very long. */
function wordEdge(text: string, at: number): number {
  const cut = /[\w$.-]{1,20}$/u.exec(text.slice(0, at));
  return cut && /^\w/u.test(text.slice(at)) ? at - cut[0].length : at;
}

/** A text in pieces, with every occurrence of the words marked. */
export function mark(text: string, words: readonly string[]): Piece[] {
  const lower = text.toLowerCase();
  const marked = Array.from({ length: text.length }, () => false);
  // A text whose lower case has another length (İ) cannot be marked by position.
  for (const word of lower.length === text.length ? words : [])
    for (let at = lower.indexOf(word); word && at >= 0; at = lower.indexOf(word, at + 1)) marked.fill(true, at, at + word.length);
  const pieces: Piece[] = [];
  for (let index = 0; index < text.length; index++) {
    const last = pieces.at(-1);
    if (last && last.marked === marked[index]) last.text += text[index]!;
    else pieces.push({ text: text[index]!, marked: marked[index]! });
  }
  return pieces;
}
