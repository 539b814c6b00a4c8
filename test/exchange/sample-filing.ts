import type { FilingEntry, FilingHeader, FilingRecord } from '../../exchange/filing-record.ts';
import { plainDate } from '../../policy/plain-date.ts';
import { idNumberOf } from './sample-rows.ts';

function entry(order: number, record: Partial<FilingRecord>): FilingEntry {
  return {
    recordId: `01991000-0000-7000-8000-${String(order).padStart(12, '0')}`,
    record: {
      sector: '教育',
      leadTitle: '高级教师',
      leadPhone: `138000200${String(order).padStart(2, '0')}`,
      hostUnitKind: 'public-institution',
      namingDocument: `武昌教名〔2026〕${order}号`,
      namedOn: plainDate('2026-08-20'),
      meetingOn: plainDate('2026-08-18'),
      minutesNumber: '武昌教党纪〔2026〕8号',
      letterNumber: `武昌教承〔2026〕${order}号`,
      cycleFrom: plainDate('2026-09-01'),
      cycleTo: plainDate('2028-08-31'),
      ...record,
    },
  };
}

/** Studios as a bureau files them: complete, with gaps, filed already, and with text that wants to be a formula. */
export const sampleFiling: readonly FilingEntry[] = [
  entry(1, {
    studioName: '陈知远高中物理名师工作室',
    leadName: '陈知远',
    leadSex: 'male',
    leadBirthDate: plainDate('1971-12-31'),
    leadIdNumber: idNumberOf('19711231', 11),
    leadTitle: '正高级教师',
    hostUnit: '武昌区东湖高级中学',
    members: [
      { name: '冉星河', sex: 'male', birthDate: plainDate('1988-02-29'), title: '一级教师' },
      { name: '白一舟', sex: 'female', birthDate: plainDate('1990-01-01') },
      { name: '詹静好' },
    ],
    trainingAudience: '高中物理青年教师',
    area: 66.5,
    dedicatedFunds: 3_500_000,
  }),
  entry(2, {
    studioName: '王芳小学美术名师工作室',
    leadName: '王芳',
    leadSex: 'female',
    leadBirthDate: plainDate('1982-06-18'),
    leadIdNumber: idNumberOf('19820618', 16),
    hostUnit: '武昌区阅马场小学',
    members: [{ name: '赵清' }, { name: '孙和' }, { name: '卫青禾' }],
    trainingAudience: '小学美术青年教师',
    area: 56,
    dedicatedFunds: 2_000_000,
    filingNumber: '武昌人资备〔2026〕3号',
    filedOn: plainDate('2026-09-02'),
    remarks: '材料齐全',
  }),
  entry(3, {
    sector: '卫生',
    studioName: '黄柏青中医骨伤名师工作室',
    leadName: '黄柏青',
    leadSex: 'male',
    leadBirthDate: plainDate('1975-10-01'),
    leadIdNumber: idNumberOf('19751001', 31),
    leadTitle: '主任医师',
    hostUnit: '武昌区中医医院',
    hostUnitKind: 'enterprise',
    members: [{ name: '买买提·艾力' }, { name: '陆知行' }, { name: '钟意' }, { name: '孟书禾' }, { name: '祁明远' }],
    trainingAudience: '=HYPERLINK("http://example.invalid","基层中医")',
    area: 120,
    dedicatedFunds: 123_456,
  }),
  entry(4, {
    studioName: '欧阳澄高中英语名师工作室',
    leadName: '欧阳澄',
    leadIdNumber: idNumberOf('19800131', 18),
    hostUnit: '武昌区首义高级中学',
    members: [],
  }),
];

export const filingHeader: FilingHeader = {
  department: '区教育局',
  sector: '教育',
  year: 2026,
  filler: '何思齐',
  phone: '027-88000000',
  date: plainDate('2026-09-05'),
  measuresId: 'wuchang-2014',
};
