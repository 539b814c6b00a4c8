import { and, eq, isNull } from 'drizzle-orm';
import type { PlainDate } from '../../policy/plain-date.ts';
import type { TitleEnd } from '../../policy/title-end.ts';
import type { Transaction } from '../database.ts';
import type { ChangeRecorder } from '../record-changes.ts';
import { designations, roundEntries, toldEndings } from '../schema.ts';

/** The end of an in-system title as the department that gave it tells it. */
export interface ToldEnding {
  readonly endedOn: PlainDate;
  readonly endKind: TitleEnd;
  /** Of the document that ended it. */
  readonly number: string;
  readonly endReason: string;
}

/** Ends a title as another department tells, so that the batch can be undone: the studio leaves the round it is in. 第十条, 第十九条, 第二十条. */
export function storeToldEnding(
  tx: Transaction,
  recorder: ChangeRecorder,
  { studioId, designationId, ending }: { readonly studioId: string; readonly designationId: string; readonly ending: ToldEnding },
): void {
  const { number, endedOn, ...end } = ending;
  recorder.insert(toldEndings, { designationId, number });
  const open = tx
    .select({ id: roundEntries.id, appliedOn: roundEntries.appliedOn })
    .from(roundEntries)
    .where(and(eq(roundEntries.studioId, studioId), isNull(roundEntries.awardedOn), isNull(roundEntries.endedOn)))
    .all();
  // As the register's own rule would do it, which the batch would not know of.
  for (const { id, appliedOn } of open) {
    recorder.update(roundEntries, { id }, { endedOn: appliedOn > endedOn ? appliedOn : endedOn, endReason: '系统内名师工作室称号已终止' });
  }
  recorder.update(designations, { id: designationId }, { endedOn, ...end });
}
