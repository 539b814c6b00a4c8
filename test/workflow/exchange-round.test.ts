import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { idNumberOf } from '../exchange/sample-rows.ts';
import { done } from './cycle-register.ts';
import { carry, type NewDesk, newDesk } from './new-desk.ts';
import { type TwoDesks, twoDesks } from './two-desks.ts';

const studio = '方予安小学语文名师工作室';
const second = '陶景行高中物理名师工作室';
const bureauName = '区教育局';
const hrName = '区人力资源局';
const officeName = '区委人才工作领导小组办公室';

let desks: TwoDesks;
let office: NewDesk;
beforeEach(async () => {
  desks = await twoDesks();
  office = await newDesk({ seat: officeName });
  await carry(desks.bureau, studio, 'filed');
  await carry(desks.bureau, second, 'filed');
  await hr().applyImport({ path: await desks.send(bureau(), 'filing') });
  moveTo('2026-08-20');
  await hr().runCommand({ command: 'open-round', answers: {} });
});
afterEach(() => {
  office.close();
  desks.close();
});

const bureau = () => desks.bureau.workflow;
const hr = () => desks.other.workflow;
const moveTo = (day: string) => {
  desks.moveTo(day);
  office.moveTo(day);
};
const toBureau = (from = hr()) => desks.send(from, 'round-result', { to: bureauName });
const toOffice = () => desks.send(hr(), 'round-result', { to: officeName });
const toHr = () => desks.send(office.workflow, 'round-result', { to: hrName });
const previewed = async (desk: NewDesk, path: string) => (await desk.workflow.previewImport({ path })).rows;
const states = async (desk: NewDesk, path: string) => (await previewed(desk, path)).map(({ state }) => state);
const entryAt = async (desk: NewDesk, name = studio) => (await desk.workflow.showRound({}))?.entries.find((entry) => entry.studio === name);

/** The bureau hears of the round and recommends; the HR bureau takes the recommendation. */
async function recommended() {
  await bureau().applyImport({ path: await toBureau() });
  await desks.bureau.act('apply-to-round', studio, { unitAgreed: '是' });
  await desks.bureau.act('recommend', studio, { rank: 1, reason: '培训成效突出' });
  await hr().applyImport({ path: await desks.send(bureau(), 'recommendation') });
}

async function shortlisted() {
  await recommended();
  const act = (command: string, answers: Record<string, unknown>) => hr().runCommand({ command, answers });
  await act('set-round-criteria', { title: { 1: '示范引领', 2: '人才培养' }, points: { 1: 60, 2: 40 } });
  for (const name of ['钟离恒', '沈青', '闻人雪']) await act('register-expert', { name, employer: '市教育科学研究院', declared: '是' });
  await desks.other.act('inspect-candidate', studio, { inspectors: '林清源', result: 'pass' });
  for (const [index, expert] of ['钟离恒', '沈青', '闻人雪'].entries()) {
    await desks.other.act('record-expert-scores', studio, { expert, score: { 1: 55 + (index === 2 ? 1 : 0), 2: 36 } });
  }
  await desks.other.act('shortlist', studio);
}

/** The office approves, posts the notice and, after it, awards the plaque. */
async function awarded() {
  await shortlisted();
  await office.workflow.applyImport({ path: await toOffice() });
  await office.workflow.runCommand({ command: 'approve-shortlist', answers: { minutes: '人才办纪〔2026〕3号' } });
  await office.workflow.runCommand({ command: 'post-public-notice', answers: {} });
  moveTo('2026-09-10');
  await office.act('award-plaque', studio);
}

/** The HR bureau assesses the district studio through a whole cycle. */
async function assessedAtHr() {
  await desks.other.act('sign-commitment-letter', studio);
  const assess = (kind: string) =>
    desks.other.act(`record-${kind}-assessment`, studio, { assessors: '甲、乙', grade: '合格', actual: done, opinion: '以现场查验为准' });
  moveTo('2027-07-01');
  await assess('process');
  moveTo('2028-07-01');
  await assess('periodic');
}

