import { Empty } from 'antd';
import { moneyText } from '../../policy/money.ts';
import type { StudioDetail } from '../../workflow/contract/studio.ts';
import { PlaceLink } from '../frame/place-link.tsx';
import { PlainTable } from '../frame/plain-table.tsx';
import { RectificationCourse } from './rectification-course.tsx';

/** Assessments task by task, what is suggested for the one that is due, and what had to be put right. 第十九条. */
export function StudioAssessments({ detail }: { readonly detail: StudioDetail }) {
  const { assessments, rectifications, suggestions, studio } = detail;
  if (assessments.length === 0 && rectifications.length === 0 && suggestions.length === 0) return <Empty description="尚无考核与整改" />;
  return (
    <>
      {suggestions.map((suggestion) => (
        <Suggestion key={suggestion.level} suggestion={suggestion} />
      ))}
      {assessments.map((assessment) => (
        <Assessment key={assessment.id} assessment={assessment} />
      ))}
      {rectifications.map((rectification) => (
        <Rectification key={rectification.id} rectification={rectification} studioId={studio.id} />
      ))}
    </>
  );
}

function Suggestion({ suggestion }: { readonly suggestion: StudioDetail['suggestions'][number] }) {
  return (
    <section className="panel">
      <h2>
        待办的{suggestion.kindLabel}（{suggestion.levelLabel}，周期第 {suggestion.year} 年）：按台账建议{suggestion.gradeLabel}
      </h2>
      <ul className="plain-list faint">
        {suggestion.reasons.map((reason) => (
          <li key={reason}>{reason}</li>
        ))}
      </ul>
    </section>
  );
}

type AssessmentView = StudioDetail['assessments'][number];

function Assessment({ assessment }: { readonly assessment: AssessmentView }) {
  const { approval, reward, suggestedGradeLabel, suggestion, opinion, selfAssessment } = assessment;
  const selfReported = assessment.items.some((item) => item.selfReported !== null);
  const ofCycle = assessment.items.some(({ yearTarget }) => yearTarget !== null);
  return (
    <section className="panel">
      <h2>
        {assessment.kindLabel}（{assessment.levelLabel}，周期第 {assessment.cycleYear} 年）：{assessment.gradeLabel}
      </h2>
      <p className="faint">
        {assessment.assessedOn}　考核组：{assessment.assessors}
        {suggestedGradeLabel !== null && `　建议等次：${suggestedGradeLabel}`}
        {suggestion !== null && `（${suggestion}）`}
      </p>
      {selfAssessment !== null && <p>自评：{selfAssessment}</p>}
      {opinion !== null && <p>考核意见：{opinion}</p>}
      <PlainTable
        rows={assessment.items}
        rowKey={({ code }) => code}
        empty=""
        columns={[
          { title: '编号', width: 60, render: ({ code }) => code },
          { title: '任务', render: ({ title }) => title },
          ...(ofCycle
            ? [
                {
                  title: '本年完成 / 目标',
                  width: 130,
                  render: ({ yearActual, yearTarget }: AssessmentView['items'][number]) =>
                    yearTarget === null ? null : `${yearActual ?? 0} / ${yearTarget}`,
                },
              ]
            : []),
          { title: ofCycle ? '周期目标' : '目标', width: 110, render: ({ target, unit }) => `${target} ${unit}` },
          {
            title: ofCycle ? '周期完成' : '完成',
            width: 110,
            render: ({ actual, target, unit }) => <span className={actual < target ? 'short-of-target' : ''}>{`${actual} ${unit}`}</span>,
          },
          ...(selfReported ? [{ title: '自评', width: 80, render: (item: AssessmentView['items'][number]) => item.selfReported }] : []),
          {
            title: '佐证',
            render: ({ evidence, remark }) => (
              <>
                {evidence}
                {remark !== null && <div className="faint">{remark}</div>}
              </>
            ),
          },
        ]}
      />
      {approval !== null && (
        <p>
          审定：{approval.department} {approval.decidedOn} {approval.decisionLabel}
          {approval.number !== null && `（${approval.number}）`}
          {approval.opinion !== null && `：${approval.opinion}`}
        </p>
      )}
      {reward !== null && (
        <p>
          奖励：{reward.rewardedOn} {reward.content}
          {reward.amount !== null && `，${moneyText(reward.amount)}`}
          {reward.number !== null && `（${reward.number}）`}
        </p>
      )}
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
        <h2>
          整改通知书　{rectification.number}：{rectification.stageLabel}
        </h2>
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
      <RectificationCourse rectification={rectification} />
    </section>
  );
}
