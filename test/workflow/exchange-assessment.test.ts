import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { done } from './cycle-register.ts';
import { carry } from './new-desk.ts';
import { type TwoDesks, twoDesks } from './two-desks.ts';

const studio = '方予安小学语文名师工作室';

let desks: TwoDesks;
beforeEach(async () => {
  desks = await twoDesks();
  await carry(desks.bureau, studio, 'filed');
  await desks.other.workflow.applyImport({ path: await desks.send(desks.bureau.workflow, 'filing') });
  desks.moveTo('2026-09-01');
  await desks.bureau.act('sign-commitment-letter', studio);
  desks.moveTo('2027-07-01');
  await assess('process', '合格');
  desks.moveTo('2028-07-01');
  await assess('periodic', '优秀');
});
afterEach(() => desks.close());

const assess = (kind: 'process' | 'periodic', grade: string, actual: Readonly<Record<string, number>> = done) =>
  desks.bureau.act(`record-${kind}-assessment`, studio, { assessors: '甲、乙', grade, actual, opinion: '以现场查验为准' });
const bureau = () => desks.bureau.workflow;
const hr = () => desks.other.workflow;
const approvalFile = () => desks.send(bureau(), 'assessment-approval');
const decisionFile = () => desks.send(hr(), 'assessment-decision', { to: '区教育局' });
const atBureau = async (path: string) => (await bureau().previewImport({ path })).rows[0];
const decisionsAt = async (desk: TwoDesks['bureau']) =>
  (await desk.workflow.showStudio({ studioId: await desk.idOf(studio) })).assessments.filter(({ kindLabel }) => kindLabel === '周期性考核');
const firstRow = async (path: string) => (await hr().previewImport({ path })).rows[0];

