import { articleParagraph, articleText } from '../policy/article.ts';
import { assessmentResultLabels, consequenceOf } from '../policy/assessment/assessment-consequence.ts';
import { assessmentLabels, gradeLabels, grades } from '../policy/grade.ts';
import { chineseDate } from '../policy/plain-date.ts';
import { studioLevelLabels } from '../policy/seat.ts';
import { inStrokeOrder } from '../policy/stroke-order.ts';
import { documentKind, type Say } from './document-kind.ts';
import { attachmentHeading, attachmentNote } from './kit/attachment.ts';
import { blankLines } from './kit/blank-lines.ts';
import { addressee, bodyText, heading } from './kit/body-text.ts';
import { citedMeasures, measuresField } from './kit/cited-measures.ts';
import { countedKinds } from './kit/counted-kinds.ts';
import type { Block, Table } from './kit/document-content.ts';
import { choice, date, type InputOf, list, text, wholeNumber } from './kit/fields.ts';
import { imprintFields } from './kit/imprint.ts';
import { listTable } from './kit/list-table.ts';
import { redHeader } from './kit/red-header.ts';
import { selfReference } from './kit/self-reference.ts';
import { sealedSignature } from './kit/signature-block.ts';
import { title } from './kit/title.ts';

const fields = {
  year: wholeNumber('考核年度', 2014, 9999),
  number: text('发文字号'),
  level: choice('工作室级别', studioLevelLabels),
  measures: measuresField,
  department: text('发文机关全称'),
  approver: text('周期性考核结果审定机关'),
  results: list(
    '考核结果',
    {
      name: text('工作室名称'),
      lead: text('领办人姓名'),
      kind: choice('考核类型', assessmentLabels),
      assessedOn: date('考核日期'),
      tasks: wholeNumber('考核任务数', 1, 9999),
      done: wholeNumber('达到目标任务数', 0, 9999),
      grade: choice('考核等次', gradeLabels),
    },
    'name',
  ),
  issuedOn: date('成文日期'),
  imprint: imprintFields,
};

/** What a 考核结果通报 is written from: the results of a year, in any order, periodic ones approved. */
export type AssessmentCircularInput = InputOf<typeof fields>;

type Result = AssessmentCircularInput['results'][number];

/** 考核结果通报 of whoever assessed, with the table of grades. 第十九条. */
export const assessmentCircular = documentKind({
  id: 'assessment-circular',
  title: '考核结果通报',
  issuers: ['sector-bureau', 'hr-bureau'],
  fields,
  subject: 'number',
  fileNameParts: ({ year, number }) => [`${year}年度`, number],
  compose: (input, say) => ({
    title: `关于${input.year}年${studioLevelLabels[input.level]}名师工作室考核结果的通报（${input.number}）`,
    issuer: input.department,
    date: input.issuedOn,
    blocks: compose(input, say),
    imprint: input.imprint,
  }),
  ownText: {},
});

function compose(input: AssessmentCircularInput, say: Say): Block[] {
  const { department, number, year, level, issuedOn } = input;
  const results = say.rows(
    fields.results.label,
    inStrokeOrder(input.results, ({ lead }) => lead),
  );
  const levelName = say('工作室级别', studioLevelLabels[level]);
  const attached = `${year}年${levelName}名师工作室考核结果一览表`;
  return [
    ...redHeader(department, number),
    ...title([department, `关于${year}年${levelName}名师工作室`, '考核结果的通报']),
    ...blankLines(1),
    addressee(['各名师工作室及所在单位']),
    bodyText(basis(input, levelName, say)),
    heading(1, '考核结果'),
    ...grades.flatMap((grade) => gradeText(grade, results, say)),
    heading(2, '任务完成情况'),
    bodyText(tasks(results, say)),
    heading(3, '结果运用'),
    { ...bodyText(uses(input, results, say)), keepNext: true },
    ...attachmentNote(attached),
    ...sealedSignature(department, issuedOn),
    ...attachmentHeading(),
    ...title([attached]),
    ...blankLines(1),
    resultTable(input, results, say),
  ];
}

