import { useIsFetching } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import type { ReactNode } from 'react';
import { moneyText, yuanText } from '../../policy/money.ts';
import type { RoundView } from '../../workflow/contract/round.ts';
import { dueText } from '../desk/due-text.ts';
import { PlaceLink } from '../frame/place-link.tsx';
import { type Column, PlainTable } from '../frame/plain-table.tsx';
import { ExpertReview } from './expert-review.tsx';
import { candidates, type RoundStepKey } from './round-course.ts';

type Entry = RoundView['entries'][number];

interface StepContentProps {
  readonly step: RoundStepKey;
  readonly round: RoundView;
  readonly today: string;
  readonly titleOf: (command: string) => string;
  /** What this seat may do with an entry at this step. */
  readonly commandsOf: (entry: Entry) => readonly string[];
  readonly onCommand: (command: string, studioId: string) => void;
}

/** What a step of the round knows of each studio, with the acts on it. */
export function StepContent(props: StepContentProps) {
  const { step, round, today } = props;
  const shortlisted = round.entries.filter(({ shortlist }) => shortlist !== null);
  switch (step) {
    case 'open':
      return (
        <p>{`${round.openedOn} 启动，评选通知 ${round.documentNumber ?? '没有文号'}。本轮最多 ${round.quota} 家，每个系统最多推荐 ${round.recommendationLimit} 家。`}</p>
      );
    case 'apply':
      return <Applications {...props} />;
    case 'recommend':
      return <Recommendations {...props} />;
    case 'inspect':
      return (
        <EntryTable
          {...props}
          entries={candidates(round)}
          empty="还没有推荐的工作室"
          columns={[
            {
              title: '推荐',
              width: 110,
              render: ({ recommendation }) => (recommendation === null ? null : `第 ${recommendation.rank} 名`),
            },
            { title: '考察日期', width: 110, render: ({ inspection }) => inspection?.onDate },
            { title: '考察组', render: ({ inspection }) => inspection?.inspectors },
            {
              title: '结论',
              render: ({ inspection }) =>
                inspection === null
                  ? '还没有考察'
                  : `${inspection.passed ? '通过' : '不通过'}${inspection.opinion === null ? '' : `：${inspection.opinion}`}`,
            },
          ]}
        />
      );
    case 'review':
      return (
        <>
          <ExpertReview round={round} renderActs={(entry) => <Acts {...props} entry={entry} />} />
          <Tie tie={round.tie} />
        </>
      );
    case 'shortlist':
      return (
        <>
          {round.pending !== null && shortlisted.length === 0 && <Alert className="notice" type="info" title={round.pending} />}
          <Tie tie={round.tie} />
          <EntryTable
            {...props}
            entries={byPlace(round)}
            empty="还没有考察通过的工作室"
            columns={[
              { title: '名次', width: 70, render: ({ studio, shortlist }) => shortlist?.place ?? placeOf(round, studio) },
              { title: '平均分', width: 90, render: ({ average, shortlist }) => shortlist?.average ?? average },
              { title: '列入日期', width: 120, render: ({ shortlist }) => shortlist?.onDate ?? '没有列入' },
              { title: '理由', render: ({ shortlist }) => shortlist?.reason },
            ]}
          />
        </>
      );
    case 'approve':
      return (
        <EntryTable
          {...props}
          entries={shortlisted}
          empty="还没有拟入围的工作室"
          columns={[
            { title: '名次', width: 70, render: ({ shortlist }) => shortlist?.place },
            { title: '平均分', width: 90, render: ({ shortlist }) => shortlist?.average },
            { title: '审定', width: 110, render: ({ approval }) => approval?.decisionLabel ?? '等待审定' },
            { title: '审定日期', width: 110, render: ({ approval }) => approval?.onDate },
            { title: '纪要或文号', render: ({ approval }) => approval?.minutes },
          ]}
        />
      );
    case 'notice':
      return (
        <Notice {...props} entries={shortlisted.filter(({ approval, endedOn }) => approval !== null && endedOn === null)} today={today} />
      );
    case 'award':
      return (
        <EntryTable
          {...props}
          entries={round.entries.filter(({ notice, award }) => notice !== null || award !== null)}
          empty="还没有公示的工作室"
          columns={[
            { title: '公示满', width: 120, render: ({ notice }) => notice?.lastDay },
            { title: '异议', width: 150, render: objectionState },
            { title: '授牌日期', width: 120, render: ({ award }) => award?.onDate ?? '没有授牌' },
            { title: '命名文号', render: ({ award }) => award?.number },
          ]}
        />
      );
    case 'grant':
      return (
        <EntryTable
          {...props}
          entries={round.entries.filter(({ award }) => award !== null)}
          empty="还没有授牌的工作室"
          columns={[
            { title: '行业性质', width: 140, render: ({ grant }) => grant?.natureLabel },
            { title: '核定资助', width: 110, render: ({ grant }) => (grant === null ? '没有核定' : moneyText(grant.amount)) },
            { title: '核定文号', render: ({ grant }) => grant?.number },
            { title: '已发放', render: GrantPayments },
          ]}
        />
      );
    default:
      return step satisfies never;
  }
}

