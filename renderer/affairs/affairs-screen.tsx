import { Button, Tabs } from 'antd';
import { useState } from 'react';
import type { CommandDescription, CommandOutcome } from '../../workflow/contract/command.ts';
import type { DepartmentView, Session } from '../../workflow/contract/session.ts';
import { OpenCommand } from '../command/open-command.tsx';
import { OutcomeNotice } from '../command/outcome-notice.tsx';
import { ruleText } from '../command/review-answer.ts';
import { FailureNotice } from '../connection/failure-notice.tsx';
import { useAnswer } from '../connection/use-answer.ts';
import { PlainTable } from '../frame/plain-table.tsx';
import { goTo } from '../frame/use-place.ts';
import { LastActs } from './last-acts.tsx';

interface AffairsScreenProps {
  readonly session: Session;
  /** The command whose form is open. */
  readonly command: string | undefined;
}

/** What a department does that concerns no single studio and no round: its review criteria, departments renamed or merged, taking back. */
export function AffairsScreen({ session, command }: AffairsScreenProps) {
  const commands = useAnswer('listCommands', {});
  const [outcome, setOutcome] = useState<CommandOutcome | null>(null);
  if (commands.error !== null) return <FailureNotice failure={commands.error} retry={() => void commands.refetch()} />;
  if (commands.data === undefined) return null;
  const seat = session.seat?.kind;
  const named = (name: string) => commands.data.find((each) => each.name === name && seat !== undefined && each.powers.includes(seat));
  const open = command === undefined ? undefined : named(command);
  const back = (): void => goTo({ screen: 'affairs' });
  if (open !== undefined) {
    return (
      <OpenCommand
        session={session}
        command={open}
        onCancel={back}
        onDone={(done) => {
          setOutcome(done);
          back();
        }}
      />
    );
  }
  const define = named('define-review-criteria');
  return (
    <>
      <h1 className="screen-title">部门事务</h1>
      {outcome !== null && <OutcomeNotice outcome={outcome} />}
      <Tabs
        items={[
          { key: 'undo', label: '撤销最近的办理', children: <LastActs /> },
          ...(define === undefined ? [] : [{ key: 'criteria', label: '评审细则', children: <ReviewCriteria define={define} /> }]),
          {
            key: 'departments',
            label: '部门',
            children: <Departments departments={session.departments} change={named('change-departments')} />,
          },
        ]}
      />
    </>
  );
}

function Opening({ command }: { readonly command: CommandDescription | undefined }) {
  if (command === undefined) return null;
  return (
    <Button title={`《办法》${command.article}`} onClick={() => goTo({ screen: 'affairs', command: command.name })}>
      {command.title}
    </Button>
  );
}

/** The criteria this bureau reviews applications by. 第十一条. */
function ReviewCriteria({ define }: { readonly define: CommandDescription }) {
  const sheet = useAnswer('reviewSheet', {});
  const thresholds = sheet.data?.thresholds ?? null;
  return (
    <section className="panel">
      <div className="row spread">
        <h2>评审细则{sheet.data && `　${sheet.data.title}`}</h2>
        <Opening command={define} />
      </div>
      <FailureNotice failure={sheet.error} />
      {sheet.data && (
        <p className="faint">
          {sheet.data.validFrom} 起使用
          {thresholds !== null && `　优秀 ${thresholds.excellent} 分以上，合格 ${thresholds.qualified} 分以上`}
          {sheet.data.bonusAbove100 && '　加分后总分可超过 100 分'}
        </p>
      )}
      <PlainTable
        rows={sheet.data?.items ?? []}
        rowKey={({ code }) => code}
        empty="本部门还没有评审细则；制定后可按细则登记评审得分"
        columns={[
          { title: '编号', width: 60, render: ({ code }) => code },
          { title: '指标', width: 220, render: ({ title }) => title },
          { title: '满分', width: 70, render: (item) => (item.kind === 'veto' ? '' : item.points) },
          { title: '权重', width: 70, render: (item) => (item.kind === 'veto' ? '' : item.weight) },
          { title: '评分方法', render: ruleText },
          {
            title: '其他',
            width: 150,
            render: (item) =>
              item.kind === 'veto'
                ? ''
                : [item.bonus ? '加分项' : '', item.mayNotApply ? '可填不适用' : ''].filter((text) => text !== '').join('，'),
          },
        ]}
      />
    </section>
  );
}

interface DepartmentsProps {
  readonly departments: readonly DepartmentView[];
  readonly change: CommandDescription | undefined;
}

/** The departments as they are called today, and where a new name or a merger is recorded. 第十三条. */
function Departments({ departments, change }: DepartmentsProps) {
  return (
    <section className="panel">
      <div className="row spread">
        <h2>部门</h2>
        <Opening command={change} />
      </div>
      <PlainTable
        rows={departments}
        rowKey={({ id }) => id}
        empty=""
        columns={[
          { title: '简称', width: 240, render: ({ name }) => name },
          { title: '全称', render: ({ officialName }) => officialName },
          { title: '行业', width: 240, render: ({ sectors }) => sectors.join('、') },
        ]}
      />
    </section>
  );
}
