import { article, articleText } from '../policy/article.ts';
import { type Fen, tenThousandYuanText } from '../policy/money.ts';
import { chineseDate } from '../policy/plain-date.ts';
import { levelLabels, qualificationKinds, qualificationLabels, sexLabels } from '../policy/qualification.ts';
import { studioLevelLabels } from '../policy/seat.ts';
import { taskGroups } from '../policy/task-groups.ts';
import { documentKind } from './document-kind.ts';
import { item } from './kit/body-text.ts';
import { cover } from './kit/cover.ts';
import type { Block, DocumentContent, NewPages, Row, Table } from './kit/document-content.ts';
import { choice, date, type InputOf, list, money, optional, quantity, record, text, texts, wholeNumber } from './kit/fields.ts';
import {
  blankCell,
  checkBoxCell,
  checkBoxes,
  dateOrBlank,
  fieldRow,
  formHead,
  formRow,
  formSection,
  headerRow,
  opinionRow,
  valueCell,
} from './kit/form-table.ts';
import { millimetres, points } from './kit/length.ts';
import { labelCell, tableText, textCell } from './kit/table-text.ts';
import { taskGroupTitles } from './kit/task-group-titles.ts';
import { title } from './kit/title.ts';

const person = {
  name: text('姓名'),
  sex: optional(choice('性别', sexLabels)),
  birthDate: optional(date('出生日期')),
  age: optional(wholeNumber('年龄', 0, 120)),
  professionalTitle: optional(text('职称')),
};

const honour = {
  name: text('荣誉或资格名称'),
  kind: choice('资格类别', qualificationLabels),
  level: choice('级别', levelLabels),
  issuingBody: optional(text('授予单位')),
  year: optional(wholeNumber('授予年份', 1900, 2999)),
  evidence: optional(text('证书号或材料编号')),
};

const conditions = { yes: '有', no: '无' } as const;

const fields = {
  studio: text('工作室名称'),
  sector: text('所属领域'),
  level: choice('申报级别', studioLevelLabels),
  department: text('主管部门全称'),
  hostUnit: text('所在单位名称'),
  appliedOn: date('申报日期'),
  lead: record('领办人', { ...person, idNumber: optional(text('身份证号')), phone: optional(text('联系电话')) }),
  honours: optional(list('领办人资格', honour, 'name')),
  members: optional(list('团队成员', { ...person, honours: optional(text('荣誉或成果')) }, 'name')),
  traineeCount: optional(wholeNumber('固定学员人数', 0, 1_000_000)),
  trainingAudience: optional(text('培训对象')),
  area: optional(quantity('场所面积')),
  hostUnitFunds: optional(money('所在单位每年专项经费')),
  purposes: texts('经费开支范围'),
  conditions: list(
    '建设条件',
    { condition: text('条件'), state: optional(choice('是否具备', conditions)), evidence: optional(text('证明材料')) },
    'condition',
  ),
  unitOpinion: optional(text('所在单位意见')),
};

/** What a 申报书 is made from. Who, where and when must be known; what else the register has not is left to be written in. */
export type ApplicationFormInput = InputOf<typeof fields>;

/** 名师工作室申报书: cover, filling notes, tables, and the opinions of everyone it goes through. 第十一条第一项. */
export const applicationForm = documentKind({
  id: 'application-form',
  title: '申报书',
  issuers: ['sector-bureau'],
  fields,
  subject: 'studio',
  fileNameParts: ({ studio }) => [studio],
  compose: (input) => ({
    title: `${input.studio}申报书`,
    issuer: input.hostUnit,
    date: input.appliedOn,
    form: 'cover',
    blocks: compose(input),
  }),
});

function compose(input: ApplicationFormInput): DocumentContent['blocks'] {
  return [...front(input), ...notes(), ...body(input)];
}

function front({ studio, sector, level, lead, hostUnit, department, appliedOn }: ApplicationFormInput): (Block | NewPages)[] {
  return cover(
    ['武昌区名师工作室', '申报书'],
    [
      ['工作室名称', studio],
      ['所属领域', sector],
      ['申报级别', studioLevelLabels[level]],
      ['领办人', lead.name],
      ['所在单位', hostUnit],
      ['主管部门', department],
    ],
    [`填报日期：${chineseDate(appliedOn)}`],
  );
}

function notes(): Block[] {
  const lines = [
    '申报书由领办人填写，所在单位审核后盖章，报行业主管部门。',
    '各项内容应当真实、准确，所列荣誉、成果须附证书或者证明材料复印件，原件备查。',
    '单位名称填写全称，日期、数量用阿拉伯数字；没有的内容填“无”，不留空栏。',
    '年龄按周岁计算，计算到申报之日。',
    '建设方案与目标对照任务类别逐项填写，每项不超过500字，写明年度目标。',
    '表格不够填写的，可以加行或者另附页；用A4纸双面打印，左侧装订。',
    '申报书一式三份，领办人、所在单位、行业主管部门各存一份。',
  ];
  return [...title(['填报说明']), { kind: 'paragraph', runs: [] }, ...lines.map((line, index) => item(index + 1, line))];
}

