import type { FilingEntry } from '../exchange/filing-record.ts';
import { plainDate } from '../policy/plain-date.ts';
import { idNumberOf } from '../test/exchange/sample-rows.ts';

/** Studios as a bureau files them, every column filled in, each with two members. */
export function filingEntries(count: number): FilingEntry[] {
  return Array.from({ length: count }, (_, index): FilingEntry => {
    const name = `尉迟${String.fromCodePoint(0x4e00 + (index % 15_000))}${'甲乙丙丁戊己庚'[Math.floor(index / 15_000)] ?? ''}`;
    return {
      recordId: `01991000-0000-7000-8000-${String(index).padStart(12, '0')}`,
      record: {
        sector: '教育',
        studioName: `${name}小学数学名师工作室`,
        leadName: name,
        leadSex: 'male',
        leadBirthDate: plainDate('1971-12-31'),
        leadIdNumber: idNumberOf('19711231', (index % 499) * 2 + 1),
        leadTitle: '正高级教师',
        leadPhone: `138${String(index).padStart(8, '0')}`,
        hostUnit: `武昌区第${(index % 200) + 1}小学`,
        hostUnitKind: 'public-institution',
        members: [
          { name: '冉星河', sex: 'male', birthDate: plainDate('1988-02-29'), title: '一级教师' },
          { name: '詹静好', sex: 'female', birthDate: plainDate('1990-01-01'), title: '二级教师' },
        ],
        trainingAudience: '小学数学青年教师',
        area: 66.5 + (index % 40),
        dedicatedFunds: 3_500_000 + (index % 100) * 10_000,
        namingDocument: `武昌教名〔2026〕${index + 1}号`,
        namedOn: plainDate('2026-08-20'),
        meetingOn: plainDate('2026-08-18'),
        minutesNumber: '武昌教党纪〔2026〕8号',
        letterNumber: `武昌教承〔2026〕${index + 1}号`,
        cycleFrom: plainDate('2026-09-01'),
        cycleTo: plainDate('2028-08-31'),
        sentOn: plainDate('2026-09-05'),
        filingNumber: `武昌人资备〔2026〕${index + 1}号`,
        filedOn: plainDate('2026-09-06'),
        remarks: '材料齐全',
      },
    };
  });
}