describe('第十二条: a round is opened at the HR bureau and known everywhere by file', () => {
  it('a bureau applies and recommends once the opening has come, under the terms it was opened with', async () => {
    await expect(desks.bureau.act('apply-to-round', studio, { unitAgreed: '是' })).rejects.toThrow('还没有启动');
    const path = await toBureau();
    expect(await previewed(desks.bureau, path)).toMatchObject([{ studio: '2026年区级评选', state: 'new', errors: [] }]);
    expect(await bureau().applyImport({ path })).toMatchObject({ kind: 'round-result', new: 1 });
    const [here, there] = [await bureau().showRound({}), await hr().showRound({})];
    expect(here).toMatchObject({ year: 2026, openedOn: '2026-08-20', documentNumber: there?.documentNumber, quota: there?.quota });
    expect(await bureau().applyImport({ path })).toMatchObject({ batch: null, unchanged: 1 });
    await recommended();
    expect(await entryAt(desks.other)).toMatchObject({ studio });
  });

  it('the opening is taken back until somebody has applied', async () => {
    const { batch } = await bureau().applyImport({ path: await toBureau() });
    await bureau().undoImport({ number: batch ?? 0 });
    expect(await bureau().showRound({})).toBe(null);
    const again = await bureau().applyImport({ path: await toBureau() });
    await desks.bureau.act('apply-to-round', studio, { unitAgreed: '是' });
    await expect(bureau().undoImport({ number: again.batch ?? 0 })).rejects.toThrow(studio);
  });

  it('the shortlist makes the studio known at the office, which approves, posts and awards', async () => {
    await awarded();
    expect(await office.idOf(studio)).toBe(await desks.bureau.idOf(studio));
    expect(await office.workflow.listStudios({})).toHaveLength(1);
    expect((await office.workflow.verify({})).audit.firstBroken).toBe(null);
  });

  it('notice and plaque come back to the HR bureau, which decides the grant, and all of it to the bureau', async () => {
    await awarded();
    const path = await toHr();
    expect(await states(desks.other, path)).toEqual(['unchanged', 'changed']);
    await hr().applyImport({ path });
    await desks.other.act('decide-grant', studio, { nature: '纯公益性', amount: 60_000 });
    await bureau().applyImport({ path: await toBureau() });
    for (const desk of [desks.bureau, desks.other]) {
      const { designations } = await desk.workflow.showStudio({ studioId: await desk.idOf(studio) });
      expect(designations.find(({ level }) => level === 'district')).toMatchObject({ namedOn: '2026-09-10', endedOn: null });
    }
    const { batch } = await office.workflow.applyImport({ path: await toOffice() });
    expect(batch).not.toBe(null);
    const told = await Promise.all([desks.bureau, desks.other, office].map((desk) => entryAt(desk)));
    expect(told.map((entry) => entry?.grant)).toEqual(told.map(() => told[1]?.grant));
    expect((await bureau().verify({})).audit.firstBroken).toBe(null);
  });

  it('files out of order or twice never take back what has come', async () => {
    const opening = await toBureau();
    await shortlisted();
    const listed = await toBureau();
    await office.workflow.applyImport({ path: await toOffice() });
    await office.workflow.runCommand({ command: 'approve-shortlist', answers: { minutes: '人才办纪〔2026〕3号' } });
    const approved = await toBureau(office.workflow);
    await bureau().applyImport({ path: approved });
    for (const older of [opening, listed, approved]) {
      expect(await bureau().applyImport({ path: older })).toMatchObject({ batch: null, conflicts: 0, errors: [] });
    }
    const { commands: _here, ...told } = (await entryAt(desks.bureau)) ?? {};
    expect(await entryAt(office)).toMatchObject(told);
  });

  it('a bureau tells the HR bureau who gave up, and the HR bureau the office; what is told later of it is a conflict', async () => {
    await shortlisted();
    await office.workflow.applyImport({ path: await toOffice() });
    await bureau().applyImport({ path: await toBureau() });
    await desks.bureau.act('withdraw-from-round', studio, { reason: '领办人健康原因' });
    const path = await desks.send(bureau(), 'round-result');
    expect(await states(desks.other, path)).toEqual(['unchanged', 'changed']);
    await hr().applyImport({ path });
    expect(await entryAt(desks.other)).toMatchObject({ endedOn: '2026-08-20', endReason: '退出：领办人健康原因' });
    await office.workflow.applyImport({ path: await toOffice() });
    expect(await entryAt(office)).toMatchObject({ endedOn: '2026-08-20' });
    await expect(office.workflow.runCommand({ command: 'approve-shortlist', answers: { minutes: '纪要' } })).rejects.toThrow('是空的');
  });

  it('who gave up and applied again stands anew; the file from before is not taken', async () => {
    await recommended();
    const before = await toBureau();
    await desks.bureau.act('withdraw-from-round', studio, { reason: '重新准备材料' });
    await hr().applyImport({ path: await desks.send(bureau(), 'round-result') });
    moveTo('2026-08-25');
    await desks.bureau.act('apply-to-round', studio, { unitAgreed: '是' });
    expect(await states(desks.bureau, before)).toEqual(['unchanged', 'unchanged']);
    const path = await desks.send(bureau(), 'round-result');
    expect(await hr().applyImport({ path })).toMatchObject({ changed: 1, conflicts: 0 });
    expect((await hr().showRound({}))?.entries.map(({ endedOn }) => endedOn).toSorted()).toEqual(['2026-08-20', null]);
    expect(await hr().applyImport({ path })).toMatchObject({ batch: null });
  });

  it('terms that the Measures here do not set are refused, and another round of the same year is a conflict', async () => {
    const path = await toBureau();
    const other = await desks.edited(path, { E4: 6 }, '评选通知');
    const [row] = await previewed(desks.bureau, other);
    expect(row).toMatchObject({ state: 'error', errors: [{ cell: 'B4', message: expect.stringContaining('请先增加修订的办法') }] });
    await bureau().applyImport({ path });
    expect((await previewed(desks.bureau, other))[0]).toMatchObject({ state: 'conflict', changes: [{ before: '5家', after: '6家' }] });
    const none = await desks.edited(path, Object.fromEntries([...'ABCDEFGHIJK'].map((column) => [`${column}4`, null])), '评选通知');
    await expect(bureau().previewImport({ path: none })).rejects.toThrow('应有且只有一行');
  });

  it('a plaque that came by file stays: its batch is not taken back', async () => {
    await awarded();
    const { batch } = await hr().applyImport({ path: await toHr() });
    await expect(hr().undoImport({ number: batch ?? 0 })).rejects.toThrow(
      `无法撤销第 ${batch} 批导入：这一批收进了「${studio}」的授牌，记入评选的授牌不能取消。称号不应保留的，由区委人才工作领导小组办公室撤销称号；文件有误的，请向该办公室核对。（《办法》第十二条第五项）`,
    );
  });
});

