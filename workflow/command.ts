import { appendAudit } from '../db/audit.ts';
import type { JsonValue } from '../db/canonical-json.ts';
import type { Transaction } from '../db/database.ts';
import { readStudios, type StudioRecord } from '../db/queries/studios.ts';
import { inTransaction } from '../db/transaction.ts';
import { type Article, articleText } from '../policy/article.ts';
import { Refusal } from '../policy/refusal.ts';
import { applicationStatusLabels, type SeatKind } from '../policy/seat.ts';
import type { Context } from './context.ts';
import type { CommandDescription, CommandOutcome } from './contract/command.ts';
import type { Answers, Field } from './field.ts';
import { requirePower } from './powers.ts';

/** What a command's own work gets: the register in a transaction, the studio, the answers, who acts and when. */
export interface Act<Fields> {
  readonly tx: Transaction;
  readonly studio: StudioRecord;
  readonly answers: Answers<Fields>;
  readonly context: Context;
}

/** What a command says when it is done. */
export interface Done {
  /** One sentence for the clerk. */
  readonly message: string;
  readonly warnings?: readonly string[];
}

/** One act of a department on a studio: a name, its article, who may do it, what it asks for, and what it does. */
export interface Command<Fields extends Readonly<Record<string, Field<unknown>>> = Readonly<Record<string, Field<unknown>>>> {
  readonly name: string;
  readonly title: string;
  readonly summary: string;
  readonly article: Article;
  readonly powers: readonly SeatKind[];
  readonly fields: Fields;
  /** Whether the studio stands where this act comes next; the act itself checks again and says why not. */
  readonly offered: (studio: StudioRecord) => boolean;
  readonly run: (act: Act<Fields>) => Done;
}

/** A command whatever it asks for: what lists, help and the one place that runs commands see. */
export type AnyCommand = Omit<Command, 'run'> & { readonly run: (act: Act<never>) => Done };

/** Declares a command. */
export function command<Fields extends Readonly<Record<string, Field<unknown>>>>(declared: Command<Fields>): AnyCommand {
  return declared;
}

const seatLabels: Readonly<Record<SeatKind, string>> = {
  'sector-bureau': '行业主管部门（本系统的工作室）',
  'hr-bureau': '区人力资源局',
  'leading-group-office': '区委人才工作领导小组办公室',
};

/** A command as help and forms show it. */
export function describeCommand({ name, title, article, powers, summary, fields }: AnyCommand): CommandDescription {
  return {
    name,
    title,
    article: articleText(article),
    who: powers.map((kind) => seatLabels[kind]).join('、'),
    summary,
    fields: Object.entries(fields).map(([key, { schema: _schema, ...field }]) => ({ key, ...field })),
  };
}

/**
 * Runs a command: powers, then answers, then its own rules, then the writing, all in one transaction with the audit row. Refuses in
 * Chinese what must not be; then nothing is stored.
 */
export function runCommand(
  asked: AnyCommand,
  studioId: string,
  given: Readonly<Record<string, unknown>>,
  context: Context,
): CommandOutcome {
  return inTransaction(context.db, (tx) => {
    const [studio] = readStudios(tx, [studioId]);
    if (studio === undefined) throw new Refusal(`无法${asked.title}：没有这个工作室。请重新选择。`);
    requirePower(asked, studio, context.seat);
    const answers = readAnswers(asked, given);
    const done = asked.run({ tx, studio, answers: answers as never, context });
    appendAudit(tx, {
      at: context.at,
      onDate: context.today,
      departmentId: context.seat.id,
      command: asked.name,
      studioId,
      details: { answers: jsonOf(answers), message: done.message },
    });
    const [after] = readStudios(tx, [studioId]);
    const status = after?.application?.status;
    return {
      command: asked.name,
      studio: studio.name,
      status: status ?? '',
      statusLabel: status === undefined ? '' : applicationStatusLabels[status],
      message: done.message,
      warnings: [...(done.warnings ?? [])],
    };
  });
}

function jsonOf(value: unknown): JsonValue {
  return JSON.parse(JSON.stringify(value)) as JsonValue;
}

/** Checks answers against the fields. Names every field that is missing, wrong or unknown in one refusal. */
function readAnswers({ title, name, fields }: AnyCommand, given: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const problems: string[] = [];
  const answers: Record<string, unknown> = {};
  for (const key of Object.keys(given)) {
    if (!Object.hasOwn(fields, key)) problems.push(`没有「${key}」这一项`);
  }
  for (const [key, { label, required, schema }] of Object.entries(fields)) {
    const value = Object.hasOwn(given, key) ? given[key] : undefined;
    if (value === undefined || value === null || value === '') {
      if (required) problems.push(`缺少「${label}」（${key}）`);
      continue;
    }
    const result = schema.safeParse(value);
    if (result.success) answers[key] = result.data;
    else problems.push(`「${label}」（${key}）${result.error.issues.map(({ path, message }) => [...path, message].join(' ')).join('，')}`);
  }
  if (problems.length > 0) {
    throw new Refusal(`无法${title}：${problems.join('；')}。可填的项目见 desk run ${name} --help，或在窗口中补全。`);
  }
  return answers;
}
