import type { CellContent, CellType } from './cell-type.ts';
import { lineOfText } from './cell-types/plain-text.ts';
import { scorePoints } from './cell-types/score-points.ts';
import { wholeNumber } from './cell-types/whole-number.ts';
import { listColumn } from './plan-list-sheet.ts';
import { columnLetters } from './raw-workbook.ts';
import type { WrittenWorkbook } from './read-result.ts';
import type { ColumnOf, WorkbookKind } from './workbook-kind.ts';
import type { CellPlan, RowPlan } from './workbook-plan.ts';
import { type ListSender, writeList } from './write-list.ts';

/** What an expert's sheet on a studio came to: a total, 回避, or nothing yet. */
type ExpertCell = number | '回避';
/** A column for each expert, signed at its foot. */
type ExpertColumn = `expert ${string}`;

interface SummaryCells {
  readonly studioName: string;
  readonly hostUnit: string;
  readonly [expert: ExpertColumn]: ExpertCell;
  readonly average: number;
  readonly place: number;
  readonly shortlisted: string;
}

const columnOf = (expert: string): ExpertColumn => `expert ${expert}`;

/** A total in the column of an expert; who keeps out is named so and left out of the average. */
const expertTotal: CellType<ExpertCell> = {
  ...scorePoints(100, '专家评分表的总分；回避的不计。'),
  read: () => ({}),
  write: (value): CellContent => value,
  show: String,
};

/** The experts' sheets of a round brought together. */
export interface ScoreSummary {
  readonly year: number;
  readonly method: 'all' | 'trimmed';
  readonly experts: readonly string[];
  /** In the order of the ranking. */
  readonly studios: readonly {
    readonly id: string;
    readonly name: string;
    readonly hostUnit: string | undefined;
    readonly scores: readonly { readonly expert: string; readonly total: number | null; readonly conflict?: string | undefined }[];
    readonly average: number | undefined;
    readonly place: number | undefined;
    readonly shortlisted: boolean | undefined;
  }[];
}

/** Its id, by which a summary that somebody tries to import is told from what can be. */
export const scoreSummaryId = 'score-summary';

/** 专家评分汇总表: totals of every expert, averages and places by formula, and room for each expert's signature. 第十二条第三项. */
export function writeScoreSummary(summary: ScoreSummary, sender: ListSender): Promise<WrittenWorkbook> {
  const { year, method, experts, studios } = summary;
  const kind: WorkbookKind<typeof scoreSummaryId, SummaryCells, SummaryCells> = {
    id: scoreSummaryId,
    title: '专家评分汇总表',
    schemaVersion: 1,
    schemaSince: '0.1.0',
    groupAliases: {},
    studio: 'studioName',
    distinct: ['studioName'],
    columns: [
      { key: 'studioName', header: '工作室名称', type: lineOfText('参评的工作室。'), width: 30 },
      { key: 'hostUnit', header: '所在单位', type: lineOfText(''), width: 22 },
      ...experts.map(
        (expert): ColumnOf<SummaryCells> => ({ key: columnOf(expert), group: '专家评分', header: expert, type: expertTotal, width: 10 }),
      ),
      { key: 'average', header: '平均分', type: { ...scorePoints(100, '由公式计算。'), numberFormat: '0.00' }, width: 9, computed: true },
      { key: 'place', header: '名次', type: wholeNumber('', '由公式计算，同分同名次。'), width: 7, computed: true },
      { key: 'shortlisted', header: '拟入围', type: lineOfText('', 'center'), width: 8 },
    ],
    complete: (cells) => ({ record: cells, remarks: [] }),
    cellsOf: (record) => record,
  };
  const letters = (key: keyof SummaryCells) => columnLetters(listColumn(kind, key));
  const firstRow = 5;
  const lastRow = firstRow + studios.length - 1;
  const average = letters('average');
  const across = (row: number) => `${letters(columnOf(experts[0] ?? ''))}${row}:${letters(columnOf(experts.at(-1) ?? ''))}${row}`;
  const mean = (range: string) =>
    method === 'trimmed' ? `(SUM(${range})-MAX(${range})-MIN(${range}))/(COUNT(${range})-2)` : `AVERAGE(${range})`;
  return writeList(
    {
      kind,
      title: `${year}年武昌区区级名师工作室专家评分汇总表`,
      paper: 'A4',
      orientation: 'landscape',
      entries: studios.map(({ id, name, hostUnit, scores, average: score, place, shortlisted }) => ({
        recordId: id,
        record: {
          studioName: name,
          ...(hostUnit === undefined ? {} : { hostUnit }),
          ...Object.fromEntries(
            scores.flatMap((sheet) =>
              sheet.conflict === undefined && sheet.total === null
                ? []
                : [[columnOf(sheet.expert), sheet.conflict === undefined ? sheet.total : '回避']],
            ),
          ),
          ...(score === undefined ? {} : { average: score }),
          ...(place === undefined ? {} : { place }),
          ...(shortlisted === undefined ? {} : { shortlisted: shortlisted ? '是' : '否' }),
        },
      })),
      totals: {},
      formulas: {
        average: (row, cells) => ({
          // A blank is a sheet that has not come in: before all have, there is no average.
          formula: `IF(COUNTBLANK(${across(row)})>0,"",ROUND(${mean(across(row))},2))`,
          result: cells.average ?? '',
        }),
        place: (row, cells) => ({
          formula: `IF(${average}${row}="","",RANK(${average}${row},${average}$${firstRow}:${average}$${lastRow}))`,
          result: cells.place ?? '',
        }),
      },
      foot: [signatures(experts)],
      notes: [
        `注：平均分为${method === 'trimmed' ? '去掉一个最高分和一个最低分后的平均' : '全部有效评分的平均'}，保留两位小数；回避的专家不计分。`,
        '计票人：　　　　　　　　　　　　复核人：　　　　　　　　　　　　监督人：　　　　　　　　　　　　　　　年　　月　　日',
      ],
      open: () => false,
      choices: {},
      rules: [
        '一、本表由登记库中各位专家的评分表汇总而成，平均分和名次由公式计算（《办法》第十二条第三项）。',
        '二、打印后由各位专家在本人一栏下方签名，计票人、复核人、监督人签名。',
      ],
    },
    sender,
  );
}

/** A tall row in which every expert signs under the own column. */
function signatures(experts: readonly string[]): RowPlan {
  const label: CellPlan = { content: '专家签名', look: 'total' };
  const blank: CellPlan = { content: undefined, look: 'total' };
  return { height: 44, cells: [blank, label, blank, ...experts.map(() => blank), blank, blank, blank] };
}
