import { lineOfText, paragraph } from './cell-types/plain-text.ts';
import { scorePoints } from './cell-types/score-points.ts';
import { comparedHeader } from './find-header.ts';
import { listColumn } from './plan-list-sheet.ts';
import { columnLetters } from './raw-workbook.ts';
import type { WrittenWorkbook } from './read-result.ts';
import { displayWidth } from './text-size.ts';
import type { ColumnOf, FieldRemark, WorkbookKind } from './workbook-kind.ts';
import type { FormulaContent } from './workbook-plan.ts';
import { type ListSender, writeList } from './write-list.ts';

/** What a sheet scores by: the criteria of the round, and what their points come to. */
export interface ScoredBy {
  readonly criteria: readonly { readonly code: string; readonly title: string; readonly points: number; readonly weight: number }[];
  /** The total of points by code, when every criterion has some. */
  readonly totalOf: (points: Readonly<Record<string, number>>) => number | null;
}

/** One studio on an expert's sheet. 第十二条第三项. */
export interface ScoreRecord {
  readonly studioName: string;
  readonly hostUnit: string;
  /** Why the expert keeps out of it; a studio with a reason is not scored. */
  readonly conflict: string;
  /** Points by the code of the criterion; absent while none are given. */
  readonly scores: Readonly<Record<string, number>>;
  /** As the expert's spreadsheet added it up. */
  readonly total: number;
}

/** A column for each criterion of the round. */
type ScoreColumn = `score ${string}`;

interface ScoreCells extends Omit<ScoreRecord, 'scores'> {
  readonly [score: ScoreColumn]: number;
}

const columnOf = (code: string): ScoreColumn => `score ${code}`;
/** More than rounding on the way can make of a total. */
const slack = 0.015;

export type ScoreSheetKind = WorkbookKind<'score-sheet', ScoreCells, ScoreRecord>;

/** 专家评分表: one expert's points for every studio of a round, criterion by criterion, with totals by formula. 第十二条第三项. */
export function scoreSheet({ criteria, totalOf }: ScoredBy): ScoreSheetKind {
  const scored = criteria.map(({ code, title, points, weight }): ColumnOf<ScoreCells> => {
    const header = `${code}.${title}`;
    const unit = weight === 1 ? `满分${points}` : `满分${points}，权重${weight}`;
    return {
      key: columnOf(code),
      header,
      aliases: [header, title].map(comparedHeader),
      type: scorePoints(points, `0 至 ${points} 分，最多两位小数。`),
      width: Math.max(12, Math.min(20, header.length * 2), displayWidth(`（${unit}）`) + 1),
      unit,
    };
  });
  const hr = { owner: 'hr-bureau' } as const;
  return {
    id: 'score-sheet',
    title: '专家评分表',
    schemaVersion: 1,
    schemaSince: '0.1.0',
    groupAliases: {},
    studio: 'studioName',
    distinct: ['studioName'],
    columns: [
      { key: 'studioName', header: '工作室名称', aliases: ['工作室'], type: lineOfText('已填好。'), width: 30, required: true, ...hr },
      { key: 'hostUnit', header: '所在单位', aliases: ['依托单位'], type: lineOfText('已填好。'), width: 22, ...hr },
      ...scored,
      {
        key: 'total',
        header: '总分',
        aliases: ['合计得分'],
        type: scorePoints(100, '由公式计算，不填。'),
        width: 9,
        computed: true,
        ...hr,
      },
      {
        key: 'conflict',
        header: '回避理由',
        aliases: ['回避', '回避事由'],
        type: paragraph('与该工作室有利害关系的写明理由，不打分。'),
        width: 22,
      },
    ],
    complete(cells) {
      const { studioName, hostUnit, conflict, total } = cells;
      const given = criteria.filter(({ code }) => cells[columnOf(code)] !== undefined);
      const scores = Object.fromEntries(given.map(({ code }) => [code, cells[columnOf(code)] ?? 0]));
      const record = {
        ...(studioName === undefined ? {} : { studioName }),
        ...(hostUnit === undefined ? {} : { hostUnit }),
        ...(conflict === undefined ? {} : { conflict }),
        // Without points there is no total: LibreOffice saves one that is blank to .ods as 0.
        ...(given.length === 0 ? {} : { scores, ...(total === undefined ? {} : { total }) }),
      };
      return { record, remarks: given.length === 0 ? [] : remarksOn(cells, scores) };
    },
    cellsOf: ({ scores = {}, ...words }) => ({
      ...words,
      ...Object.fromEntries(Object.entries(scores).map(([code, points]) => [columnOf(code), points])),
    }),
  };

  function remarksOn(cells: Readonly<Partial<ScoreCells>>, scores: Readonly<Record<string, number>>): FieldRemark<ScoreCells>[] {
    const error = (field: keyof ScoreCells, message: string): FieldRemark<ScoreCells> => ({ field, severity: 'error', message });
    if (cells.conflict !== undefined)
      return [error('conflict', '写了回避理由又打了分：回避的请清空得分，不回避的请清空理由。（《办法》第十二条第三项）')];
    const missing = criteria.filter(({ code }) => scores[code] === undefined);
    if (missing.length > 0)
      return missing.map(({ code, title }) => error(columnOf(code), `「${title}」没有得分：每项指标都要打分，请补填。`));
    const expected = totalOf(scores);
    if (cells.total === undefined || expected === null || Math.abs(cells.total - expected) < slack) return [];
    return [
      error('total', `表上的总分 ${cells.total} 与各项得分按权重重算的 ${expected} 不同，公式被改动过：请恢复公式或重新导出评分表填写。`),
    ];
  }
}