describe('a sender changes only what is its own', () => {
  const firstOf = async (desk: NewDesk, path: string) => (await previewed(desk, path))[1];

  it('a plaque written into the HR bureau’s file is refused by cell; a studio of another system too', async () => {
    await shortlisted();
    const path = await toBureau();
    const plaque = await desks.edited(path, {
      Q5: '2026-08-20',
      R5: '审定通过',
      S5: '纪要1号',
      T5: '公示1号',
      U5: '2026-08-20',
      V5: '2026-08-21',
      W5: '2026-08-25',
      X5: '2026-08-26',
      Y5: '命名1号',
    });
    const row = await firstOf(desks.bureau, plaque);
    expect(row).toMatchObject({ state: 'error' });
    expect(row?.errors.map(({ cell }) => cell)).toEqual(['Q5', 'R5', 'S5', 'T5', 'U5', 'V5', 'W5', 'X5', 'Y5']);
    expect(row?.errors[0]?.message).toContain('由区委人才工作领导小组办公室负责');
    const health = desks.bureau.as('区卫生健康局');
    expect((await health.previewImport({ path })).rows[1]?.errors[0]?.message).toContain('不由区卫生健康局管理');
  });

  it('the office does not change the HR bureau’s shortlist, nor anybody a day that stands', async () => {
    await awarded();
    const path = await toHr();
    const moved = await firstOf(desks.other, await desks.edited(path, { M5: '2026-08-19' }));
    expect(moved).toMatchObject({ state: 'error' });
    await hr().applyImport({ path });
    const minutes = await firstOf(desks.other, await desks.edited(path, { S5: '另一纪要' }));
    expect(minutes).toMatchObject({ state: 'conflict', warnings: [expect.stringContaining('先撤销原来那一批导入')] });
  });

  it.each([
    ['half a step', { T5: null }, ['T5'], '公示填写不全'],
    ['a plaque while the notice runs', { X5: '2026-08-22' }, ['X5'], '在公示期内'],
    ['a step before the one it follows', { Q5: '2026-08-19' }, ['Q5'], '早于拟入围日期'],
    ['a plaque and a withdrawal', { AD5: '2026-09-10', AE5: '退出' }, ['AD5'], '已授牌的不能退出'],
    ['a notice that is too short', { W5: '2026-08-22' }, ['B5'], '不足 5 天'],
    ['a day to come', { X5: '2026-09-11' }, ['B5'], '晚于今天'],
  ])('refuses %s by cell', async (_, cells, where, words) => {
    await awarded();
    const row = await firstOf(desks.other, await desks.edited(await toHr(), cells));
    expect([row?.state, row?.errors.map(({ cell }) => cell)]).toEqual(['error', where]);
    expect(row?.errors[0]?.message).toContain(words);
  });

  it('the office takes a studio it does not know only from a row as it was written', async () => {
    await shortlisted();
    const row = await firstOf(office, await desks.edited(await toOffice(), { O5: 99 }));
    expect(row).toMatchObject({ state: 'error', errors: [{ cell: 'D5', message: expect.stringContaining('改动过') }] });
  });

  it('an error in the terms of the round is one of every row', async () => {
    await shortlisted();
    const path = await desks.edited(await toBureau(), { E4: '约五家' }, '评选通知');
    const rows = await previewed(desks.bureau, path);
    expect(rows.map(({ errors }) => errors.map(({ sheet, cell }) => [sheet, cell]))).toEqual([[['评选通知', 'E4']], [['评选结果', 'B5']]]);
  });

  it('goes to whom it is for, once there is a round of that year', async () => {
    await expect(desks.send(hr(), 'round-result')).rejects.toThrow('没有指定收件部门');
    await expect(desks.send(hr(), 'round-result', { to: hrName })).rejects.toThrow('不发给区人力资源局');
    await expect(desks.send(hr(), 'round-result', { to: bureauName, year: 2025 })).rejects.toThrow('还没有启动 2025 年');
    await expect(desks.send(bureau(), 'round-result', { to: officeName })).rejects.toThrow('不发给');
  });

  it('every error is marked in the file that goes back', async () => {
    await awarded();
    const path = await desks.edited(await toHr(), { T5: null, X5: '2026-08-22' });
    const target = join(desks.bureau.folder, '标注.xlsx');
    expect(await hr().writeErrorReport({ path, target })).toMatchObject({ errors: 2 });
    expect((await previewed(desks.other, target))[1]?.errors.map(({ cell }) => cell)).toEqual(['T5', 'X5']);
  });

  it('a round that the HR bureau never opened is none', async () => {
    const path = await toBureau();
    await office.workflow.applyImport({ path: await toOffice() });
    await expect(hr().previewImport({ path })).rejects.toThrow('应由区委人才工作领导小组办公室或行业主管部门报送');
    const other = await twoDesks();
    try {
      other.moveTo('2026-08-20');
      const row = (await other.other.workflow.previewImport({ path: await toHr() })).rows[0];
      expect(row).toMatchObject({ state: 'error', errors: [{ cell: 'B4', message: expect.stringContaining('评选由区人力资源局启动') }] });
    } finally {
      other.close();
    }
  });
});

