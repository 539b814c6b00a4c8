import type { CellType } from '../cell-type.ts';
import { readNames } from '../name-list.ts';
import { cellText } from '../raw-workbook.ts';

/** The names of a team. */
export const memberNames: CellType<readonly string[]> = {
  read(cell) {
    const text = cellText(cell);
    const { names, doubtful, notes } = readNames(text);
    if (doubtful.length > 0) {
      return { error: `名单中的「${doubtful.join('」「')}」不像姓名：只写姓名，用顿号隔开，不写「等」字、人数和职务。` };
    }
    if (notes.length > 0) return { value: names, warning: `名单中括号里的「${notes.join('」「')}」没有采用：名单只收姓名。` };
    const repeated = names.filter((name, index) => names.indexOf(name) !== index);
    if (repeated.length === 0) return { value: names };
    return { value: names, warning: `名单中「${[...new Set(repeated)].join('」「')}」出现不止一次：同名者请在备注中说明，重复者请删去。` };
  },
  write: (value) => value.join('、'),
  show: (value) => value.join('、'),
  numberFormat: '@',
  align: 'left',
  guidance: '只写姓名，用顿号隔开，不含领办人。',
  list: true,
};
