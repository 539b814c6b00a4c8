import { dayNumber, plainDate } from '../policy/plain-date.ts';
import { Refusal } from '../policy/refusal.ts';
import { cellAddress, columnLetters } from './raw-workbook.ts';
import { escapeXml } from './sheet-markup.ts';
import type { CellPlan, RowPlan, SheetPlan } from './workbook-plan.ts';

/** A cell holds no more characters. */
const longestText = 32_767;
/** Characters given out at a time: enough to be worth it, few enough to be nothing in memory. */
const pieceLength = 1 << 16;
/** Serial number of 1970-01-01 in the date system of 1900. */
const serialOfEpoch = 25_569;

/** What the rows of a workbook need of the rest of it. */
export interface SheetContext {
  /** Index of a cell's look in the styles of the workbook. */
  readonly styleOf: (cell: CellPlan) => number;
  /** Index of a text in the shared texts of the workbook. */
  readonly indexOf: (text: string) => number;
}

/** The rows of a sheet as the XML inside `sheetData` (ECMA-376-1, 18.3.1.80), piece by piece. */
export function* sheetRows(plan: SheetPlan, context: SheetContext): Generator<string> {
  const merges = Map.groupBy(plan.merges, ({ top }) => top);
  const covered = new Map<number, Map<number, CellPlan>>();
  const letters: string[] = [];
  let markup = '';
  let number = 0;
  for (const row of plan.rows) {
    const index = number;
    number += 1;
    cover(covered, merges.get(index) ?? [], row, plan.rows.length - 1);
    markup += `<row r="${number}" ht="${row.height}" customHeight="1">`;
    for (const [column, cell] of withCovered(row, covered.get(index)).entries()) {
      if (cell === undefined) continue;
      const head = `<c r="${(letters[column] ??= columnLetters(column))}${number}" s="${context.styleOf(cell)}"`;
      const { content } = cell;
      if (content === undefined) markup += `${head}/>`;
      else if (typeof content === 'number') markup += `${head}><v>${content}</v></c>`;
      else if (typeof content === 'string') {
        if (content.length > longestText) throw tooLong(plan, index, column, content);
        markup += `${head} t="s"><v>${context.indexOf(content)}</v></c>`;
      } else if ('date' in content) markup += `${head}><v>${dayNumber(plainDate(content.date)) + serialOfEpoch}</v></c>`;
      else {
        const { formula, result } = content;
        const type = typeof result === 'string' ? ' t="str"' : '';
        markup += `${head}${type}><f>${escapeXml(formula)}</f><v>${typeof result === 'string' ? escapeXml(result) : result}</v></c>`;
      }
    }
    markup += '</row>';
    if (markup.length < pieceLength) continue;
    yield markup;
    markup = '';
  }
  yield markup;
}

/** Lays the first cell of each merged area that begins in a row over the others: they look as it does and say nothing. By row and column. */
function cover(covered: Map<number, Map<number, CellPlan>>, merges: SheetPlan['merges'], { cells }: RowPlan, last: number): void {
  for (const { top, left, bottom, right } of merges) {
    const first = cells[left];
    if (first === undefined) continue;
    const look = { ...first, content: undefined };
    for (let row = top; row <= Math.min(bottom, last); row++) {
      const ofRow = covered.get(row) ?? new Map<number, CellPlan>();
      covered.set(row, ofRow);
      for (let column = left; column <= right; column++) if (row !== top || column !== left) ofRow.set(column, look);
    }
  }
}

function withCovered({ cells }: RowPlan, covered: ReadonlyMap<number, CellPlan> | undefined): RowPlan['cells'] {
  if (covered === undefined) return cells;
  const width = Math.max(cells.length, ...[...covered.keys()].map((column) => column + 1));
  return Array.from({ length: width }, (_, column) => covered.get(column) ?? cells[column]);
}

function tooLong(plan: SheetPlan, row: number, column: number, text: string): Refusal {
  return new Refusal(
    `无法写入工作表「${plan.name}」的 ${cellAddress(row, column)}：内容有 ${text.length} 个字，一个单元格最多 ${longestText} 个字。请先精简。`,
  );
}
