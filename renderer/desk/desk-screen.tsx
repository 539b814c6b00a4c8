import { Segmented, Tag } from 'antd';
import { useState } from 'react';
import { applicationStatuses, applicationStatusLabels } from '../../policy/seat.ts';
import type { DutyView } from '../../workflow/contract/contract.ts';
import type { Session } from '../../workflow/contract/session.ts';
import type { StudioRow } from '../../workflow/contract/studio.ts';
import { FailureNotice } from '../connection/failure-notice.tsx';
import { useAnswer } from '../connection/use-answer.ts';
import { PlaceLink } from '../frame/place-link.tsx';
import { PlainTable } from '../frame/plain-table.tsx';
import { CalendarExport } from './calendar-export.tsx';
import { dueText, dueUrgency } from './due-text.ts';
import { DutyCalendar } from './duty-calendar.tsx';
import { dutyPlace } from './duty-place.ts';
import './desk.css';

const urgencyColours = { overdue: 'red', soon: 'orange', later: 'default' } as const;

/** What is to be done, the most urgent first, each with its article and the way to where it is done; and how many studios stand where. */
export function DeskScreen({ session }: { readonly session: Session }) {
  const [days, setDays] = useState(30);
  const [view, setView] = useState<'list' | 'calendar'>('list');
  const duties = useAnswer('listDuties', { days: view === 'list' ? days : 365 });
  const commands = useAnswer('listCommands', {});
  const studios = useAnswer('listStudios', {});
  const exports = useAnswer('listExports', {});
  const placeOf = (duty: DutyView) => dutyPlace(duty, studios.data ?? [], commands.data ?? [], exports.data ?? []);
  return (
    <>
      <h1 className="screen-title">工作台</h1>
      <FailureNotice failure={duties.error ?? studios.error ?? commands.error ?? exports.error} />
      <section className="panel">
        <div className="row spread">
          <h2>待办事项</h2>
          <div className="row">
            {view === 'list' && (
              <Segmented
                value={days}
                onChange={setDays}
                options={[
                  { value: 30, label: '30 天内' },
                  { value: 90, label: '90 天内' },
                  { value: 365, label: '一年内' },
                ]}
              />
            )}
            <Segmented
              value={view}
              onChange={setView}
              options={[
                { value: 'list', label: '列表' },
                { value: 'calendar', label: '月历' },
              ]}
            />
          </div>
        </div>
        {view === 'calendar' ? (
          <DutyCalendar duties={duties.data ?? []} today={session.today} placeOf={placeOf} />
        ) : (
          <PlainTable<DutyView>
            rows={duties.data ?? []}
            rowKey={({ duty, studio, due }) => `${duty} ${studio} ${due}`}
            empty="这段时间没有待办事项"
            columns={[
              {
                title: '期限',
                width: 200,
                render: ({ due }) => (
                  <>
                    {due} <Tag color={urgencyColours[dueUrgency(due, session.today)]}>{dueText(due, session.today)}</Tag>
                  </>
                ),
              },
              { title: '事项', render: ({ duty }) => duty },
              { title: '工作室', render: ({ studio }) => studio ?? '' },
              { title: '依据', width: 150, render: ({ article }) => article },
              { title: '办理', width: 90, render: (duty) => <PlaceLink to={placeOf(duty)}>去办理</PlaceLink> },
            ]}
          />
        )}
        <div className="duty-export">
          <CalendarExport days={view === 'list' ? days : 365} today={session.today} />
        </div>
      </section>
      <StatusCounts studios={studios.data ?? []} />
    </>
  );
}

function StatusCounts({ studios }: { readonly studios: readonly StudioRow[] }) {
  const counts = applicationStatuses
    .map((status) => ({ status, count: studios.filter((studio) => studio.status === status).length }))
    .filter(({ count }) => count > 0);
  return (
    <div className="desk-counts">
      <PlaceLink to={{ screen: 'studios' }}>
        <span className="desk-count">{studios.length}</span> 全部工作室
      </PlaceLink>
      {counts.map(({ status, count }) => (
        <PlaceLink key={status} to={{ screen: 'studios', status }}>
          <span className="desk-count">{count}</span> {applicationStatusLabels[status]}
        </PlaceLink>
      ))}
      {studios.length === 0 && <PlaceLink to={{ screen: 'exchange' }}>登记库是空的：去数据交换导入申报汇总表</PlaceLink>}
    </div>
  );
}
