import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { carry } from './new-desk.ts';
import { type TwoDesks, twoDesks } from './two-desks.ts';

const studio = '方予安小学语文名师工作室';
const second = '陶景行高中物理名师工作室';
const number = '武昌人资名〔2026〕1号';

let desks: TwoDesks;
beforeEach(async () => {
  desks = await twoDesks();
  await carry(desks.bureau, studio, 'filed');
  await carry(desks.bureau, second, 'filed');
});
afterEach(() => desks.close());

const bureau = () => desks.bureau.workflow;
const hr = () => desks.other.workflow;
const filingFile = () => desks.send(bureau(), 'filing');
const receiptFile = () => desks.send(hr(), 'filing-receipt', { to: '区教育局' });
const states = async (desk: typeof bureau, path: string) => (await desk().previewImport({ path })).rows.map(({ state }) => state);
const titleAt = async (desk: TwoDesks['bureau'], name = studio) =>
  (await desk.workflow.showStudio({ studioId: await desk.idOf(name) })).designations;

describe('第十五条、第二十条: the end of a title goes to the HR bureau by file', () => {
  const ended = { endedOn: '2026-08-25', endKind: 'ended', endReason: '单位撤并' };
  const endTitle = () =>
    desks.bureau.act('end-without-fault', studio, { reason: '单位撤并', unitOpinion: '同意', settlement: '经费已结清' });
  const endedFile = async () => {
    await hr().applyImport({ path: await filingFile() });
    await desks.other.act('acknowledge-filing', studio);
    const before = await filingFile();
    desks.moveTo('2026-08-25');
    await endTitle();
    return { before, path: await filingFile() };
  };

  it('with its day, its document and its reason; the file a second time changes nothing', async () => {
    const { path } = await endedFile();
    expect(await states(hr, path)).toEqual(['changed', 'unchanged']);
    await hr().applyImport({ path });
    expect(await titleAt(desks.other)).toMatchObject([ended]);
    expect(await hr().applyImport({ path })).toMatchObject({ batch: null });
    expect(await states(hr, await filingFile())).toEqual(['unchanged', 'unchanged']);
  });

  it('and can be taken back with its batch; an older file does not give the title back', async () => {
    const { before, path } = await endedFile();
    const { batch } = await hr().applyImport({ path });
    expect(await states(hr, before)).toEqual(['unchanged', 'unchanged']);
    await hr().undoImport({ number: batch ?? 0 });
    expect(await titleAt(desks.other)).toMatchObject([{ endedOn: null }]);
    await hr().applyImport({ path });
    expect(await titleAt(desks.other)).toMatchObject([ended]);
  });

  it('as a revocation asks the HR bureau to look at the district title, and of a studio without one does not', async () => {
    const { path } = await endedFile();
    const revoked = await desks.edited(path, { Z5: '撤销命名' });
    const earlier = await desks.edited(revoked, { Y5: '2026-08-19' });
    const asked = async (file = revoked) => (await hr().previewImport({ path: file })).rows.map(({ warnings }) => warnings.join(''));
    expect(await asked()).toEqual([expect.not.stringContaining('区级称号'), '']);
    const studioId = await desks.other.idOf(studio);
    desks.other.around((register) =>
      register
        .prepare(
          `INSERT INTO designations (id, studio_id, level, department_id, named_on)
           SELECT 'dddddddd-0000-7000-8000-000000000001', studio_id, 'district', department_id, '2026-08-20' FROM designations WHERE studio_id = ?`,
        )
        .run(studioId),
    );
    expect(await asked()).toEqual([expect.stringContaining('请查核撤销的原因是否涉及区级称号'), '']);
    expect(await asked(earlier)).toEqual([expect.stringContaining('区级称号授予在后（2026-08-20）'), '']);
  });

  it('told by half, or on a day that has not come or lies before the naming, is an error of its cell', async () => {
    const { path } = await endedFile();
    const errorsOf = async (cells: Parameters<TwoDesks['edited']>[1]) =>
      (await hr().previewImport({ path: await desks.edited(path, cells) })).rows.flatMap(({ errors }) =>
        errors.map(({ message }) => message),
      );
    expect(await errorsOf({ AA5: null })).toEqual([expect.stringContaining('都要填写')]);
    expect(await errorsOf({ Y5: '2026-08-26' })).toEqual([expect.stringContaining('晚于今天 2026-08-25')]);
    expect(await errorsOf({ Y5: '2026-08-09' })).toEqual([expect.stringContaining('早于命名日期')]);
  });
});

