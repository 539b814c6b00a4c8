import { basename, resolve } from 'node:path';
import { appendAudit } from '../../db/audit.ts';
import { inTransaction } from '../../db/transaction.ts';
import { registerExport } from '../../db/writes/exported-files.ts';
import { writeFiling } from '../../exchange/filing.ts';
import { article } from '../../policy/article.ts';
import { partsOf } from '../../policy/plain-date.ts';
import { Refusal } from '../../policy/refusal.ts';
import type { Context } from '../context.ts';
import type { InputOf, OutputOf } from '../contract/contract.ts';
import { sha256, writeWholeFile } from '../files.ts';
import { measuresBook } from '../measures-book.ts';
import { readContact } from '../session/contact.ts';
import { filingEntries } from './filing-entries.ts';

const place = article(11, 3);

/** The filing workbook of a year as it would be sent. Refused for a seat that names no studios, and for a year without any. */
async function filingWorkbook(context: Context, asked: number | undefined) {
  const { seat, today } = context;
  const year = asked ?? partsOf(today).year;
  const [sector] = seat.sectors;
  if (seat.kind !== 'sector-bureau' || sector === undefined) {
    throw new Refusal(`无法导出备案汇总表：由行业主管部门报送，${seat.name}没有这项职权。请由行业主管部门办理。`, place);
  }
  const entries = filingEntries(context, year);
  if (entries.length === 0)
    throw new Refusal(`无法导出备案汇总表：${seat.name}在 ${year} 年没有命名工作室。请核对年度，或先办理命名。`, place);
  const { person, phone } = readContact(context.db);
  const { fileName, bytes } = await writeFiling(entries, {
    department: seat.name,
    sector: seat.sectors.join('、'),
    year,
    date: today,
    measuresId: measuresBook(context.db).on(today).id,
    ...(person === '' ? {} : { filler: person }),
    ...(phone === '' ? {} : { phone }),
  });
  return { fileName, bytes, rows: entries.length };
}

/** What the filing workbook of a year would be called, and how many studios it holds. */
export async function filingFileName({ year }: InputOf<'filingFileName'>, context: Context): Promise<OutputOf<'filingFileName'>> {
  const { fileName, rows } = await filingWorkbook(context, year);
  return { fileName, rows };
}

/** Writes the filing workbook of a year to a file and enters it in the log of what was sent. 第十一条第三项. */
export async function exportFiling({ target, year }: InputOf<'exportFiling'>, context: Context): Promise<OutputOf<'exportFiling'>> {
  const { bytes, rows } = await filingWorkbook(context, year);
  const path = resolve(target);
  writeWholeFile(path, bytes);
  const file = { kind: 'filing', fileName: basename(path), sha256: sha256(bytes), rowCount: rows };
  const departmentId = context.seat.id;
  inTransaction(context.db, (tx) => {
    registerExport(tx, { ...file, exportedOn: context.today, departmentId });
    appendAudit(tx, { at: context.at, onDate: context.today, departmentId, command: 'export', studioId: null, details: file });
  });
  return { path, kind: file.kind, rows, sha256: file.sha256 };
}
