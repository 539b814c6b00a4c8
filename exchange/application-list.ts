import type { ApplicationRecord } from './application-record.ts';
import { birthDate } from './cell-types/birth-date.ts';
import { calendarDate } from './cell-types/calendar-date.ts';
import { type ClaimedGrounds, claimedGrounds } from './cell-types/claims.ts';
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
import { type LeadCells, leadIdentity, wholeDate } from './lead-identity.ts';
import type { ReadResult, ReadRow } from './read-result.ts';
import { readWorkbook } from './read-workbook.ts';
import type { WorkbookKind } from './workbook-kind.ts';

/** What each cell of an application list means by itself. */
export interface ApplicationCells extends LeadCells, Omit<ApplicationRecord, keyof LeadCells | 'leadQualifications' | 'leadUnclearClaims'> {
  readonly leadQualifications: ClaimedGrounds;
}

const lead = '领办人';

/** 申报汇总表: many applications in one sheet. 第十一条第一项. */
export const applicationList: WorkbookKind<'application-list', ApplicationCells, ApplicationRecord> = {
  id: 'application-list',
  title: '申报汇总表',
  schemaVersion: 1,
  schemaSince: '0.1.0',
  groupAliases: { [lead]: ['主持人', '领衔人', '领军人', '负责人', '首席名师'] },
  studio: 'studioName',
  distinct: ['leadIdNumber', 'studioName'],
  sameNameWarning: 'leadName',
  columns: [
    {
      key: 'studioName',
      header: '工作室名称',
      aliases: ['名师工作室名称', '工作室', '名称', '工作室全称', '申报工作室名称', '申报工作室'],
      type: lineOfText('写全称：领办人姓名＋专业特色＋名师工作室。'),
      width: 26,
      required: true,
    },
    {
      key: 'sector',
      header: '领域',
      aliases: ['所属领域', '系统', '所属系统', '行业', '行业领域', '申报领域', '领域类别'],
      type: sectorName,
      width: 6,
    },
    // The lead's ID number is required because it is the person: without it a list imported twice would make two of everybody.
    {
      key: 'leadName',
      group: lead,
      header: '姓名',
      aliases: ['名字', '领办人', '主持人', '领衔人'],
      type: personName,
      width: 9,
      required: true,
    },
    { key: 'leadSex', group: lead, header: '性别', type: sexChoice, width: 5 },
    {
      key: 'leadBirthDate',
      group: lead,
      header: '出生年月',
      aliases: ['出生日期', '出生年月日', '生日', '出生时间'],
      type: birthDate,
      width: 11,
    },
    {
      key: 'leadIdNumber',
      group: lead,
      header: '身份证号',
      aliases: ['身份证号码', '身份证', '公民身份号码', '居民身份证号', '居民身份证号码', '证件号码', '证件号'],
      type: idNumberText,
      width: 20,
      required: true,
    },
    {
      key: 'leadTitle',
      group: lead,
      header: '职称',
      aliases: ['专业技术职务', '专业技术职称', '职业资格', '职称职务', '职务职称', '专业技术资格', '技术职称', '职称职业资格'],
      type: lineOfText('写现任职称或职业资格。', 'center'),
      width: 11,
    },
    {
      key: 'leadQualifications',
      group: lead,
      header: '资格依据',
      aliases: ['资格条件', '荣誉称号', '主要荣誉', '符合条件', '申报依据', '荣誉及资格依据', '获奖及荣誉', '符合的资格条件'],
      type: claimedGrounds,
      width: 28,
    },
    {
      key: 'leadPhone',
      group: lead,
      header: '联系电话',
      aliases: ['电话', '手机', '手机号', '手机号码', '联系方式', '电话号码'],
      type: phoneNumber,
      width: 14,
    },
    {
      key: 'hostUnit',
      header: '所在单位',
      aliases: ['依托单位', '单位名称', '工作单位', '单位', '建设单位', '所在单位名称', '依托单位名称', '申报单位'],
      type: lineOfText('写单位全称。'),
      width: 20,
    },
    { key: 'hostUnitKind', header: '单位性质', aliases: ['单位类型', '单位类别', '性质'], type: hostUnitKind, width: 9 },
    {
      key: 'members',
      header: '团队成员',
      aliases: ['成员', '成员姓名', '团队成员姓名', '成员名单', '团队成员名单', '工作室成员', '名师团队'],
      type: memberNames,
      width: 24,
    },
    {
      key: 'traineeCount',
      header: '学员人数',
      aliases: ['学员数', '固定学员', '固定学员人数', '学员'],
      type: wholeNumber('人', '有固定学员的填人数，没有的不填。'),
      width: 9,
      unit: '人',
    },
    {
      key: 'trainingAudience',
      header: '培训对象',
      aliases: ['培训对象范围', '培养对象', '学员或培训对象'],
      type: lineOfText('没有固定学员的，写明培训对象。'),
      width: 16,
    },
    {
      key: 'area',
      header: '场所面积',
      aliases: ['面积', '工作室面积', '场地面积', '场所面积平方米', '建筑面积', '使用面积'],
      type: floorArea,
      width: 9,
      unit: '㎡',
    },
    {
      key: 'dedicatedFunds',
      header: '单位专项经费',
      aliases: ['专项经费', '单位配套经费', '配套经费', '经费', '单位安排专项经费', '经费保障', '年度专项经费', '单位经费'],
      type: moneyAmount,
      width: 13,
      unit: '万元',
    },
    {
      key: 'unitOpinion',
      header: '单位推荐意见',
      aliases: ['推荐意见', '所在单位意见', '单位意见', '所在单位推荐意见'],
      type: paragraph('写所在单位的审核和推荐意见。'),
      width: 20,
    },
    { key: 'appliedOn', header: '申报日期', aliases: ['申请日期', '申报时间', '申请时间', '填报日期'], type: calendarDate, width: 11 },
    {
      key: 'remarks',
      header: '备注',
      aliases: ['说明', '备注说明', '情况说明', '特殊情况说明'],
      type: paragraph('特殊情况在此说明。'),
      width: 16,
    },
  ],
  complete(cells) {
    const { identity, remarks } = leadIdentity(cells);
    const { leadBirthDate: _birth, leadSex: _sex, leadQualifications: claims, ...plain } = cells;
    const grounds = claims === undefined ? {} : { leadQualifications: claims.qualifications, leadUnclearClaims: claims.unclear };
    return { record: { ...plain, ...identity, ...grounds }, remarks };
  },
  cellsOf(record) {
    const { leadBirthDate: birth, leadQualifications: qualifications, leadUnclearClaims: unclear, ...plain } = record;
    const claims =
      qualifications === undefined && unclear === undefined
        ? {}
        : { leadQualifications: { qualifications: qualifications ?? [], unclear: unclear ?? [] } };
    return { ...plain, ...(birth === undefined ? {} : { leadBirthDate: wholeDate(birth) }), ...claims };
  },
};

/**
 * Reads an application list somebody sent. Rows keep their order; a row with errors says so cell by cell. Throws a Refusal when
 * the file cannot be read or is no application list.
 */
export function readApplicationList(bytes: Uint8Array, fileName: string): Promise<ReadResult<'application-list', ApplicationRecord>> {
  return readWorkbook(applicationList, bytes, fileName);
}

/** Sets the rows of an application list against the studios in the register. */
export function compareApplications(
  rows: readonly ReadRow<ApplicationRecord>[],
  present: readonly PresentRecord<ApplicationRecord>[],
): ComparedRow<ApplicationRecord>[] {
  return compareRecords(applicationList, rows, present, { suggestBy: ['studioName', 'hostUnit'] });
}
