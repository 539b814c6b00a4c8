import { readStudios } from '../../db/queries/studios.ts';
import { assessmentDecision, writeAssessmentDecision } from '../../exchange/assessment-decision.ts';
import { articleParagraph } from '../../policy/article.ts';
import { partsOf } from '../../policy/plain-date.ts';
import { Refusal } from '../../policy/refusal.ts';
import { actingLevel } from '../act-of.ts';
import { registeredDecision } from './assessment-decisions.ts';
import { type Outgoing, senderOf } from './outgoing.ts';
import { latestPeriodic } from './periodic-results.ts';

const place = articleParagraph(19, 3);

/** 考核审定结果: what this seat decided in a year about the results one department sent up. 第十九条第三款. */
export const outgoingAssessmentDecision: Outgoing = {
  id: assessmentDecision.id,
  title: assessmentDecision.title,
  summary: '把周期性考核结果的审定（通过，或退回及理由）答复报送的部门。',
  article: place,
  powers: ['hr-bureau', 'leading-group-office'],
  about: 'bureau',
  recipients: { 'hr-bureau': ['sector-bureau'], 'leading-group-office': ['hr-bureau'] },
  counted: '个工作室',
  async write(context, { year, recipient }) {
    if (recipient === undefined) {
      throw new Refusal(`无法导出${assessmentDecision.title}：没有指定报送考核结果的部门。请选择部门（--to 部门名称）。`, place);
    }
    const { db, seat } = context;
    const level = actingLevel('approve-periodic-result', seat.kind);
    const entries = readStudios(db)
      .filter(({ sector }) => level === 'district' || sector.bureauId === recipient.id)
      .flatMap((studio) => {
        const result = latestPeriodic(db, studio, level);
        const decidedOn = result?.assessment.approval?.decidedOn;
        if (decidedOn === undefined || partsOf(decidedOn).year !== year) return [];
        return [{ recordId: studio.id, record: registeredDecision(studio, result) }];
      });
    if (entries.length === 0) {
      throw new Refusal(
        `无法导出${assessmentDecision.title}：${year} 年没有审定过${recipient.name}报送的考核结果。请先导入考核结果报审表并审定，或核对年度。`,
        place,
      );
    }
    const written = await writeAssessmentDecision(entries, { ...senderOf(context), year, recipient: recipient.name });
    return { ...written, rows: entries.length };
  },
};
