/** A row of a book that only grows: what takes another back, or stands in its stead, refers to it. */
interface BookRow {
  readonly id: string;
  readonly sequence: number;
  readonly reversesId: string | null;
  readonly replacesId: string | null;
}

/** What corrections make of a row, by the numbers people call rows by. */
interface Corrections {
  /** Sequence of the row this one takes back. */
  readonly reverses: number | null;
  /** Sequence of the row in whose stead this one stands. */
  readonly replaces: number | null;
  /** Whether a later row has taken this one back. */
  readonly reversed: boolean;
}

/** All rows of one book, each with what corrections make of it. */
export function withCorrections<Row extends BookRow>(
  rows: readonly Row[],
): readonly (Omit<Row, 'reversesId' | 'replacesId'> & Corrections)[] {
  const sequences = new Map(rows.map(({ id, sequence }) => [id, sequence]));
  const reversed = new Set(rows.map(({ reversesId }) => reversesId));
  const sequenceOf = (id: string | null) => (id === null ? null : (sequences.get(id) ?? null));
  return rows.map(({ reversesId, replacesId, ...row }) => ({
    ...row,
    reverses: sequenceOf(reversesId),
    replaces: sequenceOf(replacesId),
    reversed: reversed.has(row.id),
  }));
}
