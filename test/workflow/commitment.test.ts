import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { carry, type NewDesk, newDesk, recordInLedger } from './new-desk.ts';

const studio = '方予安小学语文名师工作室';
const done = { '1-1': 1, '1-2': 1, '2-1': 500, '2-2': 1, '3-1': 2, '3-2': 1, '4-1': 1, '5-1': 1 };
const short = { ...done, '2-1': 499, '3-1': 1 };

let desk: NewDesk;
beforeEach(async () => {
  desk = await newDesk({ imported: true });
});
afterEach(() => desk.close());

const detail = async () => desk.workflow.showStudio({ studioId: await desk.idOf(studio) });

describe('第九条: signing a commitment letter', () => {
  it('is refused before the studio is named', async () => {
    await expect(desk.act('sign-commitment-letter', studio)).rejects.toThrow('尚未命名');
  });

  it('takes the targets of the Measures when nobody sets others, for two years', async () => {
    await carry(desk, studio, 'named');
    await desk.act('sign-commitment-letter', studio, { cycleFrom: '2026-09-01' });
    const [letter] = (await detail()).letters;
    expect(letter).toMatchObject({ number: '武昌教名〔2026〕2号', cycleFrom: '2026-09-01', cycleTo: '2028-08-31', signedOn: '2026-08-10' });
    expect(Object.fromEntries(letter?.tasks.map(({ code, yearlyTarget }) => [code, yearlyTarget]) ?? [])).toEqual(done);
  });

  it('lowers a target only with a reason', async () => {
    await carry(desk, studio, 'named');
    await expect(desk.act('sign-commitment-letter', studio, { target: { '2-1': '499' } })).rejects.toThrow(/第九条第二项.*理由/);
    await desk.act('sign-commitment-letter', studio, { target: { '2-1': '499' }, loweredReason: { '2-1': '学科教师人数少' } });
    expect((await detail()).letters[0]?.tasks.find(({ code }) => code === '2-1')).toMatchObject({
      yearlyTarget: 499,
      loweredReason: '学科教师人数少',
    });
  });

  it('refuses tasks that are not in the letter, a second letter in the cycle, a future day and too few copies', async () => {
    await carry(desk, studio, 'named');
    await expect(desk.act('sign-commitment-letter', studio, { target: { '9-9': 1 } })).rejects.toThrow('没有编号为「9-9」的任务');
    await expect(desk.act('sign-commitment-letter', studio, { date: '2026-08-11' })).rejects.toThrow('晚于今天');
    await expect(desk.act('sign-commitment-letter', studio, { copies: 2 })).rejects.toThrow('不足三份');
    await desk.act('sign-commitment-letter', studio);
    await expect(desk.act('sign-commitment-letter', studio)).rejects.toThrow('已签订');
  });

  it('refuses a cycle that begins before the studio was named', async () => {
    await carry(desk, studio, 'named');
    await expect(desk.act('sign-commitment-letter', studio, { cycleFrom: '2026-08-09' })).rejects.toThrow('早于命名日期');
  });

  it('signs the letter that was printed, under its number', async () => {
    await carry(desk, studio, 'named');
    const { files } = await desk.workflow.makeDocuments({ kind: 'commitment-letter', folder: join(desk.folder, '文书') });
    desk.moveTo('2026-08-20');
    await desk.act('sign-commitment-letter', studio, { target: { '2-1': 600 } });
    const { letters } = await detail();
    expect(letters).toHaveLength(1);
    expect(letters[0]).toMatchObject({ number: files[0]?.number, signedOn: '2026-08-20', cycleFrom: '2026-08-10' });
    expect(letters[0]?.tasks.find(({ code }) => code === '2-1')?.yearlyTarget).toBe(600);
  });
});

