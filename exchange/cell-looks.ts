import type { CellLook, CellPlan } from './workbook-plan.ts';

const aligns = ['left', 'center', 'right', undefined] as const;
const lookNumbers: Readonly<Record<CellLook, number>> = {
  title: 0,
  'form-line': 1,
  header: 2,
  body: 3,
  total: 4,
  note: 5,
  example: 6,
  plain: 7,
};

/** The ways the cells of a workbook look. */
interface CellLooks {
  /** One cell of each, so far. */
  readonly all: readonly CellPlan[];
  /** Which look a cell has; a new one is added. */
  readonly indexOf: (cell: CellPlan) => number;
}

/** The looks of cells, each once, in the order they are met. Numbers tell them apart: to put a key together for every cell takes longer than to write it. */
export function cellLooks(): CellLooks {
  const all: CellPlan[] = [];
  const byFormat = new Map<string | undefined, number[]>();
  const indexOf = (cell: CellPlan): number => {
    const { look, align, numberFormat, open } = cell;
    const known = byFormat.get(numberFormat) ?? [];
    if (known.length === 0) byFormat.set(numberFormat, known);
    return (known[(lookNumbers[look] * aligns.length + aligns.indexOf(align)) * 2 + (open === true ? 1 : 0)] ??= all.push(cell) - 1);
  };
  return { all, indexOf };
}
