import { plainDateSchema } from '../../../workflow/contract/fields.ts';
import type { FundStatementView, StudioFundsView } from '../../../workflow/contract/funds.ts';
import type { DeskCommand } from '../desk-command.ts';
import { findStudio } from '../find-studio.ts';
import { UsageError } from '../usage-error.ts';

/** Fen as yuan with two decimals, as account books write them. */
function yuan(amount: number): string {
  return (amount / 100).toFixed(2);
}

function described(name: string, { accounts: [account] }: StudioFundsView, statement: FundStatementView): string {
  const lines = (title: string, rows: FundStatementView['income'], total: number) => [
    `${title}　${yuan(total)}`,
    ...rows.filter(({ amount }) => amount !== 0).map(({ label, amount }) => `  ${label}　${yuan(amount)}`),
  ];
  const { from, to, opening, income, expenses, returns, totals, closing } = statement;
  return [
    `${name}　${account === undefined ? '尚未开立经费专户' : `${account.hostUnit}「${account.name}」`}　${from} 至 ${to}　单位：元`,
    `期初余额　${yuan(opening)}`,
    ...lines('收入', income, totals.income),
    ...lines('支出', expenses, totals.expenses),
    ...lines('退回', returns, totals.returns),
    `期末余额　${yuan(closing)}`,
  ].join('\n');
}

/** The money of a studio over some days: what there was, what came, went and went back, what is left. */
export const funds: DeskCommand = {
  name: 'funds',
  usage: '工作室名称 [--from 日期] [--to 日期]',
  summary: '列出经费专户一段时间的收支：期初、各来源收入、各用途支出、退回、期末。',
  needsRegister: true,
  options: {
    from: { value: '日期', help: '从哪一天起，不写为今年 1 月 1 日' },
    to: { value: '日期', help: '到哪一天止，不写为今年 12 月 31 日' },
  },
  async run(workflow, given) {
    const [wanted] = given.words;
    if (wanted === undefined) throw new UsageError('缺少工作室名称，例如 desk funds 工作室名称 --from 2026-01-01 --to 2026-06-30。');
    const { id: studioId, name } = await findStudio(workflow, wanted);
    const { today } = await workflow.session({});
    const year = today.slice(0, 4);
    const [from, to] = [given.text('from') ?? `${year}-01-01`, given.text('to') ?? `${year}-12-31`];
    for (const day of [from, to]) {
      if (!plainDateSchema.safeParse(day).success) throw new UsageError(`日期「${day}」应是存在的日子，写成 2026-06-30 的样子。`);
    }
    const statement = await workflow.fundStatement({ studioId, from, to });
    const { funds: account } = await workflow.showStudio({ studioId });
    return { json: statement, text: described(name, account, statement) };
  },
};