it('第二十条: a grant reaches the bureau that has meanwhile revoked the title within its system', async () => {
  await awarded();
  await hr().applyImport({ path: await toHr() });
  await bureau().applyImport({ path: await toBureau() });
  await desks.bureau.act('open-case', studio, { kind: 'fraud', how: '群众来信', facts: '论文系他人作品' });
  await desks.bureau.act('verify-case', studio, { by: '区纪委监委', holds: '是', findings: '经查证', evidence: '期刊社复函' });
  await desks.bureau.act('revoke', studio, { minutes: '会议纪要〔2026〕5号' });
  await desks.other.act('decide-grant', studio, { nature: '纯公益性', amount: 60_000 });
  const path = await toBureau();
  expect(await states(desks.bureau, path)).toEqual(['unchanged', 'changed']);
  await bureau().applyImport({ path });
  expect(await entryAt(desks.bureau)).toMatchObject({ grant: { amount: 6_000_000 } });
});

it('第十条: a studio that left the round elsewhere because its title had ended, and has its plaque here, is a conflict', async () => {
  await awarded();
  await desks.bureau.act('end-without-fault', studio, { reason: '单位撤并', unitOpinion: '同意', settlement: '经费已结清' });
  await hr().applyImport({ path: await desks.send(bureau(), 'filing') });
  const [, row] = await previewed(office, await toOffice());
  expect(row).toMatchObject({ studio, state: 'conflict' });
  expect(row?.warnings).toEqual([expect.stringContaining('登记库中已于 2026-09-10 授牌')]);
});

