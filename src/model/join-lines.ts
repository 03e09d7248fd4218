/** Joins lines between hanzi: Chinese is written without the space that a line end stands for elsewhere. */
export function joinLines(text: string): string {
  return text.includes('\n') ? text.replaceAll(betweenHanzi, '') : text;
}

/** A line end between two hanzi or beside Chinese punctuation, with the indentation of the next line. */
const betweenHanzi =
  /(?<=\p{Script=Han})[ \t]*\n[ \t]*(?=\p{Script=Han})|(?<=[、-〕！-～…—])[ \t]*\n[ \t]*(?=\S)|(?<=\S)[ \t]*\n[ \t]*(?=[、-〕！-～…—])/gu;
