/** Splits a line so that runs of two or more English words can be marked with their language; all pieces together are the line. */
export function englishRuns(line: string): { text: string; english: boolean }[] {
  return line
    .split(/([A-Za-z$][^\p{Script=Han}\u3000-\u303f\uff00-\uffef·]*[A-Za-z0-9?!])/u)
    .filter(Boolean)
    .map((text) => ({ text, english: /^[A-Za-z$].*[A-Za-z] [A-Za-z]/u.test(text) }));
}