describe('第十九条: the process assessment', () => {
  beforeEach(async () => {
    await carry(desk, studio, 'named');
    await desk.act('sign-commitment-letter', studio);
    desk.moveTo('2027-08-01');
  });

  it('goes task by task: one left out is what the ledger says', async () => {
    const { '5-1': _left, ...rest } = done;
    await desk.act('record-process-assessment', studio, { assessors: '甲', grade: '不合格', actual: rest, opinion: '见现场记录' });
    expect((await detail()).assessments[0]?.items.find(({ code }) => code === '5-1')?.actual).toBe(0);
  });

  it('keeps target and actual of every task', async () => {
    await desk.act('record-process-assessment', studio, {
      assessors: '甲、乙',
      grade: '合格',
      actual: done,
      evidence: { '2-1': '签到表' },
      opinion: '台账未登记，以现场查验的原始材料为准',
    });
    const [assessment] = (await detail()).assessments;
    expect(assessment).toMatchObject({ kindLabel: '过程性考核', gradeLabel: '合格', cycleYear: 1 });
    expect(assessment?.items.find(({ code }) => code === '2-1')).toMatchObject({ target: 500, actual: 500, evidence: '签到表' });
  });

  it('asks for an opinion where grade and tasks disagree', async () => {
    await recordInLedger(desk, studio, short);
    await expect(desk.act('record-process-assessment', studio, { assessors: '甲', grade: 'qualified' })).rejects.toThrow(
      /8 项任务完成 6 项.*2-1.*3-1/,
    );
    await recordInLedger(desk, studio, { '2-1': 1, '3-1': 1 });
    await expect(desk.act('record-process-assessment', studio, { assessors: '甲', grade: 'unqualified' })).rejects.toThrow(
      /8 项任务完成 8 项/,
    );
  });

  it('is refused twice in a cycle, for unknown tasks, for negative numbers and without a signed letter', async () => {
    await expect(
      desk.act('record-process-assessment', studio, { assessors: '甲', grade: '合格', actual: { ...done, '9-9': 1 } }),
    ).rejects.toThrow('9-9');
    await expect(
      desk.act('record-process-assessment', studio, { assessors: '甲', grade: '合格', actual: { ...done, '2-1': -1 } }),
    ).rejects.toThrow('不能小于 0');
    await expect(
      desk.act('record-process-assessment', studio, { assessors: '甲', grade: '合格', actual: done, date: '2026-08-09' }),
    ).rejects.toThrow('没有已签订的任务承诺书');
    const agreed = { assessors: '甲', grade: '合格', actual: done, opinion: '见现场记录' };
    await desk.act('record-process-assessment', studio, agreed);
    await expect(desk.act('record-process-assessment', studio, agreed)).rejects.toThrow('已有过程性考核');
  });
});

describe('第十九条第二款: the rectification notice', () => {
  const assess = (grade: string, actual: Record<string, number>) =>
    desk.act('record-process-assessment', studio, { assessors: '甲', grade, actual, opinion: '见记录' });
  beforeEach(async () => {
    await carry(desk, studio, 'named');
    await desk.act('sign-commitment-letter', studio);
    desk.moveTo('2027-08-01');
  });

  it('is refused without an assessment, and for a qualified one', async () => {
    await expect(desk.act('issue-rectification-notice', studio)).rejects.toThrow('还没有考核记录');
    await assess('合格', done);
    await expect(desk.act('issue-rectification-notice', studio)).rejects.toThrow('只有过程性考核不合格的才限期整改');
  });

  it('names each task that fell short with target and actual, and gives thirty days', async () => {
    await assess('不合格', short);
    await desk.act('issue-rectification-notice', studio);
    const [notice] = (await detail()).rectifications;
    expect(notice).toMatchObject({ number: '武昌教名〔2027〕1号', issuedOn: '2027-08-01', deadline: '2027-08-31' });
    expect(notice?.problems.map(({ code, target, actual }) => [code, target, actual])).toEqual([
      ['2-1', 500, 499],
      ['3-1', 2, 1],
    ]);
    expect(notice?.problems[0]?.problem).toBe('未完成任务承诺书约定的年度目标');
  });

  it('needs problems in words where every task was done', async () => {
    await assess('不合格', done);
    await expect(desk.act('issue-rectification-notice', studio)).rejects.toThrow('写明「存在问题」和「整改措施」');
    await expect(desk.act('issue-rectification-notice', studio, { problem: { '1-1': '讲座材料不实' } })).rejects.toThrow(
      '没有写「整改措施」',
    );
    await desk.act('issue-rectification-notice', studio, {
      problem: { '1-1': '讲座材料不实' },
      measure: { '1-1': '重新举办并报送原始材料' },
    });
    expect((await detail()).rectifications[0]?.problems.map(({ code }) => code)).toEqual(['1-1']);
  });

  it('is refused twice, and with a deadline that is not after its day', async () => {
    await assess('不合格', short);
    await expect(desk.act('issue-rectification-notice', studio, { deadline: '2027-08-01' })).rejects.toThrow('应晚于成文日期');
    await desk.act('issue-rectification-notice', studio, { deadline: '2027-08-02' });
    await expect(desk.act('issue-rectification-notice', studio)).rejects.toThrow('已发出整改通知书');
  });

  it('is a duty until it is issued, and its deadline is one afterwards', async () => {
    await assess('不合格', short);
    const actions = async () =>
      (await desk.workflow.listDuties({ days: 40 })).filter((duty) => duty.studio === studio).map(({ action, due }) => `${action} ${due}`);
    expect(await actions()).toEqual(['file 2026-08-25', 'open-fund-account 2026-08-25', 'issue-rectification-notice 2027-08-01']);
    await desk.act('issue-rectification-notice', studio);
    expect(await actions()).toEqual(['file 2026-08-25', 'open-fund-account 2026-08-25', 'studio 2027-08-31']);
  });
});

