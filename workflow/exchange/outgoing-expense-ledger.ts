import { readFundAccounts, readFundEntries } from '../../db/queries/funds.ts';
import { readStudios } from '../../db/queries/studios.ts';
import { expenseLedger, writeExpenseLedger } from '../../exchange/expense-ledger.ts';
import { article } from '../../policy/article.ts';
import { levelInCharge } from '../../policy/funds/account.ts';
import { Refusal } from '../../policy/refusal.ts';
import { measuresBook } from '../measures-book.ts';
import { requireLevel } from '../powers.ts';
import { bookedEntry } from './booked-entry.ts';
import { type Outgoing, senderOf } from './outgoing.ts';

const place = article(18);

/** 经费台账 of one studio: what is booked this year, and rows for the host unit to go on. 第十八条. */
export const outgoingExpenseLedger: Outgoing = {
  id: expenseLedger.id,
  title: expenseLedger.title,
  summary: '发给所在单位填报专户收支，列出本年已入账的各笔，接着填写；填好后在「导入」中导入。',
  article: place,
  powers: ['sector-bureau', 'hr-bureau'],
  about: 'studio',
  counted: '笔',
  async write(context, { studioId, year }) {
    const { db, seat, today } = context;
    const [studio] = studioId === undefined ? [] : readStudios(db, [studioId]);
    if (studio === undefined) throw new Refusal('无法导出经费台账：没有这个工作室。请重新选择。', place);
    requireLevel('record-expense', levelInCharge(studio.designations), studio, seat);
    const [account] = readFundAccounts(db, studio.id);
    if (account === undefined) {
      throw new Refusal(`无法导出经费台账：「${studio.name}」还没有经费专户，收支无处可记。请先办理「开立经费专户」。`, place);
    }
    const entries = readFundEntries(db, studio.id);
    const listed = entries.filter(({ reverses, reversed, onDate }) => reverses === null && !reversed && onDate.startsWith(`${year}-`));
    const form = {
      studioId: studio.id,
      studio: studio.name,
      year,
      account: account.name,
      balance: entries.reduce((sum, { change }) => sum + change, 0),
      categories: measuresBook(db)
        .on(today)
        .values.expenseCategories.value.map(({ label }) => label),
      entries: listed.map((entry) => ({ recordId: entry.id, record: { studioName: studio.name, ...bookedEntry(entry) } })),
    };
    return { ...(await writeExpenseLedger(form, senderOf(context))), rows: listed.length };
  },
};
