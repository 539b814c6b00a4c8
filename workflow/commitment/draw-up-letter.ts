import type { ReadableDatabase, Transaction } from '../../db/database.ts';
import { type Assessment, readAssessments } from '../../db/queries/assessments.ts';
import { type CommitmentLetter, readLetters } from '../../db/queries/commitment-letters.ts';
import type { StudioDesignation, StudioRecord } from '../../db/queries/studios.ts';
import { addLetter, type NewTask, reviseLetter } from '../../db/writes/commitment-letters.ts';
import { article, articleParagraph, articleText } from '../../policy/article.ts';
import { mayRenew, nextCycle } from '../../policy/assessment/renewal.ts';
import { cycleEnd } from '../../policy/cycle.ts';
import type { Measures } from '../../policy/measures.ts';
import type { PlainDate } from '../../policy/plain-date.ts';
import { Refusal } from '../../policy/refusal.ts';
import { commitmentTargets } from '../../policy/rules/commitment-targets.ts';
import type { StudioLevel } from '../../policy/seat.ts';
import { standardTasks } from '../../policy/standard-tasks.ts';
import { actingLevel } from '../act-of.ts';
import { assessedOf } from '../assessment/cycle-course.ts';
import type { Context } from '../context.ts';
import { assignNumber } from '../document-number.ts';
import { heldTitle, requireTitle } from '../held-title.ts';
import { measuresBook } from '../measures-book.ts';
import { permit } from '../permit.ts';

const place = article(9);

/** What people may settle in a letter; what they leave open follows the Measures. */
export interface LetterTerms {
  readonly number?: string | undefined;
  readonly cycleFrom?: PlainDate | undefined;
  readonly copies?: number | undefined;
  /** Yearly targets by task code. */
  readonly targets?: Readonly<Record<string, number>> | undefined;
  /** Baselines by task code: what was reached in the year before. */
  readonly baselines?: Readonly<Record<string, number>> | undefined;
  /** Why a target is lower than the Measures ask, by task code. */
  readonly loweredReasons?: Readonly<Record<string, string>> | undefined;
}

/** Copies when nobody says otherwise: one for each of the three parties and one for the file. */
const usualCopies = 4;

/** The letters under the title a studio holds at a level, the oldest first. */
export function lettersUnder(db: ReadableDatabase, studioId: string, { level, namedOn }: StudioDesignation): readonly CommitmentLetter[] {
  return readLetters(db, studioId).filter((letter) => letter.level === level && letter.cycleFrom >= namedOn);
}

/** The letter to be shown on a day: one that waits to be signed, or that of the cycle the day falls in. */
export function letterInForce(letters: readonly CommitmentLetter[], on: PlainDate): CommitmentLetter | undefined {
  return (
    letters.findLast(({ signedOn, cycleTo }) => signedOn === null && cycleTo >= on) ??
    letters.find(({ cycleFrom, cycleTo }) => cycleFrom <= on && cycleTo >= on) ??
    letters.findLast(({ cycleTo }) => cycleTo >= on)
  );
}

/** The periodic assessment of a letter, if its last year has been assessed. */
function periodicOf(db: ReadableDatabase, letter: CommitmentLetter): Assessment | undefined {
  return readAssessments(db, letter.studioId).find(({ letterId, kind }) => letterId === letter.id && kind === 'periodic');
}

/** A letter that is to follow another: on what, and when its cycle begins. */
interface Following {
  readonly previous: CommitmentLetter;
  readonly periodic: Assessment;
  readonly cycleFrom: PlainDate;
}

/** 第十九条第二款: the next letter comes after an approved periodic result of qualified or better, and begins where the last one ended. */
function following(tx: Transaction, studio: StudioRecord, previous: CommitmentLetter, on: PlainDate): Following {
  const periodic = periodicOf(tx, previous);
  permit(
    '续签任务承诺书',
    studio.name,
    mayRenew(periodic === undefined ? undefined : assessedOf(periodic), true, false, on),
    `已签订的 ${previous.number} 周期至 ${previous.cycleTo}，请在周期性考核审定合格后续签。`,
  );
  if (periodic === undefined) throw new Error('a letter was renewed without an assessment');
  return { previous, periodic, cycleFrom: nextCycle(previous.cycleTo, measuresBook(tx).on(on)).from };
}

/** True when the next letter may be drawn up: the first under a title, or one that follows an approved result of qualified or better. */
export function mayDrawUp(db: ReadableDatabase, studio: StudioRecord, level: StudioLevel): boolean {
  const title = heldTitle(studio, level);
  if (title === undefined) return false;
  const signed = lettersUnder(db, studio.id, title).findLast(({ signedOn }) => signedOn !== null);
  if (signed === undefined) return true;
  const periodic = periodicOf(db, signed);
  return periodic !== undefined && periodic.grade !== 'unqualified' && periodic.approval?.decision === 'approved';
}

