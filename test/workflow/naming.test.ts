import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { carry, type NewDesk, newDesk } from './new-desk.ts';

const eligible = '方予安小学语文名师工作室';
const special = '凌若水初中数学名师工作室';
const smallRoom = '尉迟川小学数学名师工作室';
const tooOld = '司空朗小学科学名师工作室';

let desk: NewDesk;
beforeEach(async () => {
  desk = await newDesk({ imported: true });
});
afterEach(() => desk.close());

async function statusOf(studio: string): Promise<string> {
  return (await desk.workflow.showStudio({ studioId: await desk.idOf(studio) })).studio.status;
}

describe('第十一条: receiving', () => {
  it('records that the materials came in', async () => {
    expect([await statusOf(eligible), (await desk.act('receive', eligible)).status]).toEqual(['submitted', 'received']);
  });

  it('is refused twice, naming the step the application is at', async () => {
    await desk.act('receive', eligible);
    await expect(desk.act('receive', eligible)).rejects.toThrow('现为「已收件」');
  });

  it('takes a returned application again under its new day', async () => {
    await desk.act('return', eligible, { reason: '缺推荐材料' });
    await desk.act('receive', eligible, { appliedOn: '2026-08-09' });
    const { studio } = await desk.workflow.showStudio({ studioId: await desk.idOf(eligible) });
    expect([studio.status, studio.appliedOn]).toEqual(['received', '2026-08-09']);
  });
});

describe('第十一条: returning', () => {
  it('needs a reason', async () => {
    await expect(desk.act('return', eligible)).rejects.toThrow('缺少「退回理由」');
    await expect(desk.act('return', eligible, { reason: '　' })).rejects.toThrow('「退回理由」不能为空');
  });

  it('keeps the reason with the step', async () => {
    await desk.act('return', tooOld, { reason: '领办人超过年龄上限' });
    const { steps } = await desk.workflow.showStudio({ studioId: await desk.idOf(tooOld) });
    expect(steps.at(-1)).toMatchObject({ status: 'returned', reason: '领办人超过年龄上限', department: '区教育局' });
  });

  it('is refused once the studio is named', async () => {
    await carry(desk, eligible, 'named');
    await expect(desk.act('return', eligible, { reason: '缺' })).rejects.toThrow('现为「已命名」');
  });
});

describe('第十一条第二项: accepting', () => {
  it.each([
    [tooOld, '第五条第四项'],
    ['欧阳澄中学英语名师工作室', '第五条第二项'],
    ['王芳小学美术名师工作室', '第三条'],
    ['闻人语幼儿教育名师工作室', '第三条'],
  ])('refuses %s, naming %s', async (studio, article) => {
    await expect(desk.act('accept', studio)).rejects.toThrow(new RegExp(`无法受理.*${article}`));
    expect(await statusOf(studio)).toBe('submitted');
  });

  it.each([
    [special, '第五条第四项'],
    [smallRoom, '第七条第一项'],
  ])('asks a reason and an approver for the special case of %s under %s', async (studio, article) => {
    await expect(desk.act('accept', studio)).rejects.toThrow(new RegExp(`有特殊情况.*${article}.*「特殊情况理由」.*「特殊情况批准人」`));
    await expect(desk.act('accept', studio, { reason: '学科带头人紧缺' })).rejects.toThrow('「特殊情况批准人」');
    expect((await desk.act('accept', studio, { reason: '学科带头人紧缺', approver: '局党组' })).status).toBe('accepted');
    const { approvals } = await desk.workflow.showStudio({ studioId: await desk.idOf(studio) });
    expect(approvals).toMatchObject([{ reason: '学科带头人紧缺', approver: '局党组', onDate: '2026-08-10' }]);
  });

  it('records the receipt that nobody recorded, and says what the inspection must see', async () => {
    const outcome = await desk.act('accept', eligible);
    const { steps } = await desk.workflow.showStudio({ studioId: await desk.idOf(eligible) });
    expect(steps.map(({ status }) => status)).toEqual(['submitted', 'received', 'accepted']);
    expect(outcome.warnings.some((warning) => warning.includes('功能') || warning.includes('办公区域'))).toBe(true);
  });

  it('is refused twice', async () => {
    await desk.act('accept', eligible);
    await expect(desk.act('accept', eligible)).rejects.toThrow('现为「已受理」');
  });

  it('is refused on a day that has not come, and on a day before the application', async () => {
    await expect(desk.act('accept', eligible, { date: '2026-08-11' })).rejects.toThrow('晚于今天 2026-08-10');
    await expect(desk.act('accept', eligible, { date: '2026-07-31' })).rejects.toThrow('早于上一步的日期 2026-08-01');
    expect((await desk.act('accept', eligible, { date: '2026-08-01' })).status).toBe('accepted');
  });
});

