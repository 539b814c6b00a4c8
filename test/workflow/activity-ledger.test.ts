import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { carry, endTitle, type NewDesk, newDesk, recordInLedger } from './new-desk.ts';

const studio = '方予安小学语文名师工作室';
const training = { task: '2-1', title: '青年教师培训', amount: 36, evidence: '签到表' };

let desk: NewDesk;
beforeEach(async () => {
  desk = await newDesk({ imported: true });
  await carry(desk, studio, 'named');
});
afterEach(() => desk.close());

const record = (answers: Record<string, unknown>) => desk.act('record-activity', studio, { ...training, ...answers });
const correct = (answers: Record<string, unknown>) => desk.act('correct-activity', studio, { reason: '登记有误', ...answers });
/** What an act is answered with: the refusal, or that it was done. */
const answerTo = (act: Promise<unknown>): Promise<string> => act.then(() => 'done', String);
const detail = async () => desk.workflow.showStudio({ studioId: await desk.idOf(studio) });
const rows = async () =>
  (await detail()).activities.map(({ sequence, taskCode, date, amount, reverses, replaces, reversed }) =>
    [sequence, taskCode, date, amount, reverses, replaces, reversed].join(' '),
  );
const ledgerOf = async (code: string) => (await detail()).letters.at(-1)?.tasks.find((task) => task.code === code)?.ledger;

describe('第九条: what an activity counts for', () => {
  it('is refused before a letter is signed, also when one is drawn up', async () => {
    await expect(record({})).rejects.toThrow(/没有已签订的任务承诺书.*第九条/);
    await desk.workflow.makeDocuments({ kind: 'commitment-letter', folder: join(desk.folder, '文书') });
    await expect(record({})).rejects.toThrow('没有已签订的任务承诺书');
  });

  describe('with a letter from 2026-09-01 to 2028-08-31', () => {
    beforeEach(async () => {
      await desk.act('sign-commitment-letter', studio, { cycleFrom: '2026-09-01' });
      desk.moveTo('2028-12-01');
    });

    it.each([
      ['2026-08-31', '没有已签订的任务承诺书'],
      ['2026-09-01', 'done'],
      ['2028-08-31', 'done'],
      ['2028-09-01', '没有已签订的任务承诺书'],
      ['2028-12-02', '晚于今天 2028-12-01'],
    ])('on %s: %s', async (date, answer) => {
      expect(await answerTo(record({ date }))).toContain(answer);
    });

    it('sums by task, year of the cycle and cycle: the last day of a year is its own, the next is the next one’s', async () => {
      await recordInLedger(desk, studio, { '2-1': 100.5 }, '2027-08-31');
      await recordInLedger(desk, studio, { '2-1': 200.25 }, '2027-09-01');
      expect(await ledgerOf('2-1')).toEqual({
        years: [
          { year: 1, sum: 100.5, target: 500, share: 0.201 },
          { year: 2, sum: 200.25, target: 500, share: 0.4005 },
        ],
        cycle: { sum: 300.75, target: 1000, share: 0.30075 },
      });
      expect((await ledgerOf('5-1'))?.cycle).toEqual({ sum: 0, target: 2, share: 0 });
    });

    it('says what the year has come to', async () => {
      await record({ date: '2026-09-10' });
      expect((await record({ date: '2027-08-31', title: '教研员培训' })).message).toContain('周期第 1 年累计 72／500 人次');
      expect((await record({ date: '2027-09-01', title: '新教师培训' })).message).toContain('周期第 2 年累计 36／500 人次');
    });

    it('needs a task of the letter, and names those there are', async () => {
      await expect(record({ task: '9-9', date: '2027-01-01' })).rejects.toThrow(/没有编号为「9-9」的任务.*2-1（开展培训）/);
    });

    it.each([
      [0, '应大于 0'],
      [-1, '应大于 0'],
      [0.01, 'done'],
      [0.001, '最多两位小数'],
      [10_000_000, 'done'],
      [10_000_000.5, '超过 10000000'],
    ])('an amount of %s: %s', async (amount, answer) => {
      expect(await answerTo(record({ amount, date: '2027-01-01' }))).toContain(answer);
    });

    it('counts topics of the district level and above, and says the level of nothing else', async () => {
      const topic = { task: '3-1', amount: 1, date: '2027-01-01' };
      await expect(record(topic)).rejects.toThrow(/没有填课题级别.*第九条第三项/);
      await expect(record({ ...topic, level: '区级以下' })).rejects.toThrow(/区级以下课题不计入任务.*第九条第三项/);
      await expect(record({ ...topic, level: '校级' })).rejects.toThrow('应为区级、市级、省级、国家级、区级以下之一');
      await expect(record({ level: '区级', date: '2027-01-01' })).rejects.toThrow('只有调研课题有级别');
      await record({ ...topic, level: '区级' });
      expect((await detail()).activities.map(({ kindLabel, levelLabel }) => [kindLabel, levelLabel])).toEqual([['调研课题', '区级']]);
    });

    it('needs evidence in words', async () => {
      await expect(record({ evidence: ' ', date: '2027-01-01' })).rejects.toThrow(/「佐证材料」不能为空.*第九条/);
    });

    it('warns of the same activity twice, and of a year that is assessed already', async () => {
      await record({ date: '2027-01-01' });
      expect((await record({ date: '2027-01-01' })).warnings).toEqual(['第 1 项是同一任务、同一天、同一名称的活动，请核对是否重复登记。']);
      expect((await record({ date: '2027-01-02' })).warnings).toEqual([]);
      await desk.act('record-process-assessment', studio, { assessors: '甲', grade: '不合格', date: '2027-08-31' });
      expect((await record({ date: '2027-08-31' })).warnings).toEqual(['周期第 1 年已经考核，这项活动不改变考核记录（第十九条第一款）。']);
      expect((await record({ date: '2027-09-01' })).warnings).toEqual([]);
    });

    it('keeps a copy of the file that proves it, once, under a name that comes of its bytes', async () => {
      const file = join(desk.folder, '签到 表..pdf');
      writeFileSync(file, 'scan');
      await record({ date: '2027-01-01', file });
      await record({ date: '2027-01-02', file });
      expect((await detail()).activities.map(({ attachment }) => attachment)).toEqual(['签到 表..pdf', '签到 表..pdf']);
      const kept = join(desk.folder, '数据 夹', 'attachments', await desk.idOf(studio));
      const [name, ...others] = readdirSync(kept);
      expect([others, name?.endsWith('.pdf'), readFileSync(join(kept, name ?? ''), 'utf8')]).toEqual([[], true, 'scan']);
    });

    it('refuses a file that is not there or is a folder, and then keeps nothing', async () => {
      const folder = join(desk.folder, '材料');
      mkdirSync(folder);
      await expect(record({ date: '2027-01-01', file: join(folder, '没有.pdf') })).rejects.toThrow('没有这个文件');
      await expect(record({ date: '2027-01-01', file: folder })).rejects.toThrow('它不是文件');
      expect((await detail()).activities).toEqual([]);
    });
  });
});

