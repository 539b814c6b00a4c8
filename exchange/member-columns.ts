import type { Sex } from '../policy/qualification.ts';
import { birthDate } from './cell-types/birth-date.ts';
import { personName } from './cell-types/person-name.ts';
import { lineOfText } from './cell-types/plain-text.ts';
import { sexChoice } from './cell-types/sex.ts';
import type { PartialDate } from './date-text.ts';
import type { ColumnOf } from './workbook-kind.ts';

/** What a list of members says of each. */
export interface MemberCells {
  readonly name: string;
  readonly sex: Sex;
  readonly birthDate: PartialDate;
  readonly title: string;
}

/** The columns of somebody in a team. */
export const memberColumns: readonly ColumnOf<MemberCells>[] = [
  { key: 'name', header: '姓名', type: personName, width: 12, required: true },
  { key: 'sex', header: '性别', type: sexChoice, width: 8 },
  { key: 'birthDate', header: '出生年月', aliases: ['出生日期'], type: birthDate, width: 14 },
  { key: 'title', header: '职称', aliases: ['职称职务'], type: lineOfText('写现任职称或职业资格。', 'center'), width: 18 },
];
