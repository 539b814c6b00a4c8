import ExcelJS from 'exceljs';
import { Refusal } from '../policy/refusal.ts';
import { addCharts } from './add-charts.ts';
import type { CellContent } from './cell-type.ts';
import { finishPackage } from './finish-package.ts';
import type { CellLook, CellPlan, FormulaContent, SheetPlan, WorkbookPlan } from './workbook-plan.ts';

/** A cell holds no more characters. */
const longestText = 32_767;
const states = { visible: 'visible', hidden: 'hidden', 'very-hidden': 'veryHidden' } as const;
const paperSizes = { A3: 8, A4: 9 } as const;
const border: Partial<ExcelJS.Border> = { style: 'thin', color: { argb: 'FF000000' } };
const box: Partial<ExcelJS.Borders> = { top: border, left: border, bottom: border, right: border };

interface Look {
  readonly font: Partial<ExcelJS.Font>;
  readonly align: 'left' | 'center' | 'right';
  readonly boxed: boolean;
  readonly fill?: string;
}

const song = '宋体';
const looks: Readonly<Record<CellLook, Look>> = {
  title: { font: { name: '黑体', size: 18 }, align: 'center', boxed: false },
  'form-line': { font: { name: song, size: 11 }, align: 'left', boxed: false },
  header: { font: { name: '黑体', size: 10 }, align: 'center', boxed: true, fill: 'FFF2F2F2' },
  body: { font: { name: song, size: 10 }, align: 'left', boxed: true },
  total: { font: { name: song, size: 10, bold: true }, align: 'center', boxed: true },
  note: { font: { name: song, size: 10 }, align: 'left', boxed: false },
  example: { font: { name: song, size: 10, italic: true, color: { argb: 'FF7F7F7F' } }, align: 'left', boxed: true },
  plain: { font: { name: song, size: 11 }, align: 'left', boxed: false },
};
/** Where somebody is to write. */
const openFill = 'FFFFFBE6';

/** Draws a planned workbook as .xlsx. The same plan gives the same bytes. */
export async function renderWorkbook(plan: WorkbookPlan): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  const written = new Date(`${plan.date}T00:00:00Z`);
  Object.assign(workbook, { title: plan.title, creator: plan.author, lastModifiedBy: plan.author, created: written, modified: written });
  workbook.calcProperties.fullCalcOnLoad = true;
  for (const sheet of plan.sheets) await drawSheet(workbook, sheet);
  return addCharts(finishPackage(new Uint8Array(await workbook.xlsx.writeBuffer())), plan.sheets);
}

async function drawSheet(workbook: ExcelJS.Workbook, plan: SheetPlan): Promise<void> {
  // The library leaves out a width equal to its own default of 9: so the sheet's default is said to be that.
  const sheet = workbook.addWorksheet(plan.name, { state: states[plan.visibility], properties: { defaultColWidth: 9 } });
  for (const [index, width] of plan.widths.entries()) sheet.getColumn(index + 1).width = width;
  for (const [index, row] of plan.rows.entries()) {
    const line = sheet.getRow(index + 1);
    line.height = row.height;
    for (const [column, cell] of row.cells.entries()) if (cell !== undefined) drawCell(line.getCell(column + 1), cell, plan.name);
  }
  for (const { top, left, bottom, right } of plan.merges) sheet.mergeCells(top + 1, left + 1, bottom + 1, right + 1);
  for (const { range, entries } of plan.choices) addChoices(sheet, range, entries);
  for (const { range, most } of plan.limits ?? []) addLimit(sheet, range, most);
  if (plan.frozen !== undefined)
    sheet.views = [{ state: 'frozen', xSplit: plan.frozen.columns, ySplit: plan.frozen.rows, showGridLines: false }];
  if (plan.print !== undefined) setUpPage(sheet, plan.print);
  if (plan.locked) {
    // Without a password: it keeps a slip of the hand out, not the owner of the file.
    await sheet.protect('', {
      formatColumns: true,
      formatRows: true,
      sort: true,
      autoFilter: true,
      selectLockedCells: true,
      selectUnlockedCells: true,
    });
  }
}