interface EntryTableProps extends StepContentProps {
  readonly entries: readonly Entry[];
  readonly columns: readonly Column<Entry>[];
  readonly empty: string;
}

/** Studios of the round: the way to each, what the step knows of it, and the acts on it. */
function EntryTable({ entries, columns, empty, ...props }: EntryTableProps) {
  const acting = entries.some((entry) => props.commandsOf(entry).length > 0);
  return (
    <PlainTable<Entry>
      rows={entries}
      rowKey={({ studioId, appliedOn, endedOn }) => `${studioId} ${appliedOn} ${endedOn}`}
      empty={empty}
      columns={[
        {
          title: '工作室',
          render: ({ studio, studioId, bureau, endedOn, endReason }) => (
            <>
              <PlaceLink to={{ screen: 'studio', studioId, tab: 'rounds' }}>{studio}</PlaceLink>
              <div className="faint">{bureau}</div>
              {endedOn !== null && <div className="short-of-target">{`${endedOn} 退出：${endReason ?? ''}`}</div>}
            </>
          ),
        },
        ...columns,
        ...(acting ? [{ title: '办理', width: 220, render: (entry: Entry) => <Acts {...props} entry={entry} /> }] : []),
      ]}
    />
  );
}

function Acts({ entry, titleOf, commandsOf, onCommand }: StepContentProps & { readonly entry: Entry }) {
  // An act changes what is offered: until that is known, a button could move away under the hand.
  const asking = useIsFetching({ queryKey: ['showRound'] }) > 0;
  return (
    <div className="row">
      {commandsOf(entry).map((command) => (
        <Button
          key={command}
          size="small"
          disabled={asking}
          aria-label={`${titleOf(command)}：${entry.studio}`}
          onClick={() => onCommand(command, entry.studioId)}
        >
          {titleOf(command)}
        </Button>
      ))}
    </div>
  );
}

function Applications(props: StepContentProps) {
  const { round, onCommand, titleOf } = props;
  return (
    <>
      <EntryTable
        {...props}
        entries={round.entries}
        empty="还没有工作室申请"
        columns={[
          { title: '申请日期', width: 120, render: ({ appliedOn }) => appliedOn },
          { title: '单位同意', width: 120, render: ({ unitAgreedOn }) => unitAgreedOn },
          { title: '单位意见', render: ({ unitOpinion }) => unitOpinion },
          { title: '进展', width: 110, render: ({ stepLabel }) => stepLabel },
        ]}
      />
      {round.mayApply.length > 0 && (
        <>
          <h3 className="round-part">本系统可以申请的工作室</h3>
          <PlainTable
            rows={round.mayApply}
            rowKey={({ studioId }) => studioId}
            empty=""
            columns={[
              {
                title: '工作室',
                render: ({ studio, studioId }) => <PlaceLink to={{ screen: 'studio', studioId }}>{studio}</PlaceLink>,
              },
              {
                title: '办理',
                width: 220,
                render: ({ studio, studioId }) => (
                  <Button
                    size="small"
                    aria-label={`${titleOf('apply-to-round')}：${studio}`}
                    onClick={() => onCommand('apply-to-round', studioId)}
                  >
                    {titleOf('apply-to-round')}
                  </Button>
                ),
              },
            ]}
          />
        </>
      )}
    </>
  );
}

function Recommendations(props: StepContentProps) {
  const { round } = props;
  return (
    <>
      <PlainTable
        rows={round.bureaus}
        rowKey={({ name }) => name}
        empty="还没有工作室申请"
        columns={[
          { title: '主管部门', render: ({ name }) => name },
          { title: '申请', width: 150, render: ({ applied }) => `${applied} 家` },
          {
            title: '推荐',
            width: 240,
            render: ({ recommended }) =>
              `${recommended} 家，最多 ${round.recommendationLimit} 家${recommended >= round.recommendationLimit ? '（名额已用完）' : ''}`,
          },
        ]}
      />
      <h3 className="round-part">工作室</h3>
      <EntryTable
        {...props}
        entries={round.entries.filter(({ endedOn, recommendation }) => endedOn === null || recommendation !== null)}
        empty="还没有工作室申请"
        columns={[
          {
            title: '推荐',
            width: 120,
            render: ({ recommendation }) => (recommendation === null ? '没有推荐' : `第 ${recommendation.rank} 名`),
          },
          { title: '推荐日期', width: 120, render: ({ recommendation }) => recommendation?.onDate },
          { title: '推荐理由', render: ({ recommendation }) => recommendation?.reason },
        ]}
      />
    </>
  );
}

