import { documentKind } from './document-kind.ts';
import type { Block, Row, Table } from './kit/document-content.ts';
import { date, type InputOf, list, optional, quantity, record, text } from './kit/fields.ts';
import { blankCell, fieldRow, formHead, formRow, headerRow, notesRow, opinionRow, valueCell } from './kit/form-table.ts';
import { millimetres, points } from './kit/length.ts';
import { scoreText } from './kit/score-text.ts';
import { labelCell, textCell } from './kit/table-text.ts';
import { title } from './kit/title.ts';

const fields = {
  studio: text('工作室名称'),
  period: text('评选年度'),
  department: text('评审组织部门全称'),
  hostUnit: text('所在单位名称'),
  lead: text('领办人姓名'),
  sector: text('所属领域'),
  criteria: list('评审项目', { code: text('编号'), title: text('项目名称'), points: quantity('分值'), weight: quantity('权重') }, 'code'),
  sheets: list(
    '评分表',
    {
      expert: text('专家姓名'),
      employer: text('专家单位'),
      scored: optional(
        record('评分', {
          on: date('评分日期'),
          points: list('各项得分', { code: text('编号'), score: quantity('得分') }, 'code'),
          total: quantity('总分'),
        }),
      ),
    },
    'expert',
  ),
  printedOn: date('制表日期'),
};

/** What 专家评分表 are made from: the criteria of the round and a sheet for each expert who scores the studio. */
export type ScoreSheetInput = InputOf<typeof fields>;

/** 专家评分表 of one studio, a page for each expert, to be filled in or as they scored. 第十二条第三项. */
export const scoreSheet = documentKind({
  id: 'score-sheet',
  title: '专家评分表',
  issuers: ['hr-bureau'],
  fields,
  subject: 'studio',
  fileNameParts: ({ studio, period }) => [studio, period],
  compose: (input) => ({
    title: `${input.studio}${input.period}专家评分表`,
    issuer: input.department,
    date: input.printedOn,
    form: 'form',
    blocks: input.sheets.flatMap((sheet, index) => page(input, sheet, index > 0)),
  }),
});

type Sheet = ScoreSheetInput['sheets'][number];

function page(input: ScoreSheetInput, sheet: Sheet, onNewPage: boolean): Block[] {
  const [first, ...rest] = title([`${input.period}武昌区名师工作室专家评分表`]);
  return [
    ...(first === undefined ? [] : [{ ...first, ...(onNewPage ? { pageBreakBefore: true } : {}) }]),
    ...rest,
    formHead(`评审组织部门：${input.department}`),
    head(input, sheet),
    { kind: 'paragraph', runs: [], line: points(8) },
    scores(input, sheet),
    { kind: 'paragraph', runs: [], line: points(8) },
    declaration(sheet),
  ];
}

function head({ studio, hostUnit, lead, sector }: ScoreSheetInput, { expert, employer }: Sheet): Table {
  return {
    kind: 'table',
    columns: [32, 46, 32, 46].map(millimetres),
    headerRows: 0,
    rows: [
      fieldRow(['工作室名称', studio, 3]),
      fieldRow(['所在单位', hostUnit, 3]),
      fieldRow(['领办人', lead], ['所属领域', sector]),
      fieldRow(['评审专家', expert], ['专家单位', employer]),
    ],
  };
}

function scores({ criteria }: ScoreSheetInput, { scored }: Sheet): Table {
  const given = new Map(scored?.points.map(({ code, score }) => [code, score]));
  const rows = criteria.map(({ code, title: criterion, points: full, weight }): Row => {
    const score = given.get(code);
    return {
      height: millimetres(10),
      cells: [
        textCell(code, 12),
        textCell(criterion, 12, 'left'),
        textCell(scoreText(full), 12),
        textCell(scoreText(weight), 12),
        valueCell(score === undefined ? undefined : scoreText(score), 12),
        blankCell(),
      ],
    };
  });
  return {
    kind: 'table',
    columns: [14, 62, 18, 18, 20, 24].map(millimetres),
    headerRows: 1,
    rows: [
      headerRow(['编号', '评审项目', '分值', '权重', '得分', '备注'], 12),
      ...rows,
      {
        height: formRow,
        cells: [
          { ...labelCell('总分', 12), span: 4 },
          valueCell(scored === undefined ? undefined : scoreText(scored.total), 12),
          blankCell(),
        ],
      },
    ],
  };
}

function declaration({ scored }: Sheet): Table {
  return {
    kind: 'table',
    columns: [32, 124].map(millimetres),
    headerRows: 0,
    rows: [
      opinionRow({ label: '评审意见', signer: '评审专家', sealed: false, date: scored?.on, room: 16 }),
      opinionRow({
        label: '回避声明',
        text: '本人与该工作室及其领办人、所在单位没有应当回避的利害关系，独立、客观评分，遵守评审纪律。',
        signer: '评审专家',
        sealed: false,
        date: scored?.on,
        room: 12,
      }),
      notesRow(['各项得分不超过分值；总分为各项得分与权重之积的合计。', '涂改处由专家本人签名。'], 2),
    ],
  };
}
