import { beforeEach, describe, expect, it } from 'vitest';
import type { WritableDatabase } from '../../db/database.ts';
import { departmentsOn } from '../../db/queries/departments.ts';
import { studios } from '../../db/schema.ts';
import { article } from '../../policy/article.ts';
import { plainDate } from '../../policy/plain-date.ts';
import { command, describeCommand, deskCommand, runCommand } from '../../workflow/command.ts';
import { numberField } from '../../workflow/field.ts';
import { memoryRegister } from '../db/memory-register.ts';
import { studioRow } from '../db/sample-rows.ts';

const today = plainDate('2026-08-10');
const declared = { title: '开启评选', summary: '…', article: article(12), fields: { year: numberField('年度') } };
const open = deskCommand({
  ...declared,
  name: 'open',
  powers: ['hr-bureau', 'sector-bureau'],
  run: ({ answers: { year } }) => ({ message: `${year}` }),
});
const rename = command({
  ...declared,
  name: 'rename',
  powers: ['sector-bureau'],
  offered: () => true,
  run: ({ studio }) => ({ message: studio.name }),
});

let db: WritableDatabase;
beforeEach(() => {
  db = memoryRegister();
});

function contextOf(seatName: string) {
  const seat = departmentsOn(db, today).find(({ name }) => name === seatName);
  if (seat === undefined) throw new Error(`no department ${seatName}`);
  return { db, seat, today, at: '2026-08-10T01:00:00.000Z' };
}

const lastAct = () => db.$client.prepare('SELECT command, studio_id FROM audit ORDER BY sequence DESC').get();

describe('a command on the desk as a whole', () => {
  it('runs without a studio, and its audit row names none', () => {
    expect(runCommand(open, undefined, { year: '2026' }, contextOf('区人力资源局'))).toEqual({
      command: 'open',
      studio: null,
      status: '',
      statusLabel: '',
      message: '2026',
      warnings: [],
    });
    expect(lastAct()).toEqual({ command: 'open', studio_id: null });
  });

  it('refuses to be given to a studio', () => {
    const row = studioRow(1);
    db.insert(studios).values(row).run();
    expect(() => runCommand(open, row.id, { year: 2026 }, contextOf('区人力资源局'))).toThrow('不针对某个工作室');
    expect(lastAct()).toBeUndefined();
  });

  it('asks for its power without a studio: any bureau where bureaus may, no other seat', () => {
    expect(runCommand(open, undefined, { year: 2026 }, contextOf('区总工会')).message).toBe('2026');
    expect(() => runCommand(open, undefined, { year: 2026 }, contextOf('区委人才工作领导小组办公室'))).toThrow(/没有这项职权.*第十二条/);
  });

  it('says in its description what it is about', () => {
    expect([describeCommand(open).scope, describeCommand(rename).scope]).toEqual(['desk', 'studio']);
  });
});

describe('a command on a studio', () => {
  it('refuses to go without one', () => {
    expect(() => runCommand(rename, undefined, { year: 2026 }, contextOf('区教育局'))).toThrow('没有指定工作室');
  });
});
