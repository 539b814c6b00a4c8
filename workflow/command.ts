import { appendAudit } from '../db/audit.ts';
import type { JsonValue } from '../db/canonical-json.ts';
import { captureChanges } from '../db/capture-changes.ts';
import type { ReadableDatabase, Transaction } from '../db/database.ts';
import type { Department } from '../db/queries/departments.ts';
import { readStudios, type StudioDesignation, type StudioRecord } from '../db/queries/studios.ts';
import { inTransaction } from '../db/transaction.ts';
import { keepAct } from '../db/writes/acts.ts';
import { type Article, articleParagraph, articleText } from '../policy/article.ts';
import type { PlainDate } from '../policy/plain-date.ts';
import { Refusal } from '../policy/refusal.ts';
import { applicationStatusLabels, type SeatKind, studioLevelLabels } from '../policy/seat.ts';
import { titleEndLabels } from '../policy/title-end.ts';
import type { Context } from './context.ts';
import type { CommandDescription, CommandOutcome } from './contract/command.ts';
import type { Answers, Field } from './field.ts';
import { isRevoked } from './held-title.ts';
import { requirePower } from './powers.ts';

/** What the work of an act gets: the register in a transaction, the answers, who acts and when. */
export interface DeskAct<Asked> {
  readonly tx: Transaction;
  readonly answers: Answers<Asked>;
  readonly context: Context;
}

/** What the work of an act on one studio gets: that studio besides. */
export interface Act<Asked> extends DeskAct<Asked> {
  readonly studio: StudioRecord;
}

/** What a command says when it is done. */
export interface Done {
  /** One sentence for the clerk. */
  readonly message: string;
  readonly warnings?: readonly string[];
}

type FieldSet = Readonly<Record<string, Field<unknown>>>;

/** What every act of a department says of itself: a name, its article, who may do it, what it asks for. */
interface Declaration<Asked extends FieldSet> {
  readonly name: string;
  readonly title: string;
  readonly summary: string;
  readonly article: Article;
  readonly powers: readonly SeatKind[];
  readonly fields: Asked;
}

/** An act on one studio. */
interface StudioCommand<Asked extends FieldSet = FieldSet> extends Declaration<Asked> {
  readonly scope: 'studio';
  /** Still done when every title of the studio has been revoked: what takes back, settles or corrects, and gives nothing. */
  readonly afterRevocation?: true;
  /** Whether the studio stands where this act comes next; the act itself checks again and says why not. */
  readonly offered: (studio: StudioRecord, db: ReadableDatabase, seat: Department, today: PlainDate) => boolean;
  readonly run: (act: Act<Asked>) => Done;
}

/** An act on no single studio, such as opening the yearly round. */
interface DeskCommand<Asked extends FieldSet = FieldSet> extends Declaration<Asked> {
  readonly scope: 'desk';
  readonly run: (act: DeskAct<Asked>) => Done;
}

/** A command on a studio, whatever it asks for. */
type AnyStudioCommand = Omit<StudioCommand, 'run'> & { readonly run: (act: Act<never>) => Done };

/** A command on the desk as a whole, whatever it asks for. */
type AnyDeskCommand = Omit<DeskCommand, 'run'> & { readonly run: (act: DeskAct<never>) => Done };

/** A command whatever it asks for: what lists, help and the one place that runs commands see. */
export type AnyCommand = AnyStudioCommand | AnyDeskCommand;

/** Declares a command on one studio. */
export function command<Asked extends FieldSet>(declared: Omit<StudioCommand<Asked>, 'scope'>): AnyStudioCommand {
  return { scope: 'studio', ...declared };
}

/** Declares a command on the desk as a whole. */
export function deskCommand<Asked extends FieldSet>(declared: Omit<DeskCommand<Asked>, 'scope'>): AnyDeskCommand {
  return { scope: 'desk', ...declared };
}

const seatLabels: Readonly<Record<SeatKind, string>> = {
  'sector-bureau': '行业主管部门（本系统的工作室）',
  'hr-bureau': '区人力资源局',
  'leading-group-office': '区委人才工作领导小组办公室',
};

/** A command as help and forms show it. */
export function describeCommand({ name, title, article, powers, summary, fields, scope }: AnyCommand): CommandDescription {
  return {
    name,
    title,
    scope,
    article: articleText(article),
    articleNumber: article.article,
    who: powers.map((kind) => seatLabels[kind]).join('、'),
    powers: [...powers],
    summary,
    fields: Object.entries(fields).map(([key, { schema: _schema, ...field }]) => ({ key, ...field })),
  };
}

/**
 * Runs a command: powers, then answers, then its own rules, then the writing, all in one transaction with the audit row. Refuses in
 * Chinese what must not be; then nothing is stored. `studioId` is left out for a command on the desk as a whole, and only then.
 */