function basis({ measures, department, results, approver }: AssessmentCircularInput, levelName: string, say: Say): string {
  const days = results.map(({ assessedOn }) => assessedOn).toSorted();
  const [first, last] = [days[0], days.at(-1)];
  const when =
    first === undefined || last === undefined ? '' : first === last ? chineseDate(first) : `${chineseDate(first)}至${chineseDate(last)}`;
  const approved = results.some(({ kind }) => kind === 'periodic') ? `周期性考核结果已经${approver}审定。` : '';
  return (
    `根据${citedMeasures(measures)}${articleText(articleParagraph(19, 1))}规定，${say('考核时间', when)}，${selfReference(department)}依照任务承诺书，` +
    `对${say('工作室数', String(results.length))}家${levelName}名师工作室逐项进行实地检查，其中${say('考核类型统计', countedKinds(results))}。` +
    `${say('审定说明', approved)}现将考核结果通报如下。`
  );
}

function gradeText(grade: Result['grade'], results: readonly Result[], say: Say): Block[] {
  const own = results.filter((result) => result.grade === grade);
  const named = `${gradeLabels[grade]}${own.length}家：${own.map(({ name }) => name).join('、')}。`;
  const listed = say(`${gradeLabels[grade]}名单`, own.length === 0 ? '' : named);
  return listed === '' ? [] : [bodyText(listed)];
}

function tasks(results: readonly Result[], say: Say): string {
  const all = results.reduce((sum, result) => sum + result.tasks, 0);
  const done = results.reduce((sum, result) => sum + result.done, 0);
  const short = results.filter((result) => result.done < result.tasks);
  const rest =
    short.length === 0
      ? '各工作室均完成承诺的任务。'
      : `有${short.length}家工作室存在未达到目标的任务，应当对照考核意见查明原因、补足差额，所在单位督促落实。`;
  return `共检查任务${say('任务总数', String(all))}项，达到目标${say('达到目标总数', String(done))}项。${say('任务完成说明', rest)}`;
}

/** What follows from each kind and grade that occurs. */
function uses({ level }: AssessmentCircularInput, results: readonly Result[], say: Say): string {
  const sentences = (['process', 'periodic'] as const).flatMap((kind) =>
    grades.flatMap((grade) => {
      if (!results.some((result) => result.kind === kind && result.grade === grade)) return [];
      return [`${assessmentLabels[kind]}${gradeLabels[grade]}的，${consequenceText(kind, grade, level)}`];
    }),
  );
  return `依照《办法》${articleText(articleParagraph(19, 2))}规定，${say('结果运用', sentences.join('；'))}。`;
}

function consequenceText(kind: Result['kind'], grade: Result['grade'], level: AssessmentCircularInput['level']): string {
  const { result, reward } = consequenceOf(kind, grade, level);
  return `${assessmentResultLabels[result]}${reward ? '，予以奖励' : ''}`;
}

function resultTable({ level }: AssessmentCircularInput, results: readonly Result[], say: Say): Table {
  const { label } = fields.results;
  return listTable(
    [
      { header: '序号', width: 10 },
      { header: '工作室名称', width: 44, align: 'left' },
      { header: '领办人', width: 17 },
      { header: '考核类型', width: 23 },
      { header: '达到目标', width: 17 },
      { header: '等次', width: 14 },
      { header: '处理意见', width: 31, align: 'left' },
    ],
    results.map(({ name, lead, kind, tasks: all, done, grade }, index) => [
      String(index + 1),
      name,
      lead,
      say('考核种类', assessmentLabels[kind], label),
      `${done}/${all}项`,
      say('等次', gradeLabels[grade], label),
      say('处理意见', consequenceText(kind, grade, level), label),
    ]),
    10.5,
  );
}
