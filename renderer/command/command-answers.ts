import type { CommandField } from '../../workflow/contract/command.ts';
import type { AnswerChoice } from './answer-choices.ts';

type OneAnswer = string | number | null | undefined;

/** An answer as a form holds it: text, a number, several names, or one of them for each code. Absent while unanswered. */
export type Answer = OneAnswer | readonly string[] | Readonly<Record<string, OneAnswer>>;
export type Answers = Readonly<Record<string, Answer>>;

/** A task that a field is answered for, by its code. */
export interface AnsweredTask {
  readonly code: string;
  readonly title: string;
  readonly unit: string;
  readonly yearlyTarget: number;
}

/** What a code stands for where answers are read back: a task, or a criterion. */
export interface AnsweredCode {
  readonly code: string;
  readonly title: string;
  readonly unit?: string;
}

/** What was answered, without what was left blank: the shape `runCommand` takes. Several names become one text with 、 between them. */
export function givenAnswers(answers: Answers): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(answers).flatMap(([key, answer]): [string, unknown][] => {
      if (isSeveral(answer)) return answer.length === 0 ? [] : [[key, answer.join('、')]];
      if (!isByCode(answer)) return isGiven(answer) ? [[key, answer]] : [];
      const given = Object.entries(answer).filter(([, value]) => isGiven(value));
      return given.length === 0 ? [] : [[key, Object.fromEntries(given)]];
    }),
  );
}

function isSeveral(answer: Answer): answer is readonly string[] {
  return Array.isArray(answer);
}

function isByCode(answer: Answer): answer is Readonly<Record<string, OneAnswer>> {
  return typeof answer === 'object' && answer !== null && !isSeveral(answer);
}

function isGiven(value: OneAnswer): value is string | number {
  return value !== null && value !== undefined && (typeof value === 'number' || value.trim() !== '');
}

/** An answer as the confirmation page reads it back, a line each; nothing for what was left blank. `choices` are what it was chosen from. */
export function answerLines(
  field: CommandField,
  answer: Answer,
  codes: readonly AnsweredCode[],
  choices: readonly AnswerChoice[] = field.choices,
): readonly string[] {
  if (isSeveral(answer)) return answer;
  if (isByCode(answer)) {
    // Criteria that are being made have no names yet: their codes alone tell them apart.
    const known: readonly AnsweredCode[] = codes.length > 0 ? codes : Object.keys(answer).map((code) => ({ code, title: '' }));
    return known.flatMap(({ code, title, unit }) => {
      const value = answer[code];
      if (!isGiven(value)) return [];
      const unitText = typeof value === 'number' && unit !== undefined ? ` ${unit}` : '';
      return [`${`${code} ${title}`.trim()}：${value}${unitText}`];
    });
  }
  if (!isGiven(answer)) return [];
  if (field.kind === 'money') return [`${Number(answer).toLocaleString('zh-CN', { maximumFractionDigits: 6 })} 元`];
  return [choices.find(({ value }) => value === answer)?.label ?? String(answer)];
}
