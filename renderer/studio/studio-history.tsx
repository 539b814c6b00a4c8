import type { ReactNode } from 'react';
import type { StudioDetail } from '../../workflow/contract/studio.ts';
import { PlainTable } from '../frame/plain-table.tsx';

interface StudioHistoryProps {
  readonly detail: StudioDetail;
  /** What may be changed here. */
  readonly acts: ReactNode;
}

/** What changed in the studio and what was corrected, with both values; and who did what to its record, out of the audit log. */
export function StudioHistory({ detail, acts }: StudioHistoryProps) {
  return (
    <>
      <section className="panel">
        <div className="row spread">
          <h2>变更与更正</h2>
          {acts}
        </div>
        <PlainTable
          rows={detail.changes.toReversed()}
          rowKey={({ number }) => String(number)}
          empty="没有变更和更正"
          columns={[
            { title: '日期', width: 105, render: ({ onDate }) => onDate },
            { title: '事项', width: 160, render: ({ kindLabel, field }) => [kindLabel, field].filter((text) => text !== '').join('：') },
            { title: '原为', render: ({ before }) => before },
            { title: '改为', render: ({ after }) => after },
            {
              title: '理由与依据',
              render: ({ reason, papers, approver }) => (
                <>
                  {reason}
                  {papers.map(({ label, value }) => (
                    <div key={label} className="faint">
                      {label}：{value}
                    </div>
                  ))}
                  {approver !== null && <div className="faint">批准或更正人：{approver}</div>}
                </>
              ),
            },
            { title: '部门', width: 130, render: ({ department }) => department },
          ]}
        />
      </section>
      <section className="panel">
        <h2>办理记录</h2>
        <PlainTable
          rows={detail.history.toSorted((left, right) => right.at.localeCompare(left.at))}
          rowKey={({ at, command, title }) => `${at} ${command} ${title}`}
          empty="还没有变更"
          columns={[
            { title: '办理日期', width: 120, render: ({ onDate }) => onDate },
            { title: '事项', render: ({ title }) => title },
            { title: '部门', width: 200, render: ({ department }) => department },
            { title: '登记时间', width: 190, render: ({ at }) => new Date(at).toLocaleString('zh-CN', { hour12: false }) },
          ]}
        />
      </section>
    </>
  );
}
