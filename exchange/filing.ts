import type { SeatKind } from '../policy/seat.ts';
import { type TitleEnd, titleEndLabels } from '../policy/title-end.ts';
import { birthDate } from './cell-types/birth-date.ts';
import { calendarDate } from './cell-types/calendar-date.ts';
import { choice } from './cell-types/choice.ts';
import { floorArea } from './cell-types/floor-area.ts';
import { hostUnitKind } from './cell-types/host-unit-kind.ts';
import { idNumberText } from './cell-types/id-number-text.ts';
import { memberNames } from './cell-types/member-names.ts';
import { moneyAmount } from './cell-types/money-amount.ts';
import { personName } from './cell-types/person-name.ts';
import { phoneNumber } from './cell-types/phone-number.ts';
import { lineOfText, paragraph } from './cell-types/plain-text.ts';
import { sectorName } from './cell-types/sector-name.ts';
import { sexChoice } from './cell-types/sex.ts';
import { wholeNumber } from './cell-types/whole-number.ts';
import { type ComparedRow, compareRecords, type PresentRecord } from './compare-records.ts';
import type { FilingRecord } from './filing-record.ts';
import { type LeadCells, leadIdentity, wholeDate } from './lead-identity.ts';
import type { ReadRow } from './read-result.ts';
import { letterGroup, letterNumberColumn } from './studio-columns.ts';
import type { FieldRemark, WorkbookKind } from './workbook-kind.ts';

/** What each cell of a filing list means by itself. */
export interface FilingCells extends LeadCells, Omit<FilingRecord, keyof LeadCells> {
  readonly memberCount: number;
}

const bureau = { owner: 'sector-bureau' } as const;
const hr = { owner: 'hr-bureau' } as const;
const lead = '领办人';
const unit = '依托单位';
const naming = '命名';
const meeting = '党组会';
const ended = '称号终止';
const filed = '备案';

