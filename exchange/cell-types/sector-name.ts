import type { CellType } from '../cell-type.ts';
import { singleLine } from '../normalise-text.ts';
import { cellText } from '../raw-workbook.ts';

/** A sector: 教育系统 and 教育领域 are 教育. Which sectors there are is for the register to know. */
export const sectorName: CellType<string> = {
  read(cell) {
    const name = singleLine(cellText(cell));
    return { value: name.replace(/(?<=.)(?:系统|领域|行业|类)$/u, '') };
  },
  write: (value) => value,
  show: (value) => value,
  numberFormat: '@',
  align: 'center',
  guidance: '教育、卫生、文化、技能、民生等，从下拉列表中选。',
};
