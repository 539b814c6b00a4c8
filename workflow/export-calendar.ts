import { resolve } from 'node:path';
import { ICalCalendar } from 'ical-generator';
import type { Context } from './context.ts';
import type { InputOf, OutputOf } from './contract/contract.ts';
import { listDuties } from './duties.ts';
import { sha256, writeWholeFile } from './files.ts';

/** Writes the duties as whole-day events, so that a phone or a calendar program can remind of them. The same duties give the same file. */
export function exportCalendar({ target, days }: InputOf<'exportCalendar'>, context: Context): OutputOf<'exportCalendar'> {
  const duties = listDuties(context, days ?? 30);
  const calendar = new ICalCalendar({
    name: `名师工作室待办（${context.seat.name}）`,
    prodId: { company: 'mingshi-desk', product: 'duties', language: 'ZH' },
  });
  for (const { duty, studio, due, article } of duties) {
    const day = new Date(`${due}T00:00:00Z`);
    calendar.createEvent({
      id: sha256(Buffer.from([duty, studio ?? '', due].join('|'))).slice(0, 32),
      allDay: true,
      start: day,
      stamp: day,
      summary: [studio, duty].filter((part) => part !== null).join('：'),
      description: `《办法》${article}`,
    });
  }
  writeWholeFile(resolve(target), Buffer.from(calendar.toString()));
  return { path: resolve(target), duties: duties.length };
}