describe('第十一条第三项: a filing goes to the HR bureau by file', () => {
  it('and makes the studios known there, each under its own id, its filing waiting for an answer', async () => {
    const path = await filingFile();
    expect(await states(hr, path)).toEqual(['new', 'new']);
    expect(await hr().applyImport({ path })).toMatchObject({ kind: 'filing', batch: 1, new: 2, errors: [] });
    expect(await desks.other.idOf(studio)).toBe(await desks.bureau.idOf(studio));
    expect(await titleAt(desks.other)).toMatchObject([{ namedOn: '2026-08-10', filedOn: '2026-08-10', filingNumber: null }]);
    const detail = await hr().showStudio({ studioId: await desks.other.idOf(studio) });
    expect(detail.commands).toEqual(expect.arrayContaining(['acknowledge-filing', 'return-filing']) as string[]);
    expect(detail.people.length).toBe((await bureau().showStudio({ studioId: await desks.bureau.idOf(studio) })).people.length);
  });

  it('the same file a second time changes nothing', async () => {
    const path = await filingFile();
    await hr().applyImport({ path });
    expect(await hr().applyImport({ path })).toMatchObject({ batch: null, unchanged: 2 });
  });

  it('the whole batch can be taken back, until the filing is answered', async () => {
    const path = await filingFile();
    await hr().applyImport({ path });
    await hr().undoImport({ number: 1 });
    expect(await hr().listStudios({})).toEqual([]);
    await hr().applyImport({ path });
    await desks.other.act('acknowledge-filing', studio);
    await expect(hr().undoImport({ number: 2 })).rejects.toThrow(studio);
  });

  it('a list sent after the answer leaves the answered filing as it is, and brings what changed since', async () => {
    await hr().applyImport({ path: await filingFile() });
    await desks.other.act('acknowledge-filing', studio);
    desks.moveTo('2026-08-20');
    await desks.bureau.act('rename-studio', studio, { name: '方予安整本书阅读名师工作室', reason: '专业方向调整' });
    const path = await desks.edited(await filingFile(), { X5: new Date('2026-08-20T00:00:00Z'), X6: new Date('2026-08-20T00:00:00Z') });
    expect(await hr().applyImport({ path })).toMatchObject({ changed: 2 });
    const renamed = await hr().showStudio({ studioId: await desks.other.idOf('方予安整本书阅读名师工作室') });
    expect(renamed.designations).toMatchObject([{ filedOn: '2026-08-10', filingNumber: number }]);
    expect(renamed.filings).toMatchObject([{ sentOn: '2026-08-10' }]);
  });

  it('an older file that arrives late takes nothing back', async () => {
    const old = await filingFile();
    await hr().applyImport({ path: old });
    desks.moveTo('2026-08-20');
    await desks.bureau.act('rename-studio', studio, { name: '方予安整本书阅读名师工作室', reason: '专业方向调整' });
    await hr().applyImport({ path: await filingFile() });
    const { rows } = await hr().previewImport({ path: old });
    expect(rows.map(({ state }) => state)).toEqual(['unchanged', 'unchanged']);
    expect(rows.flatMap(({ warnings }) => warnings)).toEqual([expect.stringContaining('写于 2026-08-10，早于已收到的 2026-08-20')]);
  });

  it('the filing number is not the bureau’s to write: refused by cell, and nothing is stored', async () => {
    const header = 'Y';
    const path = await desks.edited(await filingFile(), { [`${header}5`]: '备〔2026〕9号' });
    const { rows } = await hr().previewImport({ path });
    expect(rows[0]).toMatchObject({ state: 'error', errors: [{ cell: 'Y5', field: '备案号' }] });
    expect(rows[0]?.errors[0]?.message).toContain('由区人力资源局填写，行业主管部门不能改动');
    await expect(hr().applyImport({ path })).rejects.toThrow('没有写入任何一行');
    expect(await hr().applyImport({ path, cleanRowsOnly: true })).toMatchObject({ new: 1 });
  });

  it('another seat than the HR bureau does not import it', async () => {
    const path = await filingFile();
    await expect(bureau().previewImport({ path })).rejects.toThrow('不由区教育局导入');
  });
});

