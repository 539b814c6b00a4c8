import { yuan } from '../../policy/money.ts';
import { plainDate } from '../../policy/plain-date.ts';
import type { DocumentInput } from '../../templates/document-kinds.ts';
import { grantNoticeOf } from './round-samples.ts';

/** So many grants: paid, paid in part and not yet, with an account and without. */
export function grantTableOf(studioCount: number): DocumentInput<'grant-table'> {
  const { measures, department, studios } = grantNoticeOf(studioCount);
  return {
    period: '2026年度',
    measures,
    department,
    studios: studios.map(({ amount, ...studio }, index) => ({
      ...studio,
      approved: amount,
      ...(index % 3 === 2
        ? {}
        : { account: { name: studio.hostUnit, bank: '武汉农村商业银行武昌支行', number: '4201000000000000001' }, spent: yuan(36_200.4) }),
      ...(index % 3 === 1 ? {} : { paid: index % 3 === 0 ? amount : yuan(20_000.05) }),
    })),
    printedOn: plainDate('2026-12-20'),
  };
}

/** A statement with so many categories of expenses. */
export function expenseStatementOf(categoryCount: number): DocumentInput<'expense-statement'> {
  const categories = ['工作室基础建设', '教育科研活动', '名师工作津贴', '团队成员和学员奖励', '日常开支', '其他'];
  return {
    studio: '龘頔翀小学数学名师工作室',
    measures: { title: '武昌区名师工作室建设管理办法', documentNumber: '武昌人才办〔2014〕2号' },
    department: '武汉市武昌区教育局',
    hostUnit: '武汉市武昌区示范路小学',
    lead: '龘頔翀',
    account: { name: '武汉市武昌区示范路小学名师工作室专户', bank: '武汉农村商业银行武昌支行', number: '4201000000000000001' },
    from: plainDate('2026-01-01'),
    to: plainDate('2026-12-31'),
    opening: yuan(1_250.5),
    income: [
      { label: '所在单位', amount: yuan(30_000) },
      { label: '行业主管部门', amount: yuan(20_000) },
      { label: '区财政资助', amount: yuan(50_000) },
    ],
    expenses: Array.from({ length: categoryCount }, (_, index) => ({
      label: categories[index % categories.length] ?? '其他',
      amount: yuan(1_000.25 * (index + 1)),
    })),
    ...(categoryCount < 6 ? {} : { returns: ['所在单位', '行业主管部门', '区财政资助'].map((label) => ({ label, amount: yuan(100) })) }),
    printedOn: plainDate('2027-01-08'),
  };
}
