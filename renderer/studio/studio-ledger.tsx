import { Empty } from 'antd';
import type { ReactNode } from 'react';
import type { ActivityView } from '../../workflow/contract/ledger.ts';
import type { StudioDetail } from '../../workflow/contract/studio.ts';
import { PlainTable } from '../frame/plain-table.tsx';

interface StudioLedgerProps {
  readonly detail: StudioDetail;
  /** What may be recorded here. */
  readonly acts: ReactNode;
}

type Task = StudioDetail['letters'][number]['tasks'][number];

/** The activity ledger: each task against its target by year, and every activity that counts towards it. 第九条. */
export function StudioLedger({ detail, acts }: StudioLedgerProps) {
  const letter = detail.letters.at(-1);
  if (letter === undefined) return <Empty description="签订任务承诺书后，按任务登记活动" />;
  const years = letter.tasks[0]?.ledger.years.map(({ year }) => year) ?? [];
  return (
    <>
      <section className="panel">
        <div className="row spread">
          <h2>
            各项任务完成情况　{letter.cycleFrom} 至 {letter.cycleTo}
          </h2>
          {acts}
        </div>
        <PlainTable<Task>
          rows={letter.tasks}
          rowKey={({ id }) => id}
          empty=""
          columns={[
            { title: '编号', width: 60, render: ({ code }) => code },
            { title: '任务', render: ({ title }) => title },
            ...years.map((year) => ({
              title: `第 ${year} 年`,
              width: 150,
              render: (task: Task) => <Reached sum={task.ledger.years.find((each) => each.year === year)} unit={task.unit} />,
            })),
            { title: '本周期', width: 190, render: ({ ledger, unit }) => <CycleBar sum={ledger.cycle} unit={unit} /> },
          ]}
        />
      </section>
      <section className="panel">
        <h2>活动记录</h2>
        <PlainTable<ActivityView>
          rows={detail.activities.toReversed()}
          rowKey={({ sequence }) => String(sequence)}
          empty="还没有登记活动"
          columns={[
            { title: '序号', width: 60, render: ({ sequence }) => sequence },
            { title: '日期', width: 105, render: ({ date }) => date },
            { title: '任务', width: 130, render: ({ taskCode, taskTitle }) => `${taskCode} ${taskTitle}` },
            { title: '活动', render: ActivityTitle },
            { title: '数量', width: 100, render: ({ amount, unit }) => `${amount} ${unit}` },
            {
              title: '佐证',
              width: 220,
              render: ({ evidence, attachment }) => (attachment === null ? evidence : `${evidence}（附件：${attachment}）`),
            },
          ]}
        />
      </section>
    </>
  );
}

type Sum = Task['ledger']['cycle'];

function Reached({ sum, unit }: { readonly sum: Sum | undefined; readonly unit: string }) {
  if (sum === undefined) return null;
  return <span className={sum.target > 0 && sum.sum >= sum.target ? 'on-target' : ''}>{`${sum.sum} / ${sum.target} ${unit}`}</span>;
}

function CycleBar({ sum, unit }: { readonly sum: Sum; readonly unit: string }) {
  return (
    <>
      <Reached sum={sum} unit={unit} />
      {sum.share !== null && <progress className="ledger-share" max={1} value={Math.min(1, sum.share)} aria-label="完成比例" />}
    </>
  );
}

/** What the activity was, and where a row takes back or replaces another, which and why. */
function ActivityTitle({ title, levelLabel, reverses, replaces, reversed, reason }: ActivityView) {
  return (
    <>
      <span className={reversed ? 'reversed' : ''}>
        {title}
        {levelLabel !== null && <span className="faint">（{levelLabel}）</span>}
      </span>
      {reverses !== null && (
        <div className="faint">
          冲销第 {reverses} 项{reason !== null && `：${reason}`}
        </div>
      )}
      {replaces !== null && <div className="faint">更正第 {replaces} 项</div>}
      {reversed && <div className="faint">已冲销</div>}
    </>
  );
}
