import type { Transaction } from '../../db/database.ts';
import type { Department } from '../../db/queries/departments.ts';
import { readStudios, type StudioRecord } from '../../db/queries/studios.ts';
import { addStudioChange } from '../../db/writes/studio-changes.ts';
import { articleText } from '../../policy/article.ts';
import type { Finding } from '../../policy/finding.ts';
import { levelInCharge } from '../../policy/funds/account.ts';
import { checkAfterChange } from '../../policy/life/check-after-change.ts';
import { type LifeEvent, lifeEvents, mayRecordLifeEvent } from '../../policy/life/life-event.ts';
import type { StudioChange } from '../../policy/life/studio-change.ts';
import type { PlainDate } from '../../policy/plain-date.ts';
import { mayAct, powers } from '../../policy/powers.ts';
import { Refusal } from '../../policy/refusal.ts';
import type { Context } from '../context.ts';
import { heldTitle, requireTitle } from '../held-title.ts';
import { measuresBook } from '../measures-book.ts';
import { pastDay } from '../past-day.ts';
import { permit } from '../permit.ts';
import { requireLevel } from '../powers.ts';
import { studioFacts } from '../studio-facts.ts';

/** The acts of this room, each a change of a studio that holds a title. */
export type Change = Exclude<LifeEvent, 'end-without-fault'>;

/** True when a department may make the change: the studio holds a title, and the department looks after it. 第十五条, 第十六条. */
export function mayChange(act: Change, studio: StudioRecord, { kind }: Department): boolean {
  const { designations } = studio;
  return designations.some(({ endedOn }) => endedOn === null) && mayAct(kind, act, levelInCharge(designations));
}

/** A change that may be made, and the day from which it holds. */
export interface AllowedChange {
  readonly onDate: PlainDate;
  readonly papers: Readonly<Record<string, string>>;
}

/**
 * Refuses a change that is another department's business, that a studio without a title cannot make, on a day that has not come or before
 * the title, and without its papers. `papers` holds what was answered by the key of what the event needs.
 */
export function allowChange(
  act: Change,
  studio: StudioRecord,
  given: PlainDate | undefined,
  papers: Readonly<Record<string, string | undefined>>,
  context: Context,
): AllowedChange {
  const { title, article: place } = powers[act];
  const level = levelInCharge(studio.designations);
  const held = heldTitle(studio, level) ?? requireTitle(studio, 'in-system', title, place);
  requireLevel(act, level, studio, context.seat);
  const onDate = pastDay(given, context, title, '变更日期', place);
  if (onDate < held.namedOn) {
    throw new Refusal(`无法${title}：变更日期 ${onDate} 早于命名日期 ${held.namedOn}。命名前的情况请更正记录。`, place);
  }
  const recorded = Object.entries(papers).filter((entry): entry is [string, string] => entry[1] !== undefined);
  permit(
    title,
    studio.name,
    mayRecordLifeEvent(
      act,
      recorded.map(([key]) => key),
    ),
    '请补齐后再办理。',
  );
  const { needs } = lifeEvents[act];
  return { onDate, papers: Object.fromEntries(recorded.map(([key, value]) => [needs[key] ?? key, value])) };
}

function listed(findings: readonly Finding[]): string {
  return findings.map(({ article: ground, message }) => `${articleText(ground)}：${message}`).join('');
}

/**
 * Asks the Measures again, as of the day of the change, what the change touches, of the studio as it now stands. Refuses what they do not
 * allow and what is missing; a special case needs who approved it. `tolerated` are rules whose finding stands as a warning.
 */
export function checkAgain(
  tx: Transaction,
  act: Change,
  studioId: string,
  { onDate }: AllowedChange,
  approver: string | undefined,
  tolerated: readonly string[] = [],
): readonly string[] {
  const { title, article: place } = powers[act];
  const [after] = readStudios(tx, [studioId]);
  if (after === undefined) throw new Error(`no studio ${studioId}`);
  const findings = checkAfterChange(act, studioFacts(after), onDate, measuresBook(tx).on(onDate)).filter(
    ({ outcome }) => outcome !== 'met',
  );
  const standing = findings.filter(({ rule }) => tolerated.includes(rule));
  const against = findings.filter((finding) => !standing.includes(finding) && finding.outcome !== 'needs-approval');
  const special = findings.filter((finding) => !standing.includes(finding) && finding.outcome === 'needs-approval');
  if (against.length > 0) {
    throw new Refusal(`无法${title}：变更后「${after.name}」不符合《办法》规定或材料不全。${listed(against)}请补正后再办理。`, place);
  }
  if (special.length > 0 && approver === undefined) {
    throw new Refusal(`无法${title}：有特殊情况。${listed(special)}请填写「特殊情况批准人」，并在「变更原因」中写明理由。`, place);
  }
  return [...standing, ...special].map(({ article: ground, message }) => `${message}（${articleText(ground)}）`);
}

/** One thing that changed, as people read it. */
export interface ChangedField {
  readonly field: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** Writes what changed into the trail, each thing a line. */
export function recordChange(
  tx: Transaction,
  kind: StudioChange,
  studioId: string,
  changed: readonly ChangedField[],
  { onDate, papers }: AllowedChange,
  why: { readonly reason: string; readonly approver?: string | undefined },
  { today, seat }: Context,
): void {
  for (const { field, before, after } of changed) {
    if (before === after) continue;
    addStudioChange(tx, {
      studioId,
      kind,
      field,
      oldValue: before,
      newValue: after,
      reason: why.reason,
      papers,
      approver: why.approver ?? null,
      onDate,
      recordedOn: today,
      departmentId: seat.id,
    });
  }
}

/** What has to follow a change, for the clerk. */
export function toFollow(act: LifeEvent): readonly string[] {
  return lifeEvents[act].causes.map((cause) => `接下来：${cause}。`);
}