describe('documents out of the register', () => {
  it('are refused by studio where something is missing, and take no number then', async () => {
    await carry(desk, studio, 'named');
    const folder = join(desk.folder, '文书');
    const other = await desk.idOf('陶景行高中物理名师工作室');
    const made = await desk.workflow.makeDocuments({ kind: 'commitment-letter', folder, studioIds: [await desk.idOf(studio), other] });
    expect(made.files.map(({ studio: name, number }) => [name, number])).toEqual([[studio, '武昌教名〔2026〕2号']]);
    expect(made.refused).toEqual([{ studio: '陶景行高中物理名师工作室', reason: expect.stringContaining('尚未命名') as string }]);
    await carry(desk, '陶景行高中物理名师工作室', 'named');
    expect((await detail()).designations[0]?.documentNumber).toBe('武昌教名〔2026〕1号');
    const named = await desk.workflow.showStudio({ studioId: other });
    expect(named.designations[0]?.documentNumber).toBe('武昌教名〔2026〕3号');
  });

  it('previewed or as drafts take no number and leave no trace', async () => {
    await carry(desk, studio, 'named');
    const before = await desk.workflow.verify({});
    await desk.workflow.previewDocument({ kind: 'commitment-letter', studioId: await desk.idOf(studio) });
    await desk.workflow.makeDocuments({ kind: 'commitment-letter', folder: join(desk.folder, '草稿'), draft: true });
    expect(await desk.workflow.verify({})).toEqual(before);
    expect((await detail()).letters).toEqual([]);
    expect(await desk.workflow.listIssuedDocuments({})).toEqual([]);
  });

  it('made again are the same file under the same name', async () => {
    await carry(desk, studio, 'named');
    const folder = join(desk.folder, '文书');
    const [first, again] = [
      await desk.workflow.makeDocuments({ kind: 'commitment-letter', folder }),
      await desk.workflow.makeDocuments({ kind: 'commitment-letter', folder }),
    ];
    expect(again.files).toEqual(first.files);
    expect(readdirSync(folder)).toHaveLength(1);
  });

  it('never replace a different file of the same name', async () => {
    await carry(desk, studio, 'named');
    const folder = join(desk.folder, '文书');
    await desk.workflow.makeDocuments({ kind: 'commitment-letter', folder });
    desk.moveTo('2026-08-20');
    await desk.act('sign-commitment-letter', studio, { target: { '2-1': 600 } });
    await desk.workflow.makeDocuments({ kind: 'commitment-letter', folder });
    expect(readdirSync(folder)).toHaveLength(2);
  });

  it('are entered in the register with number and SHA-256', async () => {
    await carry(desk, studio, 'named');
    const { files } = await desk.workflow.makeDocuments({ kind: 'commitment-letter', folder: join(desk.folder, '文书') });
    const [issued] = await desk.workflow.listIssuedDocuments({});
    expect(issued).toMatchObject({ kindTitle: '任务承诺书', studio, number: files[0]?.number, sha256: files[0]?.sha256 });
  });

  it('go into one file for printing when asked, each with its number in the register', async () => {
    await carry(desk, studio, 'named');
    await carry(desk, '陶景行高中物理名师工作室', 'named');
    const folder = join(desk.folder, '打印');
    const { files } = await desk.workflow.makeDocuments({ kind: 'commitment-letter', folder, oneFile: true });
    expect([readdirSync(folder), new Set(files.map(({ path }) => path)).size]).toEqual([['任务承诺书（共2份）_2026年8月10日.docx'], 1]);
    expect((await desk.workflow.listIssuedDocuments({})).map(({ number }) => number)).toEqual(
      files.map(({ number }) => number).toReversed(),
    );
  });

  it('of an unknown kind are refused with those there are', async () => {
    await expect(desk.workflow.makeDocuments({ kind: 'poem', folder: desk.folder })).rejects.toThrow('没有这种文书');
  });

  it('list the studios named in a year, and are refused for a year without any', async () => {
    const refusedList = await desk.workflow.makeDocuments({ kind: 'award-list', folder: desk.folder });
    expect(refusedList.refused[0]?.reason).toContain('2026 年没有命名工作室');
    await carry(desk, studio, 'named');
    const { files } = await desk.workflow.makeDocuments({ kind: 'award-list', folder: desk.folder });
    expect(files.map(({ path }) => path.endsWith('授牌名单_2026年度.docx'))).toEqual([true]);
  });
});
