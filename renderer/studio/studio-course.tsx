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
      <ReviewScores scores={detail.reviewScores} />
      {detail.filings.length > 0 && (
        <section className="panel">
          <h2>备案</h2>
          <PlainTable
            rows={detail.filings}
            rowKey={({ sentOn, answerLabel }) => `${sentOn} ${answerLabel}`}
            empty=""
            columns={[
              { title: '报送日期', width: 120, render: ({ sentOn }) => sentOn },
              { title: '答复', width: 100, render: ({ answerLabel }) => answerLabel },
              { title: '答复日期', width: 120, render: ({ answeredOn }) => answeredOn },
              { title: '备案号', width: 220, render: ({ number }) => number },
              { title: '退回理由', render: ({ reason }) => reason },
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
            {
              title: '终止',
              render: ({ endedOn, endKind, endReason }) =>
                endedOn === null
                  ? null
                  : `${endedOn}${endKind === 'revoked' ? ' 撤销' : ' 终止'}${endReason === null ? '' : `：${endReason}`}`,
            },
          ]}
        />
      </section>
    </>
  );
}

/** Scores by the bureau's criteria, item by item, the last first: it is the one that counts. 第十一条. */
function ReviewScores({ scores }: { readonly scores: StudioDetail['reviewScores'] }) {
  return scores.toReversed().map((score, index) => (
    <section key={`${score.scoredOn} ${score.scorers} ${score.total}`} className="panel">
      <h2>
        评审得分 {score.total ?? '（无适用的指标）'}
        {score.gradeLabel !== null && `（${score.gradeLabel}）`}
        {index > 0 && <span className="faint">　已重新评分，以后一次为准</span>}
      </h2>
      <p className="faint">
        {score.scoredOn}　《{score.sheet}》　评审人员：{score.scorers}
        {score.opinion !== null && `　意见：${score.opinion}`}
      </p>
      {score.vetoes.length > 0 && <p className="short-of-target">一票否决：{score.vetoes.join('、')}</p>}
      <PlainTable
        rows={score.items}
        rowKey={({ code }) => code}
        empty=""
        columns={[
          { title: '编号', width: 60, render: ({ code }) => code },
          { title: '指标', render: ({ title }) => title },
          { title: '满分', width: 100, render: ({ points }) => points },
          { title: '得分', width: 100, render: ({ score: given }) => given ?? '不适用' },
        ]}
      />
    </section>
  ));
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