/** 备案汇总表: the in-system studios a bureau named, sent to the HR bureau for filing. 第十一条第三项. */
export const filing: WorkbookKind<'filing', FilingCells, FilingRecord> = {
  id: 'filing',
  title: '备案汇总表',
  schemaVersion: 1,
  schemaSince: '0.1.0',
  groupAliases: { [lead]: ['主持人', '领衔人'], [unit]: ['所在单位'], [letterGroup]: ['承诺书'], [meeting]: ['党组会议'] },
  studio: 'studioName',
  distinct: ['leadIdNumber', 'studioName'],
  sameNameWarning: 'leadName',
  columns: [
    { key: 'sector', header: '领域', aliases: ['所属领域', '系统'], type: sectorName, width: 5, ...bureau },
    {
      key: 'studioName',
      header: '工作室名称',
      aliases: ['名师工作室名称'],
      type: lineOfText('写命名文件上的全称。'),
      width: 26,
      required: true,
      ...bureau,
    },
    { key: 'leadName', group: lead, header: '姓名', aliases: ['领办人'], type: personName, width: 9, required: true, ...bureau },
    { key: 'leadSex', group: lead, header: '性别', type: sexChoice, width: 5, ...bureau },
    { key: 'leadBirthDate', group: lead, header: '出生年月', aliases: ['出生日期'], type: birthDate, width: 11, ...bureau },
    {
      key: 'leadIdNumber',
      group: lead,
      header: '身份证号',
      aliases: ['身份证号码', '公民身份号码'],
      type: idNumberText,
      width: 19,
      required: true,
      ...bureau,
    },
    {
      key: 'leadTitle',
      group: lead,
      header: '职称',
      aliases: ['职称职业资格'],
      type: lineOfText('写现任职称或职业资格。', 'center'),
      width: 11,
      ...bureau,
    },
    { key: 'leadPhone', group: lead, header: '联系电话', aliases: ['电话'], type: phoneNumber, width: 13, ...bureau },
    { key: 'hostUnit', group: unit, header: '名称', aliases: ['单位名称'], type: lineOfText('写单位全称。'), width: 22, ...bureau },
    { key: 'hostUnitKind', group: unit, header: '性质', aliases: ['单位性质'], type: hostUnitKind, width: 9, ...bureau },
    {
      key: 'memberCount',
      header: '团队人数',
      aliases: ['成员人数'],
      type: wholeNumber('人', '团队成员人数，不含领办人。'),
      width: 9,
      unit: '人',
      ...bureau,
    },
    { key: 'members', header: '成员姓名', aliases: ['团队成员', '成员'], type: memberNames, width: 22, ...bureau },
    { key: 'trainingAudience', header: '培训对象', type: lineOfText('写明学员或培训对象。'), width: 15, ...bureau },
    { key: 'area', header: '场所面积', aliases: ['面积'], type: floorArea, width: 9, unit: '㎡', ...bureau },
    { key: 'dedicatedFunds', header: '单位专项经费', aliases: ['专项经费'], type: moneyAmount, width: 13, unit: '万元', ...bureau },
    {
      key: 'namingDocument',
      group: naming,
      header: '文号',
      aliases: ['命名文号'],
      type: lineOfText('命名文件的发文字号。', 'center'),
      width: 13,
      ...bureau,
    },
    { key: 'namedOn', group: naming, header: '日期', aliases: ['命名日期'], type: calendarDate, width: 11, ...bureau },
    { key: 'meetingOn', group: meeting, header: '日期', aliases: ['会议日期'], type: calendarDate, width: 11, ...bureau },
    {
      key: 'minutesNumber',
      group: meeting,
      header: '纪要号',
      aliases: ['会议纪要号'],
      type: lineOfText('党组会议纪要的编号。', 'center'),
      width: 13,
      ...bureau,
    },
    { ...letterNumberColumn, ...bureau },
    { key: 'cycleFrom', group: letterGroup, header: '周期起', aliases: ['起始日期', '周期开始'], type: calendarDate, width: 11, ...bureau },
    { key: 'cycleTo', group: letterGroup, header: '周期止', aliases: ['截止日期', '周期结束'], type: calendarDate, width: 11, ...bureau },
    { key: 'sentOn', header: '报送日期', type: calendarDate, width: 11, ...bureau },
    { key: 'endedOn', group: ended, header: '日期', aliases: ['终止日期', '撤销日期'], type: calendarDate, width: 11, ...bureau },
    {
      key: 'endKind',
      group: ended,
      header: '情形',
      type: choice<TitleEnd>(titleEndLabels, { revoked: ['撤销命名'], ended: ['无过错终止'] }, '称号已不保留的填写。'),
      width: 6,
      ...bureau,
    },
    { key: 'endNumber', group: ended, header: '文号', type: lineOfText('撤销或终止文件的发文字号。', 'center'), width: 13, ...bureau },
    { key: 'endReason', group: ended, header: '原因', type: paragraph('撤销或终止的原因。'), width: 12, ...bureau },
    {
      key: 'filingNumber',
      group: filed,
      header: '备案号',
      aliases: ['编号', '号'],
      type: lineOfText('由区人力资源局填写。', 'center'),
      width: 13,
      ...hr,
    },
    { key: 'filedOn', group: filed, header: '备案日期', aliases: ['日期'], type: calendarDate, width: 11, ...hr },
    { key: 'remarks', header: '备注', type: paragraph('由区人力资源局填写；报送单位需要说明的，写在报送函中。'), width: 10, ...hr },
  ],
  complete(cells) {
    const { identity, remarks } = leadIdentity(cells);
    const { leadBirthDate: _birth, leadSex: _sex, memberCount, members, ...plain } = cells;
    if (memberCount !== undefined && members !== undefined && memberCount !== members.length) {
      const message = `团队人数写 ${memberCount} 人，成员姓名有 ${members.length} 个：请核对后更正其中一处。`;
      remarks.push({ field: 'members', severity: 'warning', message });
    }
    const team = members === undefined ? {} : { members: members.map((name) => ({ name })) };
    return { record: { ...plain, ...identity, ...team }, remarks: [...remarks, ...halfEnded(cells)] };
  },
  cellsOf(record) {
    const { leadBirthDate: birth, members, ...plain } = record;
    const team = members === undefined ? {} : { members: members.map(({ name }) => name), memberCount: members.length };
    return { ...plain, ...(birth === undefined ? {} : { leadBirthDate: wholeDate(birth) }), ...team };
  },
};

const endingFields = ['endedOn', 'endKind', 'endNumber', 'endReason'] as const;

/** How a title ended is told whole, or not at all. */
function halfEnded(cells: Readonly<Partial<FilingCells>>): readonly FieldRemark<FilingCells>[] {
  const missing = endingFields.filter((field) => cells[field] === undefined);
  if (missing.length === endingFields.length) return [];
  const message = '称号已终止的，日期、情形、文号、原因都要填写：请补填，或清空其余各栏。（《办法》第十九条、第二十条）';
  return missing.map((field) => ({ field, severity: 'error', message }));
}

/** The list of titles that are all held: how titles ended has no columns in it. */
export const filingOfHeld: typeof filing = { ...filing, columns: filing.columns.filter(({ group }) => group !== ended) };

/** Sets the rows of a filing list against the register. Its sender may change only what it owns: see the columns. */
export function compareFiling(
  rows: readonly ReadRow<FilingRecord>[],
  present: readonly PresentRecord<FilingRecord>[],
  sender: SeatKind,
): ComparedRow<FilingRecord>[] {
  return compareRecords(filing, rows, present, { suggestBy: ['studioName', 'hostUnit'], sender });
}
