/** A piece of text, marked where it is what was searched for. */
export interface Piece {
  text: string;
  marked: boolean;
}

/** The part of a text around its first best match, about `width` characters long, in pieces. `words` are lower-case. */
export function snippet(text: string, words: readonly string[], width = 64): Piece[] {
  const lower = text.toLowerCase();
  const at = Math.max(
    0,
    Math.min(
      ...words
        .slice(0, 3)
        .map((word) => lower.indexOf(word))
        .filter((index) => index >= 0),
      text.length,
    ) - 16,
  );
  const start = at >= text.length - 16 ? 0 : at;
  const pieces = mark(text.slice(start, start + width), words);
  return [
    ...(start > 0 ? [{ text: '…', marked: false }] : []),
    ...pieces,
    ...(start + width < text.length ? [{ text: '…', marked: false }] : []),
  ];
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
