import { and, eq, isNull } from 'drizzle-orm';
import type { WritableDatabase } from '../../db/database.ts';
import { departmentsOn, listSectors } from '../../db/queries/departments.ts';
import { designations, hostUnits, people, studios, teamRoles } from '../../db/schema.ts';
import { type PlainDate, plainDate } from '../../policy/plain-date.ts';
import type { StudioLevel } from '../../policy/seat.ts';
import { runCommand } from '../../workflow/command.ts';
import { commandNamed } from '../../workflow/commands.ts';
import type { Context } from '../../workflow/context.ts';
import type { CommandOutcome } from '../../workflow/contract/command.ts';
import { memoryRegister } from '../db/memory-register.ts';
import { numberedId } from '../db/sample-rows.ts';

export const education = '区教育局' as const;
export const union = '区总工会';
export const civil = '区民政局';
export const culture = '区文体旅广局';
export const hr = '区人力资源局';
export const office = '区委人才工作领导小组办公室';

const bureaus = [education, union, civil, culture] as const;
type Bureau = (typeof bureaus)[number];

/** Three studios of a bureau, named in the system: `studioOf(education, 1)`. */
export function studioOf(bureau: Bureau, number: 1 | 2 | 3): string {
  return `${bureau}第${number}名师工作室`;
}

/** The bureau of a studio's name. */
export function bureauOf(studio: string): Bureau {
  const found = bureaus.find((bureau) => studio.startsWith(bureau));
  if (found === undefined) throw new Error(`no bureau of ${studio}`);
  return found;
}

/** A register with twelve studios named in four systems on 2026-03-01, where any seat may act on any day. */
export interface RoundRegister {
  readonly db: WritableDatabase;
  readonly idOf: (studio: string) => string;
  readonly contextOf: (seat: string) => Context;
  readonly moveTo: (day: string) => void;
  /** A title that is ended without fault on a day, as the office or the bureau would. */
  readonly endTitle: (studio: string, level: StudioLevel, on: string) => void;
  /** A district title from before the register's first round, or from elsewhere. */
  readonly nameElsewhere: (studio: string, on: string) => void;
  /** Runs a command as a seat, on a studio or on the desk as a whole. */
  readonly act: (seat: string, command: string, studio: string | null, answers?: Readonly<Record<string, unknown>>) => CommandOutcome;
}

/** Opens the register on 2026-07-20, a Monday in the third quarter. */
export function roundRegister(): RoundRegister {
  const db = memoryRegister();
  let today: PlainDate = plainDate('2026-07-20');
  const ids = new Map<string, string>();
  for (const [index, bureau] of bureaus.entries()) {
    const department = departmentsOn(db, today).find(({ name }) => name === bureau);
    const sector = listSectors(db).find(({ bureauId }) => bureauId === department?.id);
    if (department === undefined || sector === undefined) throw new Error(`no department ${bureau}`);
    for (const number of [1, 2, 3] as const) {
      const id = numberedId(index * 10 + number);
      const name = studioOf(bureau, number);
      ids.set(name, id);
      db.insert(hostUnits)
        .values({ id, name: `${bureau}第${number}单位`, kind: 'public-institution', inDistrict: true })
        .run();
      db.insert(studios).values({ id, name, sectorId: sector.id, hostUnitId: id }).run();
      db.insert(people)
        .values({ id, name: `${bureau}第${number}领办人` })
        .run();
      db.insert(teamRoles)
        .values({ id, studioId: id, personId: id, role: 'lead', sequence: 1, fromDate: plainDate('2026-03-01') })
        .run();
      db.insert(designations)
        .values({
          id,
          studioId: id,
          level: 'in-system',
          departmentId: department.id,
          namedOn: plainDate('2026-03-01'),
          documentNumber: `旧〔2026〕${index * 10 + number}号`,
          filedOn: plainDate('2026-03-02'),
        })
        .run();
    }
  }
  const idOf = (studio: string) => {
    const id = ids.get(studio);
    if (id === undefined) throw new Error(`no studio ${studio}`);
    return id;
  };
  const contextOf = (seatName: string): Context => {
    const seat = departmentsOn(db, today).find(({ name }) => name === seatName);
    if (seat === undefined) throw new Error(`no department ${seatName}`);
    return { db, seat, today, at: `${today}T01:00:00.000Z` };
  };
  return {
    db,
    idOf,
    contextOf,
    moveTo(day) {
      today = plainDate(day);
    },
    endTitle(studio, level, on) {
      const title = db
        .select()
        .from(designations)
        .where(and(eq(designations.studioId, idOf(studio)), eq(designations.level, level), isNull(designations.endedOn)))
        .get();
      if (title === undefined) throw new Error(`${studio} holds no title`);
      db.$client
        .prepare(
          `INSERT INTO title_endings (id, studio_id, designation_id, department_id, ended_on, number, reason, papers, unspent_grant)
           VALUES (?, ?, ?, ?, ?, '终止1号', '单位撤并', '[]', 0)`,
        )
        .run(title.id, title.studioId, title.id, title.departmentId, on);
      db.$client.prepare("UPDATE designations SET ended_on = ?, end_kind = 'ended' WHERE id = ?").run(on, title.id);
    },
    nameElsewhere(studio, on) {
      const departmentId = contextOf(office).seat.id;
      const id = idOf(studio).replace('-9000-', '-9100-');
      db.insert(designations)
        .values({ id, studioId: idOf(studio), level: 'district', departmentId, namedOn: plainDate(on) })
        .run();
    },
    act: (seat, command, studio, answers = {}) =>
      runCommand(commandNamed(command), studio === null ? undefined : idOf(studio), answers, contextOf(seat)),
  };
}

/** How far a round is to be carried. */
type RoundStep = 'recommended' | 'reviewed' | 'shortlisted' | 'approved' | 'posted';

/** The experts of a carried round. */
export const experts = ['钟离恒', '沈青'] as const;

/**
 * Carries a round with some studios, each with the points both experts give it, to a step, all on the present day. With equal points nobody
 * is shortlisted by rank alone where the places are not enough.
 */
export function carryRound({ act }: RoundRegister, points: Readonly<Record<string, number>>, to: RoundStep): void {
  const names = Object.keys(points);
  act(hr, 'open-round', null);
  const ranks = new Map<string, number>();
  for (const studio of names) {
    const bureau = bureauOf(studio);
    const rank = (ranks.get(bureau) ?? 0) + 1;
    ranks.set(bureau, rank);
    act(bureau, 'apply-to-round', studio, { unitAgreed: '是' });
    act(bureau, 'recommend', studio, { rank, reason: '业绩突出' });
  }
  if (to === 'recommended') return;
  act(hr, 'set-round-criteria', null, { title: { 1: '示范引领', 2: '人才培养' }, points: { 1: 60, 2: 40 } });
  for (const name of experts) act(hr, 'register-expert', null, { name, employer: '市教育科学研究院', declared: '是' });
  for (const studio of names) {
    act(hr, 'inspect-candidate', studio, { inspectors: '林清源', result: 'pass' });
    const score = points[studio] ?? 0;
    for (const expert of experts)
      act(hr, 'record-expert-scores', studio, { expert, score: { 1: Math.min(60, score), 2: Math.max(0, score - 60) } });
  }
  if (to === 'reviewed') return;
  for (const studio of names.toSorted((left, right) => (points[right] ?? 0) - (points[left] ?? 0))) act(hr, 'shortlist', studio);
  if (to === 'shortlisted') return;
  act(office, 'approve-shortlist', null, { minutes: '人才办纪〔2026〕3号' });
  if (to === 'approved') return;
  act(office, 'post-public-notice', null);
}
