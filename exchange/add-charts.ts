import { packParts } from './package-parts.ts';
import { readRelations, relationsPartOf } from './package-relations.ts';
import { columnLetters } from './raw-workbook.ts';
import { unpackWorkbook } from './workbook-package.ts';
import { WorkbookParts } from './workbook-parts.ts';
import type { ChartPlan, SheetPlan } from './workbook-plan.ts';

/** Colours of the series, told apart in black and white too. */
const colours = ['1F4E79', '9DC3E6', 'BF9000'] as const;

/** An axis without ticks: the labels say enough. */
const bare = { majorTickMark: 'none', minorTickMark: 'none' } as const;

/**
 * Adds native charts to the sheets of a workbook that plan some. The library that draws the sheets writes no charts; another one does,
 * in a workbook of their own, from which their parts are taken over.
 */
export async function addCharts(bytes: Uint8Array, plans: readonly SheetPlan[]): Promise<Uint8Array> {
  if (plans.every(({ charts = [] }) => charts.length === 0)) return bytes;
  const drawn = new WorkbookParts(unpackWorkbook(await chartsAlone(plans), '图表'));
  const parts = new WorkbookParts(unpackWorkbook(bytes, '图表'));
  const drawnSheets = drawn.layOut().sheets;
  for (const [index, { part: sheet }] of parts.layOut().sheets.entries()) {
    const drawing = related(drawn, drawnSheets[index]?.part ?? '', 'drawing')[0];
    if (drawing === undefined) continue;
    const added = parts.relate(sheet, 'drawing', 'xl/drawings/drawing', '.xml');
    parts.write(added.part, markupOf(drawn, drawing));
    // The drawing names its charts by their order: rId1, rId2 and so on.
    for (const chart of related(drawn, drawing, 'chart')) {
      parts.write(parts.relate(added.part, 'chart', 'xl/charts/chart', '.xml').part, markupOf(drawn, chart));
    }
    // Behind the drawing the format allows only what a workbook of ours does not have.
    parts.write(sheet, markupOf(parts, sheet).replace('</worksheet>', `<drawing r:id="${added.id}"/></worksheet>`));
  }
  return packParts(parts.all);
}

/** Names of the parts of a kind that a part is related to, in the order of their ids. */
function related(parts: WorkbookParts, owner: string, kind: string): readonly string[] {
  return readRelations(owner, parts.text(relationsPartOf(owner)))
    .filter(({ type }) => type === kind)
    .map(({ target }) => target);
}

function markupOf(parts: WorkbookParts, name: string): string {
  const markup = parts.text(name);
  if (markup === undefined) throw new Error(`a workbook without its part ${name}`);
  return markup;
}

/** A workbook of the same sheets with nothing in them but the charts. */
async function chartsAlone(plans: readonly SheetPlan[]): Promise<Uint8Array> {
  // Loaded where there are charts: few workbooks have some.
  const { writeXlsx } = await import('hucre/xlsx');
  return writeXlsx({
    sheets: plans.map(({ name, charts = [], widths }) => ({
      name,
      rows: [],
      charts: charts.map((chart) => sheetChart(name, chart, widths.length)),
    })),
  });
}

function sheetChart(sheet: string, { title, bars, categories, series, step, top, height }: ChartPlan, columns: number) {
  const range = ({ column, first, last }: ChartPlan['categories']): string =>
    `'${sheet}'!$${columnLetters(column)}$${first + 1}:$${columnLetters(column)}$${last + 1}`;
  return {
    type: bars === 'lying' ? ('bar' as const) : ('column' as const),
    title,
    barGrouping: 'clustered' as const,
    // A single group would fill the whole chart.
    gapWidth: categories.first === categories.last ? 400 : 150,
    legend: series.length > 1 ? ('bottom' as const) : (false as const),
    // Lying bars begin at the foot: turned round they stand in the order of the table.
    axes: {
      x: { ...bare, reverse: bars === 'lying' },
      y: { ...bare, scale: { min: 0, ...(step === undefined ? {} : { majorUnit: step }) } },
    },
    dataLabels: { showValue: true },
    series: series.map(({ name, values }, index) => ({
      name,
      values: range(values),
      categories: range(categories),
      color: colours[index % colours.length] ?? colours[0],
    })),
    anchor: { from: { row: top, col: 0 }, to: { row: top + height, col: columns } },
  };
}
