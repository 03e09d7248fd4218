/** Ids that the pages around a chapter use; a heading of the same id could not be linked, and the script of the page would take it for its own. */
export const reserved: readonly string[] = ['main', 'status', 'search-input', 'search-results', 'ledger', 'top', 'index'];

/** Whether an id of a heading, or the name of a chapter, is used by the site itself. */
export function isReserved(id: string): boolean {
  return reserved.includes(id) || /^(?:checklist|claim)-/u.test(id);
}
