import type { Transaction } from '../../../db/database.ts';
import { type Assessment, readAssessments } from '../../../db/queries/assessments.ts';
import { type CommitmentLetter, readLetters } from '../../../db/queries/commitment-letters.ts';
import { departmentsOn } from '../../../db/queries/departments.ts';
import type { StudioRecord } from '../../../db/queries/studios.ts';
import { articleParagraph } from '../../../policy/article.ts';
import { assessmentKindOf, cycleYearOn, cycleYearSpan } from '../../../policy/cycle.ts';
import { Refusal } from '../../../policy/refusal.ts';
import type { SeatKind } from '../../../policy/seat.ts';
import { actingLevel } from '../../act-of.ts';
import type { Context } from '../../context.ts';
import { measuresBook } from '../../measures-book.ts';
import type { StudioSources } from '../document-source.ts';
import { parties } from './parties.ts';

const place = articleParagraph(19, 1);

/**
 * 考核表 of the year of the cycle that today falls in: blank with the letter's tasks before the assessment, filled after it. 第十九条第一款.
 */
export const assessmentFormSources: StudioSources = {
  scope: 'studio',
  article: place,
  candidates: (tx, studio, { kind }) => lettersOf(tx, studio, kind).length > 0,
  source(tx, studio, context) {
    const { kind } = context.seat;
    const letter = lettersOf(tx, studio, kind).findLast(({ cycleFrom }) => cycleFrom <= context.today);
    if (letter === undefined) {
      throw new Refusal(`无法生成《考核表》：「${studio.name}」没有已经开始的任务承诺书。请先签订任务承诺书。`, place);
    }
    const year = yearOf(tx, letter, context);
    const assessment = readAssessments(tx, studio.id).findLast(({ letterId, cycleYear }) => letterId === letter.id && cycleYear === year);
    const { measuresId, cycleFrom } = letter;
    const measures = measuresBook(tx).byId(measuresId);
    const assessmentKind = assessmentKindOf(year, measures);
    const issuedOn = assessment?.assessedOn ?? context.today;
    const input = {
      ...parties(tx, studio, letter.level, letter.departmentId, issuedOn),
      letterNumber: letter.number,
      kind: assessmentKind,
      cycleYear: year,
      periodFrom: assessmentKind === 'periodic' ? cycleFrom : cycleYearSpan(cycleFrom, year).from,
      periodTo: cycleYearSpan(cycleFrom, year).to,
      tasks: tasksOf(letter, assessment, assessmentKind === 'periodic' ? year : 1),
      selfAssessment: assessment?.selfAssessment,
      ...(assessment === undefined ? {} : { assessed: assessment }),
      ...approvalOf(tx, assessment),
      printedOn: context.today,
    };
    return { input, number: null, subjectId: assessment?.id ?? letter.id, issuedOn };
  },
};

function lettersOf(tx: Transaction, studio: StudioRecord, kind: SeatKind): readonly CommitmentLetter[] {
  const level = actingLevel('record-process-assessment', kind);
  return readLetters(tx, studio.id).filter((letter) => letter.level === level && letter.signedOn !== null);
}

/** After the cycle its last year is the one to be assessed. */
function yearOf(tx: Transaction, { measuresId, cycleFrom }: CommitmentLetter, { today }: Context): number {
  const measures = measuresBook(tx).byId(measuresId);
  return cycleYearOn(cycleFrom, today, measures) ?? measures.values.cycleYears.value;
}

/** Each task with the target of the assessed years, and what was found of it. */
function tasksOf(letter: CommitmentLetter, assessment: Assessment | undefined, years: number) {
  return letter.tasks.map(({ id, code, taskGroup, title, unit, yearlyTarget }) => {
    const item = assessment?.items.find(({ taskId }) => taskId === id);
    return {
      code,
      group: taskGroup,
      title,
      unit,
      target: item?.target ?? yearlyTarget * years,
      actual: item?.actual,
      evidence: item?.evidence,
      selfReported: item?.selfReported,
      remark: item?.remark,
    };
  });
}

function approvalOf(tx: Transaction, assessment: Assessment | undefined) {
  const approval = assessment?.approval ?? undefined;
  if (approval === undefined) return {};
  const { departmentId, decidedOn, decision, opinion } = approval;
  const verdict = decision === 'approved' ? '同意考核结果' : '退回重新考核';
  return {
    approval: {
      department: departmentsOn(tx, decidedOn).find(({ id }) => id === departmentId)?.officialName,
      approvedOn: decidedOn,
      opinion: opinion === null ? `${verdict}。` : `${verdict}。${opinion}`,
    },
  };
}