function body(input: ApplicationFormInput): Block[] {
  return [
    { ...formSection('一、领办人基本情况'), pageBreakBefore: true },
    leadTable(input),
    formSection(`二、领办人资格（《办法》${articleText(article(5, 2))}，符合其中之一）`),
    honourTable(input),
    formSection('三、团队成员'),
    memberTable(input),
    formSection('四、学员和建设条件'),
    conditionTable(input),
    { kind: 'paragraph', runs: [], line: points(8) },
    conditionList(input),
    formSection(`五、建设方案与目标（对照《办法》${articleText(article(9))}）`),
    planTable(),
    formSection('六、经费预算'),
    formHead('单位：万元'),
    budgetTable(input),
    { ...formSection('七、承诺和意见'), pageBreakBefore: true },
    opinionTable(input),
  ];
}

/** Photographs of one inch are 25 × 35 mm: four rows beside them. */
function leadTable({ lead, hostUnit }: ApplicationFormInput): Table {
  const { name, sex, birthDate, age, professionalTitle, idNumber, phone } = lead;
  const [first, ...others] = [
    fieldRow(['姓名', name], ['性别', sex === undefined ? undefined : sexLabels[sex]]),
    fieldRow(
      ['出生日期', birthDate === undefined ? undefined : chineseDate(birthDate)],
      ['年龄', age === undefined ? undefined : `${age}周岁`],
    ),
    fieldRow(['民族', undefined], ['政治面貌', undefined]),
    fieldRow(['学历学位', undefined], ['毕业院校', undefined]),
  ];
  return {
    kind: 'table',
    columns: [24, 42, 22, 36, 32].map(millimetres),
    headerRows: 0,
    rows: [
      { height: formRow, cells: [...(first?.cells ?? []), { ...textCell('照片', 12), rows: 4 }] },
      ...others,
      fieldRow(['职称', professionalTitle], ['职务', undefined, 2]),
      fieldRow(['身份证号', idNumber], ['联系电话', phone, 2]),
      fieldRow(['从业年限', undefined], ['健康状况', undefined, 2]),
      fieldRow(['所在单位', hostUnit, 4]),
      fieldRow(['是否在一线岗位', checkBoxes({ yes: '是', no: '否' }), 1], ['违纪违规记录', checkBoxes(conditions), 2]),
      { height: millimetres(18), cells: [labelCell('特殊年龄情形说明', 12), blankCell(4)] },
    ],
  };
}

function honourTable({ honours = [] }: ApplicationFormInput): Table {
  const rows = honours.map(
    ({ name, kind, level, issuingBody, year, evidence }): Row => ({
      height: formRow,
      cells: [
        textCell(qualificationLabels[kind], 10.5),
        textCell(name, 10.5, 'left'),
        textCell(levelLabels[level], 10.5),
        valueCell(issuingBody, 10.5, 'left'),
        valueCell(year === undefined ? undefined : String(year), 10.5),
        valueCell(evidence, 10.5, 'left'),
      ],
    }),
  );
  // 第五条第二项 names five kinds, one of which is enough; with none known yet, each has a row to be written in.
  const open = (honours.length === 0 ? qualificationKinds : []).map(
    (kind): Row => ({ height: formRow, cells: [textCell(qualificationLabels[kind], 10.5), ...blanks(5)] }),
  );
  return {
    kind: 'table',
    columns: [30, 44, 16, 32, 14, 20].map(millimetres),
    headerRows: 1,
    rows: [headerRow(['类别', '名称', '级别', '授予单位', '年份', '证书号'], 10.5), ...rows, ...open],
  };
}

function memberTable({ members = [] }: ApplicationFormInput): Table {
  const rows = members.map(
    ({ name, sex, birthDate, age, professionalTitle, honours }, index): Row => ({
      height: millimetres(11),
      cells: [
        textCell(String(index + 1), 10.5),
        textCell(name, 10.5),
        valueCell(sex === undefined ? undefined : sexLabels[sex], 10.5),
        valueCell(birthDate === undefined ? undefined : birthDate.slice(0, 7).replace('-', '.'), 10.5),
        valueCell(age === undefined ? undefined : String(age), 10.5),
        valueCell(professionalTitle, 10.5),
        valueCell(honours, 10.5, 'left'),
        blankCell(),
        blankCell(),
      ],
    }),
  );
  // 第三条: a team of three to five; room for those who are not known yet.
  const open = Array.from(
    { length: Math.max(0, 5 - members.length) },
    (_, index): Row => ({
      height: millimetres(11),
      cells: [textCell(String(members.length + index + 1), 10.5), ...blanks(8)],
    }),
  );
  return {
    kind: 'table',
    columns: [11, 18, 11, 18, 11, 20, 37, 15, 15].map(millimetres),
    headerRows: 1,
    rows: [headerRow(['序号', '姓名', '性别', '出生年月', '年龄', '职称', '荣誉或成果', '分工', '签名'], 10.5), ...rows, ...open],
  };
}

