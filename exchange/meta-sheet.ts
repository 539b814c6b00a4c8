import { createHash } from 'node:crypto';
import { isPlainDate } from '../policy/plain-date.ts';
import { Refusal } from '../policy/refusal.ts';
import type { CellContent } from './cell-type.ts';
import { cellText, type RawWorkbook } from './raw-workbook.ts';
import type { WorkbookKind } from './workbook-kind.ts';

/** Name of the very hidden sheet that says where a workbook comes from. */
export const metaSheetName = '_meta';

/** What the program writes into a workbook to know it again. */
export interface Meta {
  readonly kind: string;
  readonly title: string;
  readonly schemaVersion: number;
  /** First version of the program that reads this schema. */
  readonly programVersion: string;
  readonly measuresId: string;
  readonly sender: string;
  readonly writtenOn: string;
  readonly records: readonly MetaRecord[];
}

export interface MetaRecord {
  readonly recordId: string;
  /** What the row's distinct columns said, the surest first: they bind it to the record wherever it has been moved. */
  readonly keys: readonly string[];
  /** SHA-256 of the record as written. */
  readonly hash: string;
}

const heading = ['kind', 'title', 'schemaVersion', 'programVersion', 'measuresId', 'sender', 'writtenOn'] as const;
const recordMark = 'record';

/** The rows of the sheet. */
export function metaRows(meta: Meta): readonly (readonly string[])[] {
  return [
    ...heading.map((key) => [key, String(meta[key])]),
    ...meta.records.map(({ recordId, hash, keys }) => [recordMark, recordId, hash, ...keys]),
  ];
}

/** The meta sheet of a workbook, or `undefined` for one the program did not write. */
export function readMeta(workbook: RawWorkbook): Meta | undefined {
  const sheet = workbook.sheets.find(({ name }) => name === metaSheetName);
  if (sheet === undefined) return undefined;
  const values = new Map<string, string>();
  const records: MetaRecord[] = [];
  for (const row of sheet.rows) {
    const [mark = '', first = '', second = '', ...keys] = row.map(cellText);
    if (mark === recordMark) records.push({ recordId: first, hash: second, keys });
    else if (mark !== '') values.set(mark, first);
  }
  const text = (key: (typeof heading)[number]): string => values.get(key) ?? '';
  return {
    kind: text('kind'),
    title: text('title'),
    schemaVersion: Number(text('schemaVersion')),
    programVersion: text('programVersion'),
    measuresId: text('measuresId'),
    sender: text('sender'),
    writtenOn: text('writtenOn'),
    records,
  };
}

/** Refuses a workbook of another kind, one written to a schema this program does not know yet, and one whose mark makes no sense. */
export function checkMeta<Id extends string, Cells, Fields>(meta: Meta, kind: WorkbookKind<Id, Cells, Fields>, fileName: string): void {
  if (meta.kind !== kind.id) {
    throw new Refusal(`无法按「${kind.title}」导入「${fileName}」：这是一份「${meta.title}」。请在导入时选择对应的种类，或改选文件。`);
  }
  if (!Number.isInteger(meta.schemaVersion) || meta.schemaVersion < 1) {
    throw new Refusal(`无法导入「${fileName}」：文件中的版本标记已损坏。请向报送单位索取原件。`);
  }
  if (meta.schemaVersion > kind.schemaVersion) {
    throw new Refusal(
      `无法导入「${fileName}」：它由较新版本的程序写出（${kind.title}第 ${meta.schemaVersion} 版格式，本程序只识别到第 ${kind.schemaVersion} 版）。` +
        `请把本程序升级到 ${meta.programVersion} 或更新的版本后再导入。`,
    );
  }
  if (!isPlainDate(meta.writtenOn)) {
    throw new Refusal(`无法导入「${fileName}」：文件中的写出日期已损坏。请向报送单位索取原件。`);
  }
}

/**
 * SHA-256 of a record as a workbook of this kind would carry it. Two records with the same hash are the same to everybody
 * who exchanges that workbook.
 */
export function recordHash<Id extends string, Cells, Fields>(
  kind: WorkbookKind<Id, Cells, Fields>,
  record: Readonly<Partial<Fields>>,
): string {
  const cells = kind.cellsOf(record);
  const contents = kind.columns.map((column): readonly [string, CellContent | null] => {
    const value = cells[column.key];
    return [column.key, value === undefined ? null : (column.type.write(value) ?? null)];
  });
  return createHash('sha256').update(JSON.stringify(contents)).digest('hex');
}
