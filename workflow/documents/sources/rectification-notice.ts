import { readAssessments } from '../../../db/queries/assessments.ts';
import { readLetters } from '../../../db/queries/commitment-letters.ts';
import { articleParagraph } from '../../../policy/article.ts';
import { Refusal } from '../../../policy/refusal.ts';
import { actingLevel } from '../../act-of.ts';
import { latestRectification } from '../../assessment/rectification-in-hand.ts';
import type { StudioSources } from '../document-source.ts';
import { parties } from './parties.ts';

/** 整改通知书: the latest notice of the studio. 第十九条第二款. */
export const rectificationNoticeSources: StudioSources = {
  scope: 'studio',
  article: articleParagraph(19, 2),
  candidates: (tx, studio, { kind }) => latestRectification(tx, studio.id, actingLevel('issue-rectification-notice', kind)) !== undefined,
  source(tx, studio, { seat }) {
    const notice = latestRectification(tx, studio.id, actingLevel('issue-rectification-notice', seat.kind));
    const assessment = readAssessments(tx, studio.id).find(({ id }) => id === notice?.assessmentId);
    const letter = readLetters(tx, studio.id).find(({ id }) => id === assessment?.letterId);
    if (notice === undefined || assessment === undefined || letter === undefined) {
      throw new Refusal(
        `无法生成《整改通知书》：「${studio.name}」没有发出整改通知书的记录。过程性考核不合格的，请先办理「发出整改通知书」。`,
        articleParagraph(19, 2),
      );
    }
    const groups = new Map(letter.tasks.map(({ id, taskGroup }) => [id, taskGroup]));
    const input = {
      ...parties(tx, studio, letter.level, notice.departmentId, notice.issuedOn),
      number: notice.number,
      letterNumber: letter.number,
      assessment: { kind: assessment.kind, assessedOn: assessment.assessedOn },
      problems: notice.problems.map(({ taskId, code, title, unit, target, actual, problem, measure }) => ({
        taskCode: code,
        group: groups.get(taskId),
        task: title,
        unit,
        target,
        actual,
        problem,
        measure,
      })),
      deadline: notice.deadline,
      issuedOn: notice.issuedOn,
    };
    return { input, number: notice.number, subjectId: notice.id, issuedOn: notice.issuedOn };
  },
};