describe('第十九条第三款: periodic results go up for approval by file', () => {
  it('task by task with their letter, so that the HR bureau can decide', async () => {
    const path = await approvalFile();
    expect(await firstRow(path)).toMatchObject({ state: 'changed', errors: [], warnings: [] });
    expect(await decisionsAt(desks.other)).toEqual([]);
    expect(await hr().applyImport({ path })).toMatchObject({ kind: 'assessment-approval', changed: 1, errors: [] });
    const [here] = await decisionsAt(desks.bureau);
    const [there] = await decisionsAt(desks.other);
    expect({ ...there, id: here?.id }).toEqual(here);
    const detail = await hr().showStudio({ studioId: await desks.other.idOf(studio) });
    expect(detail.commands).toContain('approve-periodic-result');
    expect(detail.suggestions).toEqual([]);
    expect((await hr().listDuties({ days: 60 })).map(({ action }) => action)).toContain('approve-periodic-result');
    await desks.other.act('approve-periodic-result', studio, { decision: '审定通过' });
    expect((await decisionsAt(desks.other))[0]?.approval).toMatchObject({ decisionLabel: '审定通过', decidedOn: '2028-07-01' });
    expect((await hr().verify({})).audit.firstBroken).toBe(null);
  });

  it('the same file twice changes nothing; once decided, a different one is a conflict', async () => {
    const path = await approvalFile();
    await hr().applyImport({ path });
    expect(await hr().applyImport({ path })).toMatchObject({ batch: null, unchanged: 1 });
    const other = await desks.edited(path, { Q5: '另有意见' });
    expect(await firstRow(other)).toMatchObject({ state: 'conflict', warnings: [expect.stringContaining('尚未审定')] });
    await desks.other.act('approve-periodic-result', studio, { decision: '审定通过' });
    expect(await firstRow(other)).toMatchObject({ state: 'conflict', warnings: [expect.stringContaining('已于 2028-07-01 审定')] });
    expect(await firstRow(path)).toMatchObject({ state: 'unchanged' });
  });

  it('a batch is taken back until the result is decided', async () => {
    const path = await approvalFile();
    const { batch } = await hr().applyImport({ path });
    await hr().undoImport({ number: batch ?? 0 });
    expect(await decisionsAt(desks.other)).toEqual([]);
    const again = await hr().applyImport({ path });
    await desks.other.act('approve-periodic-result', studio, { decision: '审定通过' });
    await expect(hr().undoImport({ number: again.batch ?? 0 })).rejects.toThrow(
      `导入之后「${studio}」又有了新的办理或更正（考核结果的审定）。请先撤销这些事项，或逐个更正。`,
    );
  });

  it('a studio that was never filed here is an error of its lead', async () => {
    await hr().undoImport({ number: 1 });
    const row = await firstRow(await approvalFile());
    expect(row).toMatchObject({ state: 'error', errors: [{ cell: 'D5', message: expect.stringContaining('请先导入备案汇总表') }] });
  });

  it.each([
    ['a grade that the numbers do not speak for, without an opinion', { P5: '优秀', Q5: null }, 'P5', '须写明考核意见'],
    ['tasks that differ from the sheet of tasks', { L5: '1-1：9/2' }, 'L5', '与「逐项结果」工作表不一致'],
    ['tasks nobody can read', { L5: '都完成了' }, 'L5', '无法识别任务完成情况'],
    ['a cycle of another length', { H5: '2029-08-31' }, 'P5', '应至 2028-08-31'],
    ['an assessment before the last year', { J5: '2027-08-01' }, 'P5', '尚不能周期性考核'],
    ['an assessment to come', { J5: '2028-08-01' }, 'P5', '晚于今天'],
    ['a cycle before the title', { G5: '2026-08-01', H5: '2028-07-31' }, 'P5', '早于系统内命名日期'],
    ['a letter in fewer copies than its parties', { I5: 0 }, 'P5', '不足三份'],
    ['no letter', { E5: null }, 'E5', '没有填写任务承诺书编号'],
  ])('refuses %s by cell', async (_, cells, cell, words) => {
    const { errors, state } = (await firstRow(await desks.edited(await approvalFile(), cells))) ?? { errors: [], state: '' };
    expect([state, errors.map((error) => error.cell)]).toEqual(['error', [cell]]);
    expect(errors[0]?.message).toContain(words);
  });
});

