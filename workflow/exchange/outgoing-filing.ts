import { filing } from '../../exchange/filing.ts';
import { writeFiling } from '../../exchange/write-filing.ts';
import { article } from '../../policy/article.ts';
import { Refusal } from '../../policy/refusal.ts';
import { filingEntries } from './filing-entries.ts';
import { type Outgoing, senderOf } from './outgoing.ts';

const place = article(11, 3);

/** 备案汇总表: the in-system studios this bureau named in a year. Refused for a year without any. 第十一条第三项. */
export const outgoingFiling: Outgoing = {
  id: filing.id,
  title: filing.title,
  summary: '把本部门命名的系统内名师工作室汇总成表，报区人力资源局备案；打印盖章后，连同电子文件一并报送。',
  article: place,
  powers: ['sector-bureau'],
  about: 'year',
  counted: '个工作室',
  async write(context, { year }) {
    const { seat } = context;
    const entries = filingEntries(context, year);
    if (entries.length === 0)
      throw new Refusal(`无法导出备案汇总表：${seat.name}在 ${year} 年没有命名工作室。请核对年度，或先办理命名。`, place);
    const written = await writeFiling(entries, { ...senderOf(context), sector: seat.sectors.join('、'), year });
    return { ...written, rows: entries.length };
  },
};
