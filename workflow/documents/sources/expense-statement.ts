import { fundStatement, readFundAccounts } from '../../../db/queries/funds.ts';
import { article } from '../../../policy/article.ts';
import { incomeSourceLabels } from '../../../policy/funds/account.ts';
import { partsOf, plainDate } from '../../../policy/plain-date.ts';
import { Refusal } from '../../../policy/refusal.ts';
import { measuresBook } from '../../measures-book.ts';
import type { StudioSources } from '../document-source.ts';
import { parties } from './parties.ts';

const place = article(18);

/** 经费使用情况表: the account of a studio over a year, up to today in the present one. 第十八条. */
export const expenseStatementSources: StudioSources = {
  scope: 'studio',
  article: place,
  candidates: (tx, studio) => readFundAccounts(tx, studio.id).length > 0,
  source(tx, studio, { seat, today }, year) {
    // Of an account that was closed the statement still tells.
    const [account] = readFundAccounts(tx, studio.id);
    if (account === undefined) {
      throw new Refusal(`无法生成《经费使用情况表》：「${studio.name}」还没有经费专户。请先办理「开立经费专户」。`, place);
    }
    if (year > partsOf(today).year) {
      throw new Refusal(`无法生成《经费使用情况表》：${year} 年还没有到。请核对年度。`, place);
    }
    const yearEnd = plainDate(`${year}-12-31`);
    const period = { from: plainDate(`${year}-01-01`), to: yearEnd < today ? yearEnd : today };
    const { values } = measuresBook(tx).on(period.to);
    const { opening, income, expenses, returns } = fundStatement(tx, studio.id, period, values.expenseCategories.value);
    const bySource = (lines: typeof income) => lines.map(({ source, amount }) => ({ label: incomeSourceLabels[source], amount }));
    const { level: _level, sector: _sector, ...common } = parties(tx, studio, 'in-system', seat.id, today);
    const input = {
      ...common,
      account: { name: account.name, bank: account.bank, number: account.accountNumber },
      ...period,
      opening,
      income: bySource(income),
      expenses: expenses.map(({ label, amount }) => ({ label, amount })),
      ...(returns.every(({ amount }) => amount === 0) ? {} : { returns: bySource(returns) }),
      printedOn: today,
    };
    // Dated by its last day: made anew, it is of the same year.
    return { input, number: null, subjectId: null, issuedOn: period.to };
  },
};
