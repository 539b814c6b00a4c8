import { writeExpenseLedger } from '../../exchange/expense-ledger.ts';
import { plainDate } from '../../policy/plain-date.ts';

const sender = {
  department: '区教育局',
  filler: '何思齐',
  phone: '027-88000000',
  date: plainDate('2026-08-10'),
  measuresId: 'wuchang-2014',
};
const day = plainDate('2026-08-10');

/** One workbook of each of these kinds, as long as real ones get. */
export async function sampleBooks(): Promise<Readonly<Record<string, Uint8Array>>> {
  const expense = await writeExpenseLedger(
    {
      studioId: '00000000-0000-7000-8000-000000000001',
      studio: '方予安小学语文名师工作室',
      year: 2026,
      account: '名师工作室专户',
      balance: 4_379_950,
      categories: ['工作室基础建设', '教育科研活动', '名师工作津贴', '团队成员和学员奖励', '工作室日常开支'],
      entries: Array.from({ length: 45 }, (_, index) => ({
        recordId: `id-${index}`,
        record: {
          studioName: '方予安小学语文名师工作室',
          kind: 'expense',
          amount: 123_456_789 + index,
          onDate: day,
          voucherNumber: `记-2026-08-${index + 1}`,
          summary: '区级公开课讲课费和学员资料印制费',
          category: '教育科研活动',
          counterparty: '武昌区示例图文印务有限公司',
          handler: '何思齐',
          signedBy: '方予安',
          signedOn: day,
          checkedBy: '单位财务科',
          checkedOn: day,
          overdraft: '先行垫付，九月拨款后补足',
        },
      })),
    },
    sender,
  );
  return { 'expense-ledger': expense.bytes };
}