describe('第九条: correcting the ledger', () => {
  beforeEach(async () => {
    await desk.act('sign-commitment-letter', studio);
    desk.moveTo('2027-08-20');
    await record({ date: '2026-10-01' });
  });

  it('takes the wrong row back by one that mirrors it, and records anew what it should have said', async () => {
    await correct({ activity: 1, amount: 63 });
    expect(await rows()).toEqual(['1 2-1 2026-10-01 36   true', '2 2-1 2026-10-01 -36 1  false', '3 2-1 2026-10-01 63  1 false']);
    expect((await ledgerOf('2-1'))?.years[0]?.sum).toBe(63);
    expect((await detail()).activities.map(({ reason }) => reason)).toEqual([null, '登记有误', '登记有误']);
  });

  it('moves an amount to another task, day and year', async () => {
    await correct({ activity: 1, task: '1-1', amount: 2, date: '2027-08-15' });
    expect(await rows()).toEqual(['1 2-1 2026-10-01 36   true', '2 2-1 2026-10-01 -36 1  false', '3 1-1 2027-08-15 2  1 false']);
    expect([(await ledgerOf('2-1'))?.cycle.sum, (await ledgerOf('1-1'))?.years.map(({ sum }) => sum)]).toEqual([0, [0, 2]]);
  });

  it('cancels a row without recording anew', async () => {
    expect((await correct({ activity: 1, cancel: '是' })).message).toContain('已作废');
    expect(await rows()).toEqual(['1 2-1 2026-10-01 36   true', '2 2-1 2026-10-01 -36 1  false']);
    expect((await ledgerOf('2-1'))?.cycle.sum).toBe(0);
  });

  it('asks for the level when an activity turns out a topic, keeps a topic’s own, and drops it with the topic', async () => {
    await expect(correct({ activity: 1, task: '3-1', amount: 1 })).rejects.toThrow('没有填课题级别');
    await correct({ activity: 1, task: '3-1', amount: 1, level: '市级' });
    await correct({ activity: 3, amount: 2 });
    expect((await detail()).activities.at(-1)).toMatchObject({ sequence: 5, levelLabel: '市级', amount: 2 });
    await correct({ activity: 5, task: '3-2' });
    expect((await detail()).activities.at(-1)).toMatchObject({ sequence: 7, levelLabel: null, taskCode: '3-2' });
  });

  it('needs a reason, a row that stands, and something to correct', async () => {
    await expect(desk.act('correct-activity', studio, { activity: 1, amount: 3 })).rejects.toThrow('缺少「更正理由」');
    await expect(correct({ activity: 2, amount: 3 })).rejects.toThrow(/没有第 2 项活动.*第九条/);
    await expect(correct({ activity: 1 })).rejects.toThrow('没有填要更正的内容');
    await expect(correct({ activity: 1, cancel: '是', amount: 3 })).rejects.toThrow('作废不另记活动');
    await correct({ activity: 1, amount: 3 });
    await expect(correct({ activity: 1, amount: 4 })).rejects.toThrow('第 1 项已经冲销');
    await expect(correct({ activity: 2, amount: 4 })).rejects.toThrow('第 2 项是第 1 项的冲销');
    await correct({ activity: 3, amount: 4 });
    expect((await ledgerOf('2-1'))?.cycle.sum).toBe(4);
  });

  it('is the way back: an undo is refused and says so', async () => {
    await expect(desk.workflow.undoLast({})).rejects.toThrow(`「${studio}」有记录只增不改，或之后又有变动。请改以「更正活动记录」更正。`);
    expect(await rows()).toEqual(['1 2-1 2026-10-01 36   false']);
  });

  it('changes nothing when what should stand instead is refused', async () => {
    await expect(correct({ activity: 1, amount: -5 })).rejects.toThrow('应大于 0');
    await expect(correct({ activity: 1, date: '2026-08-09' })).rejects.toThrow('没有已签订的任务承诺书');
    expect(await rows()).toEqual(['1 2-1 2026-10-01 36   false']);
  });
});

