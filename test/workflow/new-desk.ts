import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import Database from 'better-sqlite3';
import { plainDate } from '../../policy/plain-date.ts';
import type { Workflow } from '../../workflow/contract/contract.ts';
import { openWorkflow } from '../../workflow/service.ts';

/** The workbook a bureau really sent, ten rows. */
export const fixture = resolve(import.meta.dirname, '../fixtures/2026年武昌区教育系统名师工作室申报汇总表（区教育局）.xlsx');

/** A desk on a folder of its own, whose day the test sets. */
export interface NewDesk {
  readonly workflow: Workflow;
  readonly folder: string;
  /** Another seat at the same register, for what a seat may not do. Close it before the desk itself. */
  readonly as: (seat: string) => Workflow;
  readonly moveTo: (day: string) => void;
  /** Does something with the register while no desk has it open: what goes around the commands. */
  readonly around: (work: (register: Database.Database) => void) => void;
  readonly idOf: (studio: string) => Promise<string>;
  readonly act: (command: string, studio: string, answers?: Record<string, unknown>) => ReturnType<Workflow['runCommand']>;
  readonly close: () => void;
}

/** Opens a new register for 区教育局 on 2026-08-10, with the rows of the fixture when asked. */
export async function newDesk({ imported = false, seat = '区教育局' } = {}): Promise<NewDesk> {
  const folder = mkdtempSync(join(tmpdir(), 'desk-'));
  let day = plainDate('2026-08-10');
  const options = { dataFolder: join(folder, '数据 夹'), today: () => day, now: () => `${day}T01:00:00.000Z`, sampleWorkbook: fixture };
  let opened = openWorkflow(options);
  await opened.workflow.initialise({ seat, contact: { person: '何思齐', phone: '027-88000000' } });
  if (imported) await opened.workflow.applyImport({ path: fixture, cleanRowsOnly: true });
  const idOf = async (name: string) => {
    const found = (await opened.workflow.listStudios({})).find((studio) => studio.name === name);
    if (found === undefined) throw new Error(`no studio ${name}`);
    return found.id;
  };
  return {
    get workflow() {
      return opened.workflow;
    },
    folder,
    as(other) {
      opened.close();
      opened = openWorkflow({ ...options, seat: other });
      return opened.workflow;
    },
    moveTo(to) {
      day = plainDate(to);
    },
    around(work) {
      opened.close();
      const register = new Database(join(options.dataFolder, 'register.sqlite'));
      try {
        work(register);
      } finally {
        register.close();
      }
      opened = openWorkflow(options);
    },
    idOf,
    act: async (command, studio, answers = {}) => opened.workflow.runCommand({ command, studioId: await idOf(studio), answers }),
    close() {
      opened.close();
      rmSync(folder, { recursive: true });
    },
  };
}

/** Takes an eligible studio from its application to the named step. */
export async function carry(desk: NewDesk, studio: string, to: 'accepted' | 'inspected' | 'approved' | 'named' | 'filed'): Promise<void> {
  const steps = [
    ['accepted', 'accept', {}],
    ['inspected', 'inspect', { inspectors: '林清源、何思齐', result: 'pass', verified: '是' }],
    ['approved', 'decide', { minutes: '武昌教党纪〔2026〕8号', decision: '同意' }],
    ['named', 'name', {}],
    ['filed', 'file', {}],
  ] as const;
  for (const [reached, command, answers] of steps) {
    await desk.act(command, studio, answers);
    if (reached === to) return;
  }
}

/** Records one activity a task, by task code, on a day (today when left out). */
export async function recordInLedger(
  desk: NewDesk,
  studio: string,
  amounts: Readonly<Record<string, number>>,
  date?: string,
): Promise<void> {
  for (const [task, amount] of Object.entries(amounts)) {
    await desk.act('record-activity', studio, {
      task,
      amount,
      title: `任务 ${task} 的活动`,
      evidence: '签到表、照片',
      ...(date === undefined ? {} : { date }),
      ...(task === '3-1' ? { level: '市级' } : {}),
    });
  }
}

/** Ends the titles of a studio, as if it had come so from elsewhere: around the acts that end titles here. */
export function endTitle(register: Database.Database, studioId: string, endedOn: string, endKind: 'revoked' | 'ended'): void {
  register.exec('DROP TRIGGER designations_end_by_decision');
  register.prepare('UPDATE designations SET ended_on = ?, end_kind = ? WHERE studio_id = ?').run(endedOn, endKind, studioId);
}
