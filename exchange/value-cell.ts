import { isPlainDate } from '../policy/plain-date.ts';
import type { RawCell } from './raw-workbook.ts';

/** What a formula without a result shows; files that are not .xlsx keep it as text. */
const errorValue = /^(?:#(?:REF!|N\/A|VALUE!|DIV\/0!|NAME\?|NUM!|NULL!|SPILL!|CALC!)|Err:\d+)$/u;

/** A cell with a text; none without one. */
export function textCell(text: string): RawCell | undefined {
  if (text === '') return undefined;
  return errorValue.test(text) ? { kind: 'error', text } : { kind: 'text', text };
}

/** A cell with a day, given as a point in UTC. Half a second is added because a day is stored as a fraction and may fall just short of itself. */
export function dateCell(date: Date): RawCell {
  const time = date.getTime();
  const text = Number.isNaN(time) ? '' : new Date(time + 500).toISOString().slice(0, 10);
  return isPlainDate(text) ? { kind: 'date', date: text } : { kind: 'error', text: '日期超出范围' };
}
