import type { StudioDetail } from '../../workflow/contract/studio.ts';
import { PlainTable } from '../frame/plain-table.tsx';

/** Who did what to the studio's record, the latest first, out of the audit log. */
export function StudioHistory({ detail }: { readonly detail: StudioDetail }) {
  return (
    <section className="panel">
      <h2>变更记录</h2>
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
  );
}
