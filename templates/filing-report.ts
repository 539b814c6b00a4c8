import { article, articleText } from '../policy/article.ts';
import { yuanText } from '../policy/money.ts';
import { chineseDate, type PlainDate } from '../policy/plain-date.ts';
import { sexLabels } from '../policy/qualification.ts';
import { inStrokeOrder } from '../policy/stroke-order.ts';
import { hostUnitLabels } from '../policy/studio-facts.ts';
import { documentKind, type Say } from './document-kind.ts';
import { attachedForms } from './kit/attached-forms.ts';
import { attachmentNote } from './kit/attachment.ts';
import { blankLines } from './kit/blank-lines.ts';
import { addressee, bodyText, heading } from './kit/body-text.ts';
import { citedMeasures, measuresField } from './kit/cited-measures.ts';
import { contactRemark, requiredContactField } from './kit/contact-remark.ts';
import type { Block, Table } from './kit/document-content.ts';
import { choice, date, type InputOf, list, money, optional, quantity, record, text, texts } from './kit/fields.ts';
import { fieldRow, formHead, notesRow, opinionRow } from './kit/form-table.ts';
import { imprintFields } from './kit/imprint.ts';
import { millimetres } from './kit/length.ts';
import { quantityText } from './kit/quantity-text.ts';
import { redHeader } from './kit/red-header.ts';
import { selfReference } from './kit/self-reference.ts';
import { sealedSignature } from './kit/signature-block.ts';
import { title } from './kit/title.ts';

const fields = {
  number: text('发文字号'),
  signers: texts('签发人'),
  system: text('系统名称'),
  measures: measuresField,
  department: text('发文机关全称'),
  superior: text('主送机关全称'),
  studios: list(
    '工作室',
    {
      name: text('工作室名称'),
      sector: text('所属领域'),
      lead: text('领办人姓名'),
      leadSex: choice('领办人性别', sexLabels),
      leadBirthDate: date('领办人出生日期'),
      leadTitle: text('领办人职称'),
      leadIdNumber: optional(text('领办人身份证号')),
      leadPhone: optional(text('领办人联系电话')),
      hostUnit: text('所在单位名称'),
      hostUnitKind: choice('所在单位性质', hostUnitLabels),
      members: texts('团队成员'),
      audience: optional(text('学员或培训对象')),
      area: quantity('场所面积'),
      dedicatedFunds: money('所在单位专项经费'),
      meetingOn: date('党组会议日期'),
      minutes: text('会议纪要号'),
      namedOn: date('命名日期'),
      namingDocument: text('命名文号'),
      letter: optional(record('任务承诺书', { number: text('承诺书编号'), from: date('周期开始日期'), to: date('周期结束日期') })),
    },
    'name',
  ),
  issuedOn: date('成文日期'),
  contact: requiredContactField,
  imprint: imprintFields,
};

/** What a 备案报告 is written from: the studios reported together, in any order, each with all its form says. */
export type FilingReportInput = InputOf<typeof fields>;
type FiledStudio = FilingReportInput['studios'][number];

/** 备案报告 of a bureau to the HR bureau, with a 备案表 for each studio it has named. 第十一条第三项, 第十六条. */
export const filingReport = documentKind({
  id: 'filing-report',
  title: '备案报告',
  issuers: ['sector-bureau'],
  fields,
  subject: 'number',
  fileNameParts: ({ number }) => [number],
  compose: (input, say) => ({
    title: `关于报送${input.system}名师工作室备案的报告（${input.number}）`,
    issuer: input.department,
    date: input.issuedOn,
    blocks: compose(input, say),
    imprint: input.imprint,
  }),
  ownText: {},
});

function compose(input: FilingReportInput, say: Say): Block[] {
  const { department, number, signers, superior, system, studios, issuedOn, contact } = input;
  const form = `${system}名师工作室备案表`;
  return [
    ...redHeader(department, number, signers, say),
    ...title([department, `关于报送${system}名师工作室`, '备案的报告']),
    ...blankLines(1),
    addressee([superior]),
    bodyText(opening(input)),
    heading(1, '命名情况'),
    ...namings(input).map((naming) => bodyText(say('情况', naming, '命名情况各段'))),
    heading(2, '备案材料'),
    bodyText(
      `报送备案的名师工作室共${say('工作室数', String(studios.length))}家，一家一表，备案表附后。请予备案，并将备案号和备案日期填入备案表后退还一份。`,
    ),
    { ...bodyText('特此报告。'), keepNext: true },
    ...attachmentNote(say('附件名称', studios.length === 1 ? form : `${form}（共${studios.length}份）`)),
    ...sealedSignature(department, issuedOn, contactRemark(contact)),
    ...attachedForms(
      form,
      say
        .rows(
          fields.studios.label,
          inStrokeOrder(studios, ({ lead }) => lead),
        )
        .map((studio) => formOf(input, studio, say)),
      fields.studios.label,
      say,
    ),
  ];
}

