import type { Transaction } from '../../db/database.ts';
import { type CommitmentLetter, readLetters } from '../../db/queries/commitment-letters.ts';
import type { StudioRecord } from '../../db/queries/studios.ts';
import { addLetter, type NewTask, reviseLetter } from '../../db/writes/commitment-letters.ts';
import { article, articleText } from '../../policy/article.ts';
import { cycleEnd } from '../../policy/cycle.ts';
import { measuresOn } from '../../policy/measures.ts';
import type { PlainDate } from '../../policy/plain-date.ts';
import { Refusal } from '../../policy/refusal.ts';
import { commitmentTargets } from '../../policy/rules/commitment-targets.ts';
import { standardTasks } from '../../policy/standard-tasks.ts';
import type { Context } from '../context.ts';
import { assignNumber } from '../document-number.ts';

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

/** The letter of the cycle that a day falls in, if there is one. */
export function letterInForce(letters: readonly CommitmentLetter[], on: PlainDate): CommitmentLetter | undefined {
  return letters.findLast(({ cycleTo }) => cycleTo >= on);
}

function agreedTasks(terms: LetterTerms, draft: CommitmentLetter | undefined, on: PlainDate): readonly NewTask[] {
  const measures = measuresOn(on);
  const known = new Map(draft?.tasks.map((task) => [task.code, task]));
  const proposed = standardTasks(measures);
  const codes = proposed.map(({ code }) => code);
  for (const code of Object.keys({ ...terms.targets, ...terms.baselines, ...terms.loweredReasons })) {
    if (!codes.includes(code))
      throw new Refusal(`无法拟定任务承诺书：没有编号为「${code}」的任务。任务编号有 ${codes.join('、')}。`, place);
  }
  const tasks = proposed.map((task): NewTask => {
    const loweredReason = terms.loweredReasons?.[task.code] ?? known.get(task.code)?.loweredReason ?? undefined;
    return {
      ...task,
      yearlyTarget: terms.targets?.[task.code] ?? known.get(task.code)?.yearlyTarget ?? task.yearlyTarget,
      baseline: terms.baselines?.[task.code] ?? known.get(task.code)?.baseline ?? 0,
      ...(loweredReason === undefined ? {} : { loweredReason }),
    };
  });
  const unmet = commitmentTargets(tasks, measures).filter(({ outcome }) => outcome === 'unmet');
  if (unmet.length > 0) {
    const reasons = unmet.map(({ article: ground, message }) => `${articleText(ground)}：${message}`).join('');
    throw new Refusal(`无法拟定任务承诺书：${reasons}请提高目标，或填写降低理由（loweredReason）。`, place);
  }
  return tasks;
}

/**
 * Draws up the commitment letter of the present cycle, or rewrites the one that is not signed yet, and signs it when `signedOn` is a
 * day. 第九条: only a named studio signs; 第十九条: the letter lasts one cycle. Returns the letter as it now stands.
 */
export function drawUpLetter(
  tx: Transaction,
  studio: StudioRecord,
  terms: LetterTerms,
  signedOn: PlainDate | null,
  context: Context,
): CommitmentLetter {
  const title = studio.designations.find(({ level, endedOn }) => level === 'in-system' && endedOn === null);
  if (title === undefined) throw new Refusal(`无法拟定任务承诺书：「${studio.name}」尚未命名。命名后才签订承诺书。`, place);
  const present = letterInForce(readLetters(tx, studio.id), signedOn ?? context.today);
  if (present !== undefined && present.signedOn !== null) {
    throw new Refusal(`无法拟定任务承诺书：「${studio.name}」已签订 ${present.number}，周期至 ${present.cycleTo}。`, place);
  }
  const cycleFrom = terms.cycleFrom ?? present?.cycleFrom ?? signedOn ?? context.today;
  if (cycleFrom < title.namedOn) {
    throw new Refusal(`无法拟定任务承诺书：周期自 ${cycleFrom} 开始，早于命名日期 ${title.namedOn}。请核对日期。`, place);
  }
  const measures = measuresOn(cycleFrom);
  const tasks = agreedTasks(terms, present, cycleFrom);
  const agreed = { signedOn, cycleFrom, cycleTo: cycleEnd(cycleFrom, measures), copies: terms.copies ?? present?.copies ?? usualCopies };
  if (!Number.isInteger(agreed.copies) || agreed.copies < 3) {
    throw new Refusal(`无法拟定任务承诺书：份数 ${agreed.copies} 不足三份，三方应各执一份。`, place);
  }
  if (present === undefined) {
    const number = assignNumber(tx, terms.number, context.seat, signedOn ?? context.today, `任务承诺书 ${studio.name}`);
    const previousLetterId = readLetters(tx, studio.id).at(-1)?.id ?? null;
    const departmentId = context.seat.id;
    addLetter(
      tx,
      { studioId: studio.id, level: 'in-system', departmentId, number, measuresId: measures.id, previousLetterId, ...agreed },
      tasks,
    );
  } else {
    if (terms.number !== undefined && terms.number !== present.number) {
      throw new Refusal(`无法改用编号「${terms.number}」：这份承诺书已编为 ${present.number}。`, place);
    }
    reviseLetter(tx, present.id, agreed, tasks);
  }
  const letter = readLetters(tx, studio.id).at(-1);
  if (letter === undefined) throw new Error('the letter just written is not there');
  return letter;
}
