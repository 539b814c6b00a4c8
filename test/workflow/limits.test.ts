import type Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { numberedId } from '../db/sample-rows.ts';
import { type NewDesk, newDesk } from './new-desk.ts';

const studio = '方予安小学语文名师工作室';
const special = { reason: '学科带头人紧缺', approver: '局党组' };

/** An application of 2026-08-01 that meets every article; each test moves one fact of it to a limit and accepts it. */
let desk: NewDesk;
let studioId: string;
let number = 900;
beforeAll(async () => {
  desk = await newDesk({ imported: true });
  studioId = await desk.idOf(studio);
});
afterAll(() => desk.close());

/** What accepting says once something is so: 'accepted', or the refusal. The acceptance is taken back again. */
async function accepting(facts: (register: Database.Database) => void, answers: Readonly<Record<string, string>> = {}): Promise<string> {
  desk.around(facts);
  try {
    await desk.act('accept', studio, answers);
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
  await desk.workflow.undoLast({});
  return 'accepted';
}

/** Changes the people of the studio who have a role. */
const people =
  (role: string, set: string, ...values: readonly string[]) =>
  (register: Database.Database) =>
    register
      .prepare(`UPDATE people SET ${set} WHERE id IN (SELECT person_id FROM team_roles WHERE studio_id = ? AND role = ?)`)
      .run(...values, studioId, role);

describe('第三条: three to five members', () => {
  /** Leaves so many members: the rest become trainees, who is missing joins. */
  const members = (count: number) => (register: Database.Database) => {
    register.prepare("UPDATE team_roles SET role = 'member' WHERE studio_id = ? AND role = 'trainee'").run(studioId);
    const present = register.prepare("SELECT id FROM team_roles WHERE studio_id = ? AND role = 'member'").pluck().all(studioId) as string[];
    for (const id of present.slice(count)) register.prepare("UPDATE team_roles SET role = 'trainee' WHERE id = ?").run(id);
    for (let more = present.length; more < count; more += 1) {
      number += 1;
      register.prepare('INSERT INTO people (id, name) VALUES (?, ?)').run(numberedId(number), `成员${number}`);
      register
        .prepare("INSERT INTO team_roles (id, studio_id, person_id, role, sequence, from_date) VALUES (?, ?, ?, 'member', ?, '2026-08-01')")
        .run(numberedId(number), studioId, numberedId(number), number);
    }
  };
  afterAll(() => accepting(members(3)));

  it.each([
    [2, /第三条：团队成员应为 3 至 5 人，现有 2 人/],
    [3, /^accepted$/],
    [5, /^accepted$/],
    [6, /第三条：团队成员应为 3 至 5 人，现有 6 人/],
  ])('an application with %i members', async (count, said) => {
    expect(await accepting(members(count))).toMatch(said);
  });
});

describe('第五条第四项: the age of the lead, to the day of application 2026-08-01', () => {
  afterAll(() => accepting(people('lead', "sex = 'female', birth_date = '1980-01-01'")));

  it.each([
    ['male', 'on the last day at 57', '1968-08-02', 'accepted', 'accepted'],
    ['male', 'on the 58th birthday', '1968-08-01', '特殊情况', 'accepted'],
    ['male', 'on the last day at 60', '1965-08-02', '特殊情况', 'accepted'],
    ['male', 'on the 61st birthday', '1965-08-01', '上限 60 周岁', '上限 60 周岁'],
    ['female', 'on the last day at 52', '1973-08-02', 'accepted', 'accepted'],
    ['female', 'on the 53rd birthday', '1973-08-01', '特殊情况', 'accepted'],
    ['female', 'on the last day at 55', '1970-08-02', '特殊情况', 'accepted'],
    ['female', 'on the 56th birthday', '1970-08-01', '上限 55 周岁', '上限 55 周岁'],
  ])('%s %s (born %s): alone %s, with a reason and who approved it %s', async (sex, _when, birth, alone, approved) => {
    const born = people('lead', 'sex = ?, birth_date = ?', sex, birth);
    expect([await accepting(born), await accepting(born, special)]).toEqual([
      expect.stringContaining(alone),
      expect.stringContaining(approved),
    ]);
  });

  it('counts on the new day when an application comes again', async () => {
    expect(await accepting(people('lead', "sex = 'male', birth_date = '1968-08-10'"))).toBe('accepted');
    desk.around((register) => register.prepare("UPDATE applications SET applied_on = '2026-08-09' WHERE studio_id = ?").run(studioId));
    expect(await accepting(() => undefined)).toBe('accepted');
    desk.around((register) => register.prepare("UPDATE applications SET applied_on = '2026-08-10' WHERE studio_id = ?").run(studioId));
    expect(await accepting(() => undefined)).toContain('特殊情况');
    desk.around((register) => register.prepare("UPDATE applications SET applied_on = '2026-08-01' WHERE studio_id = ?").run(studioId));
  });
});

describe('第六条第一项: the age of members, to the day of application', () => {
  afterAll(() => accepting(people('member', "birth_date = '1990-01-01'")));

  it.each([
    ['on the last day at 45', '1980-08-02', 'accepted'],
    ['on the 46th birthday', '1980-08-01', '特殊情况'],
  ])('%s (born %s): %s; with who approved it always', async (_when, birth, said) => {
    expect(await accepting(people('member', 'birth_date = ?', birth))).toContain(said);
    expect(await accepting(() => undefined, special)).toBe('accepted');
  });
});

describe('第七条第一项: the place', () => {
  const area = (squareMetres: number) => (register: Database.Database) =>
    register.prepare('UPDATE studios SET area = ? WHERE id = ?').run(squareMetres, studioId);
  afterAll(() => accepting(area(60)));

  it('has fifty square metres, or a reason and who approved it', async () => {
    expect(await accepting(area(50))).toBe('accepted');
    expect(await accepting(area(49.99))).toMatch(/特殊情况.*第七条第一项/);
    expect(await accepting(area(49.99), special)).toBe('accepted');
  });
});

describe('第二十二条: the first day', () => {
  it('is 2014-10-10: an application of that day is judged, one of the day before is not', async () => {
    const applied = (day: string) => (register: Database.Database) =>
      register.prepare('UPDATE applications SET applied_on = ? WHERE studio_id = ?').run(day, studioId);
    const before = await accepting(applied('2014-10-09'));
    const first = await accepting(applied('2014-10-10'));
    await accepting(applied('2026-08-01'));
    expect([before, first]).toEqual([expect.stringMatching(/2014-10-09.*第二十二条/), 'accepted']);
  });

  it('is the first day of a round', async () => {
    const bureau = await newDesk({ seat: '区人力资源局' });
    const open = () => bureau.workflow.runCommand({ command: 'open-round' });
    bureau.moveTo('2014-10-09');
    await expect(open()).rejects.toThrow('第二十二条');
    bureau.moveTo('2014-10-10');
    expect((await open()).message).toContain('已启动 2014 年');
    bureau.close();
  });
});
