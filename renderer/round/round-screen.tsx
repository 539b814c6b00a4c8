import { Button, Empty } from 'antd';
import { useState } from 'react';
import { seatKindLabels } from '../../policy/seat.ts';
import type { CommandDescription, CommandOutcome } from '../../workflow/contract/command.ts';
import type { RoundView } from '../../workflow/contract/round.ts';
import type { Session } from '../../workflow/contract/session.ts';
import { OpenCommand } from '../command/open-command.tsx';
import { OutcomeNotice } from '../command/outcome-notice.tsx';
import { FailureNotice } from '../connection/failure-notice.tsx';
import { useAnswer } from '../connection/use-answer.ts';
import type { Place } from '../frame/place.ts';
import { PlaceLink } from '../frame/place-link.tsx';
import { goTo } from '../frame/use-place.ts';
import { ArticleNote } from '../measures/article-note.tsx';
import { type CourseStep, courseSteps, currentStep, waitsFor } from './round-course.ts';
import { StepContent } from './step-content.tsx';
import './round.css';

type RoundPlace = Extract<Place, { screen: 'round' }>;

interface RoundScreenProps {
  readonly session: Session;
  readonly place: RoundPlace;
}

/** The district round of a year on one screen: its course step by step, and at each what this department may do. 第十二条. */
export function RoundScreen({ session, place }: RoundScreenProps) {
  const year = place.year === undefined ? {} : { year: Number(place.year) };
  const round = useAnswer('showRound', year);
  const commands = useAnswer('listCommands', {});
  const [outcome, setOutcome] = useState<CommandOutcome | null>(null);
  const failure = round.error ?? commands.error;
  if (failure !== null) return <FailureNotice failure={failure} retry={() => goTo({ screen: 'round' })} />;
  if (round.data === undefined || commands.data === undefined || round.isPlaceholderData) return null;
  const open = commands.data.find(({ name }) => name === place.command);
  const { command: _command, studioId, ...back } = place;
  if (open !== undefined) {
    return (
      <>
        <PlaceLink to={back}>‹ 区级评选</PlaceLink>
        {studioId !== undefined && <h1 className="screen-title">{nameOf(round.data, studioId)}</h1>}
        <OpenCommand
          session={session}
          command={open}
          {...(studioId === undefined ? {} : { studioId })}
          onCancel={() => goTo(back)}
          onDone={(done) => {
            setOutcome(done);
            goTo(back);
          }}
        />
      </>
    );
  }
  const thisYear = Number(session.today.slice(0, 4));
  const shown = round.data?.year ?? year.year ?? thisYear;
  return (
    <>
      <div className="row spread">
        <h1 className="screen-title">{shown} 年区级评选</h1>
        <div className="row">
          <Button onClick={() => goTo({ screen: 'round', year: String(shown - 1) })}>‹ {shown - 1} 年</Button>
          <Button disabled={shown >= thisYear} onClick={() => goTo({ screen: 'round', year: String(shown + 1) })}>
            {shown + 1} 年 ›
          </Button>
        </div>
      </div>
      {outcome !== null && (
        <OutcomeNotice outcome={outcome} next={round.data !== null && <NextStep round={round.data} session={session} />} />
      )}
      {round.data === null ? (
        <NotOpened session={session} commands={commands.data} year={shown} />
      ) : (
        <Course session={session} round={round.data} commands={commands.data} place={place} />
      )}
    </>
  );
}

/** A studio of the round, or one that may apply to it. */
function nameOf(round: RoundView | null, studioId: string): string {
  return [...(round?.entries ?? []), ...(round?.mayApply ?? [])].find((each) => each.studioId === studioId)?.studio ?? '';
}

interface NotOpenedProps {
  readonly session: Session;
  readonly commands: readonly CommandDescription[];
  readonly year: number;
}

/** A year without a round: who opens it, and the way there for who may. */
function NotOpened({ session, commands, year }: NotOpenedProps) {
  const open = commands.find(({ name }) => name === 'open-round');
  const seat = session.seat?.kind;
  const mine = seat !== undefined && open?.powers.includes(seat) === true && year === Number(session.today.slice(0, 4));
  return (
    <section className="panel">
      <ArticleNote article="第十二条" />
      <Empty description={`${year} 年还没有启动区级评选。评选每年一次，一般在第三季度，由${seatKindLabels['hr-bureau']}启动。`}>
        {mine && (
          <Button type="primary" onClick={() => goTo({ screen: 'round', command: 'open-round' })}>
            启动区级评选
          </Button>
        )}
      </Empty>
    </section>
  );
}

