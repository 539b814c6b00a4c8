import type { Transaction } from '../../db/database.ts';
import { type CommitmentLetter, readLetters } from '../../db/queries/commitment-letters.ts';
import type { StudioRecord } from '../../db/queries/studios.ts';
import { addAssessment } from '../../db/writes/assessments.ts';
import { addLetter } from '../../db/writes/commitment-letters.ts';
import { type AssessmentApprovalRecord, requiredOfResult } from '../../exchange/assessment-approval.ts';
import { articleParagraph } from '../../policy/article.ts';
import { mayAssess } from '../../policy/assessment/may-assess.ts';
import { mayDecideGrade, suggestGrade } from '../../policy/assessment/suggest-grade.ts';
import { withoutDust } from '../../policy/assessment/task-results.ts';
import { cycleEnd, cycleYears } from '../../policy/cycle.ts';
import { gradeLabels } from '../../policy/grade.ts';
import type { Measures } from '../../policy/measures.ts';
import { Refusal } from '../../policy/refusal.ts';
import { type StudioLevel, studioLevelLabels } from '../../policy/seat.ts';
import { lettersUnder } from '../commitment/draw-up-letter.ts';
import type { Context } from '../context.ts';
import { requireTitle } from '../held-title.ts';
import { measuresBook } from '../measures-book.ts';
import { pastDay } from '../past-day.ts';
import { permit } from '../permit.ts';
import { latestPeriodic } from './periodic-results.ts';

const act = '收取考核结果';
const place = articleParagraph(19, 2);
const next = '请与报送单位核对，更正后重新导出。';

type Result = Partial<AssessmentApprovalRecord> & Pick<AssessmentApprovalRecord, (typeof requiredOfResult)[number]>;

function isWhole(record: Partial<AssessmentApprovalRecord>): record is Result {
  return requiredOfResult.every((key) => record[key] !== undefined);
}

function refuse(why: string): never {
  throw new Refusal(`无法${act}：${why}。${next}`, place);
}

/** A periodic result another department recorded: of which title, and whose it is. */
interface Reported {
  readonly level: StudioLevel;
  /** Id of the department that assessed. */
  readonly assessor: string;
  readonly record: Partial<AssessmentApprovalRecord>;
}

/**
 * Enters a periodic result that another department recorded, with its letter where the register has not got it, so that this seat can decide about
 * it. Held to the rules of 第十九条 as if it were recorded here; refuses what could not have been. Returns what deserves attention.
 */
export function storeReportedResult(
  tx: Transaction,
  studio: StudioRecord,
  { level, assessor, record }: Reported,
  context: Context,
): string[] {
  if (!isWhole(record)) throw new Error(`a result without its required columns passed the checks: ${JSON.stringify(record)}`);
  const measures = measuresBook(tx).on(record.cycleFrom);
  const warnings = checkResult(studio, level, record, measures, context);
  const returned = latestPeriodic(tx, studio, level);
  const letter = letterOf(tx, studio, { level, assessor, record }, record, measures);
  const tasks = new Map(letter.tasks.map(({ code, id }) => [code, id]));
  addAssessment(
    tx,
    {
      studioId: studio.id,
      letterId: letter.id,
      departmentId: assessor,
      kind: 'periodic',
      cycleYear: cycleYears(measures).length,
      assessedOn: record.assessedOn,
      assessors: record.assessors,
      grade: record.grade,
      opinion: record.opinion ?? null,
      measuresId: measures.id,
      selfAssessment: record.selfAssessment ?? null,
      suggestedGrade: record.suggestedGrade,
      suggestion: record.suggestion,
      replacesId: returned?.letter.id === letter.id ? returned.assessment.id : null,
    },
    record.tasks.map(({ code, target, actual, yearlyTarget, yearActual, selfReported, evidence, remark }) => ({
      taskId: tasks.get(code) ?? refuse(`承诺书 ${letter.number} 在登记库中没有任务 ${code}`),
      target,
      actual,
      yearTarget: yearlyTarget,
      yearActual,
      selfReported: selfReported ?? null,
      evidence: evidence ?? null,
      remark: remark ?? null,
    })),
  );
  return warnings;
}

