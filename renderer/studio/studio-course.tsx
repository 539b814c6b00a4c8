import { Timeline } from 'antd';
import type { StudioDetail } from '../../workflow/contract/studio.ts';
import { PlainTable } from '../frame/plain-table.tsx';

interface CourseProps {
  readonly detail: StudioDetail;
}

/** The steps of the application with who took them and why, the special cases that were approved, and the titles held. */
export function StudioCourse({ detail }: CourseProps) {
  const approvals = detail.approvals.map((approval) => ({
    ...approval,
    matter: detail.findings.find(({ rule }) => rule === approval.rule)?.message ?? approval.rule,
  }));
  return (
    <>
      <section className="panel">
        <h2>办理过程</h2>
        <Steps detail={detail} />
      </section>
      {approvals.length > 0 && (
        <section className="panel">
          <h2>特殊情况批准</h2>
          <PlainTable
            rows={approvals}
            rowKey={({ rule }) => rule}
            empty=""
            columns={[
              { title: '事项', render: ({ matter }) => matter },
              { title: '理由', render: ({ reason }) => reason },
              { title: '批准人', width: 160, render: ({ approver }) => approver },
              { title: '日期', width: 120, render: ({ onDate }) => onDate },
            ]}
          />
        </section>
      )}
      <section className="panel">
        <h2>称号</h2>
        <PlainTable
          rows={detail.designations}
          rowKey={({ level, namedOn }) => `${level} ${namedOn}`}
          empty="尚未命名"
          columns={[
            { title: '级别', render: ({ levelLabel }) => levelLabel },
            { title: '命名日期', render: ({ namedOn }) => namedOn },
            { title: '文号', render: ({ documentNumber }) => documentNumber },
            { title: '备案日期', render: ({ filedOn }) => filedOn },
            { title: '备案号', render: ({ filingNumber }) => filingNumber },
            { title: '终止日期', render: ({ endedOn }) => endedOn },
          ]}
        />
      </section>
    </>
  );
}

function Steps({ detail: { steps } }: CourseProps) {
  if (steps.length === 0) return <p className="faint">尚未办理。</p>;
  return (
    <Timeline
      items={steps.map(({ status, statusLabel, onDate, department, reason, details }) => ({
        key: `${status} ${onDate}`,
        content: (
          <>
            <strong>{statusLabel}</strong>　{onDate}　<span className="faint">{department}</span>
            {reason !== null && <div>理由：{reason}</div>}
            {details.map(({ label, value }) => (
              <div key={label} className="faint">
                {label}：{value}
              </div>
            ))}
          </>
        ),
      }))}
    />
  );
}
