import type ExcelJS from 'exceljs';
// The package's own entry also loads its stream reader and writer and what they need: 14 MB that nothing here uses.
import Workbook from 'exceljs/lib/doc/workbook.js';
import { strFromU8, unzipSync } from 'fflate';
import { addCharts } from './add-charts.ts';
import { cellLooks } from './cell-looks.ts';
import { comparePartNames, orderedFonts, type PackedPart, packPieces } from './package-parts.ts';
import { SharedTexts } from './shared-texts.ts';
import { type SheetContext, sheetRows } from './sheet-rows.ts';
import type { CellLook, CellPlan, SheetPlan, WorkbookPlan } from './workbook-plan.ts';

const sharedTexts = 'xl/sharedStrings.xml';
const stylesPart = 'xl/styles.xml';
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
 * Draws a planned workbook as .xlsx. The same plan gives the same bytes on one machine, the same parts on every one. The library makes everything but the rows: styles, page, protection,
 * drop-downs, properties. For the rows, which are most of the file, it would hold several objects a cell: they are written past it.
 */
export async function renderWorkbook(plan: WorkbookPlan): Promise<Uint8Array> {
  return addCharts(await packPieces(drawParts(plan)), plan.sheets);
}

/** The parts in an order in which each can be written once and at once: which texts and looks there are shows when the rows have been. */
async function* drawParts(plan: WorkbookPlan): AsyncGenerator<PackedPart> {
  const frame = await drawFrame(plan);
  const sheets = plan.sheets.map((sheet, index) => ({ sheet, name: `xl/worksheets/sheet${index + 1}.xml` }));
  const drawnAnew = new Set([...sheets.map(({ name }) => name), sharedTexts, stylesPart]);
  const kept = [...frame].filter(([name]) => !drawnAnew.has(name));
  yield* kept.toSorted(([one], [other]) => comparePartNames(one, other));
  const texts = new SharedTexts();
  const looksUsed = cellLooks();
  for (const { sheet, name } of sheets) {
    yield [
      name,
      filledSheet(partText(frame, name), sheet, { styleOf: (cell) => looksUsed.indexOf(cell) + 1, indexOf: (text) => texts.indexOf(text) }),
    ];
  }
  yield [sharedTexts, texts.markup()];
  yield [stylesPart, [await drawStyles(looksUsed.all)]];
}

function partText(parts: ReadonlyMap<string, Uint8Array>, name: string): string {
  const part = parts.get(name);
  if (part === undefined) throw new Error(`the library has not written ${name}`);
  return strFromU8(part);
}

/** The workbook without its rows and styles. */
async function drawFrame(plan: WorkbookPlan): Promise<ReadonlyMap<string, Uint8Array>> {
  const workbook = new Workbook();
  const written = new Date(`${plan.date}T00:00:00Z`);
  Object.assign(workbook, { title: plan.title, creator: plan.author, lastModifiedBy: plan.author, created: written, modified: written });
  workbook.calcProperties.fullCalcOnLoad = true;
  for (const sheet of plan.sheets) await drawSheet(workbook, sheet);
  // With one text in it the library names the part of shared texts where it has to be named.
  for (const sheet of workbook.worksheets.slice(0, 1)) sheet.getCell(1, 1).value = ' ';
  return partsOf(workbook);
}

async function partsOf(workbook: ExcelJS.Workbook): Promise<ReadonlyMap<string, Uint8Array>> {
  // Taken apart again at once: nothing is gained by packing it.
  const packed = await workbook.xlsx.writeBuffer({ zip: { compression: 'STORE' } });
  return new Map(Object.entries(unzipSync(new Uint8Array(packed))));
}

/** The styles of a workbook: 0 is that of no cell, then each look in its order. */
async function drawStyles(looksUsed: readonly CellPlan[]): Promise<string> {
  const workbook = new Workbook();
  const samples = workbook.addWorksheet('样式').getRow(1);
  for (const [index, cell] of looksUsed.entries()) samples.getCell(index + 1).style = styleOf(cell);
  const parts = await partsOf(workbook);
  const drawn = [...partText(parts, 'xl/worksheets/sheet1.xml').matchAll(/<c r="[A-Z]+1" s="(\d+)"/gu)].map(([, style]) => Number(style));
  const styles = orderedFonts(partText(parts, stylesPart));
  const formats = /(?<=<cellXfs)[^>]*>(.*)(?=<\/cellXfs>)/su.exec(styles)?.[1]?.match(/<xf\b[^>]*?(?:\/>|>.*?<\/xf>)/gsu) ?? [];
  if (drawn.length !== looksUsed.length || formats.length === 0) throw new Error('the library has not drawn every look');
  const ordered = [0, ...drawn].map((style) => formats[style] ?? '');
  return styles.replace(/(?<=<cellXfs)[^>]*>.*(?=<\/cellXfs>)/su, () => ` count="${ordered.length}">${ordered.join('')}`);
}

/** The worksheet with its rows. How far they reach is left out, as the format allows: it would have to be known before them. */
function* filledSheet(frame: string, plan: SheetPlan, context: SheetContext): Generator<string> {
  const [head, tail] = frame.split(/<sheetData>.*<\/sheetData>|<sheetData\/>/su);
  if (head === undefined || tail === undefined) throw new Error(`the library has written the sheet ${plan.name} without rows`);
  yield `${head.replace(/<dimension[^>]*\/>/u, '')}<sheetData>`;
  yield* sheetRows(plan, context);
  yield `</sheetData>${tail}`;
}

async function drawSheet(workbook: ExcelJS.Workbook, plan: SheetPlan): Promise<void> {
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
