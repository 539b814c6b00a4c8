import { Tabs, Tag } from 'antd';
import { useState } from 'react';
import { outcomeLabels } from '../../policy/finding.ts';
import { studioLevelLabels } from '../../policy/seat.ts';
import type { CommandDescription, CommandOutcome } from '../../workflow/contract/command.ts';
import type { FindingView } from '../../workflow/contract/finding.ts';
import type { Session } from '../../workflow/contract/session.ts';
import type { StudioDetail } from '../../workflow/contract/studio.ts';
import { OpenCommand } from '../command/open-command.tsx';
import { OutcomeNotice } from '../command/outcome-notice.tsx';
import { FailureNotice } from '../connection/failure-notice.tsx';
import { useAnswer } from '../connection/use-answer.ts';
import { PlaceLink } from '../frame/place-link.tsx';
import { goTo } from '../frame/use-place.ts';
import { StatusTag } from '../studios/status-tag.tsx';
import { ApplicationFacts } from './application-facts.tsx';
import { CommandButtons } from './command-buttons.tsx';
import { NextDuty } from './next-duty.tsx';
import { StudioAssessments } from './studio-assessments.tsx';
import { StudioCases } from './studio-cases.tsx';
import { StudioCourse } from './studio-course.tsx';
import { StudioFunds } from './studio-funds.tsx';
import { StudioHistory } from './studio-history.tsx';
import { StudioLedger } from './studio-ledger.tsx';
import { StudioLetters } from './studio-letters.tsx';
import { StudioRounds } from './studio-rounds.tsx';
import { type StudioTab, sectionOf, studioTab } from './studio-tabs.ts';
import './studio.css';

interface StudioScreenProps {
  readonly session: Session;
  readonly studioId: string;
  /** The command whose form is open. */
  readonly command: string | undefined;
  /** The section that is open. */
  readonly tab: string | undefined;
}

/** Acts that do not lead an application on: they stand after those that do. */
const stepsAside: ReadonlySet<string> = new Set(['return', 'confirm']);

/** Everything about one studio, and the acts this department may do on it now. */
export function StudioScreen({ session, studioId, command, tab }: StudioScreenProps) {
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
  const back = (): void => goTo({ screen: 'studio', studioId, ...(tab === undefined ? {} : { tab }) });
  return (
    <>
      <StudioHead detail={detail} offered={open === undefined ? offered.filter(({ name }) => sectionOf(name) === undefined) : []} />
      {open === undefined && outcome !== null && (
        <OutcomeNotice outcome={outcome} next={<NextDuty detail={detail} today={session.today} />} />
      )}
      {open === undefined ? (
        <StudioSections detail={detail} offered={offered} tab={studioTab(tab)} session={session} />
      ) : (
        <OpenCommand
          session={session}
          command={open}
          studioId={studioId}
          onCancel={back}
          onDone={(done) => {
            setOutcome(done);
            back();
          }}
        />
      )}
    </>
  );
}

function StudioHead({ detail, offered }: { readonly detail: StudioDetail; readonly offered: readonly CommandDescription[] }) {
  const { studio } = detail;
  const duties = useAnswer('listDuties', { days: 365 });
  const next = duties.data?.find((duty) => duty.studio === studio.name && offered.some(({ name }) => name === duty.action));
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
        <CommandButtons studioId={studio.id} commands={offered} leading={next?.action} />
      </div>
      <div className="faint">
        {[detail.sectorBureau, studio.sector, studio.hostUnit ?? '', studio.appliedOn === null ? '' : `${studio.appliedOn} 申报`]
          .filter((text) => text !== '')
          .join(' · ')}
      </div>
    </header>
  );
}

interface StudioSectionsProps {
  readonly session: Session;
  readonly detail: StudioDetail;
  readonly offered: readonly CommandDescription[];
  readonly tab: StudioTab;
}

function StudioSections({ session, detail, offered, tab }: StudioSectionsProps) {
  const studioId = detail.studio.id;
  const actsOf = (section: StudioTab) => (
    <CommandButtons studioId={studioId} commands={offered.filter(({ name }) => sectionOf(name) === section)} tab={section} />
  );
  const activities = detail.activities.filter(({ reversed, reverses }) => !reversed && reverses === null);
  const items = {
    facts: { label: '申报材料与检查', children: <ApplicationFacts detail={detail} /> },
    course: { label: '办理过程', children: <StudioCourse detail={detail} /> },
    letters: { label: counted('承诺书与任务', detail.letters.length), children: <StudioLetters detail={detail} /> },
    ledger: { label: counted('活动台账', activities.length), children: <StudioLedger detail={detail} acts={actsOf('ledger')} /> },
    funds: { label: '经费', children: <StudioFunds detail={detail} today={session.today} acts={actsOf('funds')} /> },
    assessments: {
      label: counted('考核与整改', detail.assessments.length + detail.rectifications.length),
      children: <StudioAssessments detail={detail} />,
    },
    rounds: { label: counted('区级评选', detail.rounds.length), children: <StudioRounds detail={detail} /> },
    cases: {
      label: counted('线索与撤销', detail.cases.length + detail.revocations.length),
      children: <StudioCases detail={detail} acts={actsOf('cases')} />,
    },
    history: { label: '变更记录', children: <StudioHistory detail={detail} acts={actsOf('history')} /> },
  } as const satisfies Readonly<Record<StudioTab, unknown>>;
  return (
    <>
      <FindingCounts findings={detail.findings} />
      <Tabs
        activeKey={tab}
        onChange={(key) => goTo({ screen: 'studio', studioId, tab: key })}
        items={Object.entries(items).map(([key, item]) => ({ key, ...item }))}
      />
    </>
  );
}

/** A section with how much is in it; nothing is said of none. */
function counted(label: string, count: number): string {
  return count === 0 ? label : `${label}（${count}）`;
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