describe('powers over the ledger', () => {
  beforeEach(() => desk.act('sign-commitment-letter', studio));

  it('of in-system studios are their own bureau’s', async () => {
    await record({});
    const studioId = await desk.idOf(studio);
    const { commands } = await desk.workflow.showStudio({ studioId });
    expect(commands).toEqual(expect.arrayContaining(['record-activity', 'correct-activity']));
    const union = desk.as('区总工会');
    await expect(union.runCommand({ command: 'record-activity', studioId, answers: training })).rejects.toThrow('属于教育系统');
    const office = desk.as('区委人才工作领导小组办公室');
    await expect(office.runCommand({ command: 'record-activity', studioId, answers: training })).rejects.toThrow('没有这项职权');
  });

  it('of the HR bureau begin with a district letter: in-system it is offered nothing and may do nothing', async () => {
    await record({});
    const studioId = await desk.idOf(studio);
    const hr = desk.as('区人力资源局');
    expect((await hr.showStudio({ studioId })).commands.filter((name) => name.endsWith('-activity'))).toEqual([]);
    await expect(hr.runCommand({ command: 'record-activity', studioId, answers: training })).rejects.toThrow(
      '没有已签订的区级的任务承诺书',
    );
    await expect(
      hr.runCommand({ command: 'correct-activity', studioId, answers: { activity: 1, reason: '误', amount: 2 } }),
    ).rejects.toThrow(/按系统内名师工作室管理，由行业主管部门办理/);
  });

  it('end with the title, on its last day as in the register', async () => {
    const studioId = await desk.idOf(studio);
    desk.moveTo('2026-12-01');
    desk.around((register) => endTitle(register, studioId, '2026-11-01', 'ended'));
    expect((await desk.workflow.showStudio({ studioId })).commands).not.toContain('record-activity');
    await expect(record({ date: '2026-11-01' })).rejects.toThrow(/称号已于 2026-11-01 终止/);
    await expect(record({ date: '2026-10-31' })).resolves.toBeDefined();
  });
});

