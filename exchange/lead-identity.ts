import type { PlainDate } from '../policy/plain-date.ts';
import { type Sex, sexLabels } from '../policy/qualification.ts';
import { birthMatches, birthText } from './cell-types/birth-date.ts';
import { dayOf } from './cell-types/calendar-date.ts';
import type { PartialDate } from './date-text.ts';
import { readIdNumber } from './id-number.ts';
import type { FieldRemark } from './workbook-kind.ts';

/** The cells that say who the lead is. */
export interface LeadCells {
  readonly leadName: string;
  readonly leadSex: Sex;
  readonly leadBirthDate: PartialDate;
  readonly leadIdNumber: string;
  readonly members: readonly string[];
}

export interface LeadIdentity {
  readonly leadSex?: Sex;
  readonly leadBirthDate?: PlainDate;
}

/**
 * Birth and sex of a lead as the ID number states them; a birth written as year and month becomes a day. What the row says
 * against the number is an error, because nobody but the sender knows which of the two is wrong.
 */
export function leadIdentity(cells: Readonly<Partial<LeadCells>>): { identity: LeadIdentity; remarks: FieldRemark<LeadCells>[] } {
  const { leadBirthDate: birth, leadSex: sex, leadIdNumber: idNumber } = cells;
  const remarks: FieldRemark<LeadCells>[] = [];
  if (cells.leadName !== undefined && cells.members?.includes(cells.leadName) === true) {
    remarks.push({
      field: 'members',
      severity: 'warning',
      message: `团队成员里有领办人「${cells.leadName}」：团队人数不含领办人，如非同名请删去。`,
    });
  }
  const reading = idNumber === undefined ? undefined : readIdNumber(idNumber);
  if (reading === undefined || 'fault' in reading) {
    const day = birth === undefined ? undefined : dayOf(birth);
    return { identity: { ...(sex === undefined ? {} : { leadSex: sex }), ...(day === undefined ? {} : { leadBirthDate: day }) }, remarks };
  }
  if (birth !== undefined && !birthMatches(birth, reading.birthDate)) {
    const message = `出生年月「${birthText(birth)}」与身份证号中的 ${reading.birthDate} 不一致：请核对后更正其中一处。`;
    remarks.push({ field: 'leadBirthDate', severity: 'error', message });
  }
  if (sex !== undefined && sex !== reading.sex) {
    const message = `性别「${sexLabels[sex]}」与身份证号不一致（号码为${sexLabels[reading.sex]}）：请核对后更正其中一处。`;
    remarks.push({ field: 'leadSex', severity: 'error', message });
  }
  return { identity: { leadSex: reading.sex, leadBirthDate: reading.birthDate }, remarks };
}

/** A whole date as a cell states it. */
export function wholeDate(date: PlainDate): PartialDate {
  return { year: Number(date.slice(0, 4)), months: [Number(date.slice(5, 7))], day: Number(date.slice(8, 10)) };
}
