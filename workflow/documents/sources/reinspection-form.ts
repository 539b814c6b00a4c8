import { articleParagraph } from '../../../policy/article.ts';
import { actingLevel } from '../../act-of.ts';
import { latestRectification, requireRectification } from '../../assessment/rectification-in-hand.ts';
import type { StudioSources } from '../document-source.ts';
import { parties } from './parties.ts';

const place = articleParagraph(19, 2);

/** 整改复查表 of the latest notice: blank before the re-inspection, with the latest one after it. 第十九条第二款. */
export const reinspectionFormSources: StudioSources = {
  scope: 'studio',
  article: place,
  candidates: (tx, studio, { kind }) => latestRectification(tx, studio.id, actingLevel('record-reinspection', kind)) !== undefined,
  source(tx, studio, { seat, today }) {
    const level = actingLevel('record-reinspection', seat.kind);
    const notice = requireRectification(tx, studio, level, '生成《整改复查表》', place);
    const report = notice.reports.at(-1);
    const reinspection = notice.reinspections.at(-1);
    const issuedOn = reinspection?.inspectedOn ?? today;
    const input = {
      ...parties(tx, studio, level, notice.departmentId, issuedOn),
      noticeNumber: notice.number,
      deadline: notice.deadline,
      problems: notice.problems.map(({ id, code, problem, unit, target }) => {
        const found = reinspection?.items.find(({ problemId }) => problemId === id);
        return {
          taskCode: code,
          problem,
          unit,
          target,
          reported: report?.results.find(({ problemId }) => problemId === id)?.result,
          ...(found === undefined ? {} : { mending: found.mended ? 'mended' : 'open', finding: found.finding }),
        };
      }),
      ...(reinspection === undefined ? {} : { reinspection: { ...reinspection, conclusion: reinspection.passed ? 'passed' : 'failed' } }),
      printedOn: today,
    };
    return { input, number: null, subjectId: notice.id, issuedOn };
  },
};