function opening({ measures, system, department }: FilingReportInput): string {
  return (
    `根据${citedMeasures(measures)}${articleText(article(11, 3))}规定，现将${selfReference(department)}命名的${system}名师工作室` +
    '报送备案，有关情况报告如下。'
  );
}

/** A paragraph for each document by which studios were named, the earliest first. */
function namings({ studios, system, department }: FilingReportInput): string[] {
  const documents = [...Map.groupBy(studios, ({ namingDocument }) => namingDocument).values()];
  return documents
    .toSorted(([one], [other]) => ((one?.namedOn ?? '') < (other?.namedOn ?? '') ? -1 : 1))
    .map((named) => {
      const ordered = inStrokeOrder(named, ({ lead }) => lead);
      const meetings = [...new Set(ordered.map(({ meetingOn, minutes }) => `${chineseDate(meetingOn)}党组会议（${minutes}）`))];
      const names = ordered.map(({ name }) => name);
      const whom = names.length === 1 ? names.join('') : `${names.join('、')}等${names.length}家名师工作室`;
      const { namedOn, namingDocument } = ordered[0] ?? { namedOn: undefined, namingDocument: '' };
      const on = namedOn === undefined ? '' : chineseDate(namedOn);
      return (
        `经推荐申请、审查受理和现场考察，并经${selfReference(department)}${meetings.join('、')}研究同意，于${on}以${namingDocument}` +
        `命名${whom}为${system}名师工作室。`
      );
    });
}

/** The filing number is the HR bureau's to fill in. */
function formOf({ department, contact, issuedOn }: FilingReportInput, studio: FiledStudio, say: Say): Block[] {
  return [formHead(`填报单位（盖章）：${department}`, `填报人：${contact.name}`), formTable(studio, issuedOn, say)];
}

function formTable(studio: FiledStudio, issuedOn: PlainDate, say: Say): Table {
  const { letter } = studio;
  const { label } = fields.studios;
  const cycle = say('建设周期', letter === undefined ? '' : `${chineseDate(letter.from)}至${chineseDate(letter.to)}`, label);
  return {
    kind: 'table',
    columns: [28, 50, 28, 50].map(millimetres),
    headerRows: 0,
    rows: [
      fieldRow(['工作室名称', studio.name, 3]),
      fieldRow(['所在单位', studio.hostUnit], ['单位性质', say('单位性质', hostUnitLabels[studio.hostUnitKind], label)]),
      fieldRow(['领办人', `${studio.lead}（${say('性别', sexLabels[studio.leadSex], label)}）`], ['所属领域', studio.sector]),
      fieldRow(['出生日期', chineseDate(studio.leadBirthDate)], ['职称', studio.leadTitle]),
      fieldRow(['身份证号', studio.leadIdNumber], ['联系电话', studio.leadPhone]),
      fieldRow(['团队成员', `${studio.members.join('、')}（共${say('团队人数', String(studio.members.length), label)}人）`, 3]),
      fieldRow(['培训对象', studio.audience, 3]),
      fieldRow(['场所面积', quantityText(studio.area, '平方米')], ['单位专项经费', `每年${yuanText(studio.dedicatedFunds)}元`]),
      fieldRow(['党组会议日期', chineseDate(studio.meetingOn)], ['会议纪要号', studio.minutes]),
      fieldRow(['命名日期', chineseDate(studio.namedOn)], ['命名文号', studio.namingDocument]),
      fieldRow(['任务承诺书', letter?.number], ['建设周期', cycle === '' ? undefined : cycle]),
      opinionRow({ label: '主管部门意见', text: '同意报送备案。', signer: '负责人', sealed: true, date: issuedOn, room: 18 }, 3),
      opinionRow({ label: '区人力资源局备案意见', text: '备案号：', signer: '负责人', sealed: true, room: 18 }, 3),
      notesRow(['备案号和备案日期由区人力资源局填写。本表一式两份，双方各存一份。'], 4),
    ],
  };
}