/** The rules the assessor's own desk holds an assessment to. What came before the last year is the assessor's business. */
function checkResult(studio: StudioRecord, level: StudioLevel, result: Result, measures: Measures, context: Context): string[] {
  const { assessedOn, cycleFrom, cycleTo, signedOn, assessors, tasks, grade, opinion, suggestedGrade } = result;
  const { namedOn } = requireTitle(studio, level, act, place);
  pastDay(assessedOn, context, act, '考核日期', place);
  if (cycleFrom < namedOn) refuse(`「${studio.name}」的周期自 ${cycleFrom} 开始，早于${studioLevelLabels[level]}命名日期 ${namedOn}`);
  const end = cycleEnd(cycleFrom, measures);
  if (cycleTo !== end) refuse(`「${studio.name}」的周期自 ${cycleFrom} 起应至 ${end}，文件写至 ${cycleTo}`);
  const years = cycleYears(measures);
  const ground = { signedOn, cycleFrom, assessedYears: years.slice(0, -1), titleHeld: true, awaitsRectification: false, assessors };
  permit(act, studio.name, mayAssess(ground, years.length, assessedOn, measures), next);
  const wrong = tasks.find(({ yearlyTarget, target }) => withoutDust(yearlyTarget * years.length) !== target);
  if (wrong !== undefined)
    refuse(`任务 ${wrong.code} 全周期目标应为 ${withoutDust(wrong.yearlyTarget * years.length)}，文件写 ${wrong.target}`);
  if (result.copies < 3) refuse(`承诺书 ${result.letterNumber} 份数 ${result.copies} 不足三份，三方应各执一份`);
  const codes = tasks.map(({ code }) => code);
  const twice = codes.find((code, index) => codes.indexOf(code) !== index);
  if (twice !== undefined) refuse(`「${studio.name}」的任务 ${twice} 写了不止一行`);
  const suggestion = suggestGrade(
    tasks.map(({ code, title, unit, target, actual, yearlyTarget, yearActual }) => {
      return { code, title, unit, target, actual, year: { target: yearlyTarget, actual: yearActual } };
    }),
    measures,
  );
  permit(act, studio.name, mayDecideGrade(grade, suggestion, opinion), next);
  return suggestion.grade === suggestedGrade
    ? []
    : [`按逐项结果建议等次为${gradeLabels[suggestion.grade]}，文件写${gradeLabels[suggestedGrade]}：请与报送单位核对。`];
}

/** The letter the result is held against: the one the register has of that cycle, or else a copy of the assessor's. */
function letterOf(
  tx: Transaction,
  studio: StudioRecord,
  { level, assessor }: Reported,
  result: Result,
  measures: Measures,
): CommitmentLetter {
  const { letterNumber: number, cycleFrom, cycleTo, signedOn, copies, tasks } = result;
  const letters = lettersUnder(tx, studio.id, requireTitle(studio, level, act, place));
  const known = letters.find((letter) => letter.cycleFrom === cycleFrom);
  if (known !== undefined) {
    return known.number === number ? known : refuse(`这一周期的承诺书在登记库中编号为 ${known.number}，文件写 ${number}`);
  }
  const bearer = readLetters(tx).find((letter) => letter.number === number);
  if (bearer !== undefined) refuse(`承诺书编号 ${number} 在登记库中是另一份承诺书（周期 ${bearer.cycleFrom} 至 ${bearer.cycleTo}）`);
  const previous = letters.at(-1);
  if (previous !== undefined) {
    const before = latestPeriodic(tx, studio, level);
    const renewed =
      before?.letter.id === previous.id && before.assessment.grade !== 'unqualified' && before.assessment.approval?.decision === 'approved';
    if (!renewed || previous.cycleTo >= cycleFrom) {
      refuse(
        `「${studio.name}」周期 ${previous.cycleFrom} 至 ${previous.cycleTo} 的考核结果在登记库中还没有审定合格，不能收下一周期的结果`,
      );
    }
  }
  const terms = { studioId: studio.id, level, departmentId: assessor, number, signedOn, cycleFrom, cycleTo, copies };
  // The assessor keeps what a letter says of evidence and schedule; the list does not carry it.
  const promised = tasks.map(({ code, group, title, unit, yearlyTarget }) => {
    return { code, group, title, unit, yearlyTarget, baseline: null, evidence: '', schedule: '' };
  });
  const id = addLetter(tx, { ...terms, measuresId: measures.id, previousLetterId: previous?.id ?? null }, promised);
  const letter = readLetters(tx, studio.id).find((each) => each.id === id);
  if (letter === undefined) throw new Error('the letter just written is not there');
  return letter;
}