/** Studios whose averages are the same across the line of the places left, and how a person decided. */
function Tie({ tie }: { readonly tie: RoundView['tie'] }) {
  if (tie === null) return null;
  const tied = `${tie.studios.map((name) => `「${name}」`).join('、')}平均分相同，余 ${tie.places} 个名额`;
  return (
    <Alert
      className="notice"
      type={tie.decided === null ? 'warning' : 'info'}
      title={
        tie.decided === null
          ? `${tied}，须由人决定选定哪几家。`
          : `${tied}；${tie.decided.decidedBy}选定${tie.decided.chosen.map((name) => `「${name}」`).join('、')}：${tie.decided.reason}。`
      }
    />
  );
}

function Notice({ today, entries, ...props }: StepContentProps & { readonly entries: readonly Entry[] }) {
  const objections = entries.flatMap((entry) => entry.objections.map((objection) => ({ ...objection, studio: entry.studio })));
  return (
    <>
      <EntryTable
        {...props}
        today={today}
        entries={entries}
        empty="还没有审定通过的工作室"
        columns={[
          { title: '公示文号', render: ({ notice }) => notice?.number ?? '没有公示' },
          { title: '公示起止', width: 210, render: ({ notice }) => (notice === null ? null : `${notice.firstDay} 至 ${notice.lastDay}`) },
          {
            title: '剩余',
            width: 110,
            render: ({ notice }) => (notice === null ? null : notice.lastDay < today ? '公示已满' : dueText(notice.lastDay, today)),
          },
          { title: '异议', width: 120, render: objectionState },
        ]}
      />
      {objections.length > 0 && (
        <>
          <h3 className="round-part">异议</h3>
          <PlainTable
            rows={objections}
            rowKey={({ studio, number }) => `${studio} ${number}`}
            empty=""
            columns={[
              { title: '工作室', width: 220, render: ({ studio }) => studio },
              { title: '收到', width: 110, render: ({ receivedOn }) => receivedOn },
              { title: '异议人', width: 120, render: ({ objector }) => objector },
              { title: '内容', render: ({ content }) => content },
              {
                title: '办结',
                render: ({ settledOn, outcomeLabel, finding }) =>
                  settledOn === null ? '没有办结' : `${settledOn} ${outcomeLabel ?? ''}：${finding ?? ''}`,
              },
            ]}
          />
        </>
      )}
    </>
  );
}

function objectionState({ objections }: Entry): ReactNode {
  if (objections.length === 0) return '没有异议';
  const open = objections.filter(({ settledOn }) => settledOn === null).length;
  return open === 0 ? `${objections.length} 件，均已办结` : <span className="short-of-target">{`${open} 件没有办结`}</span>;
}

function GrantPayments({ grant }: Entry) {
  if (grant === null) return null;
  const paid = grant.payments.reduce((sum, { amount }) => sum + amount, 0);
  return (
    <>
      {yuanText(paid)} 元{paid < grant.amount && <span className="faint">，余 {yuanText(grant.amount - paid)} 元</span>}
      {grant.payments.map(({ paidOn, amount, constructionSpent, voucher }) => (
        <div key={voucher} className="faint">
          {paidOn} {yuanText(amount)} 元（凭证 {voucher}；已用于建设 {yuanText(constructionSpent)} 元）
        </div>
      ))}
    </>
  );
}

function placeOf(round: RoundView, studio: string): number | undefined {
  return round.ranking.find(({ studios }) => studios.includes(studio))?.place;
}

/** Studios that passed the inspection, by place, then those without one. */
function byPlace(round: RoundView): readonly Entry[] {
  const place = ({ studio, shortlist }: Entry): number => shortlist?.place ?? placeOf(round, studio) ?? Number.POSITIVE_INFINITY;
  return round.entries
    .filter(({ inspection, endedOn, shortlist }) => shortlist !== null || (inspection?.passed === true && endedOn === null))
    .toSorted((left, right) => {
      const [first, second] = [place(left), place(right)];
      return first === second ? 0 : first - second;
    });
}
