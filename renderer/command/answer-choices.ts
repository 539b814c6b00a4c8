import { yuanText } from '../../policy/money.ts';
import type { CommandField } from '../../workflow/contract/command.ts';
import type { MeasuresView } from '../../workflow/contract/measures.ts';
import type { ReviewSheetView } from '../../workflow/contract/review-sheet.ts';
import type { RoundView } from '../../workflow/contract/round.ts';
import type { Session } from '../../workflow/contract/session.ts';
import type { StudioDetail } from '../../workflow/contract/studio.ts';
import type { AnsweredTask, Answers } from './command-answers.ts';

/** What the forms of commands choose from: the studio an act is on, the round, the bureau's criteria. */
export interface AnswerGround {
  readonly session: Session;
  readonly studio: StudioDetail | undefined;
  readonly round: RoundView | null;
  readonly reviewSheet: ReviewSheetView | null;
  readonly tasks: readonly AnsweredTask[];
  /** Every set of the Measures. */
  readonly sets: MeasuresView['sets'];
}

/** One answer to choose: what is sent, and what people read. */
export interface AnswerChoice {
  readonly value: string | number;
  readonly label: string;
}

type Source = NonNullable<CommandField['among']>;

/** Sources of which an answer names several, with 、 between them. */
const severalOf: ReadonlySet<Source> = new Set(['tied-studios', 'shortlisted-studios', 'members']);

/** Whether a field is answered with several names. */
export function namesSeveral({ among }: CommandField): boolean {
  return among !== null && severalOf.has(among);
}

/** The day of the expense a form speaks of: that of the entry put right, that of the act, today when neither is filled in. */
export function dayOfExpense({ entryDate, date }: Answers, { session }: Pick<AnswerGround, 'session'>): string {
  const given = [entryDate, date].find((day): day is string => typeof day === 'string' && day !== '');
  return given ?? session.today;
}

/** What a field's answer is chosen from on a day; `undefined` where people write freely or answer by code. */
export function choicesFor({ among }: Pick<CommandField, 'among'>, ground: AnswerGround, day: string): readonly AnswerChoice[] | undefined {
  const { studio, round, session, tasks, sets } = ground;
  switch (among) {
    case 'tasks':
      return tasks.map(({ code, title, unit }) => ({ value: code, label: `${code} ${title}（${unit}）` }));
    case 'activities':
      return standing(studio?.activities ?? []).map(({ sequence, date, title, amount, unit }) => ({
        value: sequence,
        label: `第 ${sequence} 项　${date}　${title}　${amount} ${unit}`,
      }));
    case 'fund-entries':
      return standing(studio?.funds.entries ?? []).map(({ sequence, date, kindLabel, summary, amount }) => ({
        value: sequence,
        label: `第 ${sequence} 笔　${date}　${kindLabel}　${summary}　${yuanText(amount)} 元`,
      }));
    case 'expense-purposes':
      return (studio?.funds.purposesBySet.findLast(({ from }) => from <= day)?.purposes ?? []).map(({ code, label }) => ({
        value: code,
        label,
      }));
    case 'experts':
      return expertsFor(round, studio?.studio.id);
    case 'objections':
      return (entryOf(round, studio?.studio.id)?.objections ?? [])
        .filter(({ settledOn }) => settledOn === null)
        .map(({ number, receivedOn, objector }) => ({ value: number, label: `第 ${number} 件　${receivedOn}　${objector}` }));
    case 'cases':
      return (studio?.cases ?? []).map(({ number, kindLabel, stateLabel }) => ({
        value: number,
        label: `${number} 号线索　${kindLabel}（${stateLabel}）`,
      }));
    case 'grounds':
      return [
        { value: 'periodic', label: '周期性考核不合格' },
        { value: 'rectification', label: '逾期整改不到位' },
        ...(studio?.cases ?? []).map(({ number, kindLabel, stateLabel }) => ({
          value: `case-${number}`,
          label: `${number} 号问题线索：${kindLabel}（${stateLabel}）`,
        })),
        { value: 'follow', label: '随另一级称号撤销' },
      ];
    case 'tied-studios':
      return named(round?.tie?.studios ?? []);
    case 'shortlisted-studios':
      return named((round?.entries ?? []).filter(({ step }) => step === 'shortlisted').map((entry) => entry.studio));
    case 'members':
      return named((studio?.people ?? []).filter(({ role }) => role === 'member').map(({ name }) => name));
    case 'departments':
      return named(session.departments.map(({ name }) => name));
    case 'withdrawable-measures':
      return sets
        .filter(({ withdrawable }) => withdrawable)
        .map(({ id, title, documentNumber, effectiveFrom }) => ({
          value: id,
          label: `《${title}》（${documentNumber}，${effectiveFrom} 起）`,
        }));
    case 'noticed-tasks':
    case 'round-criteria':
    case 'review-criteria':
    case null:
      return undefined;
    default:
      return among satisfies never;
  }
}

/** Rows of a book that were neither taken back nor take back another. */
function standing<Row extends { readonly reversed: boolean; readonly reverses: number | null }>(rows: readonly Row[]): readonly Row[] {
  return rows.filter(({ reversed, reverses }) => !reversed && reverses === null).toReversed();
}

function named(names: readonly string[]): readonly AnswerChoice[] {
  return names.map((name) => ({ value: name, label: name }));
}

function entryOf(round: RoundView | null, studioId: string | undefined): RoundView['entries'][number] | undefined {
  return round?.entries.findLast((entry) => entry.studioId === studioId && entry.endedOn === null);
}

/** Experts without a declared interest in the studio, each with whether they have scored it. */
function expertsFor(round: RoundView | null, studioId: string | undefined): readonly AnswerChoice[] {
  const entry = entryOf(round, studioId);
  return (round?.experts ?? []).flatMap(({ name, employer }) => {
    const sheet = entry?.scores.find(({ expert }) => expert === name);
    if ((sheet?.conflict ?? null) !== null) return [];
    const scored = (sheet?.total ?? null) === null ? '未评分' : `已评 ${sheet?.total} 分`;
    return [{ value: name, label: entry === undefined ? `${name}（${employer}）` : `${name}（${employer}，${scored}）` }];
  });
}

/** The tasks a field is answered for: those of the letter, or those the notice of rectification names. */
export function tasksFor({ among }: Pick<CommandField, 'among'>, { tasks, studio }: AnswerGround): readonly AnsweredTask[] {
  if (among !== 'noticed-tasks') return tasks;
  const codes = new Set(studio?.rectifications.at(-1)?.problems.map(({ code }) => code));
  return tasks.filter(({ code }) => codes.has(code));
}
