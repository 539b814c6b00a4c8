import { filing } from './filing.ts';
import { filingMembers, type ListedMember } from './filing-members.ts';
import type { FilingMember, FilingRecord } from './filing-record.ts';
import { openWorkbook } from './open-workbook.ts';
import type { RawWorkbook } from './raw-workbook.ts';
import type { CellProblem, ReadResult, ReadRow } from './read-result.ts';
import { readOpened, readTables } from './read-workbook.ts';

/** Reads a filing list back. The sheet 成员名单 adds what it knows of the members. */
export async function readFiling(bytes: Uint8Array, fileName: string): Promise<ReadResult<'filing', FilingRecord>> {
  return readOpenedFiling(await openWorkbook(bytes, fileName), fileName);
}

/** The same for a workbook that is open already. */
export function readOpenedFiling(workbook: RawWorkbook, fileName: string): ReadResult<'filing', FilingRecord> {
  const result = readOpened(filing, workbook, fileName);
  const { rows: lines } = readTables(filingMembers, workbook);
  const byStudio = Map.groupBy(
    lines.filter(({ errors, record }) => errors.length === 0 && record.role === 'member'),
    ({ studio }) => studio,
  );
  const warnings: CellProblem[] = [...result.warnings];
  const rows = result.rows.map((row): ReadRow<FilingRecord> => {
    const listed = byStudio.get(row.studio)?.map(({ record }) => memberOf(record));
    const names = row.record.members?.map(({ name }) => name) ?? [];
    if (listed === undefined) return row;
    if (listed.map(({ name }) => name).join('、') === names.join('、')) return { ...row, record: { ...row.record, members: listed } };
    const message = '「成员名单」与汇总表中的成员姓名不一致：以汇总表为准，请核对。';
    warnings.push({ sheet: row.sheet, cell: row.cells.members ?? '', studio: row.studio, field: '成员姓名', message });
    return row;
  });
  return { ...result, rows, warnings };
}

function memberOf({ name = '', sex, birthDate: birth, title }: Partial<ListedMember>): FilingMember {
  return {
    name,
    ...(sex === undefined ? {} : { sex }),
    ...(birth === undefined ? {} : { birthDate: birth }),
    ...(title === undefined ? {} : { title }),
  };
}
