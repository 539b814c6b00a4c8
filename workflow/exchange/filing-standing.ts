import type { ReadableDatabase } from '../../db/database.ts';
import { readFilings } from '../../db/queries/filings.ts';
import type { StudioDesignation, StudioRecord } from '../../db/queries/studios.ts';
import type { FilingRecord } from '../../exchange/filing-record.ts';
import type { ReadRow } from '../../exchange/read-result.ts';

type FiledRow = Pick<ReadRow<FilingRecord>, 'record'>;

/** The in-system title a studio holds, or held last, and the last filing of it. */
export function filedBefore(db: ReadableDatabase, { id, designations }: StudioRecord) {
  const titles = designations.filter(({ level }) => level === 'in-system');
  const title = titles.findLast(({ endedOn }) => endedOn === null) ?? titles.at(-1);
  const last = readFilings(db, id).findLast(({ designationId }) => designationId === title?.id);
  return { title, last };
}

/** Where the register's own course decides over the row: a title that has ended, a file that is older than what was answered. */
export function filingStanding(
  db: ReadableDatabase,
  studio: StudioRecord,
  { record }: FiledRow,
  differs: boolean,
  writtenOn: string | undefined,
): { readonly state: 'conflict' | 'unchanged'; readonly warning?: readonly string[] } | undefined {
  const { title, last } = filedBefore(db, studio);
  const sent = record.sentOn;
  if (last === undefined || sent === undefined) return endedBefore(studio, title, record, writtenOn);
  if (sent < last.sentOn)
    return { state: 'unchanged', warning: [`这份文件的报送日期 ${sent} 早于已收到的 ${last.sentOn}，没有采用：请索取最新的备案汇总表。`] };
  if (differs && writtenOn !== undefined && last.writtenOn !== null && writtenOn < last.writtenOn) {
    const warning = `这份文件写于 ${writtenOn}，早于已收到的 ${last.writtenOn} 那一份，没有采用：请索取最新的备案汇总表。`;
    return { state: 'unchanged', warning: [warning] };
  }
  const ended = endedBefore(studio, title, record, writtenOn);
  if (ended !== undefined) return ended;
  // What was acknowledged stays sent on its day, whatever later lists say.
  if (last.answer === 'acknowledged' && !differs) return { state: 'unchanged' };
  if (last.answer === 'returned' && sent === last.sentOn && !differs) {
    return {
      state: 'unchanged',
      warning: [`这次报送已于 ${last.answeredOn ?? ''} 退回（${last.reason ?? ''}）：报送单位改正后，以新的报送日期再次报送。`],
    };
  }
  return undefined;
}

/** A title that has ended stays as it is told to have ended; a list that says otherwise is looked at by people. */
function endedBefore(
  { name }: StudioRecord,
  title: StudioDesignation | undefined,
  { endedOn }: FiledRow['record'],
  writtenOn: string | undefined,
): ReturnType<typeof filingStanding> {
  if (title === undefined || title.endedOn === null) return undefined;
  if (endedOn === title.endedOn) return { state: 'unchanged' };
  if (endedOn === undefined && writtenOn !== undefined && writtenOn < title.endedOn) {
    return {
      state: 'unchanged',
      warning: [`这份文件写于 ${writtenOn}，早于称号终止的 ${title.endedOn}，没有采用：请索取最新的备案汇总表。`],
    };
  }
  return { state: 'conflict', warning: [`「${name}」的系统内名师工作室称号已于 ${title.endedOn} 终止：请与报送单位核对。`] };
}
