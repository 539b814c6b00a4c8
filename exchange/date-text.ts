import { dateOfDayNumber, type PlainDate, plainDateOf } from '../policy/plain-date.ts';
import { compactCode, withoutInvisible } from './normalise-text.ts';
import { numberText, type RawCell } from './raw-workbook.ts';

/**
 * A date as far as the cell states it. A number 1972.1 may be January or, with its last zero lost, October:
 * then both months are given.
 */
export interface PartialDate {
  readonly year: number;
  readonly months: readonly number[];
  readonly day?: number;
}

/** Serial numbers a date cell may hold when its date format is lost: 1927-05-18 to 2119-01-10. */
const firstSerial = 10_000;
const lastSerial = 80_000;

/** The day of a serial number of the 1900 date system, by day arithmetic alone: no clock and no time zone. */
export function dateOfSerial(serial: number): PlainDate | undefined {
  const days = Math.floor(serial + 1e-6);
  if (days < 1 || days > 2_958_465 || days === 60) return undefined;
  // Day 60 of the 1900 system is the 29 February that never was: before it the count is one short.
  const sinceEpoch = days - 25_569 + (days < 60 ? 1 : 0);
  return dateOfDayNumber(sinceEpoch);
}

/** Reads a date from a cell: a real date, a serial number, or text in any of the usual forms. `undefined`: not a date. */
export function readDate(cell: RawCell): PartialDate | undefined {
  if (cell.kind === 'date') return whole(cell.date);
  if (cell.kind === 'number') return dateOfNumber(cell.number);
  return cell.kind === 'text' ? dateOfText(cell.text) : undefined;
}

function whole(date: PlainDate): PartialDate {
  return { year: Number(date.slice(0, 4)), months: [Number(date.slice(5, 7))], day: Number(date.slice(8, 10)) };
}

function dateOfNumber(number: number): PartialDate | undefined {
  const text = numberText(number);
  if (/^(?:19|20)\d{2}\.1$/u.test(text)) return { year: Number(text.slice(0, 4)), months: [1, 10] };
  if (number >= firstSerial && number < lastSerial) {
    const date = dateOfSerial(number);
    return date === undefined ? undefined : whole(date);
  }
  return dateOfText(text);
}

/** As programs write a date: nothing in it has to be looked at twice. */
const usualDate = /^(\d{4})-(\d{2})-(\d{2})$/u;
/** A time of day, a weekday or the word 生 after the date says nothing about the day. */
const afterTheDate = /(?:[T\s\u3000]\d{1,2}[:：]\d{2}.*|[（(]?(?:星期|周)[一二三四五六日天][）)]?|出?生)$/u;

/** 1972-05-12, 1972/5/12, 1972.5.12, 1972年5月12日, 19720512; without the day 1972.5, 1972年5月, 197205. */
export function dateOfText(text: string): PartialDate | undefined {
  const usual = usualDate.exec(text);
  if (usual !== null) {
    const [year, month, day] = [Number(usual[1]), Number(usual[2]), Number(usual[3])];
    return plainDateOf(year, month, day) === undefined ? undefined : { year, months: [month], day };
  }
  const compact = compactCode(withoutInvisible(text).trim().replace(afterTheDate, '')).replaceAll(/[-–—_/\\.。、]/gu, '-');
  const match = /^(\d{4})(?:-|年)(\d{1,2})(?:(?:-|月)(?:(\d{1,2})[日号]?)?)?$/u.exec(compact) ?? /^(\d{4})(\d{2})(\d{2})?$/u.exec(compact);
  if (match === null) return undefined;
  const [year, month, day] = [Number(match[1]), Number(match[2]), match[3] === undefined ? undefined : Number(match[3])];
  if (plainDateOf(year, month, day ?? 1) === undefined) return undefined;
  return day === undefined ? { year, months: [month] } : { year, months: [month], day };
}
