import ExcelJS from 'exceljs';
import { strFromU8, strToU8, unzipSync } from 'fflate';
import { addCharts } from './add-charts.ts';
import { cellLooks } from './cell-looks.ts';
import { comparePartNames, orderedFonts, packPieces } from './finish-package.ts';
import { cellAddress } from './raw-workbook.ts';
import { SharedTexts } from './shared-texts.ts';
import { type SheetContext, sheetRows, widestRow } from './sheet-rows.ts';
import type { CellLook, CellPlan, SheetPlan, WorkbookPlan } from './workbook-plan.ts';

const sharedTexts = 'xl/sharedStrings.xml';
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

/**
 * Draws a planned workbook as .xlsx. The same plan gives the same bytes. The library makes everything but the rows: styles, page, protection,
 * drop-downs, properties. For the rows, which are most of the file, it would hold several objects a cell: they are written past it.
 */
export async function renderWorkbook(plan: WorkbookPlan): Promise<Uint8Array> {
  const looksUsed = cellLooks(plan.sheets);
  const { parts, styles } = await drawFrame(plan, looksUsed.all);
  const texts = new SharedTexts();
  const context = { styleOf: (cell: CellPlan) => styles[looksUsed.indexOf(cell)] ?? 0, indexOf: (text: string) => texts.indexOf(text) };
  const sheets = plan.sheets.map((sheet, index): [string, Iterable<string>] => {
    const name = `xl/worksheets/sheet${index + 1}.xml`;
    return [name, filledSheet(partText(parts, name), sheet, context)];
  });
  const drawn = new Set([...sheets.map(([name]) => name), sharedTexts]);
  const others = [...parts].filter(([name]) => !drawn.has(name)).toSorted(([one], [other]) => comparePartNames(one, other));
  // The texts come last: only then it is known which there are.
  return addCharts(packPieces([...others, ...sheets, [sharedTexts, texts.markup()]]), plan.sheets);
}

function partText(parts: ReadonlyMap<string, Uint8Array>, name: string): string {
  const part = parts.get(name);
  if (part === undefined) throw new Error(`the library has not written ${name}`);
  return strFromU8(part);
}

interface Frame {
  readonly parts: ReadonlyMap<string, Uint8Array>;
  /** Index in the styles of the workbook for each look asked for. */
  readonly styles: readonly number[];
}

/** The workbook without its rows. */
async function drawFrame(plan: WorkbookPlan, looksUsed: readonly CellPlan[]): Promise<Frame> {
  const workbook = new ExcelJS.Workbook();
  const written = new Date(`${plan.date}T00:00:00Z`);
  Object.assign(workbook, { title: plan.title, creator: plan.author, lastModifiedBy: plan.author, created: written, modified: written });
  workbook.calcProperties.fullCalcOnLoad = true;
  const [first] = await Promise.all(plan.sheets.map((sheet) => drawSheet(workbook, sheet)));
  if (first === undefined) throw new Error('a workbook without sheets');
  // One sample of each look under everything else: what the library calls them stands in its cells, which are not kept.
  const samples = first.rowCount + 1;
  for (const [index, cell] of looksUsed.entries()) {
    const sample = first.getCell(samples, index + 1);
    sample.value = ' ';
    sample.style = styleOf(cell);
  }
  const unpacked = Object.entries(unzipSync(new Uint8Array(await workbook.xlsx.writeBuffer())));
  const parts = new Map(unpacked.map(([name, part]) => [name, name === 'xl/styles.xml' ? strToU8(orderedFonts(strFromU8(part))) : part]));
  const row = new RegExp(`<row r="${samples}".*?</row>`, 'su').exec(partText(parts, 'xl/worksheets/sheet1.xml'))?.[0] ?? '';
  const styles = [...row.matchAll(/ s="(\d+)"/gu)].map(([, style]) => Number(style));
  if (styles.length !== looksUsed.length) throw new Error('the library has not drawn every look');
  return { parts, styles };
}

/** The worksheet with its rows and its true extent. */
function* filledSheet(frame: string, plan: SheetPlan, context: SheetContext): Generator<string> {
  const [head, tail] = frame.split(/<sheetData>.*<\/sheetData>|<sheetData\/>/su);
  if (head === undefined || tail === undefined) throw new Error(`the library has written the sheet ${plan.name} without rows`);
  const corner = cellAddress(Math.max(0, plan.rows.length - 1), Math.max(0, widestRow(plan) - 1));
  yield `${head.replace(/<dimension ref="[^"]*"\/>/u, `<dimension ref="A1:${corner}"/>`)}<sheetData>`;
  yield* sheetRows(plan, context);
  yield `</sheetData>${tail}`;
}

async function drawSheet(workbook: ExcelJS.Workbook, plan: SheetPlan): Promise<ExcelJS.Worksheet> {
  // The library leaves out a width equal to its own default of 9: so the sheet's default is said to be that.
  const sheet = workbook.addWorksheet(plan.name, { state: states[plan.visibility], properties: { defaultColWidth: 9 } });
  for (const [index, width] of plan.widths.entries()) sheet.getColumn(index + 1).width = width;
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
  return sheet;
}

function styleOf({ look: name, align, numberFormat, open }: CellPlan): Partial<ExcelJS.Style> {
  const look = looks[name];
  const fill = open === true && name === 'body' ? openFill : look.fill;
  return {
    font: look.font,
    alignment: { horizontal: align ?? look.align, vertical: 'middle', wrapText: true },
    ...(look.boxed ? { border: box } : {}),
    ...(fill === undefined ? {} : { fill: { type: 'pattern', pattern: 'solid', fgColor: { argb: fill } } }),
    ...(numberFormat === undefined ? {} : { numFmt: numberFormat }),
    ...(open === true ? { protection: { locked: false } } : {}),
  };
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
