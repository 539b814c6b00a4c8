import { Empty } from 'antd';
import type { StudioDetail } from '../../workflow/contract/studio.ts';
import { PlaceLink } from '../frame/place-link.tsx';
import { PlainTable } from '../frame/plain-table.tsx';

/** Commitment letters with their tasks: the codes by which assessment and rectification speak of them. 第九条. */
export function StudioLetters({ detail }: { readonly detail: StudioDetail }) {
  if (detail.letters.length === 0) return <Empty description="尚未签订任务承诺书" />;
  return detail.letters.map((letter) => (
    <section key={letter.id} className="panel">
      <div className="row spread">
        <h2>
          任务承诺书　{letter.cycleFrom} 至 {letter.cycleTo}
        </h2>
        <PlaceLink to={{ screen: 'documents', kind: 'commitment-letter', studioId: detail.studio.id }}>预览承诺书</PlaceLink>
      </div>
      <p className="faint">
        {letter.number}　{letter.signedOn === null ? '未签订' : `${letter.signedOn} 签订`}　一式 {letter.copies} 份
      </p>
      <PlainTable
        rows={letter.tasks}
        rowKey={({ id }) => id}
        empty=""
        columns={[
          { title: '编号', width: 60, render: ({ code }) => code },
          { title: '任务', render: ({ title }) => title },
          { title: '每年目标', width: 100, render: ({ yearlyTarget, unit }) => `${yearlyTarget} ${unit}` },
          { title: '佐证材料', render: ({ evidence }) => evidence },
          { title: '时间安排', width: 150, render: ({ schedule }) => schedule },
          { title: '降低目标的理由', width: 150, render: ({ loweredReason }) => loweredReason },
        ]}
      />
    </section>
  ));
}
