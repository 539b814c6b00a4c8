import { resolve } from 'node:path';
import { listSectors } from '../../db/queries/departments.ts';
import { writeApplicationListTemplate } from '../../exchange/application-list.ts';
import { writeErrorReport as markErrors } from '../../exchange/error-report.ts';
import { partsOf } from '../../policy/plain-date.ts';
import type { Context } from '../context.ts';
import type { InputOf, OutputOf } from '../contract/contract.ts';
import { readGivenFile, writeWholeFile } from '../files.ts';
import { measuresBook } from '../measures-book.ts';
import { readCheckedRows } from './import-applications.ts';

/** Writes a blank application list of this seat to be filled in. */
export async function writeTemplate(target: string, { db, seat, today }: Context): Promise<OutputOf<'writeTemplate'>> {
  const { bytes } = await writeApplicationListTemplate({
    year: partsOf(today).year,
    department: seat.name,
    sector: seat.sectors.join('、'),
    sectors: listSectors(db).map(({ name }) => name),
    date: today,
    measuresId: measuresBook(db).on(today).id,
  });
  writeWholeFile(resolve(target), bytes);
  return { path: resolve(target) };
}

/** Writes the sender's own workbook with its errors marked, to be sent back, mended and imported again. */
export async function writeErrorReport(request: InputOf<'writeErrorReport'>, context: Context): Promise<OutputOf<'writeErrorReport'>> {
  const rows = await readCheckedRows(request, context);
  const errors = rows.flatMap((row) => row.errors);
  const { bytes, fileName } = readGivenFile(request.path);
  writeWholeFile(resolve(request.target), (await markErrors(bytes, errors, fileName)).bytes);
  return { path: resolve(request.target), errors: errors.length };
}
