import { Button } from 'antd';
import { useState } from 'react';
import type { DutyView } from '../../workflow/contract/contract.ts';
import type { Place } from '../frame/place.ts';
import { PlaceLink } from '../frame/place-link.tsx';
import { dueUrgency } from './due-text.ts';
import { monthOf, monthWeeks, movedMonth } from './month-days.ts';

interface DutyCalendarProps {
  readonly duties: readonly DutyView[];
  readonly today: string;
  readonly placeOf: (duty: DutyView) => Place;
}

const weekdays = ['星期一', '星期二', '星期三', '星期四', '星期五', '星期六', '星期日'] as const;

/** Duties shown in a day; the list has the rest. */
const most = 3;

/** The duties of a month on their days. */
export function DutyCalendar({ duties, today, placeOf }: DutyCalendarProps) {
  const [month, setMonth] = useState(monthOf(today));
  const [earliest] = duties
    .filter(({ due }) => due < `${month}-01` && due < today)
    .map(({ due }) => due)
    .toSorted();
  const byDay = Map.groupBy(duties, ({ due }) => due);
  return (
    <>
      <div className="row">
        <Button onClick={() => setMonth(movedMonth(month, -1))}>‹ 上月</Button>
        <strong>
          {Number(month.slice(0, 4))} 年 {Number(month.slice(5))} 月
        </strong>
        <Button onClick={() => setMonth(movedMonth(month, 1))}>下月 ›</Button>
        {month !== monthOf(today) && <Button onClick={() => setMonth(monthOf(today))}>回到本月</Button>}
        {earliest !== undefined && (
          <Button danger onClick={() => setMonth(monthOf(earliest))}>
            此前有逾期的事项，最早 {earliest}
          </Button>
        )}
      </div>
      <table className="duty-calendar">
        <thead>
          <tr>
            {weekdays.map((weekday) => (
              <th key={weekday} scope="col">
                {weekday}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {monthWeeks(month).map((week) => (
            <tr key={week[0]}>
              {week.map((day) => (
                <td key={day} className={dayClass(day, month, today)}>
                  <time dateTime={day}>{Number(day.slice(8))}</time>
                  <DayDuties duties={byDay.get(day) ?? []} today={today} placeOf={placeOf} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

function dayClass(day: string, month: string, today: string): string {
  return [day === today ? 'duty-today' : '', monthOf(day) === month ? '' : 'duty-other-month'].join(' ').trim();
}

function DayDuties({ duties, today, placeOf }: DutyCalendarProps) {
  return (
    <>
      {duties.slice(0, most).map((duty) => {
        const text = [duty.studio ?? '', duty.duty].filter((part) => part !== '').join('：');
        return (
          <div key={text} className={`duty-on-day duty-${dueUrgency(duty.due, today)}`} title={`${text}（${duty.article}）`}>
            <PlaceLink to={placeOf(duty)}>{text}</PlaceLink>
          </div>
        );
      })}
      {duties.length > most && (
        <div className="faint" title={duties.map(({ studio, duty }) => `${studio ?? ''} ${duty}`).join('\n')}>
          还有 {duties.length - most} 项
        </div>
      )}
    </>
  );
}