it('第十九条第三款: the periodic result of a district studio goes up to the office and its decision comes back', async () => {
  await awarded();
  await hr().applyImport({ path: await toHr() });
  await assessedAtHr();
  expect(await office.workflow.applyImport({ path: await desks.send(hr(), 'assessment-approval') })).toMatchObject({
    changed: 1,
    errors: [],
  });
  await office.act('approve-periodic-result', studio, { decision: '审定通过' });
  expect(await hr().applyImport({ path: await desks.send(office.workflow, 'assessment-decision') })).toMatchObject({
    changed: 1,
    errors: [],
  });
  const { assessments } = await hr().showStudio({ studioId: await desks.other.idOf(studio) });
  expect(assessments.at(-1)?.approval).toMatchObject({ decisionLabel: '审定通过', department: officeName });
});

describe('第二条、第四条: a new name and a new lead reach every seat, and no older file takes them back', () => {
  const renamed = '方予安整本书阅读名师工作室';
  const successor = {
    name: '柳清岚',
    sex: '女',
    birthDate: '1980-05-01',
    idNumber: idNumberOf('19800501', 102),
    studioName: '柳清岚小学语文名师工作室',
    reason: '原领办人调离',
    unitOpinion: '同意',
    confirmation: '区教育局',
    verified: '是',
    honour: '武汉市学科带头人',
    honourKind: '学科带头人',
    honourLevel: '市级',
  };
  const knownAt = async (desk: NewDesk) => {
    const { people, studio: row } = await desk.workflow.showStudio({ studioId: await desks.bureau.idOf(await nameAtBureau()) });
    return [row.name, people.find(({ role }) => role === 'lead')?.name];
  };
  const nameAtBureau = async () => (await bureau().listStudios({})).find(({ name }) => /方予安|柳清岚/.test(name))?.name ?? '';
  const filingToHr = async () => hr().applyImport({ path: await desks.send(bureau(), 'filing') });

  it('from the bureau over the HR bureau to the office, with the day of which it is known', async () => {
    await shortlisted();
    const before = await toOffice();
    await office.workflow.applyImport({ path: before });
    moveTo('2026-08-22');
    await desks.bureau.act('rename-studio', studio, { name: renamed, reason: '专业方向调整' });
    await filingToHr();
    const path = await toOffice();
    expect((await previewed(office, path))[1]).toMatchObject({
      state: 'changed',
      changes: [{ field: '工作室名称', before: studio, after: renamed }],
      errors: [],
    });
    const { batch } = await office.workflow.applyImport({ path });
    expect(await knownAt(office)).toEqual([renamed, '方予安']);
    expect(await office.workflow.applyImport({ path })).toMatchObject({ batch: null, unchanged: 2 });
    expect(await office.workflow.applyImport({ path: before })).toMatchObject({ batch: null, unchanged: 2 });
    await office.workflow.undoImport({ number: batch ?? 0 });
    expect(await knownAt(office)).toEqual([studio, '方予安']);
  });

  it('the lead of a district studio from the HR bureau to the bureau and the office; what they knew before takes nothing back', async () => {
    await awarded();
    await hr().applyImport({ path: await toHr() });
    const stale = await toHr();
    await bureau().applyImport({ path: await toBureau() });
    moveTo('2026-09-20');
    await desks.other.act('change-lead', studio, successor);
    for (const [desk, path] of [
      [desks.bureau, await toBureau()],
      [office, await toOffice()],
    ] as const) {
      expect(await desk.workflow.applyImport({ path })).toMatchObject({ changed: 1, conflicts: 0, errors: [] });
      expect(await knownAt(desk)).toEqual([successor.studioName, '柳清岚']);
      expect((await desk.workflow.verify({})).audit.firstBroken).toBe(null);
    }
    expect(await hr().applyImport({ path: stale })).toMatchObject({ batch: null });
    expect(await bureau().applyImport({ path: stale }).catch(String)).toMatchObject({ batch: null });
    expect(await knownAt(desks.bureau)).toEqual([successor.studioName, '柳清岚']);
  });

  it('the lead of a district studio together with its plaque, where the bureau hears of both from one file', async () => {
    await awarded();
    await hr().applyImport({ path: await toHr() });
    moveTo('2026-09-20');
    await desks.other.act('change-lead', studio, successor);
    const path = await toBureau();
    expect(await bureau().applyImport({ path })).toMatchObject({ conflicts: 0, errors: [] });
    expect(await knownAt(desks.bureau)).toEqual([successor.studioName, '柳清岚']);
    expect(await bureau().applyImport({ path })).toMatchObject({ batch: null });
  });

  it('a filing written by a bureau that has not heard of it leaves the name and lead the HR bureau registered', async () => {
    await awarded();
    await hr().applyImport({ path: await toHr() });
    moveTo('2026-09-20');
    await desks.other.act('change-lead', studio, successor);
    moveTo('2026-09-25');
    const path = await desks.send(bureau(), 'filing');
    const row = (await previewed(desks.other, path)).find(({ studio: name }) => name === studio);
    expect(row?.changes.map(({ field }) => field)).not.toContain('工作室名称');
    await hr().applyImport({ path });
    expect(await knownAt(desks.other)).toEqual([successor.studioName, '柳清岚']);
  });

  it('a row somebody edited does not bring them', async () => {
    await shortlisted();
    await office.workflow.applyImport({ path: await toOffice() });
    moveTo('2026-08-22');
    await desks.bureau.act('rename-studio', studio, { name: renamed, reason: '专业方向调整' });
    await filingToHr();
    const path = await desks.edited(await toOffice(), { B5: '另一个名师工作室' });
    expect((await previewed(office, path))[1]).toMatchObject({
      state: 'unchanged',
      warnings: [expect.stringContaining('改动过，没有采用')],
    });
  });

  it('a result sent up for approval brings them too', async () => {
    await awarded();
    await hr().applyImport({ path: await toHr() });
    await assessedAtHr();
    const before = await desks.send(hr(), 'assessment-approval');
    moveTo('2028-07-02');
    await desks.other.act('rename-studio', studio, { name: renamed, reason: '专业方向调整' });
    const path = await desks.send(hr(), 'assessment-approval');
    expect(await office.workflow.applyImport({ path })).toMatchObject({ changed: 1, errors: [] });
    expect(await knownAt(office)).toEqual([renamed, '方予安']);
    expect(await office.workflow.applyImport({ path: before })).toMatchObject({ batch: null, unchanged: 1 });
    expect(await knownAt(office)).toEqual([renamed, '方予安']);
  });
});