/** The total of a row while it is filled in: nothing before every criterion has its points, and nothing for whoever keeps out. */
function totalFormula({ criteria, totalOf }: ScoredBy, kind: ScoreSheetKind) {
  const letters = (key: keyof ScoreCells) => columnLetters(listColumn(kind, key));
  const [first, last] = [criteria[0]?.code ?? '', criteria.at(-1)?.code ?? ''].map((code) => letters(columnOf(code)));
  return (row: number, cells: Readonly<Partial<ScoreCells>>): FormulaContent => {
    const points = criteria.map(({ code, weight }) => `${letters(columnOf(code))}${row}*${weight}`).join('+');
    const filled = `COUNT(${first}${row}:${last}${row})<${criteria.length}`;
    const given = criteria.flatMap(({ code }) => cells[columnOf(code)] ?? []);
    const whole = given.length === criteria.length && cells.conflict === undefined;
    return {
      formula: `IF(OR(LEN(${letters('conflict')}${row})>0,${filled}),"",ROUND(${points},2))`,
      result: whole ? (totalOf(Object.fromEntries(criteria.map(({ code }, index) => [code, given[index] ?? 0]))) ?? '') : '',
    };
  };
}

/** The sheet of one expert for one round. */
export interface ExpertForm extends ScoredBy {
  readonly year: number;
  readonly expertId: string;
  readonly expert: string;
  readonly entries: readonly { readonly recordId: string; readonly record: Partial<ScoreRecord> }[];
}

/** One expert's sheet: studios and criteria locked, points and reasons open, totals that add up as they are given. */
export function writeScoreSheet(form: ExpertForm, sender: ListSender): Promise<WrittenWorkbook> {
  const { year, expertId, expert, criteria, entries } = form;
  const kind = scoreSheet(form);
  const written = new Set<string>(['conflict', ...criteria.map(({ code }) => columnOf(code))]);
  return writeList(
    {
      kind,
      title: `${year}年武昌区区级名师工作室专家评分表`,
      fileMark: `（${expert}）`,
      paper: 'A4',
      orientation: 'landscape',
      entries,
      subjectId: expertId,
      filledBy: { department: sender.department, filler: expert },
      totals: {},
      formulas: { total: totalFormula(form, kind) },
      notes: [
        '注：1.总分为各项得分与权重之积的合计，由公式计算；2.与工作室及其领办人、所在单位有利害关系的，写明回避理由，不打分。',
        '评审专家签名：　　　　　　　　　　　　　　　　监督人签名：　　　　　　　　　　　　　　　　　　年　　月　　日',
      ],
      open: ({ key }) => written.has(key),
      choices: {},
      rules: [
        `一、本表由评审专家${expert}独立填写（《办法》第十二条第三项），填好后交还${sender.department}导入。`,
        '二、只填黄色栏目；得分超过满分的填不进去，总分随填随算，不用填写。',
        ...criteria.map(({ code, title, points, weight }) => `${code}.${title}：满分 ${points} 分，权重 ${weight}。`),
      ],
    },
    sender,
  );
}
