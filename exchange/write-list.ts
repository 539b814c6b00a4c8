import type { PlainDate } from '../policy/plain-date.ts';
import { formLine } from './form-line.ts';
import { recordHash } from './meta-sheet.ts';
import { planGuidanceSheet } from './plan-guidance-sheet.ts';
import { type ListSheet, planListSheet } from './plan-list-sheet.ts';
import { planMetaSheet } from './plan-meta-sheet.ts';
import type { FormHeader, WrittenWorkbook } from './read-result.ts';
import { renderWorkbook } from './render-workbook.ts';
import { mapSeries } from './series.ts';
import { workbookFileName } from './workbook-file-name.ts';
import type { WorkbookKind } from './workbook-kind.ts';
import type { SheetPlan } from './workbook-plan.ts';

/** Who sends a list: the line under its title and what its meta sheet says. Blanks are left for the pen. */
export interface ListSender {
  readonly department: string;
  readonly filler?: string;
  readonly phone?: string;
  /** 填报日期; also the date the file bears inside, so that the same input gives the same bytes. */
  readonly date: PlainDate;
  readonly measuresId: string;
}

/** One list to be written: what its sheet looks like, its records with their ids in the register, and how to fill it in. */
export interface WrittenList<Id extends string, Cells, Fields>
  extends Pick<ListSheet<Id, Cells, Fields>, 'kind' | 'title' | 'paper' | 'orientation' | 'notes' | 'open' | 'totals' | 'choices'>,
    Partial<Pick<ListSheet<Id, Cells, Fields>, 'example' | 'blankRows' | 'formulas' | 'foot'>> {
  readonly entries: readonly { readonly recordId: string; readonly record: Readonly<Partial<Fields>> }[];
  /** First lines of 填表说明. */
  readonly rules: readonly string[];
  /** Id of what a blank list is handed out for. */
  readonly subjectId?: string;
  /** What is known of whoever fills a list in that is handed out. */
  readonly filledBy?: Omit<FormHeader, 'date'>;
  /** What the file name says after the title: （空白表）. */
  readonly fileMark?: string;
  /** Sheets after the list that say more about its records. */
  readonly attached?: readonly SheetPlan[];
}

/** Writes a list, its 填表说明 and the sheet by which the program knows it again. The same input gives the same bytes. */
export async function writeList<Id extends string, Cells, Fields>(
  list: WrittenList<Id, Cells, Fields>,
  sender: ListSender,
): Promise<WrittenWorkbook> {
  const { kind, title, entries } = list;
  const { measuresId, ...line } = sender;
  const { sheet } = planListSheet({
    example: undefined,
    blankRows: 0,
    ...list,
    name: kind.title,
    // A blank list is signed by whoever fills it in.
    formLine: formLine(list.subjectId === undefined ? line : (list.filledBy ?? {})),
    rows: mapSeries(entries, ({ record }) => kind.cellsOf(record)),
  });
  const meta = {
    kind: kind.id,
    title: kind.title,
    schemaVersion: kind.schemaVersion,
    programVersion: kind.schemaSince,
    measuresId,
    sender: sender.department,
    writtenOn: sender.date,
    records: [
      ...(list.subjectId === undefined ? [] : [{ recordId: list.subjectId, keys: [], hash: '' }]),
      ...entries.map(({ recordId, record }) => ({ recordId, keys: shownKeys(kind, record), hash: recordHash(kind, record) })),
    ],
  };
  const bytes = await renderWorkbook({
    title,
    author: sender.department,
    date: sender.date,
    sheets: [sheet, ...(list.attached ?? []), planGuidanceSheet(kind, list.rules), planMetaSheet(meta)],
  });
  return { fileName: workbookFileName(`${title}${list.fileMark ?? ''}`, sender.department), bytes };
}

/** What the distinct columns of a record say, as reading looks for it. */
function shownKeys<Id extends string, Cells, Fields>(kind: WorkbookKind<Id, Cells, Fields>, record: Readonly<Partial<Fields>>): string[] {
  const cells = kind.cellsOf(record);
  return kind.distinct.map((key) => {
    const column = kind.columns.find((candidate) => candidate.key === key);
    const value = cells[key];
    return column === undefined || value === undefined ? '' : column.type.show(value);
  });
}
