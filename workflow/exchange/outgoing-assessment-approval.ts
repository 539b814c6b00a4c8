import { readStudios } from '../../db/queries/studios.ts';
import { assessmentApproval, writeAssessmentApproval } from '../../exchange/assessment-approval.ts';
import { articleParagraph } from '../../policy/article.ts';
import { approvalBody } from '../../policy/assessment/assessment-consequence.ts';
import { partsOf } from '../../policy/plain-date.ts';
import { Refusal } from '../../policy/refusal.ts';
import { seatKindLabels } from '../../policy/seat.ts';
import { actingLevel } from '../act-of.ts';
import { type Outgoing, senderOf } from './outgoing.ts';
import { latestPeriodic, reportedResult } from './periodic-results.ts';

const place = articleParagraph(19, 3);

/** 考核结果报审表: this seat's periodic results of a year that nobody has approved or sent back yet. 第十九条第三款. */
export const outgoingAssessmentApproval: Outgoing = {
  id: assessmentApproval.id,
  title: assessmentApproval.title,
  summary: '把周期性考核结果逐项报请审定：系统内的报区人力资源局，区级的报区委人才工作领导小组办公室。',
  article: place,
  powers: ['sector-bureau', 'hr-bureau'],
  about: 'year',
  counted: '个工作室',
  async write(context, { year }) {
    const { db, seat } = context;
    const level = actingLevel('record-periodic-assessment', seat.kind);
    const entries = readStudios(db)
      .filter(({ sector }) => level === 'district' || seat.sectors.includes(sector.name))
      .flatMap((studio) => {
        const result = latestPeriodic(db, studio, level);
        if (result === undefined || result.assessment.approval !== null || partsOf(result.assessment.assessedOn).year !== year) return [];
        return [{ recordId: studio.id, record: reportedResult(studio, result) }];
      });
    if (entries.length === 0) {
      const body = seatKindLabels[approvalBody('periodic', level) ?? 'hr-bureau'];
      throw new Refusal(
        `无法导出${assessmentApproval.title}：${year} 年没有待${body}审定的周期性考核结果。请先登记周期性考核，或核对年度。`,
        place,
      );
    }
    const whose = level === 'district' ? '区级' : `${seat.sectors.join('、')}系统`;
    const written = await writeAssessmentApproval(entries, { ...senderOf(context), year, whose });
    return { ...written, rows: entries.length };
  },
};
