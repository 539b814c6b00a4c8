import type { Transaction } from '../../db/database.ts';
import { readAssessments } from '../../db/queries/assessments.ts';
import { type CommitmentLetter, readLetters } from '../../db/queries/commitment-letters.ts';
import { type Department, departmentsOn } from '../../db/queries/departments.ts';
import { readStudios, type StudioRecord } from '../../db/queries/studios.ts';
import { type Article, article, articleParagraph } from '../../policy/article.ts';
import { measuresOn } from '../../policy/measures.ts';
import { type PlainDate, partsOf, plainDate } from '../../policy/plain-date.ts';
import { Refusal } from '../../policy/refusal.ts';
import type { StudioLevel } from '../../policy/seat.ts';
import { actingLevel } from '../act-of.ts';
import { latestRectification } from '../assessment/rectification-in-hand.ts';
import { drawUpLetter, letterInForce, lettersUnder } from '../commitment/draw-up-letter.ts';
import type { Context } from '../context.ts';
import { heldTitle } from '../held-title.ts';

/** What a document is made from: its input, and what the register of issued documents keeps of it. */
export interface DocumentSource {
  readonly input: Readonly<Record<string, unknown>>;
  readonly number: string | null;
  readonly subjectId: string | null;
  readonly issuedOn: PlainDate;
}

/** A kind of document as the workflow sees it: its article, and how its input comes out of the register. */
interface DocumentSources {
  readonly article: Article;
  /** Studios it can be made for, when nobody names any. */
  readonly candidates: (tx: Transaction, studio: StudioRecord, seat: Department) => boolean;
  readonly source: (tx: Transaction, studio: StudioRecord, context: Context) => DocumentSource;
}

function inSystemTitle(studio: StudioRecord) {
  return heldTitle(studio, 'in-system');
}

function parties(tx: Transaction, studio: StudioRecord, level: StudioLevel, departmentId: string, on: PlainDate) {
  const { title, documentNumber } = measuresOn(on);
  return {
    studio: studio.name,
    sector: studio.sector.name,
    level,
    measures: { title, documentNumber },
    department: departmentsOn(tx, on).find(({ id }) => id === departmentId)?.officialName,
    lead: studio.people.find(({ role }) => role === 'lead')?.name,
    hostUnit: studio.hostUnit?.name,
  };
}

function letterInput(tx: Transaction, studio: StudioRecord, letter: CommitmentLetter, signedOn: PlainDate) {
  const title = heldTitle(studio, letter.level);
  const previous = readLetters(tx, studio.id).find(({ id }) => id === letter.previousLetterId);
  const years = measuresOn(letter.cycleFrom).values.cycleYears.value;
  return {
    ...parties(tx, studio, letter.level, letter.departmentId, signedOn),
    number: letter.number,
    namedOn: title?.namedOn,
    namingDocument: title?.documentNumber ?? undefined,
    cycleFrom: letter.cycleFrom,
    cycleTo: letter.cycleTo,
    tasks: letter.tasks.map(({ code, taskGroup, title: task, unit, baseline, yearlyTarget, evidence, schedule }) => ({
      code,
      group: taskGroup,
      title: task,
      unit,
      baseline,
      yearlyTarget,
      cycleTarget: yearlyTarget * years,
      evidence,
      schedule,
    })),
    hostUnitFunds: studio.dedicatedFunds,
    copies: letter.copies,
    signedOn,
    ...(previous === undefined ? {} : { renews: { number: previous.number, cycleFrom: previous.cycleFrom, cycleTo: previous.cycleTo } }),
  };
}

/**
 * 任务承诺书 of the cycle that today falls in. It is printed to be signed: where none has been drawn up yet, it is drawn up with the
 * tasks and targets of 第九条, and bears the day it is printed.
 */
const commitmentLetterSource: DocumentSources = {
  article: article(9),
  candidates: (_tx, studio, { kind }) => heldTitle(studio, actingLevel('draw-up-letter', kind)) !== undefined,
  source(tx, studio, context) {
    const title = heldTitle(studio, actingLevel('draw-up-letter', context.seat.kind));
    const present = title === undefined ? undefined : letterInForce(lettersUnder(tx, studio.id, title), context.today);
    const letter = present ?? drawUpLetter(tx, studio, {}, null, context);
    const issuedOn = letter.signedOn ?? context.today;
    return { input: letterInput(tx, studio, letter, issuedOn), number: letter.number, subjectId: letter.id, issuedOn };
  },
};

/** 整改通知书: the latest notice of the studio. 第十九条第二款. */
const rectificationNoticeSource: DocumentSources = {
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

/** How each document of one studio comes out of the register, by the id of its kind. */
export const studioDocumentSources: Readonly<Record<string, DocumentSources>> = {
  'commitment-letter': commitmentLetterSource,
  'rectification-notice': rectificationNoticeSource,
};

/** 授牌名单: the studios this seat named in a year, up to today. Refused for a year without one. 第十一条第三项. */
export function plaqueListSource(tx: Transaction, year: number, only: readonly string[] | undefined, context: Context): DocumentSource {
  const { seat, today } = context;
  const yearEnd = plainDate(`${year}-12-31`);
  const titled = readStudios(tx, only).flatMap((studio) => {
    const title = inSystemTitle(studio);
    const named = title !== undefined && title.departmentId === seat.id && partsOf(title.namedOn).year === year && title.namedOn <= today;
    return named ? [{ studio, title }] : [];
  });
  if (titled.length === 0) {
    throw new Refusal(`无法生成《授牌名单》：${seat.name}在 ${year} 年没有命名工作室。请核对年度，或先办理命名。`, article(11, 3));
  }
  const input = {
    period: `${year}年度`,
    from: plainDate(`${year}-01-01`),
    to: yearEnd < today ? yearEnd : today,
    level: 'in-system',
    department: seat.officialName,
    issuedOn: today,
    studios: titled.map(({ studio, title }) => ({
      name: studio.name,
      lead: studio.people.find(({ role }) => role === 'lead')?.name,
      hostUnit: studio.hostUnit?.name,
      sector: studio.sector.name,
      namedOn: title.namedOn,
      namingDocument: title.documentNumber,
    })),
  };
  return { input, number: null, subjectId: null, issuedOn: today };
}