/** What the round waits for now, and of whom. */
function NextStep({ round, session }: { readonly round: RoundView; readonly session: Session }) {
  const step = currentStep(round, session.today);
  if (step === undefined) return <div>{round.year} 年的评选各步都已办完。</div>;
  return (
    <div>
      接下来：{step.title}，{waitsFor(step.key, round, session.today)}，由{whoTakes(step)}办理（{step.article}）。
    </div>
  );
}

function whoTakes({ seats }: CourseStep): string {
  return seats.map((kind) => seatKindLabels[kind]).join('、');
}

interface CourseProps {
  readonly session: Session;
  readonly round: RoundView;
  readonly commands: readonly CommandDescription[];
  readonly place: RoundPlace;
}

function Course({ session, round, commands, place }: CourseProps) {
  const current = currentStep(round, session.today);
  const chosen = courseSteps.find(({ key }) => key === place.step) ?? current ?? courseSteps[courseSteps.length - 1];
  if (chosen === undefined) return null;
  return (
    <>
      <p className="round-facts">
        {round.openedOn} 启动　{round.documentNumber ?? ''}　名额 {round.quota} 家：拟入围 {round.shortlisted} 家，已授牌 {round.awarded} 家
      </p>
      <ol className="round-course">
        {courseSteps.map((step, index) => (
          <li key={step.key}>
            <button
              type="button"
              className={`round-step round-step-${stateOf(step, current)}`}
              aria-current={step === chosen ? 'step' : undefined}
              onClick={() => goTo({ ...withoutCommand(place), step: step.key })}
            >
              <span className="round-step-number">{index + 1}</span>
              {step.title}
            </button>
          </li>
        ))}
      </ol>
      <StepPanel key={chosen.key} session={session} round={round} commands={commands} step={chosen} place={place} />
    </>
  );
}

function withoutCommand({ command: _command, studioId: _studioId, ...place }: RoundPlace): RoundPlace {
  return place;
}

function stateOf(step: CourseStep, current: CourseStep | undefined): 'done' | 'now' | 'later' {
  if (current === undefined) return 'done';
  if (step === current) return 'now';
  return courseSteps.indexOf(step) < courseSteps.indexOf(current) ? 'done' : 'later';
}

interface StepPanelProps extends CourseProps {
  readonly step: CourseStep;
}

/** One step: its article, who takes it, the acts on the round as a whole, and the studios with theirs. */
function StepPanel({ session, round, commands, step, place }: StepPanelProps) {
  const seat = session.seat?.kind;
  const mine = seat !== undefined && step.seats.includes(seat);
  const ofRound = commands.filter(({ name }) => mine && step.ofRound.includes(name) && isTimely(name, round));
  const open = (command: string, studioId?: string): void =>
    goTo({ ...withoutCommand(place), step: step.key, command, ...(studioId === undefined ? {} : { studioId }) });
  const waits = waitsFor(step.key, round, session.today);
  return (
    <section className="panel">
      <div className="row spread">
        <h2>
          {step.title}
          {waits !== undefined && <span className="round-waits">　{waits}</span>}
        </h2>
        <div className="row">
          {ofRound.map(({ name, title }) => (
            <Button key={name} onClick={() => open(name)}>
              {title}
            </Button>
          ))}
        </div>
      </div>
      <ArticleNote article={step.article} />
      {!mine && <p className="faint">这一步由{whoTakes(step)}办理，本部门只能查看。</p>}
      <StepContent
        step={step.key}
        round={round}
        today={session.today}
        titleOf={(name) => commands.find((command) => command.name === name)?.title ?? name}
        commandsOf={(entry) => entry.commands.filter((name) => step.ofStudio.includes(name))}
        onCommand={open}
      />
    </section>
  );
}

/** Whether an act on the round as a whole has anything to act on. */
function isTimely(command: string, round: RoundView): boolean {
  if (command === 'open-round') return false;
  if (command === 'settle-tie') return round.tie !== null;
  if (command === 'approve-shortlist') return round.entries.some(({ step }) => step === 'shortlisted');
  if (command === 'post-public-notice') return round.entries.some(({ step }) => step === 'approved');
  return true;
}