describe('第十九条: the process assessment and the ledger', () => {
  const done = { '1-1': 1, '1-2': 1, '2-1': 500, '2-2': 1, '3-1': 2, '3-2': 1, '4-1': 1, '5-1': 1 };
  const assess = (answers: Record<string, unknown>) =>
    desk.act('record-process-assessment', studio, { assessors: '甲', grade: '合格', ...answers });
  beforeEach(async () => {
    await desk.act('sign-commitment-letter', studio);
    desk.moveTo('2027-08-20');
  });

  it('takes the sum of the year when nobody gives a number', async () => {
    await recordInLedger(desk, studio, done, '2027-08-09');
    expect((await assess({})).warnings).toEqual([]);
    const items = (await detail()).assessments[0]?.items.map(({ code, actual, remark }) => [code, actual, remark]);
    expect(items).toEqual(Object.entries(done).map(([code, amount]) => [code, amount, null]));
  });

  it('leaves out what the next year did, and what was done after the day of the assessment', async () => {
    await recordInLedger(desk, studio, done, '2027-08-01');
    await recordInLedger(desk, studio, { '2-1': 7 }, '2027-08-09');
    await recordInLedger(desk, studio, { '2-1': 9 }, '2027-08-10');
    await assess({ date: '2027-08-08' });
    expect((await detail()).assessments[0]?.items.find(({ code }) => code === '2-1')?.actual).toBe(500);
  });

  it('takes another number only with an opinion, shows both, and keeps the difference', async () => {
    await recordInLedger(desk, studio, { ...done, '2-1': 480 }, '2027-08-01');
    const given = { actual: { '2-1': 500 } };
    await expect(assess(given)).rejects.toThrow(/任务 2-1（台账 480，填报 500）的完成数与活动台账不一致.*第十九条第二款/);
    const { warnings } = await assess({ ...given, opinion: '现场查验签到表 500 人次' });
    expect(warnings).toEqual(['完成数与活动台账不一致的任务：2-1（台账 480，填报 500）（第九条）。']);
    expect((await detail()).assessments[0]?.items.find(({ code }) => code === '2-1')).toMatchObject({
      actual: 500,
      remark: '台账合计 480 人次，考核认定 500 人次',
    });
  });

  it('needs no opinion for a number that agrees with the ledger', async () => {
    await recordInLedger(desk, studio, done, '2027-08-01');
    expect((await assess({ actual: done })).warnings).toEqual([]);
  });
});

describe('第九条: the duty of the year', () => {
  const due = async () =>
    (await desk.workflow.listDuties({ days: 30 }))
      .filter(({ action, studio: whose }) => whose === studio && action === 'record-activity')
      .map(({ duty, due: day }) => `${duty} ${day}`);

  it('names what is lacking as the year of the cycle nears its end, until it is done or assessed', async () => {
    await desk.act('sign-commitment-letter', studio);
    await recordInLedger(desk, studio, { '1-1': 1, '1-2': 1, '2-1': 499.5, '2-2': 1, '3-1': 2, '3-2': 1, '4-1': 1 });
    desk.moveTo('2027-07-09');
    expect(await due()).toEqual([]);
    desk.moveTo('2027-07-10');
    expect(await due()).toEqual(['完成本年度任务：2-1 还差 0.5 人次、5-1 还差 1 项 2027-08-09']);
    await recordInLedger(desk, studio, { '2-1': 0.5 });
    expect(await due()).toEqual(['完成本年度任务：5-1 还差 1 项 2027-08-09']);
    await recordInLedger(desk, studio, { '5-1': 1 });
    expect(await due()).toEqual([]);
    desk.moveTo('2027-08-10');
    await desk.act('record-process-assessment', studio, { assessors: '甲', grade: '合格', date: '2027-08-09' });
    desk.moveTo('2028-07-20');
    expect((await due())[0]).toContain('2-1 还差 500 人次');
  });

  it('is the bureau’s for in-system letters, and nobody else’s', async () => {
    await desk.act('sign-commitment-letter', studio);
    desk.moveTo('2027-08-01');
    const actions = async (seat: string) => (await desk.as(seat).listDuties({ days: 30 })).map(({ action }) => action);
    expect(await actions('区人力资源局')).not.toContain('record-activity');
    expect(await actions('区委人才工作领导小组办公室')).not.toContain('record-activity');
    expect(await actions('区总工会')).not.toContain('record-activity');
    expect(await actions('区教育局')).toContain('record-activity');
  });
});

describe('an activity of the day on which its title ended', () => {
  beforeEach(async () => {
    await desk.act('sign-commitment-letter', studio);
    await record({});
    await desk.act('end-without-fault', studio, { reason: '领办人调离', unitOpinion: '同意', settlement: '无' });
  });
  const sum = async () => (await ledgerOf('2-1'))?.cycle.sum;

  it('is struck out', async () => {
    await correct({ activity: 1, cancel: '是' });
    expect(await sum()).toBe(0);
  });

  it('is lowered, and told better', async () => {
    await correct({ activity: 1, amount: 30 });
    await correct({ activity: 3, title: '更正后的名称' });
    expect(await sum()).toBe(30);
  });

  it('does not count for more, nor for another task, nor on a later day', async () => {
    desk.moveTo('2026-08-11');
    for (const change of [{ amount: 37 }, { task: '2-2', amount: 1 }, { date: '2026-08-11' }]) {
      await expect(correct({ activity: 1, ...change })).rejects.toThrow(
        /称号已于 2026-08-10 终止，当日起的活动不再计入.*只能作废或核减.*第九条/,
      );
    }
    expect(await sum()).toBe(36);
  });
});
