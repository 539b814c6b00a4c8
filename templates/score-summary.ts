import { chineseDate } from '../policy/plain-date.ts';
import { documentKind } from './document-kind.ts';
import type { Block, Cell, Row, Table } from './kit/document-content.ts';
import { choice, date, type InputOf, list, optional, quantity, text, wholeNumber } from './kit/fields.ts';
import { blankCell, formHead, formRow, notesRow, signersRow, valueCell } from './kit/form-table.ts';
import { millimetres } from './kit/length.ts';
import { scoreText } from './kit/score-text.ts';
import { labelCell, tableText, textCell } from './kit/table-text.ts';
import { title } from './kit/title.ts';

/** How the average is taken. */
const methods = { all: '全部有效评分的平均', trimmed: '去掉一个最高分和一个最低分后的平均' } as const;

/** More columns do not fit a landscape page. */
const mostExperts = 9;

const fields = {
  period: text('年度'),
  department: text('评审组织部门全称'),
  method: choice('计分办法', methods),
  experts: list('评审专家', { name: text('专家姓名') }, 'name', mostExperts),
  studios: list(
    '工作室',
    {
      name: text('工作室名称'),
      hostUnit: text('所在单位名称'),
      /** In the order of the experts. */
      scores: list(
        '专家评分',
        { expert: text('专家姓名'), total: optional(quantity('总分')), conflict: optional(text('回避事由')) },
        'expert',
        mostExperts,
      ),
      average: optional(quantity('平均分')),
      place: optional(wholeNumber('名次', 1, 999)),
      shortlisted: optional(choice('是否拟入围', { yes: '是', no: '否' })),
    },
    'name',
  ),
  printedOn: date('制表日期'),
};

/** What a 评分汇总表 is made from: every studio with its experts' totals, in the order of the ranking. */
export type ScoreSummaryInput = InputOf<typeof fields>;

/** 专家评分汇总表, signed by the experts and those who counted and watched. 第十二条第三项. */
export const scoreSummary = documentKind({
  id: 'score-summary',
  title: '专家评分汇总表',
  issuers: ['hr-bureau'],
  fields,
  subject: 'period',
  fileNameParts: ({ period }) => [period],
  compose: (input) => ({
    title: `${input.period}名师工作室专家评分汇总表`,
    issuer: input.department,
    date: input.printedOn,
    form: 'landscape',
    blocks: compose(input),
  }),
});

function compose(input: ScoreSummaryInput): Block[] {
  const { period, department, printedOn } = input;
  return [
    ...title([`${period}武昌区名师工作室专家评分汇总表`]),
    formHead(`评审组织部门（盖章）：${department}`, `制表日期：${chineseDate(printedOn)}`),
    summary(input),
  ];
}

/** The rows that stay with the signatures below them: alone on a page these could be put under any scores. */
const rowsWithSignatures = 2;

function summary({ experts, studios, method }: ScoreSummaryInput): Table {
  const [number, name, unit, average, place, shortlisted] = [11, 44, 38, 18, 13, 15];
  const each = (225 - number - name - unit - average - place - shortlisted) / experts.length;
  const header: Row[] = [
    {
      height: formRow,
      cells: [
        { ...labelCell('序号', 10.5), rows: 2 },
        { ...labelCell('工作室名称', 10.5), rows: 2 },
        { ...labelCell('所在单位', 10.5), rows: 2 },
        { ...labelCell('专家评分', 10.5), span: experts.length },
        { ...labelCell('平均分', 10.5), rows: 2 },
        { ...labelCell('名次', 10.5), rows: 2 },
        { ...labelCell('拟入围', 10.5), rows: 2 },
      ],
    },
    { height: formRow, cells: experts.map(({ name: expert }) => labelCell(expert, 10.5)) },
  ];
  const rows = studios.map(
    (studio, index): Row => ({
      height: millimetres(11),
      cells: [
        textCell(String(index + 1), 10.5),
        textCell(studio.name, 10.5, 'left'),
        textCell(studio.hostUnit, 10.5, 'left'),
        ...experts.map(({ name: expert }) => scoreCell(studio.scores.find((score) => score.expert === expert))),
        valueCell(studio.average === undefined ? undefined : studio.average.toFixed(2), 10.5),
        valueCell(studio.place === undefined ? undefined : String(studio.place), 10.5),
        valueCell(studio.shortlisted === undefined ? undefined : { yes: '是', no: '否' }[studio.shortlisted], 10.5),
      ],
      keepNext: index >= studios.length - rowsWithSignatures,
    }),
  );
  const signatures: Row = {
    height: millimetres(18),
    cells: [{ paragraphs: [tableText('专家签名', 10.5)], span: 3 }, ...experts.map(() => blankCell()), blankCell(3)],
  };
  return {
    kind: 'table',
    columns: [number, name, unit, ...experts.map(() => each), average, place, shortlisted].map((width) => millimetres(width ?? 0)),
    headerRows: 2,
    rows: [
      ...header,
      ...rows,
      { ...signatures, keepNext: true },
      { ...signersRow(['计票人', '复核人', '监督人'], [2, 1 + experts.length, 3]), keepNext: true },
      notesRow([`平均分为${methods[method]}，保留两位小数；回避的专家不计分，以“回避”标注。`], 6 + experts.length),
    ],
  };
}

function scoreCell(score: ScoreSummaryInput['studios'][number]['scores'][number] | undefined): Cell {
  if (score?.conflict !== undefined) return textCell('回避', 10.5);
  return valueCell(score?.total === undefined ? undefined : scoreText(score.total), 10.5);
}
