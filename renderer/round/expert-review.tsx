import { Alert } from 'antd';
import type { ReactNode } from 'react';
import type { RoundView } from '../../workflow/contract/round.ts';
import { type Column, PlainTable } from '../frame/plain-table.tsx';
import { candidates } from './round-course.ts';

type Entry = RoundView['entries'][number];

interface ExpertReviewProps {
  readonly round: RoundView;
  readonly renderActs: (entry: Entry) => ReactNode;
}

/** The sheet the experts score by, the experts, and their totals for every studio with average and place. 第十二条第三项. */
export function ExpertReview({ round, renderActs }: ExpertReviewProps) {
  const { criteria, experts, ranking, pending, dropsExtremes } = round;
  const reviewed = candidates(round).filter(({ inspection }) => inspection === null || inspection.passed);
  const scores: readonly Column<Entry>[] = experts.map(({ name }) => ({
    title: name,
    width: 90,
    render: (entry) => <ExpertScore entry={entry} expert={name} />,
  }));
  return (
    <>
      {pending !== null && <Alert className="notice" type="info" title={pending} />}
      <h3 className="round-part">评分{dropsExtremes && <span className="faint">（平均分去掉一个最高分和一个最低分）</span>}</h3>
      <PlainTable<Entry>
        rows={reviewed}
        rowKey={({ studioId, appliedOn }) => `${studioId} ${appliedOn}`}
        empty="还没有推荐的工作室"
        columns={[
          { title: '工作室', render: ({ studio }) => studio },
          ...scores,
          { title: '平均分', width: 80, render: ({ average }) => average },
          { title: '名次', width: 60, render: ({ studio }) => ranking.find(({ studios }) => studios.includes(studio))?.place },
          { title: '办理', width: 232, render: renderActs },
        ]}
      />
      <div className="round-review">
        <div>
          <h3 className="round-part">评分表</h3>
          <PlainTable
            rows={criteria}
            rowKey={({ code }) => code}
            empty="还没有制定专家评分表"
            columns={[
              { title: '编号', width: 60, render: ({ code }) => code },
              { title: '指标', render: ({ title }) => title },
              { title: '分值', width: 70, render: ({ points }) => points },
              { title: '权重', width: 70, render: ({ weight }) => weight },
            ]}
          />
        </div>
        <div>
          <h3 className="round-part">专家</h3>
          <PlainTable
            rows={experts}
            rowKey={({ name }) => name}
            empty="还没有登记专家"
            columns={[
              { title: '姓名', width: 90, render: ({ name }) => name },
              {
                title: '单位和职称',
                render: ({ employer, professionalTitle }) => [employer, professionalTitle ?? ''].filter((text) => text !== '').join('，'),
              },
              { title: '回避声明', width: 105, render: ({ declaredOn }) => declaredOn },
              {
                title: '回避',
                render: ({ conflicts }) => conflicts.map(({ studio, reason }) => <div key={studio}>{`${studio}：${reason}`}</div>),
              },
            ]}
          />
        </div>
      </div>
    </>
  );
}

function ExpertScore({ entry, expert }: { readonly entry: Entry; readonly expert: string }) {
  const sheet = entry.scores.find((score) => score.expert === expert);
  if (sheet === undefined) return null;
  if (sheet.conflict !== null)
    return (
      <span className="faint" title={sheet.conflict}>
        回避
      </span>
    );
  return sheet.total ?? <span className="faint">未评</span>;
}
