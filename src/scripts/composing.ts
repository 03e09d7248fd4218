/** True for a key that belongs to an input method. Safari ends the composition before it sends the key: only the code tells then. */
export function isComposing(event: KeyboardEvent): boolean {
  return event.isComposing || event.keyCode === 229;
}
