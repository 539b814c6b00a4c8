import type { CommandField } from '../../workflow/contract/command.ts';

/** An answer as a form holds it: text, a number, or one of them for each task by its code. Absent while unanswered. */
export type Answer = string | number | Readonly<Record<string, string | number | null | undefined>> | null | undefined;
export type Answers = Readonly<Record<string, Answer>>;

/** A task that a field is answered for, by its code. */
export interface AnsweredTask {
  readonly code: string;
  readonly title: string;
  readonly unit: string;
  readonly yearlyTarget: number;
}

/** What was answered, without what was left blank: the shape `runCommand` takes. */
export function givenAnswers(answers: Answers): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(answers)
      .map(
        ([key, answer]) =>
          [key, isPerTask(answer) ? Object.fromEntries(Object.entries(answer).filter(([, value]) => isGiven(value))) : answer] as const,
      )
      .filter(([, answer]) => (isPerTask(answer) ? Object.keys(answer).length > 0 : isGiven(answer))),
  );
}

function isPerTask(answer: Answer): answer is Readonly<Record<string, string | number | null | undefined>> {
  return typeof answer === 'object' && answer !== null;
}

function isGiven(value: string | number | null | undefined): value is string | number {
  return value !== null && value !== undefined && (typeof value === 'number' || value.trim() !== '');
}

/** An answer as the confirmation page reads it back, a line each; nothing for what was left blank. */
export function answerLines(field: CommandField, answer: Answer, tasks: readonly AnsweredTask[]): readonly string[] {
  if (isPerTask(answer)) {
    return tasks.flatMap(({ code, title, unit }) => {
      const value = answer[code];
      if (!isGiven(value)) return [];
      return [`${code} ${title}：${value}${typeof value === 'number' ? ` ${unit}` : ''}`];
    });
  }
  if (!isGiven(answer)) return [];
  return [field.choices.find(({ value }) => value === answer)?.label ?? String(answer)];
}
