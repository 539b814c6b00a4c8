import { Empty } from 'antd';
import { moneyText } from '../../policy/money.ts';
import type { RoundEntryView } from '../../workflow/contract/round.ts';
import type { StudioDetail } from '../../workflow/contract/studio.ts';
import { PlaceLink } from '../frame/place-link.tsx';
import { FactRow } from './fact-row.tsx';

/** The studio's part in every district round. 第十二条. */
export function StudioRounds({ detail: { rounds } }: { readonly detail: StudioDetail }) {
  if (rounds.length === 0) return <Empty description="没有参加过区级评选" />;
  return rounds.map((entry) => (
    <section key={`${entry.year} ${entry.appliedOn}`} className="panel">
      <div className="row spread">
        <h2>
          {entry.year} 年区级评选：{entry.stepLabel}
        </h2>
        <PlaceLink to={{ screen: 'round', year: String(entry.year) }}>看整个评选</PlaceLink>
      </div>
      {factsOf(entry).map(({ label, text }) => (
        <FactRow key={label} label={label}>
          {text}
        </FactRow>
      ))}
    </section>
  ));
}

/** What the round recorded of a studio, step by step. */
function factsOf(entry: RoundEntryView): readonly { readonly label: string; readonly text: string }[] {
  const { recommendation, inspection, shortlist, approval, notice, award, grant } = entry;
  return [
    {
      label: '申请',
      text: `${entry.appliedOn}，单位 ${entry.unitAgreedOn} 同意${entry.unitOpinion === null ? '' : `：${entry.unitOpinion}`}`,
    },
    ...(recommendation === null
      ? []
      : [{ label: '推荐', text: `${recommendation.onDate}，第 ${recommendation.rank} 名：${recommendation.reason}` }]),
    ...(inspection === null
      ? []
      : [
          {
            label: '考察',
            text: `${inspection.onDate}，${inspection.inspectors}，${inspection.passed ? '通过' : '不通过'}${inspection.opinion === null ? '' : `：${inspection.opinion}`}`,
          },
        ]),
    ...(entry.average === null ? [] : [{ label: '专家评审', text: `平均 ${entry.average} 分` }]),
    ...(shortlist === null
      ? []
      : [{ label: '拟入围', text: `${shortlist.onDate}${shortlist.place === null ? '' : `，第 ${shortlist.place} 名`}` }]),
    ...(approval === null ? [] : [{ label: '审定', text: `${approval.onDate}，${approval.decisionLabel}，${approval.minutes ?? ''}` }]),
    ...(notice === null ? [] : [{ label: '公示', text: `${notice.firstDay} 至 ${notice.lastDay}，${notice.number}` }]),
    ...entry.objections.map(({ number, receivedOn, objector, content, outcomeLabel, finding }) => ({
      label: `异议 ${number}`,
      text: `${receivedOn}，${objector}：${content}。${outcomeLabel === null ? '尚未办结' : `${outcomeLabel}：${finding ?? ''}`}`,
    })),
    ...(award === null ? [] : [{ label: '授牌', text: `${award.onDate}，${award.number ?? ''}` }]),
    ...(grant === null
      ? []
      : [
          {
            label: '资助',
            text: `${grant.natureLabel}，${moneyText(grant.amount)}，${grant.number}。${grant.payments.map(({ paidOn, amount }) => `${paidOn} 发放 ${moneyText(amount)}`).join('；')}`,
          },
        ]),
    ...(entry.endedOn === null ? [] : [{ label: '退出', text: `${entry.endedOn}：${entry.endReason ?? ''}` }]),
  ];
}