function conditionTable({ traineeCount, trainingAudience, area, hostUnitFunds }: ApplicationFormInput): Table {
  const trainees = [traineeCount === undefined ? undefined : `${traineeCount}人`, trainingAudience].filter((part) => part !== undefined);
  return {
    kind: 'table',
    columns: [44, 34, 30, 48].map(millimetres),
    headerRows: 0,
    rows: [
      fieldRow(['固定学员和培训对象', trainees.length === 0 ? undefined : trainees.join('，'), 3]),
      fieldRow(['场所地址', undefined, 3]),
      fieldRow(
        ['场所面积', area === undefined ? undefined : `${area}平方米`],
        ['专项经费（年）', hostUnitFunds === undefined ? undefined : wanYuan(hostUnitFunds)],
      ),
    ],
  };
}

function conditionList({ conditions: all }: ApplicationFormInput): Table {
  return {
    kind: 'table',
    columns: [56, 34, 66].map(millimetres),
    headerRows: 1,
    rows: [
      headerRow(['建设条件', '是否具备', '证明材料'], 12),
      ...all.map(
        ({ condition, state, evidence }): Row => ({
          height: formRow,
          cells: [textCell(condition, 12), textCell(checkBoxes(conditions, state), 12), valueCell(evidence, 12, 'left')],
        }),
      ),
    ],
  };
}

function planTable(): Table {
  return {
    kind: 'table',
    columns: [36, 120].map(millimetres),
    headerRows: 0,
    rows: taskGroups.map((group) => ({ height: millimetres(22), cells: [labelCell(taskGroupTitles[group], 12), blankCell()] })),
  };
}

const incomes = ['所在单位', '行业主管部门', '区财政资助', '其他'] as const;

/** Sources beside purposes. 第十八条. */
function budgetTable({ hostUnitFunds, purposes }: ApplicationFormInput): Table {
  const rows = Array.from({ length: Math.max(incomes.length, purposes.length) }, (_, index): Row => {
    const [income = '', purpose = ''] = [incomes[index], purposes[index]];
    const amount = index === 0 && hostUnitFunds !== undefined ? tenThousandYuanText(hostUnitFunds) : undefined;
    return {
      height: formRow,
      keepNext: true,
      cells: [budgetCell(income), valueCell(amount, 12), budgetCell(purpose), blankCell()],
    };
  });
  return {
    kind: 'table',
    columns: [42, 36, 42, 36].map(millimetres),
    headerRows: 1,
    rows: [
      headerRow(['资金来源', '年度金额', '支出用途', '年度金额'], 12),
      ...rows,
      { height: formRow, cells: [labelCell('合计', 12), blankCell(), labelCell('合计', 12), blankCell()] },
    ],
  };
}

function opinionTable({ unitOpinion }: ApplicationFormInput): Table {
  const accepted = checkBoxCell({ accept: '符合条件，予以受理', return: '不符合标准，予以退回' }, undefined, 12);
  const review = opinionRow({ label: '主管部门意见', signer: '负责人', sealed: true, room: 12 });
  const [label, room] = review.cells;
  return {
    kind: 'table',
    columns: [32, 124].map(millimetres),
    headerRows: 0,
    rows: [
      opinionRow({
        label: '领办人承诺',
        text: '本人承诺所填内容和所附材料真实有效，无违纪违规记录；命名后按任务承诺书履行职责，依法依规使用经费。如有不实，愿承担相应责任。',
        signer: '领办人',
        sealed: false,
        room: 22,
      }),
      opinionRow({ label: '所在单位意见', text: unitOpinion, signer: '负责人', sealed: true, room: 22 }),
      ...(label === undefined || room === undefined
        ? []
        : [{ cells: [label, { ...room, paragraphs: [...accepted.paragraphs, ...room.paragraphs] }] }]),
      {
        height: formRow,
        keepNext: true,
        cells: [labelCell('党组会议', 12), { paragraphs: [tableText(`会议日期：${dateOrBlank(undefined)}　　纪要号：`, 12, 'left')] }],
      },
      opinionRow({ label: '党组会议意见', signer: '主要负责人', sealed: true, room: 16 }),
      opinionRow({ label: '区人力资源局备案意见', signer: '负责人', sealed: true, room: 16 }),
    ],
  };
}

function wanYuan(amount: Fen): string {
  return `${tenThousandYuanText(amount)}万元`;
}

function blanks(count: number) {
  return Array.from({ length: count }, () => blankCell());
}

function budgetCell(words: string) {
  return words === '' ? blankCell() : textCell(words, 12);
}
