import type { ReactNode } from 'react';
import type { StudioDetail } from '../../workflow/contract/studio.ts';
import { amountText } from '../frame/amount-text.ts';
import { PlainTable } from '../frame/plain-table.tsx';
import { FactRow } from './fact-row.tsx';

interface StudioCasesProps {
  readonly detail: StudioDetail;
  /** What may be done here. */
  readonly acts: ReactNode;
}

type Case = StudioDetail['cases'][number];
type Revocation = StudioDetail['revocations'][number];

/** Cases of 第二十条 with what was found, and revoked titles with what is to come back. */
export function StudioCases({ detail: { cases, proposals, revocations }, acts }: StudioCasesProps) {
  return (
    <>
      <section className="panel">
        <div className="row spread">
          <h2>问题线索与撤销</h2>
          {acts}
        </div>
        {cases.length === 0 && revocations.length === 0 && proposals.length === 0 && (
          <p className="faint">没有问题线索，也没有撤销过称号。</p>
        )}
        {proposals.map(({ proposedOn, reason }) => (
          <FactRow key={proposedOn} label="提请撤销">
            {proposedOn}：{reason}
          </FactRow>
        ))}
      </section>
      {cases.map((found) => (
        <CaseFacts key={found.number} found={found} />
      ))}
      {revocations.map((revocation) => (
        <RevocationFacts key={`${revocation.levelLabel} ${revocation.decidedOn}`} revocation={revocation} />
      ))}
    </>
  );
}

function CaseFacts({ found }: { readonly found: Case }) {
  const { verification } = found;
  return (
    <section className="panel">
      <h2>
        第 {found.number} 号线索　{found.kindLabel}：{found.stateLabel}
      </h2>
      <FactRow label="发现">
        {found.foundOn}，{found.foundHow}
      </FactRow>
      <FactRow label="反映的事实">{found.facts}</FactRow>
      {verification !== null && (
        <>
          <FactRow label="查核">
            {verification.verifiedOn}，{verification.verifiedBy}
          </FactRow>
          <FactRow label="查明的事实">{verification.findings}</FactRow>
          <FactRow label="证据">{verification.evidence.join('；')}</FactRow>
          {verification.impact !== null && <FactRow label="影响">{verification.impact}</FactRow>}
          {verification.statement !== null && <FactRow label="陈述">{verification.statement}</FactRow>}
        </>
      )}
      {found.circulars.map(({ number, department, issuedOn, people, sanctions }) => (
        <FactRow key={number} label="通报批评">
          {number}（{department}，{issuedOn}）：{people}
          {sanctions === null ? '' : `；处分：${sanctions}`}
        </FactRow>
      ))}
    </section>
  );
}

function RevocationFacts({ revocation }: { readonly revocation: Revocation }) {
  const { reclaimAmount, reclaimed, payments } = revocation;
  return (
    <section className="panel">
      <h2>
        撤销{revocation.levelLabel}称号　{revocation.number}
      </h2>
      <FactRow label="决定">
        {revocation.decidedOn}，{revocation.department}，{revocation.minutes}
      </FactRow>
      <FactRow label="依据">{revocation.groundLabel}</FactRow>
      <FactRow label="理由">{revocation.reason}</FactRow>
      {revocation.otherTitle !== null && <FactRow label="另一级称号">{revocation.otherTitle}</FactRow>}
      <FactRow label="牌匾">
        {revocation.plaqueReturnedOn === null
          ? '尚未交回'
          : `${revocation.plaqueReturnedOn} 交回，${revocation.plaqueReceivedBy ?? ''} 接收`}
      </FactRow>
      <FactRow label="收回资助">
        应收回 {amountText(reclaimAmount)} 元，已收回 {amountText(reclaimed)} 元
        {revocation.reclaimReason === null ? '' : `（${revocation.reclaimReason}）`}
      </FactRow>
      {payments.length > 0 && (
        <PlainTable
          rows={payments}
          rowKey={({ voucher }) => voucher}
          empty=""
          columns={[
            { title: '到账日期', width: 130, render: ({ paidOn }) => paidOn },
            { title: '凭证号', render: ({ voucher }) => voucher },
            { title: '金额（元）', width: 130, figures: true, render: ({ amount }) => amountText(amount) },
          ]}
        />
      )}
    </section>
  );
}