describe('第十六条: the answer goes back by file', () => {
  it('with the number, and with the return and its reason, as the HR bureau’s own acts', async () => {
    await hr().applyImport({ path: await filingFile() });
    desks.moveTo('2026-08-12');
    await desks.other.act('acknowledge-filing', studio);
    await desks.other.act('return-filing', second, { reason: '缺任务承诺书' });
    const path = await receiptFile();
    const { rows } = await bureau().previewImport({ path });
    expect(rows.map(({ studio: name, state }) => [name, state])).toEqual(
      expect.arrayContaining([
        [studio, 'changed'],
        [second, 'changed'],
      ]) as unknown,
    );
    expect((await titleAt(desks.bureau))[0]?.filingNumber).toBe(null);
    expect(await bureau().applyImport({ path })).toMatchObject({ kind: 'filing-receipt', changed: 2 });
    expect(await titleAt(desks.bureau)).toMatchObject([{ filingNumber: number }]);
    const returned = await bureau().showStudio({ studioId: await desks.bureau.idOf(second) });
    expect(returned.filings).toMatchObject([{ answerLabel: '退回', reason: '缺任务承诺书' }]);
    expect(returned.studio.status).toBe('named');
    expect(await bureau().applyImport({ path })).toMatchObject({ batch: null, unchanged: 2 });
    expect((await bureau().verify({})).audit.firstBroken).toBe(null);
  });

  it('enters the filing with it where the bureau sent its list and forgot to enter that', async () => {
    await bureau().undoLast({});
    desks.moveTo('2026-08-11');
    await hr().applyImport({ path: await filingFile() });
    desks.moveTo('2026-08-12');
    await desks.other.act('acknowledge-filing', second);
    expect(await bureau().applyImport({ path: await receiptFile() })).toMatchObject({ changed: 1, errors: [] });
    expect(await titleAt(desks.bureau, second)).toMatchObject([{ filedOn: '2026-08-11', filingNumber: number }]);
  });

  it('moves a filing that was entered later than it was answered to the day it was sent, and says so', async () => {
    await bureau().undoLast({});
    await hr().applyImport({ path: await filingFile() });
    desks.moveTo('2026-08-12');
    await desks.other.act('acknowledge-filing', second);
    desks.moveTo('2026-08-14');
    await desks.bureau.act('file', second);
    const path = await receiptFile();
    const { rows } = await bureau().previewImport({ path });
    expect(rows.find((row) => row.studio === second)?.warnings).toEqual([
      '登记的报送日期 2026-08-14 晚于办理日期，改为回执上的 2026-08-10。',
    ]);
    await bureau().applyImport({ path });
    expect(await titleAt(desks.bureau, second)).toMatchObject([{ filedOn: '2026-08-10', filingNumber: number }]);
  });

  it('and a batch of answers can be taken back and taken again', async () => {
    await hr().applyImport({ path: await filingFile() });
    await desks.other.act('acknowledge-filing', studio);
    const path = await receiptFile();
    const { batch } = await bureau().applyImport({ path });
    await bureau().undoImport({ number: batch ?? 0 });
    expect((await titleAt(desks.bureau))[0]?.filingNumber).toBe(null);
    await bureau().applyImport({ path });
    expect((await titleAt(desks.bureau))[0]?.filingNumber).toBe(number);
  });

  it('what was returned is filed again by a later file; the old file sent once more is not taken', async () => {
    const old = await filingFile();
    await hr().applyImport({ path: old });
    await desks.other.act('return-filing', studio, { reason: '缺任务承诺书' });
    await bureau().applyImport({ path: await receiptFile() });
    const { rows } = await hr().previewImport({ path: old });
    expect(rows.find((row) => row.studio === studio)).toMatchObject({
      state: 'unchanged',
      warnings: [expect.stringContaining('已于 2026-08-10 退回')],
    });
    desks.moveTo('2026-08-12');
    await desks.bureau.act('file', studio);
    expect(await hr().applyImport({ path: await filingFile() })).toMatchObject({ changed: 1, unchanged: 1 });
    await desks.other.act('acknowledge-filing', studio);
    await bureau().applyImport({ path: await receiptFile() });
    expect(await titleAt(desks.bureau)).toMatchObject([{ filedOn: '2026-08-12', filingNumber: number }]);
  });

  it('is refused by cell where no filing waits, with the act’s own reason', async () => {
    await hr().applyImport({ path: await filingFile() });
    await desks.other.act('acknowledge-filing', studio);
    const path = await desks.edited(await receiptFile(), { G5: '备〔2026〕8号' });
    await bureau().applyImport({ path: await receiptFile() });
    const { rows } = await bureau().previewImport({ path });
    expect(rows[0]).toMatchObject({ state: 'error', errors: [{ cell: 'F5' }] });
    expect(rows[0]?.errors[0]?.message).toContain('没有待办理的备案');
  });

  it('names a studio this bureau has never filed: an error of that cell', async () => {
    await hr().applyImport({ path: await filingFile() });
    await desks.other.act('acknowledge-filing', studio);
    const path = await receiptFile();
    const health = desks.bureau.as('区卫生健康局');
    expect((await health.previewImport({ path })).rows[0]).toMatchObject({ state: 'error', errors: [{ field: '领办人身份证号' }] });
  });
});
