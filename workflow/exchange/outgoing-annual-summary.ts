import { annualSummaryId, writeAnnualSummary } from '../../exchange/annual-summary.ts';
import { article } from '../../policy/article.ts';
import { plainDate } from '../../policy/plain-date.ts';
import { Refusal } from '../../policy/refusal.ts';
import { type Outgoing, senderOf } from './outgoing.ts';
import { yearTables } from './year-tables.ts';

const place = article(16);

/** 年度汇总表 of the HR bureau for the district: studios, grades, tasks and money of a year, with charts. 第十六条. */
export const outgoingAnnualSummary: Outgoing = {
  id: annualSummaryId,
  title: '年度汇总表',
  summary: '报区委、区政府：按领域、级别、等次、任务完成和经费汇总一年的情况，附图表；只供报送，不能导入。',
  article: place,
  powers: ['hr-bureau'],
  about: 'year',
  counted: '张汇总',
  async write(context, { year }) {
    const { today } = context;
    const from = plainDate(`${year}-01-01`);
    if (from > today) throw new Refusal(`无法导出年度汇总表：${year} 年还没有开始。请核对年度。`, place);
    const yearEnd = plainDate(`${year}-12-31`);
    const tables = yearTables(context, { from, to: yearEnd < today ? yearEnd : today });
    return { ...(await writeAnnualSummary(year, tables, senderOf(context))), rows: tables.length };
  },
};
