import { Input } from 'antd';
import { type ReactNode, useState } from 'react';
import type { FundStatementView, StudioFundsView } from '../../workflow/contract/funds.ts';
import type { StudioDetail } from '../../workflow/contract/studio.ts';
import { FailureNotice } from '../connection/failure-notice.tsx';
import { useAnswer } from '../connection/use-answer.ts';
import { amountText } from '../frame/amount-text.ts';
import { PlainTable } from '../frame/plain-table.tsx';

interface StudioFundsProps {
  readonly detail: StudioDetail;
  readonly today: string;
  /** What may be recorded here. */
  readonly acts: ReactNode;
}

/** The money of a studio: its account, a statement of any period, and every entry with the balance after it. 第十八条. */
export function StudioFunds({ detail, today, acts }: StudioFundsProps) {
  const { accounts, balance, constructionSpent, entries } = detail.funds;
  return (
    <>
      <section className="panel">
        <div className="row spread">
          <h2>经费专户</h2>
          {acts}
        </div>
        <PlainTable
          rows={accounts}
          rowKey={({ openedOn, name }) => `${openedOn} ${name}`}
          empty="还没有开立专户"
          columns={[
            { title: '专户名称', render: ({ name }) => name },
            { title: '所在单位', render: ({ hostUnit }) => hostUnit },
            { title: '开户行及账号', render: ({ bank, accountNumber }) => [bank ?? '', accountNumber ?? ''].join(' ').trim() },
            {
              title: '起止',
              width: 210,
              render: ({ openedOn, closedOn, closeReason }) =>
                closedOn === null ? `${openedOn} 开立` : `${openedOn} 至 ${closedOn}（${closeReason ?? ''}）`,
            },
          ]}
        />
        {accounts.length > 0 && (
          <p className="funds-balance">
            余额 <strong className={balance < 0 ? 'short-of-target' : ''}>{amountText(balance)}</strong> 元
            <span className="faint">　已用于建设 {amountText(constructionSpent)} 元</span>
          </p>
        )}
      </section>
      {accounts.length > 0 && <Statement studioId={detail.studio.id} thisYear={detail.funds.thisYear} today={today} />}
      {accounts.length > 0 && <Entries entries={entries} />}
    </>
  );
}

interface StatementProps {
  readonly studioId: string;
  readonly thisYear: FundStatementView;
  readonly today: string;
}

/** Income by source, expenses by purpose and what went back, of a period that people choose: this year at first. */
function Statement({ studioId, thisYear, today }: StatementProps) {
  const [from, setFrom] = useState(thisYear.from);
  const [to, setTo] = useState(today);
  const given = from !== '' && to !== '';
  const asked = useAnswer('fundStatement', { studioId, from, to }, { enabled: given });
  const statement = asked.data ?? thisYear;
  return (
    <section className="panel">
      <div className="row spread">
        <h2>收支表</h2>
        <div className="row">
          <Input type="date" className="command-date" aria-label="起始日期" value={from} onChange={({ target }) => setFrom(target.value)} />
          至
          <Input type="date" className="command-date" aria-label="截止日期" value={to} onChange={({ target }) => setTo(target.value)} />
        </div>
      </div>
      <FailureNotice failure={asked.error} />
      <div className="funds-statement">
        <Lines title="收入" lines={statement.income} total={statement.totals.income} />
        <Lines title="支出" lines={statement.expenses} total={statement.totals.expenses} />
        <Lines title="退回" lines={statement.returns} total={statement.totals.returns} />
      </div>
      <p className="funds-balance">
        期初 {amountText(statement.opening)} 元　＋ 收入 {amountText(statement.totals.income)}　－ 支出{' '}
        {amountText(statement.totals.expenses)}　－ 退回 {amountText(statement.totals.returns)}　＝ 期末{' '}
        <strong>{amountText(statement.closing)}</strong> 元
      </p>
    </section>
  );
}

interface LinesProps {
  readonly title: string;
  readonly lines: FundStatementView['income'];
  readonly total: number;
}

function Lines({ title, lines, total }: LinesProps) {
  return (
    <PlainTable
      rows={[...lines, { key: 'total', label: '合计', amount: total }]}
      rowKey={({ key }) => key}
      empty=""
      columns={[
        { title, render: ({ label }) => label },
        { title: '金额（元）', width: 120, figures: true, render: ({ amount }) => amountText(amount) },
      ]}
    />
  );
}

type Entry = StudioFundsView['entries'][number];

function Entries({ entries }: { readonly entries: readonly Entry[] }) {
  return (
    <section className="panel">
      <h2>收支明细</h2>
      <PlainTable<Entry>
        rows={entries.toReversed()}
        rowKey={({ sequence }) => String(sequence)}
        empty="还没有收支"
        columns={[
          { title: '序号', width: 55, render: ({ sequence }) => sequence },
          { title: '日期', width: 105, render: ({ date }) => date },
          { title: '类别', width: 170, render: ({ kindLabel, item }) => [kindLabel, item].filter((text) => text !== '').join('：') },
          { title: '摘要与凭证', render: EntrySummary },
          { title: '对方', width: 140, render: ({ counterparty }) => counterparty },
          { title: '经手、签字、审核', width: 150, render: EntryPeople },
          { title: '收支（元）', width: 115, figures: true, render: ({ change }) => amountText(change) },
          { title: '余额（元）', width: 115, figures: true, render: ({ balance }) => amountText(balance) },
        ]}
      />
    </section>
  );
}

function EntrySummary({ summary, voucherNumber, overdraftReason, reverses, replaces, reversed, reason }: Entry) {
  return (
    <>
      <span className={reversed ? 'reversed' : ''}>{summary}</span>
      <div className="faint">凭证 {voucherNumber}</div>
      {overdraftReason !== null && <div className="faint">透支理由：{overdraftReason}</div>}
      {reverses !== null && (
        <div className="faint">
          红字冲销第 {reverses} 笔{reason !== null && `：${reason}`}
        </div>
      )}
      {replaces !== null && <div className="faint">更正第 {replaces} 笔</div>}
      {reversed && <div className="faint">已冲销</div>}
    </>
  );
}

function EntryPeople({ handler, signedBy, checkedBy }: Entry) {
  return [handler, signedBy, checkedBy].filter((name) => name !== null).join('、');
}
