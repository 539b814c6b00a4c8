import { type CellObject, read, SSF, type WorkBook, type WorkSheet } from '@e965/xlsx';
import { Refusal } from '../policy/refusal.ts';
import { dateOfSerial } from './date-text.ts';
import type { RawCell, RawSheet, RawWorkbook } from './raw-workbook.ts';
import { checkedSheet } from './sheet-limits.ts';
import { showsPercent } from './shows-percent.ts';
import { workbookLimits } from './workbook-limits.ts';
import { damaged } from './workbook-package.ts';

/** Days from the 1900 to the 1904 date system. */
const days1904 = 1462;

/** Opens .xls and .et files. Dates are taken as serial numbers, so that no time zone touches them. */
export function openXls(bytes: Uint8Array, fileName: string): RawWorkbook {
  let workbook: WorkBook;
  try {
    // A row more than is allowed is read, to notice that there are more.
    workbook = read(bytes, {
      type: 'array',
      dense: true,
      cellDates: false,
      cellNF: true,
      cellHTML: false,
      sheetRows: workbookLimits.rows + 1,
    });
  } catch (fault) {
    if (fault instanceof Error && /password|encrypt/iu.test(fault.message)) {
      throw new Refusal(`无法读取「${fileName}」：文件设有打开密码。请用 Excel 或 WPS 打开，取消密码后另存再导入。`);
    }
    throw damaged(fileName);
  }
  const shift = workbook.Workbook?.WBProps?.date1904 === true ? days1904 : 0;
  const sheets = workbook.SheetNames.flatMap((name, index) => {
    const sheet = workbook.Sheets[name];
    const hidden = workbook.Workbook?.Sheets?.[index]?.Hidden ?? 0;
    return sheet === undefined ? [] : [checkedSheet(rawSheet(name, sheet, hidden, shift), fileName)];
  });
  return { sheets, linksOutside: false };
}

function rawSheet(name: string, sheet: WorkSheet, hidden: 0 | 1 | 2, shift: number): RawSheet {
  const data: readonly (readonly (CellObject | undefined)[] | undefined)[] = sheet['!data'] ?? [];
  const hiddenIn = (infos: readonly ({ readonly hidden?: boolean } | undefined)[] | undefined): Set<number> =>
    new Set((infos ?? []).flatMap((info, index) => (info?.hidden === true ? [index] : [])));
  return {
    name,
    visibility: hidden === 0 ? 'visible' : hidden === 1 ? 'hidden' : 'very-hidden',
    rows: Array.from(data, (row) => Array.from(row ?? [], (cell) => rawCell(cell, shift))),
    merges: (sheet['!merges'] ?? []).map(({ s, e }) => ({ top: s.r, left: s.c, bottom: e.r, right: e.c })),
    hiddenRows: hiddenIn(sheet['!rows']),
    hiddenColumns: hiddenIn(sheet['!cols']),
  };
}

function rawCell(cell: CellObject | undefined, shift: number): RawCell | undefined {
  const value = valueOf(cell, shift);
  return value === undefined || cell?.f === undefined ? value : { ...value, formula: cell.f };
}

function valueOf(cell: CellObject | undefined, shift: number): RawCell | undefined {
  const value = cell?.v;
  if (cell === undefined || value === undefined || value === '' || cell.t === 'z') return undefined;
  if (cell.t === 'e') return { kind: 'error', text: cell.w ?? '#N/A' };
  if (typeof value === 'boolean') return { kind: 'boolean', value };
  if (typeof value !== 'number') return { kind: 'text', text: String(value) };
  if (showsPercent(cell.z)) return { kind: 'number', number: value, percent: true };
  if (!isDateFormat(cell.z)) return { kind: 'number', number: value };
  const date = dateOfSerial(value + shift);
  return date === undefined ? { kind: 'error', text: '日期超出范围' } : { kind: 'date', date };
}

function isDateFormat(format: CellObject['z']): boolean {
  const { is_date: isDate } = SSF as { is_date: (format: string) => boolean };
  return typeof format === 'string' && isDate(format);
}