function drawCell(cell: ExcelJS.Cell, plan: CellPlan, sheetName: string): void {
  cell.value = cellValue(plan.content, sheetName, cell);
  cell.style = styleOf(plan);
}

/** One object for each way a cell can look: the library knows a style it has seen by the object. */
const styles = new Map<string, Partial<ExcelJS.Style>>();

function styleOf({ look: name, align, numberFormat, open }: CellPlan): Partial<ExcelJS.Style> {
  const key = `${name} ${align ?? ''} ${open === true} ${numberFormat ?? ''}`;
  const known = styles.get(key);
  if (known !== undefined) return known;
  const look = looks[name];
  const fill = open === true && name === 'body' ? openFill : look.fill;
  const style: Partial<ExcelJS.Style> = {
    font: look.font,
    alignment: { horizontal: align ?? look.align, vertical: 'middle', wrapText: true },
    ...(look.boxed ? { border: box } : {}),
    ...(fill === undefined ? {} : { fill: { type: 'pattern', pattern: 'solid', fgColor: { argb: fill } } }),
    ...(numberFormat === undefined ? {} : { numFmt: numberFormat }),
    ...(open === true ? { protection: { locked: false } } : {}),
  };
  styles.set(key, style);
  return style;
}

function cellValue(content: CellContent | FormulaContent, sheetName: string, cell: ExcelJS.Cell): ExcelJS.CellValue {
  if (content === undefined) return null;
  if (typeof content === 'number') return content;
  if (typeof content === 'string') return safeText(content, sheetName, cell);
  if ('formula' in content) return { formula: content.formula, result: content.result };
  // The library takes a date's parts in UTC.
  return new Date(`${content.date}T00:00:00Z`);
}

/** Text stays text: written as a string it is never a formula, and what looks like an escape of the format is escaped itself. */
function safeText(text: string, sheetName: string, cell: ExcelJS.Cell): string {
  if (text.length > longestText)
    throw new Refusal(
      `无法写入工作表「${sheetName}」的 ${cell.address}：内容有 ${text.length} 个字，一个单元格最多 ${longestText} 个字。请先精简。`,
    );
  return text.replaceAll(/_(?=x[0-9A-Fa-f]{4}_)/gu, '_x005F_');
}

function addChoices(sheet: ExcelJS.Worksheet, range: string, entries: readonly string[]): void {
  addRule(sheet, range, {
    type: 'list',
    formulae: [`"${entries.join(',')}"`],
    errorTitle: '请从列表中选择',
    error: `可选：${entries.join('、')}`,
  });
}

function addLimit(sheet: ExcelJS.Worksheet, range: string, most: number): void {
  addRule(sheet, range, {
    type: 'decimal',
    operator: 'between',
    formulae: [0, most],
    errorTitle: '数字超出范围',
    error: `请填 0 至 ${most} 之间的数字`,
  });
}

/** One validation for a whole range: cell by cell the library writes ranges that overlap. */
function addRule(sheet: ExcelJS.Worksheet, range: string, rule: Omit<ExcelJS.DataValidation, 'allowBlank'>): void {
  const { dataValidations } = sheet as unknown as { dataValidations: { add: (range: string, validation: ExcelJS.DataValidation) => void } };
  dataValidations.add(range, { allowBlank: true, showErrorMessage: true, errorStyle: 'stop', ...rule });
}

function setUpPage(sheet: ExcelJS.Worksheet, { paper, orientation, repeat }: NonNullable<SheetPlan['print']>): void {
  Object.assign(sheet.pageSetup, {
    paperSize: paperSizes[paper],
    orientation,
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: 0,
    horizontalCentered: true,
    // Inches; 15 mm at the sides, 20 mm at the foot for the page number.
    margins: { left: 0.59, right: 0.59, top: 0.79, bottom: 0.79, header: 0.39, footer: 0.39 },
    ...(repeat === undefined ? {} : { printTitlesRow: `${repeat.top + 1}:${repeat.bottom + 1}` }),
  });
  sheet.headerFooter.oddFooter = '&C第 &P 页 共 &N 页';
}
