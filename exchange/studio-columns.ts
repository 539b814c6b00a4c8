import type { PlainDate } from '../policy/plain-date.ts';
import type { SeatKind } from '../policy/seat.ts';
import { calendarDate } from './cell-types/calendar-date.ts';
import { idNumberText } from './cell-types/id-number-text.ts';
import { personName } from './cell-types/person-name.ts';
import { lineOfText } from './cell-types/plain-text.ts';
import type { ColumnOf } from './workbook-kind.ts';

/** What every list that departments send about studios already named says of a studio, so that its row finds its record. */
export interface StudioIdentity {
  readonly studioName: string;
  readonly leadName: string;
  readonly leadIdNumber: string;
}

const lead = '领办人';

/** The words people use above the lead's columns; a list of one level says 姓名 and means the lead. */
export const leadGroup = { groupAliases: { [lead]: ['主持人', '领衔人'] } } as const;

/** The columns of a studio named: its full name, its lead and the lead's ID number; `hint` says where the name stands in full, `width` is in characters. */
export function studioColumns(hint: string, width: number, owner: SeatKind): readonly ColumnOf<StudioIdentity>[] {
  return [
    { key: 'studioName', header: '工作室名称', aliases: ['名师工作室名称'], type: lineOfText(hint), width, required: true, owner },
    { key: 'leadName', group: lead, header: '姓名', aliases: ['领办人'], type: personName, width: 10, owner },
    {
      key: 'leadIdNumber',
      group: lead,
      header: '身份证号',
      aliases: ['身份证号码', '公民身份号码'],
      type: idNumberText,
      width: 20,
      required: true,
      owner,
    },
  ];
}

/** The words above what a list says of a commitment letter. */
export const letterGroup = '任务承诺书';

/** By which letter a list means a cycle. */
export const letterNumberColumn = {
  key: 'letterNumber',
  group: letterGroup,
  header: '编号',
  aliases: ['承诺书编号'],
  type: lineOfText('任务承诺书的编号。', 'center'),
  width: 13,
} as const;

/** A studio's name and lead with the day of which the sender knows them, so that an older file takes no newer name back. 第二条, 第四条. */
export interface DatedIdentity extends StudioIdentity {
  readonly identityOn: PlainDate;
}

/** The last column of a list that carries a new name or lead to departments that hear of it nowhere else. */
export const identityOnColumn: ColumnOf<Pick<DatedIdentity, 'identityOn'>> = {
  key: 'identityOn',
  header: '名称领办人截至',
  type: calendarDate,
  width: 17,
};
