import { Refusal } from '../policy/refusal.ts';
import type { RawSheet } from './raw-workbook.ts';
import { workbookLimits } from './workbook-limits.ts';

/** The sheet, if its extent and its merged areas are of a sane size. Refuses one that is not. */
export function checkedSheet(sheet: RawSheet, fileName: string): RawSheet {
  const columns = sheet.rows.reduce((most, row) => Math.max(most, row.length), 0);
  if (sheet.rows.length > workbookLimits.rows) {
    throw new Refusal(
      `无法读取「${fileName}」：工作表「${sheet.name}」用到了第 ${sheet.rows.length} 行，最多读取 ${workbookLimits.rows} 行。请整行删除下方的空白行后另存再导入。`,
    );
  }
  if (columns > workbookLimits.columns) {
    throw new Refusal(
      `无法读取「${fileName}」：工作表「${sheet.name}」用到了第 ${columns} 列，最多读取 ${workbookLimits.columns} 列。请整列删除右侧的空白列后另存再导入。`,
    );
  }
  let covered = 0;
  for (const { top, left, bottom, right } of sheet.merges) {
    const height = Math.max(0, Math.min(bottom, sheet.rows.length - 1) - top + 1);
    covered += height * Math.max(0, Math.min(right, columns - 1) - left + 1);
  }
  if (covered > workbookLimits.mergedCells) {
    throw new Refusal(`无法读取「${fileName}」：工作表「${sheet.name}」的合并单元格过多或相互重叠。请取消合并后另存再导入。`);
  }
  return sheet;
}