describe('第十一条第二项: inspecting', () => {
  beforeEach(() => carry(desk, eligible, 'accepted'));
  const seen = { inspectors: '林清源', result: 'pass' };

  it('cannot pass while facts are open that nobody says they saw', async () => {
    await expect(desk.act('inspect', eligible, seen)).rejects.toThrow('还有事项未核实');
    await expect(desk.act('inspect', eligible, { ...seen, verified: '否' })).rejects.toThrow('还有事项未核实');
  });

  it('records who saw what was open; then nothing is missing', async () => {
    await desk.act('inspect', eligible, { ...seen, verified: '是' });
    const { findings, confirmations } = await desk.workflow.showStudio({ studioId: await desk.idOf(eligible) });
    expect(findings.filter(({ outcome }) => outcome !== 'met')).toEqual([]);
    expect(confirmations.every(({ confirmedBy, evidence }) => confirmedBy === '林清源' && evidence === '现场考察核实')).toBe(true);
  });

  it('may fail without all facts being seen, and then cannot be approved', async () => {
    await desk.act('inspect', eligible, { ...seen, result: '不通过' });
    await expect(desk.act('decide', eligible, { minutes: '8号', decision: '同意' })).rejects.toThrow('现场考察未通过');
    expect((await desk.act('decide', eligible, { minutes: '8号', decision: '不同意' })).status).toBe('rejected');
  });

  it('refuses a conclusion nobody knows', async () => {
    await expect(desk.act('inspect', eligible, { ...seen, result: '尚可' })).rejects.toThrow('应为通过、不通过之一');
  });
});

describe('第十一条第三项: deciding, naming, filing', () => {
  it('needs the inspection first', async () => {
    await carry(desk, eligible, 'accepted');
    await expect(desk.act('decide', eligible, { minutes: '8号', decision: '同意' })).rejects.toThrow('现为「已受理」');
  });

  it('cannot approve a studio for which a denial came in after the inspection', async () => {
    await carry(desk, eligible, 'inspected');
    await desk.act('confirm', eligible, { subject: '领办人无违纪违规记录', by: '纪检组', holds: '否' });
    await expect(desk.act('decide', eligible, { minutes: '8号', decision: '同意' })).rejects.toThrow('第五条第一项');
  });

  it('cannot name what the meeting did not approve', async () => {
    await carry(desk, eligible, 'inspected');
    await expect(desk.act('name', eligible)).rejects.toThrow('应在「党组会已同意」之后');
  });

  it('gives a number of the bureau that is never given twice', async () => {
    await carry(desk, eligible, 'named');
    await carry(desk, '陶景行高中物理名师工作室', 'approved');
    // On the same day it would be the same document for both.
    desk.moveTo('2026-08-11');
    await expect(desk.act('name', '陶景行高中物理名师工作室', { number: '武昌教名〔2026〕1号' })).rejects.toThrow('这个文号已经用过');
    expect((await desk.act('name', '陶景行高中物理名师工作室')).message).toContain('武昌教名〔2026〕2号');
  });

  it('takes a studio from application to filing, each step in the record', async () => {
    await carry(desk, eligible, 'filed');
    const { studio, designations, steps, history } = await desk.workflow.showStudio({ studioId: await desk.idOf(eligible) });
    expect([studio.status, studio.levels, designations.map(({ filedOn }) => filedOn)]).toEqual(['filed', ['in-system'], ['2026-08-10']]);
    expect(steps.map(({ status }) => status)).toEqual(['submitted', 'received', 'accepted', 'inspected', 'approved', 'named', 'filed']);
    expect(history.map(({ command }) => command)).toEqual(['file', 'name', 'decide', 'inspect', 'accept']);
  });

  it('leaves an audit chain that verifies', async () => {
    await carry(desk, eligible, 'filed');
    expect(await desk.workflow.verify({})).toEqual({
      database: 'ok',
      audit: { entries: 7, firstBroken: null },
      files: { checked: 0, broken: [] },
    });
  });
});

describe('powers', () => {
  it.each(['区人力资源局', '区委人才工作领导小组办公室'])('%s may not accept an in-system application', async (seat) => {
    const studioId = await desk.idOf(eligible);
    await expect(desk.as(seat).runCommand({ command: 'accept', studioId })).rejects.toThrow(`${seat}没有这项职权`);
  });

  it('a bureau may not act for another sector, and is not offered it', async () => {
    const studioId = await desk.idOf(eligible);
    const union = desk.as('区总工会');
    await expect(union.runCommand({ command: 'accept', studioId })).rejects.toThrow('属于教育系统');
    expect((await union.showStudio({ studioId })).commands).toEqual([]);
  });

  it('what comes next is offered to the bureau itself', async () => {
    expect((await desk.workflow.showStudio({ studioId: await desk.idOf(eligible) })).commands).toEqual([
      'receive',
      'return',
      'accept',
      'confirm',
      'correct-record',
    ]);
  });
});

describe('answers', () => {
  it('are refused with every fault at once', async () => {
    await carry(desk, eligible, 'accepted');
    await expect(desk.act('inspect', eligible, { date: '8月10日', colour: 'red' })).rejects.toThrow(
      /没有「colour」这一项；缺少「考察组成员」；缺少「考察结论」；「考察日期」应写成/,
    );
  });

  it('to an unknown command name those there are', async () => {
    await expect(desk.act('promote', eligible)).rejects.toThrow('没有这个事项');
  });
});
