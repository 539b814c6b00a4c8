import { Empty } from 'antd';
import type { StudioDetail } from '../../workflow/contract/studio.ts';
import { PlaceLink } from '../frame/place-link.tsx';
import { PlainTable } from '../frame/plain-table.tsx';

/** Assessments task by task, and what had to be put right. 第十九条. */
export function StudioAssessments({ detail }: { readonly detail: StudioDetail }) {
  const { assessments, rectifications, studio } = detail;
  if (assessments.length === 0 && rectifications.length === 0) return <Empty description="尚无考核与整改" />;
  return (
    <>
      {assessments.map((assessment) => (
        <Assessment key={assessment.id} assessment={assessment} />
      ))}
      {rectifications.map((rectification) => (
        <Rectification key={rectification.id} rectification={rectification} studioId={studio.id} />
      ))}
    </>
  );
}

function Assessment({ assessment }: { readonly assessment: StudioDetail['assessments'][number] }) {
  return (
    <section className="panel">
      <h2>
        {assessment.kindLabel}（周期第 {assessment.cycleYear} 年）：{assessment.gradeLabel}
      </h2>
      <p className="faint">
        {assessment.assessedOn}　考核组：{assessment.assessors}
      </p>
      <PlainTable
        rows={assessment.items}
        rowKey={({ code }) => code}
        empty=""
        columns={[
          { title: '编号', width: 60, render: ({ code }) => code },
          { title: '任务', render: ({ title }) => title },
          { title: '目标', width: 110, render: ({ target, unit }) => `${target} ${unit}` },
          {
            title: '完成',
            width: 110,
            render: ({ actual, target, unit }) => <span className={actual < target ? 'short-of-target' : ''}>{`${actual} ${unit}`}</span>,
          },
          { title: '佐证', render: ({ evidence }) => evidence },
        ]}
      />
    </section>
  );
}

interface RectificationProps {
  readonly rectification: StudioDetail['rectifications'][number];
  readonly studioId: string;
}

function Rectification({ rectification, studioId }: RectificationProps) {
  return (
    <section className="panel">
      <div className="row spread">
        <h2>整改通知书　{rectification.number}</h2>
        <PlaceLink to={{ screen: 'documents', kind: 'rectification-notice', studioId }}>预览通知书</PlaceLink>
      </div>
      <p className="faint">
        {rectification.issuedOn} 发出，期限 {rectification.deadline}
      </p>
      <PlainTable
        rows={rectification.problems}
        rowKey={({ code }) => code}
        empty=""
        columns={[
          { title: '编号', width: 60, render: ({ code }) => code },
          { title: '问题', render: ({ problem }) => problem },
          { title: '目标', width: 80, render: ({ target }) => target },
          { title: '实际', width: 80, render: ({ actual }) => actual },
          { title: '整改措施', render: ({ measure }) => measure },
        ]}
      />
    </section>
  );
}
