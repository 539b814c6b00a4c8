import { Alert, Button, Tabs, Tag } from 'antd';
import { useState } from 'react';
import { outcomeLabels } from '../../policy/finding.ts';
import { measuresOn } from '../../policy/measures.ts';
import { plainDate } from '../../policy/plain-date.ts';
import { studioLevelLabels } from '../../policy/seat.ts';
import { standardTasks } from '../../policy/standard-tasks.ts';
import type { CommandDescription, CommandOutcome } from '../../workflow/contract/command.ts';
import type { FindingView } from '../../workflow/contract/finding.ts';
import type { Session } from '../../workflow/contract/session.ts';
import type { StudioDetail } from '../../workflow/contract/studio.ts';
import { FailureNotice } from '../connection/failure-notice.tsx';
import { useAnswer } from '../connection/use-answer.ts';
import { PlaceLink } from '../frame/place-link.tsx';
import { goTo } from '../frame/use-place.ts';
import { StatusTag } from '../studios/status-tag.tsx';
import { ApplicationFacts } from './application-facts.tsx';
import { CommandPage } from './command-page.tsx';
import { StudioAssessments } from './studio-assessments.tsx';
import { StudioCourse } from './studio-course.tsx';
import { StudioHistory } from './studio-history.tsx';
import { StudioLetters } from './studio-letters.tsx';
import './studio.css';

interface StudioScreenProps {
  readonly session: Session;
  readonly studioId: string;
  /** The command whose form is open. */
  readonly command: string | undefined;
}

/** Acts that do not lead an application on: they stand after those that do. */
const stepsAside: ReadonlySet<string> = new Set(['return', 'confirm']);

/** Everything about one studio, and the acts this department may do on it now. */
export function StudioScreen({ session, studioId, command }: StudioScreenProps) {
  const studio = useAnswer('showStudio', { studioId });
  const commands = useAnswer('listCommands', {});
  const [outcome, setOutcome] = useState<CommandOutcome | null>(null);
  const failure = studio.error ?? commands.error;
  if (failure !== null) return <FailureNotice failure={failure} retry={() => goTo({ screen: 'studios' })} />;
  if (studio.data === undefined || commands.data === undefined) return null;
  const detail = studio.data;
  const offered = commands.data
    .filter(({ name }) => detail.commands.includes(name))
    .toSorted((left, right) => Number(stepsAside.has(left.name)) - Number(stepsAside.has(right.name)));
  const open = offered.find(({ name }) => name === command);
  return (
    <>
      <StudioHead detail={detail} offered={open === undefined ? offered : []} />
      {open === undefined && outcome !== null && <OutcomeNotice outcome={outcome} />}
      {open === undefined ? (
        <StudioTabs detail={detail} />
      ) : (
        <CommandPage
          key={open.name}
          command={open}
          studioId={studioId}
          studioName={detail.studio.name}
          findings={detail.findings.filter((finding) => finding.outcome !== 'met')}
          tasks={detail.letters.at(-1)?.tasks ?? standardTasks(measuresOn(plainDate(session.today)))}
          onCancel={() => goTo({ screen: 'studio', studioId })}
          onDone={(done) => {
            setOutcome(done);
            goTo({ screen: 'studio', studioId });
          }}
        />
      )}
    </>
  );
}

function StudioHead({ detail, offered }: { readonly detail: StudioDetail; readonly offered: readonly CommandDescription[] }) {
  const { studio } = detail;
  return (
    <header className="studio-head">
      <PlaceLink to={{ screen: 'studios' }}>‹ 工作室</PlaceLink>
      <div className="row spread">
        <h1 className="screen-title studio-name">
          {studio.name} <StatusTag status={studio.status} label={studio.statusLabel} />
          {studio.levels.map((level) => (
            <Tag key={level} color="green">
              {studioLevelLabels[level]}
            </Tag>
          ))}
        </h1>
        <div className="row">
          {offered.map(({ name, title, article }, index) => (
            <Button
              key={name}
              type={index === 0 ? 'primary' : 'default'}
              title={`《办法》${article}`}
              onClick={() => goTo({ screen: 'studio', studioId: studio.id, command: name })}
            >
              {title}
            </Button>
          ))}
        </div>
      </div>
      <div className="faint">
        {[detail.sectorBureau, studio.sector, studio.hostUnit ?? '', studio.appliedOn === null ? '' : `${studio.appliedOn} 申报`]
          .filter((text) => text !== '')
          .join(' · ')}
      </div>
    </header>
  );
}

function OutcomeNotice({ outcome }: { readonly outcome: CommandOutcome }) {
  return (
    <Alert
      className="notice"
      type={outcome.warnings.length > 0 ? 'warning' : 'success'}
      showIcon
      title={outcome.message}
      description={outcome.warnings.length > 0 && outcome.warnings.map((warning) => <div key={warning}>{warning}</div>)}
    />
  );
}

function StudioTabs({ detail }: { readonly detail: StudioDetail }) {
  return (
    <>
      <FindingCounts findings={detail.findings} />
      <Tabs
        items={[
          { key: 'facts', label: '申报材料与检查', children: <ApplicationFacts detail={detail} /> },
          { key: 'course', label: '办理过程', children: <StudioCourse detail={detail} /> },
          { key: 'letters', label: `承诺书与任务（${detail.letters.length}）`, children: <StudioLetters detail={detail} /> },
          {
            key: 'assessments',
            label: `考核与整改（${detail.assessments.length + detail.rectifications.length}）`,
            children: <StudioAssessments detail={detail} />,
          },
          { key: 'history', label: '变更记录', children: <StudioHistory detail={detail} /> },
        ]}
      />
    </>
  );
}

const countColours = { unmet: 'red', 'needs-approval': 'orange', missing: 'gold', met: 'green' } as const;

/** How the studio stands against the Measures, in numbers. */
function FindingCounts({ findings }: { readonly findings: readonly FindingView[] }) {
  const outcomes = ['unmet', 'needs-approval', 'missing', 'met'] as const;
  return (
    <div className="row finding-counts">
      <span>《办法》检查 {findings.length} 项：</span>
      {outcomes
        .map((outcome) => ({ outcome, count: findings.filter((finding) => finding.outcome === outcome).length }))
        .map(({ outcome, count }) => (
          <Tag key={outcome} color={count === 0 ? 'default' : countColours[outcome]}>
            {outcomeLabels[outcome]} {count}
          </Tag>
        ))}
    </div>
  );
}
