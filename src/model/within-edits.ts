/** True if at most `edits` letters are wrong, missing, too many, or swapped with their neighbours. */
export function isWithinEdits(a: string, b: string, edits: number): boolean {
  let same = 0;
  while (same < a.length && a[same] === b[same]) same++;
  const [left, right] = [a.slice(same), b.slice(same)];
  if (left === right) return true;
  if (edits === 0 || Math.abs(left.length - right.length) > edits) return false;
  const goesOn = (inLeft: number, inRight: number) => isWithinEdits(left.slice(inLeft), right.slice(inRight), edits - 1);
  const areSwapped = left.length > 1 && left[0] === right[1] && left[1] === right[0];
  return goesOn(1, 1) || goesOn(1, 0) || goesOn(0, 1) || (areSwapped && goesOn(2, 2));
}