describe('第十九条第三款: the decision goes back by file', () => {
  const decide = async (answers: Readonly<Record<string, string>> = { decision: '审定通过', number: '武昌人资〔2028〕6号' }) => {
    await hr().applyImport({ path: await approvalFile() });
    desks.moveTo('2028-07-10');
    await desks.other.act('approve-periodic-result', studio, answers);
    return decisionFile();
  };
  const returned = { decision: '退回', opinion: '补充佐证材料' };

  it('as the approving department’s own act, so that the bureau may reward and renew', async () => {
    const path = await decide();
    expect(await atBureau(path)).toMatchObject({ state: 'changed', errors: [] });
    expect(await bureau().applyImport({ path })).toMatchObject({ kind: 'assessment-decision', changed: 1 });
    expect((await decisionsAt(desks.bureau))[0]?.approval).toEqual((await decisionsAt(desks.other))[0]?.approval);
    expect((await desks.bureau.act('reward', studio, { content: '通报表扬' })).message).toContain('奖励');
    expect(await bureau().applyImport({ path })).toMatchObject({ batch: null, unchanged: 1 });
    expect((await bureau().verify({})).audit.firstBroken).toBe(null);
  });

  it('a batch is taken back, until something has followed from it', async () => {
    const path = await decide();
    const { batch } = await bureau().applyImport({ path });
    await bureau().undoImport({ number: batch ?? 0 });
    expect((await decisionsAt(desks.bureau))[0]?.approval).toBe(null);
    const again = await bureau().applyImport({ path });
    await desks.bureau.act('reward', studio, { content: '通报表扬' });
    await expect(bureau().undoImport({ number: again.batch ?? 0 })).rejects.toThrow('已经重新考核、续签承诺书、奖励或撤销称号');
  });

  it('what was sent back is assessed again and sent up again; the old files sent once more are not taken', async () => {
    const path = await decide(returned);
    const { batch } = await bureau().applyImport({ path });
    const old = await approvalFile().catch((error: unknown) => String(error));
    expect(old).toContain('没有待区人力资源局审定');
    desks.moveTo('2028-07-20');
    await assess('periodic', '合格', { ...done, '2-1': 510 });
    await expect(bureau().undoImport({ number: batch ?? 0 })).rejects.toThrow('重新考核');
    expect(await atBureau(path)).toMatchObject({ state: 'unchanged', warnings: [expect.stringContaining('已经收过')] });
    const second = await approvalFile();
    expect(await hr().applyImport({ path: second })).toMatchObject({ changed: 1, errors: [] });
    await desks.other.act('approve-periodic-result', studio, { decision: '审定通过' });
    await bureau().applyImport({ path: await decisionFile() });
    expect(await decisionsAt(desks.bureau)).toMatchObject([{ gradeLabel: '合格', approval: { decisionLabel: '审定通过' } }]);
    expect((await decisionsAt(desks.other)).map(({ gradeLabel }) => gradeLabel)).toEqual(['合格']);
  });

  it('an answer that came before the new assessment, and one to it that differs from what stands', async () => {
    const first = await decide(returned);
    await bureau().applyImport({ path: first });
    desks.moveTo('2028-07-20');
    await assess('periodic', '合格');
    const early = await desks.edited(first, { N5: '另一理由' });
    expect(await atBureau(early)).toMatchObject({ state: 'unchanged', warnings: [expect.stringContaining('已重新考核')] });
    await hr().applyImport({ path: await approvalFile() });
    await desks.other.act('approve-periodic-result', studio, { decision: '审定通过' });
    const path = await decisionFile();
    await bureau().applyImport({ path });
    expect(await atBureau(await desks.edited(path, { L5: '2028-07-19', N5: '补记' }))).toMatchObject({ state: 'conflict' });
  });

  it('the file sent up once more after its return is not taken again', async () => {
    const first = await approvalFile();
    await decide(returned);
    const row = await firstRow(first);
    expect(row).toMatchObject({ state: 'unchanged', warnings: [expect.stringContaining('补充佐证材料')] });
  });

  it.each([
    ['another grade than was sent up', { K5: '合格' }, 'K5', '审定不改动等次'],
    ['another result than the one here', { I5: '合格', K5: '合格' }, 'I5', '不是同一个结果'],
    ['a return without a reason', { J5: '退回', K5: null }, 'N5', '没有写理由'],
    ['another letter', { E5: '别的承诺书' }, 'E5', '登记库中的考核依据承诺书'],
    ['a later assessment', { H5: '2028-07-02' }, 'H5', '登记库中的考核日期'],
    ['a decision before the assessment', { L5: '2028-06-01' }, 'J5', '早于考核日期'],
  ])('refuses %s by cell', async (_, cells, cell, words) => {
    const { errors, state } = (await atBureau(await desks.edited(await decide(), cells))) ?? { errors: [], state: '' };
    expect([state, errors.map((error) => error.cell)]).toEqual(['error', [cell]]);
    expect(errors[0]?.message).toContain(words);
  });

  it('goes only to the departments that send results up, and only from one that decides', async () => {
    await decide();
    await expect(desks.send(hr(), 'assessment-decision', { to: '区委人才工作领导小组办公室' })).rejects.toThrow('不发给');
    await expect(desks.send(hr(), 'assessment-decision', { to: '区卫生健康局' })).rejects.toThrow('没有审定过区卫生健康局报送的考核结果');
    await expect(desks.send(bureau(), 'assessment-decision')).rejects.toThrow('没有这项职权');
  });
});
