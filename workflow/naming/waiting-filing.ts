import type { ReadableDatabase } from '../../db/database.ts';
import { type Filing, readFilings } from '../../db/queries/filings.ts';
import type { StudioRecord } from '../../db/queries/studios.ts';
import type { Article } from '../../policy/article.ts';
import type { PlainDate } from '../../policy/plain-date.ts';
import { Refusal } from '../../policy/refusal.ts';

/** True while a filing of the studio waits for the HR bureau's answer. */
export function filingWaits({ designations }: StudioRecord): boolean {
  return designations.some(
    ({ level, endedOn, filedOn, filingNumber }) => level === 'in-system' && endedOn === null && filedOn !== null && filingNumber === null,
  );
}

/** The filing that waits for an answer; refuses when there is none, and a day before it was sent. 第十一条第三项, 第十六条. */
export function waitingFiling(db: ReadableDatabase, studio: StudioRecord, answeredOn: PlainDate, act: string, place: Article): Filing {
  const waiting = filingWaits(studio) ? readFilings(db, studio.id).find(({ answer }) => answer === null) : undefined;
  if (waiting === undefined) {
    throw new Refusal(`无法${act}：「${studio.name}」没有待办理的备案。请等主管部门报送备案后再办理。`, place);
  }
  if (answeredOn < waiting.sentOn) {
    throw new Refusal(`无法${act}：办理日期 ${answeredOn} 早于报送日期 ${waiting.sentOn}。请核对日期。`, place);
  }
  return waiting;
}
