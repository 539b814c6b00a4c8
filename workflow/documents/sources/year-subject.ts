/** What the register keeps as the subject of a document about a year: the year, and the studios where only some were chosen. */
export function yearSubject(year: number, only: readonly string[] | undefined): string {
  return only === undefined ? String(year) : `${year} ${only.toSorted().join(' ')}`;
}
