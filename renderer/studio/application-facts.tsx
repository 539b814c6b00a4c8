import { tenThousandYuanText } from '../../policy/money.ts';
import { hostUnitLabels } from '../../policy/studio-facts.ts';
import type { StudioDetail } from '../../workflow/contract/studio.ts';
import { FindingNote } from '../findings/finding-note.tsx';
import { FactRow } from './fact-row.tsx';
import { type Fact, findingsOf, otherFindings } from './findings-of.ts';
import { IdNumber } from './id-number.tsx';
import { personText, Qualifications } from './person-facts.tsx';

interface ApplicationFactsProps {
  readonly detail: StudioDetail;
}

/** What the application says, each fact with what the Measures say about it. */
export function ApplicationFacts({ detail }: ApplicationFactsProps) {
  const beside = (fact: Fact) => findingsOf(detail, fact);
  const { studio } = detail;
  const others = otherFindings(detail.findings);
  return (
    <>
      <section className="panel">
        <h2>单位与条件</h2>
        <FactRow label="所在单位" findings={beside('hostUnit')}>
          {hostUnitText(detail)}
        </FactRow>
        <FactRow label="单位意见" findings={beside('unitOpinion')}>
          {detail.unitOpinion}
        </FactRow>
        <FactRow label="场地面积" findings={beside('area')}>
          {studio.area === null ? null : `${studio.area} ㎡`}
        </FactRow>
        <FactRow label="专项经费" findings={beside('funds')}>
          {studio.funds === null ? null : `${tenThousandYuanText(studio.funds)} 万元`}
        </FactRow>
        <FactRow label="学员" findings={beside('trainees')}>
          {traineeText(detail)}
        </FactRow>
        <Confirmed detail={detail} label="功能区域" fact="zones" subjects={/^zone-/} />
        <Confirmed detail={detail} label="规章制度" fact="systems" subjects={/^system-/} />
        <Confirmed detail={detail} label="计划课表" fact="plan" subjects={/^(work-plan|activity-timetable)$/} />
        <Confirmed detail={detail} label="工作人员" fact="staff" subjects={/^regular-staff$/} />
        <FactRow label="备注">{detail.remarks}</FactRow>
      </section>
      <LeadFacts detail={detail} />
      <TeamFacts detail={detail} />
      {others.length > 0 && (
        <section className="panel">
          <h2>其他检查</h2>
          {others.map((finding) => (
            <FindingNote key={finding.rule} finding={finding} />
          ))}
        </section>
      )}
    </>
  );
}

function hostUnitText({ studio, hostUnitKind }: StudioDetail): string | null {
  if (studio.hostUnit === null) return null;
  const kind = Object.entries(hostUnitLabels).find(([value]) => value === hostUnitKind)?.[1] ?? hostUnitKind;
  return kind === null ? studio.hostUnit : `${studio.hostUnit}（${kind}）`;
}

function traineeText({ traineeCount, trainingAudience }: StudioDetail): string {
  return [traineeCount === null ? '' : `固定学员 ${traineeCount} 人`, trainingAudience === null ? '' : `培训对象：${trainingAudience}`]
    .filter((text) => text !== '')
    .join('；');
}

interface ConfirmedProps extends ApplicationFactsProps {
  readonly label: string;
  readonly fact: Fact;
  /** Which confirmations belong to the fact, by their subject. */
  readonly subjects: RegExp;
}

/** Facts somebody stands for: what, who said so, and when. */
function Confirmed({ detail, label, fact, subjects }: ConfirmedProps) {
  const confirmations = detail.confirmations.filter(({ subject }) => subjects.test(subject));
  return (
    <FactRow label={label} findings={findingsOf(detail, fact)}>
      {confirmations.length > 0 && (
        <ul className="plain-list">
          {confirmations.map((confirmation) => (
            <li key={confirmation.subject}>
              {confirmation.label}：{confirmation.holds ? '是' : '否'}
              <span className="faint">
                （{confirmation.confirmedBy}，{confirmation.confirmedOn}
                {confirmation.evidence === null ? '' : `，${confirmation.evidence}`}）
              </span>
            </li>
          ))}
        </ul>
      )}
    </FactRow>
  );
}

function LeadFacts({ detail }: ApplicationFactsProps) {
  const leads = detail.people.filter(({ role }) => role === 'lead');
  const beside = (fact: Fact) => findingsOf(detail, fact);
  return (
    <section className="panel">
      <h2>领办人</h2>
      <FactRow label="姓名" findings={beside('lead')}>
        {leads.map(({ name, professionalTitle }) => [name, professionalTitle].filter((text) => text !== null).join('，')).join('；')}
      </FactRow>
      <FactRow label="性别与年龄" findings={beside('leadAge')}>
        {leads.map(personText).join('；')}
      </FactRow>
      <FactRow label="身份证号">
        {leads.map(({ name, idNumber }) => (
          <IdNumber key={name} value={idNumber} />
        ))}
      </FactRow>
      <FactRow label="联系电话">{leads.flatMap(({ phone }) => phone ?? []).join('；')}</FactRow>
      <FactRow label="资格" findings={beside('leadQualification')}>
        {leads.some(({ qualifications }) => qualifications.length > 0) &&
          leads.map((lead) => <Qualifications key={lead.name} person={lead} />)}
      </FactRow>
      <Confirmed detail={detail} label="承诺与确认" fact="leadDeclarations" subjects={/^lead-/} />
    </section>
  );
}

function TeamFacts({ detail }: ApplicationFactsProps) {
  const members = detail.people.filter(({ role }) => role === 'member');
  return (
    <section className="panel">
      <h2>团队成员</h2>
      <FactRow label="人数" findings={findingsOf(detail, 'team')}>
        {members.length} 人
      </FactRow>
      <FactRow label="名单" findings={findingsOf(detail, 'memberStanding')}>
        {members.length > 0 && (
          <ul className="plain-list">
            {members.map((member) => (
              <li key={`${member.name} ${member.idNumber}`}>
                {member.name}
                <span className="faint">
                  {' '}
                  {[member.professionalTitle ?? '', personText(member)].filter((text) => text !== '').join('，')}
                </span>
                {member.idNumber !== null && <IdNumber value={member.idNumber} />}
                <Qualifications person={member} />
              </li>
            ))}
          </ul>
        )}
      </FactRow>
    </section>
  );
}
