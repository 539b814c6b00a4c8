import { articleParagraph } from '../../../policy/article.ts';
import { actingLevel } from '../../act-of.ts';
import { latestRectification, requireRectification } from '../../assessment/rectification-in-hand.ts';
import type { StudioSources } from '../document-source.ts';
import { parties } from './parties.ts';

const place = articleParagraph(19, 2);

/** 整改情况报告表 of the latest notice: blank before the studio has reported, with the latest report after it. 第十九条第二款. */
export const rectificationReportSources: StudioSources = {
  scope: 'studio',
  article: place,
  candidates: (tx, studio, { kind }) => latestRectification(tx, studio.id, actingLevel('record-rectification-report', kind)) !== undefined,
  source(tx, studio, { seat }) {
    const level = actingLevel('record-rectification-report', seat.kind);
    const notice = requireRectification(tx, studio, level, '生成《整改情况报告表》', place);
    const report = notice.reports.at(-1);
    const issuedOn = report?.reportedOn ?? notice.issuedOn;
    const input = {
      ...parties(tx, studio, level, notice.departmentId, issuedOn),
      noticeNumber: notice.number,
      issuedOn: notice.issuedOn,
      deadline: notice.deadline,
      problems: notice.problems.map(({ id, code, problem, measure }) => {
        const result = report?.results.find(({ problemId }) => problemId === id);
        return { taskCode: code, problem, measure, result: result?.result, evidence: result?.evidence };
      }),
      ...(report === undefined ? {} : { report }),
    };
    return { input, number: null, subjectId: notice.id, issuedOn };
  },
};
