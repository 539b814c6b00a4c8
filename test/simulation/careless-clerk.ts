import ExcelJS from 'exceljs';
import type { Dice } from '../workflow/model/dice.ts';

type Edit = (sheet: ExcelJS.Worksheet, row: ExcelJS.Row, dice: Dice) => void;

/** A cell of a row that has something in it. */
function filledCell(row: ExcelJS.Row, dice: Dice): ExcelJS.Cell | undefined {
  const filled: ExcelJS.Cell[] = [];
  row.eachCell((cell) => filled.push(cell));
  return filled.length === 0 ? undefined : dice.oneOf(filled);
}

/** What happens to workbooks between two departments. */
const edits: readonly Edit[] = [
  // Blanks and line breaks typed into a cell.
  (_sheet, row, dice) => {
    const cell = filledCell(row, dice);
    if (typeof cell?.value === 'string') cell.value = ` ${cell.value}\n`;
  },
  // A cell emptied by mistake.
  (_sheet, row, dice) => {
    const cell = filledCell(row, dice);
    if (cell !== undefined) cell.value = null;
  },
  // A number the sender does not own, or of nobody.
  (_sheet, row, dice) => {
    const cell = filledCell(row, dice);
    if (cell !== undefined) cell.value = dice.oneOf(['区人备〔2099〕1号', '待定', 0, -1, '#REF!']);
  },
  // A row deleted.
  (sheet, row) => sheet.spliceRows(row.number, 1),
  // A row copied under the table.
  (sheet, row) => {
    sheet.addRow((row.values as ExcelJS.CellValue[]).slice(1));
  },
  // A remark above the table.
  (sheet) => {
    sheet.insertRow(1, ['请尽快办理，谢谢！']);
  },
];

/** Opens a workbook, changes one to three things in its first sheet, and saves it under another name. */
export async function editCarelessly(path: string, target: string, dice: Dice): Promise<string> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.readFile(path);
  const [sheet] = workbook.worksheets;
  if (sheet === undefined) throw new Error('a workbook without a sheet');
  for (let times = 1 + dice.below(3); times > 0; times -= 1) {
    const edit = dice.oneOf(edits);
    edit(sheet, sheet.getRow(3 + dice.below(Math.max(1, sheet.rowCount - 2))), dice);
  }
  await workbook.xlsx.writeFile(target);
  return target;
}