function agreedTasks(
  terms: LetterTerms,
  draft: CommitmentLetter | undefined,
  periodic: Assessment | undefined,
  measures: Measures,
): readonly NewTask[] {
  const known = new Map(draft?.tasks.map((task) => [task.code, task]));
  // What a renewed letter starts from is what the last assessed year reached.
  const reached = new Map(periodic?.items.map(({ code, yearActual, actual }) => [code, yearActual ?? actual]));
  const proposed = standardTasks(measures);
  const codes = proposed.map(({ code }) => code);
  for (const code of Object.keys({ ...terms.targets, ...terms.baselines, ...terms.loweredReasons })) {
    if (!codes.includes(code))
      throw new Refusal(`无法拟定任务承诺书：没有编号为「${code}」的任务。任务编号有 ${codes.join('、')}，请改正。`, place);
  }
  const tasks = proposed.map((task): NewTask => {
    const loweredReason = terms.loweredReasons?.[task.code] ?? known.get(task.code)?.loweredReason ?? undefined;
    return {
      ...task,
      yearlyTarget: terms.targets?.[task.code] ?? known.get(task.code)?.yearlyTarget ?? task.yearlyTarget,
      baseline: terms.baselines?.[task.code] ?? known.get(task.code)?.baseline ?? reached.get(task.code) ?? 0,
      ...(loweredReason === undefined ? {} : { loweredReason }),
    };
  });
  const unmet = commitmentTargets(tasks, measures).filter(({ outcome }) => outcome === 'unmet');
  if (unmet.length > 0) {
    const reasons = unmet.map(({ article: ground, message }) => `${articleText(ground)}：${message}`).join('');
    throw new Refusal(`无法拟定任务承诺书：${reasons}请提高目标，或填写「降低理由」。`, place);
  }
  return tasks;
}

/** A title of its own, and the letter the next drawing up is about: a new first one, a draft, or one that follows. */
interface Ground {
  readonly level: StudioLevel;
  readonly title: StudioDesignation;
  readonly draft: CommitmentLetter | undefined;
  readonly following: Following | undefined;
}

function groundOf(tx: Transaction, studio: StudioRecord, on: PlainDate, context: Context): Ground {
  const level = actingLevel('draw-up-letter', context.seat.kind);
  const title = requireTitle(studio, level, '拟定任务承诺书', place);
  const letters = lettersUnder(tx, studio.id, title);
  const draft = letters.findLast(({ signedOn, cycleTo }) => signedOn === null && cycleTo >= on);
  const signed = letters.findLast(({ signedOn }) => signedOn !== null);
  const next = signed === undefined ? undefined : following(tx, studio, signed, on);
  return { level, title, draft, following: next };
}

/**
 * Draws up a commitment letter, or rewrites the one that is not signed yet, and signs it when `signedOn` is a day. 第九条: only a named
 * studio signs; 第十九条: the letter lasts one cycle, and the next one names the letter it follows. Returns the letter as it now stands.
 */
export function drawUpLetter(
  tx: Transaction,
  studio: StudioRecord,
  terms: LetterTerms,
  signedOn: PlainDate | null,
  context: Context,
): CommitmentLetter {
  const on = signedOn ?? context.today;
  const { level, title, draft, following: next } = groundOf(tx, studio, on, context);
  const cycleFrom = next?.cycleFrom ?? terms.cycleFrom ?? draft?.cycleFrom ?? on;
  if (next !== undefined && terms.cycleFrom !== undefined && terms.cycleFrom !== cycleFrom) {
    throw new Refusal(
      `无法拟定任务承诺书：新周期自上一周期届满次日 ${cycleFrom} 开始，不能改为 ${terms.cycleFrom}。请不填周期开始日期。`,
      articleParagraph(19, 2),
    );
  }
  if (cycleFrom < title.namedOn) {
    throw new Refusal(`无法拟定任务承诺书：周期自 ${cycleFrom} 开始，早于命名日期 ${title.namedOn}。请核对日期。`, place);
  }
  const measures = measuresBook(tx).on(cycleFrom);
  const tasks = agreedTasks(terms, draft, next?.periodic, measures);
  const agreed = {
    signedOn,
    cycleFrom,
    cycleTo: cycleEnd(cycleFrom, measures),
    copies: terms.copies ?? draft?.copies ?? usualCopies,
    measuresId: measures.id,
  };
  if (!Number.isInteger(agreed.copies) || agreed.copies < 3) {
    throw new Refusal(`无法拟定任务承诺书：份数 ${agreed.copies} 不足三份，三方应各执一份。请改为三份以上。`, place);
  }
  if (draft === undefined) {
    const number = assignNumber(tx, terms.number, context.seat, on, { document: 'commitment-letter', about: studio.name });
    const previousLetterId = next?.previous.id ?? null;
    const departmentId = context.seat.id;
    addLetter(tx, { studioId: studio.id, level, departmentId, number, previousLetterId, ...agreed }, tasks);
  } else {
    if (terms.number !== undefined && terms.number !== draft.number) {
      throw new Refusal(`无法改用编号「${terms.number}」：这份承诺书已编为 ${draft.number}。请去掉编号，或仍填这一编号。`, place);
    }
    reviseLetter(tx, draft.id, agreed, tasks);
  }
  const letter = lettersUnder(tx, studio.id, title).at(-1);
  if (letter === undefined) throw new Error('the letter just written is not there');
  return letter;
}
