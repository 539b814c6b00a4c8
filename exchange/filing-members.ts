import { dayOf } from './cell-types/calendar-date.ts';
import { lineOfText } from './cell-types/plain-text.ts';
import { type TeamRole, teamRole } from './cell-types/team-role.ts';
import type { FilingMember, FilingRecord } from './filing-record.ts';
import { wholeDate } from './lead-identity.ts';
import { type MemberCells, memberColumns } from './member-columns.ts';
import type { WorkbookKind } from './workbook-kind.ts';

interface ListedCells extends MemberCells {
  readonly studioName: string;
  readonly role: TeamRole;
}

/** A line of the sheet 成员名单: somebody in the team of a studio. */
export interface ListedMember extends FilingMember {
  readonly studioName: string;
  readonly role: TeamRole;
}

/** The sheet 成员名单 of a filing list. */
export const filingMembers: WorkbookKind<'filing-members', ListedCells, ListedMember> = {
  id: 'filing-members',
  title: '成员名单',
  schemaVersion: 1,
  schemaSince: '0.1.0',
  groupAliases: {},
  studio: 'studioName',
  distinct: [],
  sameNameWarning: 'name',
  columns: [
    { key: 'studioName', header: '工作室名称', type: lineOfText('与汇总表一致。'), width: 34, required: true },
    { key: 'role', header: '团队角色', aliases: ['角色'], type: teamRole, width: 12, required: true },
    ...memberColumns,
  ],
  complete({ birthDate: birth, ...plain }) {
    const day = birth === undefined ? undefined : dayOf(birth);
    return { record: { ...plain, ...(day === undefined ? {} : { birthDate: day }) }, remarks: [] };
  },
  cellsOf({ birthDate: birth, ...plain }) {
    return { ...plain, ...(birth === undefined ? {} : { birthDate: wholeDate(birth) }) };
  },
};

/** The lines of a studio: its lead, then its members in their order. */
export function memberLines(record: Readonly<Partial<FilingRecord>>): Partial<ListedMember>[] {
  const studio = record.studioName === undefined ? {} : { studioName: record.studioName };
  const { leadName: name, leadSex: sex, leadBirthDate: birth, leadTitle: title } = record;
  const lead: Partial<ListedMember> = {
    ...studio,
    role: 'lead',
    ...(name === undefined ? {} : { name }),
    ...(sex === undefined ? {} : { sex }),
    ...(birth === undefined ? {} : { birthDate: birth }),
    ...(title === undefined ? {} : { title }),
  };
  return [lead, ...(record.members ?? []).map((member): Partial<ListedMember> => ({ ...studio, role: 'member', ...member }))];
}
