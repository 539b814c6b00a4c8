/** Something to say about one cell of somebody's workbook. It reaches people as it is. */
export interface CellProblem {
  readonly sheet: string;
  /** Address such as `G13`; empty when the remark is about the whole sheet. */
  readonly cell: string;
  /** Name of the studio in that row; empty when the row names none. */
  readonly studio: string;
  /** Group header and header together: 领办人身份证号. */
  readonly field: string;
  /** One Chinese sentence: what is wrong and what to do. */
  readonly message: string;
}

/** One row of a workbook: what it says in our terms, and what stood in the cells. */
export interface ReadRow<Fields> {
  readonly sheet: string;
  /** Row number as the spreadsheet program shows it, from 1. */
  readonly row: number;
  readonly studio: string;
  /** Id of the record the row was written from, when the workbook carries one. */
  readonly recordId?: string;
  /** SHA-256 of the record as it was when the workbook was written. */
  readonly baseHash?: string;
  /** Normalised values. A blank or wrong cell leaves its field out. */
  readonly record: Readonly<Partial<Fields>>;
  /** The text of each cell as it stood there, before any normalisation. */
  readonly original: Readonly<Partial<Record<keyof Fields, string>>>;
  /** Address of each field's cell, for remarks made later about the same row. */
  readonly cells: Readonly<Partial<Record<keyof Fields, string>>>;
  /** Empty for a clean row. A row with errors must not be stored. */
  readonly errors: readonly CellProblem[];
}

/** The line under the title: 填报单位（盖章）, 填报人, 联系电话, 审核人, 填报日期, each as written. */
export interface FormHeader {
  readonly department?: string;
  readonly filler?: string;
  readonly phone?: string;
  readonly reviewer?: string;
  readonly date?: string;
}

/** What a workbook says: its rows in their order, and what is worth a warning but stops nothing. */
export interface ReadResult<Kind extends string, Fields> {
  readonly kind: Kind;
  readonly header: FormHeader;
  /** Who wrote the workbook and when, and about which records, as its meta sheet says; a workbook of people's own has none. */
  readonly origin?: { readonly sender: string; readonly writtenOn: string; readonly recordIds: readonly string[] };
  readonly rows: readonly ReadRow<Fields>[];
  readonly warnings: readonly CellProblem[];
}

/** A workbook ready to be saved. */
export interface WrittenWorkbook {
  readonly fileName: string;
  readonly bytes: Uint8Array;
}
