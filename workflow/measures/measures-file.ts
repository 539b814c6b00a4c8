import { resolve } from 'node:path';
import { measuresOfTable, type TableReading } from '../../exchange/measures-of-table.ts';
import { readParameterTable, writeParameterTable } from '../../exchange/parameter-table.ts';
import { Refusal } from '../../policy/refusal.ts';
import { actOf } from '../act-of.ts';
import { runCommand } from '../command.ts';
import type { Context } from '../context.ts';
import type { InputOf, OutputOf } from '../contract/contract.ts';
import { type GivenFile, readGivenFile, writeWholeFile } from '../files.ts';
import { type MeasuresBook, measuresBook } from '../measures-book.ts';
import { addMeasures } from './add-measures.ts';

/** The latest set: a new one follows it, and its table is what people change. */
function latest(book: MeasuresBook) {
  const text = book.texts.at(-1);
  if (text === undefined) throw new Error('there is no set of the Measures');
  const measures = book.byId(text.id);
  return { measures, numbers: book.numbersOf(measures) };
}

/** Writes the table of the latest set, to be changed and brought back. 第二十一条. */
export async function exportMeasures(target: string, { db, seat, today }: Context): Promise<OutputOf<'exportMeasures'>> {
  const { measures, numbers } = latest(measuresBook(db));
  const { bytes } = await writeParameterTable(measures, { department: seat.name, date: today, numbers });
  const path = resolve(target);
  writeWholeFile(path, bytes);
  return { path };
}

/** A table as somebody handed it in, and the set it states against the latest one. */
export interface MeasuresFile extends TableReading {
  readonly file: GivenFile;
}

/** Reads a table. Refuses a file that is none; wrong cells are its problems. */
export async function readMeasuresFile(path: string, { db }: Context): Promise<MeasuresFile> {
  const file = readGivenFile(path);
  const rows = await readParameterTable(file.bytes, file.fileName);
  return { file, ...measuresOfTable(rows, latest(measuresBook(db))) };
}

/** Adds the set a table states, as the command of that name does. Refuses a table with any wrong cell, naming every one. */
export async function addMeasuresFile({ path, sha256 }: InputOf<'addMeasures'>, context: Context): Promise<OutputOf<'addMeasures'>> {
  const { title, article } = actOf('add-measures');
  const { file, stated, problems } = await readMeasuresFile(path, context);
  if (sha256 !== undefined && sha256 !== file.sha256) {
    throw new Refusal(`无法${title}（「${file.fileName}」）：比较之后文件被改动过。请重新比较后再增加。`, article);
  }
  if (stated === undefined) {
    const cells = problems.map(({ sheet, cell, field, message }) => `${sheet}!${cell} ${field}${message}`).join('');
    throw new Refusal(`无法${title}（「${file.fileName}」）：有 ${problems.length} 处错误。${cells}请改正后重新增加。`, article);
  }
  return runCommand(addMeasures, undefined, { set: stated }, context);
}
