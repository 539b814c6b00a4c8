import type { CellType } from '../cell-type.ts';
import { compactCode } from '../normalise-text.ts';
import { cellText } from '../raw-workbook.ts';

/** A task of a commitment letter by its code: `2-1`, or the drop-down's `2-1 培训`. A spreadsheet that made a date of it is told so. */
export const taskCode: CellType<string> = {
  read(cell) {
    if (cell.kind === 'date') {
      return { error: `任务编号被表格软件改成了日期「${cellText(cell)}」：请从下拉列表重新选择。` };
    }
    const text = cellText(cell);
    const code = /^\d{1,2}-\d{1,2}/u.exec(compactCode(text).replaceAll(/[－—–﹣]/gu, '-'))?.[0];
    return code === undefined ? { error: `无法识别任务编号「${text}」：请从下拉列表选择，或写成 2-1 的样子。` } : { value: code };
  },
  write: (value) => value,
  show: (value) => value,
  numberFormat: '@',
  align: 'left',
  guidance: '任务承诺书中的任务编号，从下拉列表选择。',
};
