import { type Article, article, articleParagraph } from '../../policy/article.ts';
import { gradeLabels } from '../../policy/grade.ts';
import { misconductLabels } from '../../policy/misconduct/case-record.ts';
import { chineseDate, type PlainDate } from '../../policy/plain-date.ts';
import { choice, date, list, optional, text } from './fields.ts';
import { selfReference } from './self-reference.ts';
import { withStop } from './sentence.ts';

/** What may lead to a revocation, step by step. 第十九条第二款, 第二十条. */
const revocationStepLabels = {
  process: '过程性考核不合格',
  notice: '发出整改通知书',
  deadline: '整改期限',
  overdue: '整改期限届满',
  failed: '复查整改不到位',
  periodic: '周期性考核不合格',
  approved: '审定考核结果',
  fraud: `发现${misconductLabels.fraud}线索`,
  violation: `发现${misconductLabels.violation}线索`,
  'grave-fault': '发现过失线索',
  verified: '查明属实',
  impact: '造成影响',
  heard: '听取陈述',
  followed: '另一级称号撤销',
} as const;

export type RevocationStepKind = keyof typeof revocationStepLabels;

/** One step: when, by whom, and what is to be said of it: a document's number, how something was found, what was found out. */
export interface RevocationStep {
  readonly kind: RevocationStepKind;
  readonly on: PlainDate;
  readonly by: string;
  readonly detail?: string | undefined;
}

/** What led to a revocation, in order of time. */
export const revocationStepsField = list(
  '撤销依据',
  { kind: choice('事项', revocationStepLabels), on: date('日期'), by: text('办理机关'), detail: optional(text('内容')) },
  'kind',
);

/** The provision under which these steps lead to a revocation: misconduct's own, else that of assessments. */
export function stepsArticle(steps: readonly Pick<RevocationStep, 'kind'>[]): Article {
  return steps.some(({ kind }) => kind === 'verified') ? article(20) : articleParagraph(19, 2);
}

/** A step as a sentence of `department`'s document. */
export function stepSentence({ kind, on, by, detail }: RevocationStep, department: string): string {
  const day = chineseDate(on);
  const who = by === department ? selfReference(department) : by;
  const found = detail === undefined ? '' : `通过${detail}`;
  const sentences: Readonly<Record<RevocationStepKind, () => string>> = {
    process: () => `${day}，${who}进行过程性考核，结果为${gradeLabels.unqualified}`,
    notice: () => `${day}，${who}发出整改通知书${inBrackets(detail)}，限期整改`,
    deadline: () => `整改期限至${day}`,
    overdue: () => `至${day}整改期限届满，整改仍未到位`,
    failed: () => `${day}，${who}进行复查，结果为整改不到位${after('：', detail)}`,
    periodic: () => `${day}，${who}进行周期性考核，结果为${gradeLabels.unqualified}`,
    approved: () => `${day}，考核结果经${who}审定`,
    fraud: () => `${day}，${who}${found}发现${misconductLabels.fraud}问题线索`,
    violation: () => `${day}，${who}${found}发现${misconductLabels.violation}问题线索`,
    'grave-fault': () => `${day}，${who}${found}发现工作过失问题线索`,
    verified: () => `${day}，经${who}查明属实${after('：', detail)}`,
    impact: () => `造成巨大负面影响${after('：', detail)}`,
    heard: () => `查核中听取了工作室的陈述`,
    followed: () => `${day}，${who}作出决定${inBrackets(detail)}，撤销该工作室的另一级名师工作室称号`,
  };
  return withStop(sentences[kind]());
}

function inBrackets(detail: string | undefined): string {
  return detail === undefined ? '' : `（${detail}）`;
}

function after(mark: string, detail: string | undefined): string {
  return detail === undefined ? '' : `${mark}${detail}`;
}