export function runCommand(
  asked: AnyCommand,
  studioId: string | undefined,
  given: Readonly<Record<string, unknown>>,
  context: Context,
): CommandOutcome {
  return inTransaction(context.db, (tx) => {
    const { result: performed, changes } = captureChanges(tx, () => performCommand(tx, asked, studioId, given, context));
    const { studio, answers, done } = performed;
    const sequence = appendAudit(tx, {
      at: context.at,
      onDate: context.today,
      departmentId: context.seat.id,
      command: asked.name,
      studioId: studio?.id ?? null,
      details: { answers: jsonOf(answers), message: done.message },
    });
    keepAct(tx, sequence, changes);
    const status = studio === null ? undefined : readStudios(tx, [studio.id])[0]?.application?.status;
    return {
      command: asked.name,
      studio: studio?.name ?? null,
      status: status ?? '',
      statusLabel: status === undefined ? '' : applicationStatusLabels[status],
      message: done.message,
      warnings: [...(done.warnings ?? [])],
    };
  });
}

/** What became of a command before it is in the log. */
interface Performed {
  readonly studio: StudioRecord | null;
  readonly answers: Readonly<Record<string, unknown>>;
  readonly done: Done;
}

/** Runs a command as part of a larger work, such as an import, that keeps its own log and its own way back. Refuses as `runCommand` does. */
export function performCommand(
  tx: Transaction,
  asked: AnyCommand,
  studioId: string | undefined,
  given: Readonly<Record<string, unknown>>,
  context: Context,
): Performed {
  const studio = studioOf(tx, asked, studioId);
  requirePower(asked, studio, context.seat);
  requireStanding(asked, studio, context.seat);
  const answers = readAnswers(asked, given);
  return { studio, answers, done: perform(asked, studio, { tx, answers: answers as never, context }) };
}

/** 第十九条第二款, 第二十条: a studio whose titles have been revoked gets nothing more. */
function requireStanding(asked: AnyCommand, studio: StudioRecord | null, seat: Department): void {
  if (studio === null || asked.scope === 'desk' || asked.afterRevocation === true || !isRevoked(studio)) return;
  const { level, endedOn, endKind } = concernedTitle(studio, seat);
  throw new Refusal(
    `无法${asked.title}：「${studio.name}」的${studioLevelLabels[level]}名师工作室称号已于 ${endedOn ?? ''} ${titleEndLabels[endKind ?? 'revoked']}，不再办理其他事项，只办理收回牌匾、收回资助、通报批评、结清专户和更正。`,
    articleParagraph(19, 2),
  );
}

/** Of a studio that has lost its titles, the one a department has to do with: a bureau with the in-system one, the others with the district one. */
function concernedTitle({ designations, name }: StudioRecord, { kind }: Department): StudioDesignation {
  const level = kind === 'sector-bureau' ? 'in-system' : 'district';
  const title = designations.findLast((each) => each.level === level) ?? designations.at(-1);
  if (title === undefined) throw new Error(`${name} has no title`);
  return title;
}

/** The studio a command is given to; null for a command on the desk as a whole. Refuses one too few and one too many. */
function studioOf(tx: Transaction, { scope, title, article }: AnyCommand, studioId: string | undefined): StudioRecord | null {
  if (scope === 'desk') {
    if (studioId !== undefined) throw new Refusal(`无法${title}：这一事项不针对某个工作室。请不要指定工作室，再办理一次。`, article);
    return null;
  }
  if (studioId === undefined) throw new Refusal(`无法${title}：没有指定工作室。请选择工作室，再办理一次。`, article);
  const [studio] = readStudios(tx, [studioId]);
  if (studio === undefined) throw new Refusal(`无法${title}：没有这个工作室。请重新选择。`, article);
  return studio;
}

function perform(asked: AnyCommand, studio: StudioRecord | null, act: DeskAct<never>): Done {
  if (asked.scope === 'desk') return asked.run(act);
  if (studio === null) throw new Error(`${asked.name} was given no studio`);
  return asked.run({ ...act, studio });
}

function jsonOf(value: unknown): JsonValue {
  return JSON.parse(JSON.stringify(value)) as JsonValue;
}

/** Checks answers against the fields. Names every field that is missing, wrong or unknown in one refusal. */
function readAnswers({ title, fields, article }: AnyCommand, given: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const problems: string[] = [];
  const answers: Record<string, unknown> = {};
  for (const key of Object.keys(given)) {
    if (!Object.hasOwn(fields, key)) problems.push(`没有「${key}」这一项`);
  }
  for (const [key, { label, required, schema }] of Object.entries(fields)) {
    const value = Object.hasOwn(given, key) ? given[key] : undefined;
    if (value === undefined || value === null || value === '') {
      if (required) problems.push(`缺少「${label}」`);
      continue;
    }
    const result = schema.safeParse(value);
    if (result.success) answers[key] = result.data;
    else
      problems.push(
        `「${label}」${result.error.issues.map(({ path, message }) => [...path.map((code) => `编号 ${String(code)} `), message].join('')).join('，')}`,
      );
  }
  if (problems.length > 0) {
    throw new Refusal(`无法${title}：${problems.join('；')}。请补全或改正后再办理。`, article);
  }
  return answers;
}
