import { plainDate } from '../../policy/plain-date.ts';
import type { DocumentInput } from '../../templates/document-kinds.ts';

type Returned = DocumentInput<'return-notice'>;
type Accepted = DocumentInput<'acceptance-notice'>;
type Inspection = DocumentInput<'inspection-form'>;

const measures = { title: '武昌区名师工作室建设管理办法', documentNumber: '武昌人才办〔2014〕2号' };
const bureau = '武汉市武昌区教育局';
const hostUnit = '武汉市武昌区示范路小学';
const studio = '龘頔翀小学数学名师工作室';

/** An application sent back for so many reasons. */
export function returnOf(reasonCount: number): Returned {
  const reasons = [
    { article: '第五条第四项', reason: '领办人年龄为59周岁，超过男性57周岁的一般年龄，申报材料没有说明特殊情况' },
    { article: '第七条第一项', reason: '工作室面积42平方米，不足50平方米' },
    { article: '第三条', reason: '团队成员2人，少于3人' },
  ];
  return {
    studio,
    number: '武昌教名〔2026〕3号',
    measures,
    department: bureau,
    hostUnit,
    lead: '龘頔翀',
    appliedOn: plainDate('2026-08-03'),
    reasons: Array.from({ length: reasonCount }, (_, index) => reasons[index % 3] ?? { article: '第三条', reason: '材料不全' }),
    issuedOn: plainDate('2026-08-11'),
    contact: { name: '易水寒', phone: '027-00000000' },
  };
}

/** An acceptance with so many matters to be seen on site. */
export function acceptanceOf(matterCount: number): Accepted {
  const { reasons: _none, ...common } = returnOf(1);
  return {
    ...common,
    acceptedOn: plainDate('2026-08-11'),
    ...(matterCount === 0
      ? {}
      : { toInspect: Array.from({ length: matterCount }, (_, index) => ({ matter: `第${index + 1}项功能区域未附证明材料，须现场核实` })) }),
  };
}

/** A form for so many requirements, blank. */
export function inspectionOf(checkCount: number): Inspection {
  const checks = [
    { article: '第三条', stated: '依托单位为武汉市武昌区示范路小学，属武昌区事业单位。' },
    { article: '第五条第四项', stated: '领办人男，52周岁，未超过57周岁的一般年龄。' },
    { article: '第七条第一项', stated: '工作室面积66平方米，不少于50平方米；办公、科研培训、展示、资料存放区域已登记。' },
    { article: '第七条第四项', stated: '所在单位每年安排专项经费5万元。' },
  ];
  return {
    studio,
    level: 'in-system',
    sector: '教育',
    department: bureau,
    hostUnit,
    lead: '龘頔翀',
    checks: Array.from({ length: checkCount }, (_, index) => checks[index % 4] ?? { article: '第三条', stated: '已登记' }),
    printedOn: plainDate('2026-08-12'),
  };
}

/** A form with everything that can be recorded. */
export const filledInspection: Inspection = {
  ...inspectionOf(12),
  checks: inspectionOf(12).checks.map((check, index) => ({
    ...check,
    result: (['met', 'met', 'to-mend', 'unmet'] as const)[index % 4] ?? 'met',
    evidence: `见照片${index + 1}号`,
  })),
  inspection: {
    inspectedOn: plainDate('2026-08-14'),
    inspectors: '林清源、何思齐、陈堃',
    site: '武汉市武昌区示范路小学综合楼三楼',
    result: 'pass',
    opinion: '条件具备，材料属实，建议提交党组会议讨论。',
  },
};
