import { addApproval, addStep, keepMeasures } from '../../db/writes/applications.ts';
import { article, articleText } from '../../policy/article.ts';
import { acceptanceHurdles } from '../../policy/eligibility.ts';
import type { Finding } from '../../policy/finding.ts';
import { Refusal } from '../../policy/refusal.ts';
import { applicationAt, standsAt } from '../application-of.ts';
import { command } from '../command.ts';
import { dateField, optional, textField } from '../field.ts';
import { measuresBook } from '../measures-book.ts';
import { measuresFor, studioFindings } from '../studio-findings.ts';
import { stepDate } from './step-date.ts';

const place = article(11, 2);
const acceptable = ['submitted', 'received'] as const;

function listed(findings: readonly Finding[]): string {
  return findings.map(({ article: ground, message }) => `${articleText(ground)}：${message}`).join('');
}

/**
 * 第十一条第二项: what meets the standards is accepted. An unmet rule or an incomplete application is refused with its
 * articles; a special case needs a reason and who approved it; what can only be seen on site waits for the inspection.
 */
export const accept = command({
  name: 'accept',
  title: '受理申报',
  summary: '审查申报材料，符合条件的受理；特殊情况须写明理由和批准人。未登记收件的同时登记。',
  article: place,
  powers: ['sector-bureau'],
  fields: {
    date: optional(dateField('受理日期', '不填为当天')),
    reason: optional(textField('特殊情况理由', '超过一般年龄、面积不足等情形必填')),
    approver: optional(textField('特殊情况批准人', '有特殊情况时必填')),
  },
  offered: standsAt(...acceptable),
  run({ tx, studio, answers, context }) {
    const book = measuresBook(tx);
    const findings = studioFindings(studio, book, context.today);
    const approved = studio.application?.approvals.map(({ rule }) => rule) ?? [];
    const { unmet, needsApproval, missing, toInspect } = acceptanceHurdles(findings, approved);
    if (unmet.length > 0) {
      throw new Refusal(`无法受理「${studio.name}」的申报：不符合《办法》规定。${listed(unmet)}请退回申报并写明理由。`, place);
    }
    if (missing.length > 0) {
      throw new Refusal(`无法受理「${studio.name}」的申报：申报材料不完整。${listed(missing)}请补录后再受理，或退回补正。`, place);
    }
    if (needsApproval.length > 0 && (answers.reason === undefined || answers.approver === undefined)) {
      throw new Refusal(
        `无法受理「${studio.name}」的申报：有特殊情况。${listed(needsApproval)}请填写「特殊情况理由」和「特殊情况批准人」。`,
        place,
      );
    }
    const application = applicationAt(studio, acceptable, '受理申报', place);
    const onDate = stepDate(answers.date, application, context, '受理日期', place);
    const judgedBy = measuresFor(studio, book, context.today).id;
    // A set added since the list came in, or another day of application.
    if (judgedBy !== application.measuresId) keepMeasures(tx, application.id, judgedBy);
    const { reason = '', approver = '' } = answers;
    for (const { rule } of needsApproval) addApproval(tx, { applicationId: application.id, rule, reason, approver, onDate });
    const step = { applicationId: application.id, onDate, departmentId: context.seat.id };
    if (application.status === 'submitted') addStep(tx, { ...step, status: 'received', details: {} });
    addStep(tx, { ...step, status: 'accepted', details: { toInspect: toInspect.map(({ message }) => message) } });
    return {
      message: `已受理「${studio.name}」的申报。`,
      warnings: toInspect.map(({ article: ground, message }) => `须在现场核实（${articleText(ground)}），${message}`),
    };
  },
});
