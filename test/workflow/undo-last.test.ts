import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { carry, type NewDesk, newDesk } from './new-desk.ts';

const studio = '方予安小学语文名师工作室';
const other = '陶景行高中物理名师工作室';

let desk: NewDesk;
beforeEach(async () => {
  desk = await newDesk({ imported: true });
});
afterEach(() => desk.close());

/** The page of a studio without its history, which keeps what was done and undone. */
async function stateOf(name: string) {
  const { history: _history, ...state } = await desk.workflow.showStudio({ studioId: await desk.idOf(name) });
  return state;
}

describe('taking back the last act', () => {
  it('brings the studio back to what it was, and says what was taken back', async () => {
    const before = await stateOf(studio);
    await desk.act('accept', studio);
    const { message } = await desk.workflow.undoLast({});
    expect(message).toBe('已撤销「方予安小学语文名师工作室」的「受理申报」，恢复 4 条记录。');
    expect(await stateOf(studio)).toEqual(before);
  });

  it('goes back act by act, the last first', async () => {
    const states = [await stateOf(studio)];
    for (const step of ['accepted', 'inspected', 'approved'] as const) {
      const [command, answers] = {
        accepted: ['accept', {}],
        inspected: ['inspect', { inspectors: '林清源', result: 'pass', verified: '是' }],
        approved: ['decide', { minutes: '8号', decision: '同意' }],
      }[step] as [string, Record<string, unknown>];
      await desk.act(command, studio, answers);
      states.push(await stateOf(studio));
    }
    for (const before of states.toReversed().slice(1)) {
      await desk.workflow.undoLast({});
      expect(await stateOf(studio)).toEqual(before);
    }
  });

  it('lets the act be done again afterwards', async () => {
    await desk.act('accept', studio);
    await desk.workflow.undoLast({});
    expect((await desk.act('accept', studio)).status).toBe('accepted');
  });

  it('keeps act and undo in the log, and the chain verifies', async () => {
    await desk.act('receive', studio);
    await desk.workflow.undoLast({});
    const { history } = await desk.workflow.showStudio({ studioId: await desk.idOf(studio) });
    expect(history.map(({ title }) => title)).toEqual(['撤销办理', '登记收件']);
    expect((await desk.workflow.verify({})).audit.firstBroken).toBeNull();
  });

  it('says beforehand what would be taken back', async () => {
    expect((await desk.workflow.nextUndo({}))?.obstacle).toContain('最近一次办理是导入');
    await desk.act('receive', studio);
    expect(await desk.workflow.nextUndo({})).toEqual({
      command: 'receive',
      title: '登记收件',
      studio,
      onDate: '2026-08-10',
      obstacle: null,
    });
  });

  it('is done for the twentieth last act and refused for the one before it', async () => {
    for (let times = 0; times < 21; times += 1) await desk.act('confirm', studio, { subject: '工作计划', by: `核实人${times}` });
    for (let times = 0; times < 20; times += 1) await desk.workflow.undoLast({});
    const { confirmations } = await stateOf(studio);
    expect(confirmations.map(({ confirmedBy }) => confirmedBy)).toEqual(['核实人0']);
    await expect(desk.workflow.undoLast({})).rejects.toThrow('只能撤销最近 20 次办理');
  });
});

describe('what went out of the house', () => {
  it('is not taken back: an act that gave a number', async () => {
    await carry(desk, studio, 'named');
    const before = await stateOf(studio);
    await expect(desk.workflow.undoLast({})).rejects.toThrow(
      /无法撤销「方予安小学语文名师工作室」的「命名」：.*已经编发文号.*请改以「终止称号（非惩戒）」更正/,
    );
    expect(await stateOf(studio)).toEqual(before);
  });

  it('is not taken back: a number of another form than the series', async () => {
    await carry(desk, studio, 'approved');
    await desk.act('name', studio, { number: '武教字第5号' });
    await expect(desk.workflow.undoLast({})).rejects.toThrow('已经编发文号');
  });

  it('stands before what was done earlier: a document, an exported file', async () => {
    await carry(desk, studio, 'filed');
    await desk.workflow.makeDocuments({ kind: 'commitment-letter', folder: join(desk.folder, '文书') });
    await expect(desk.workflow.undoLast({})).rejects.toThrow('最近一次办理是出具文书');
    await desk.act('receive', other);
    await desk.workflow.exportFile({ kind: 'filing', target: join(desk.folder, '备案.xlsx') });
    await expect(desk.workflow.undoLast({})).rejects.toThrow('最近一次办理是导出表格');
  });

  it('is not hindered by previews and drafts', async () => {
    await carry(desk, studio, 'named');
    await desk.act('receive', other);
    await desk.workflow.previewDocument({ kind: 'commitment-letter', studioId: await desk.idOf(studio) });
    await desk.workflow.makeDocuments({ kind: 'commitment-letter', folder: join(desk.folder, '草稿'), draft: true });
    expect((await desk.workflow.undoLast({})).command).toBe('receive');
  });
});

describe('an undo', () => {
  it('is refused to another department', async () => {
    await desk.act('receive', studio);
    const hr = desk.as('区人力资源局');
    await expect(hr.undoLast({})).rejects.toThrow('这是其他部门的办理，区人力资源局不能撤销');
  });

  it('of a merger entered by mistake is for the computer that then belongs to the department that took over', async () => {
    const merger = { kind: '并入另一部门', department: '区教育局', into: '区总工会', from: '2026-08-10' };
    await desk.workflow.runCommand({ command: 'change-departments', answers: merger });
    expect((await desk.workflow.session({})).seat?.name).toBe('区总工会');
    expect((await desk.workflow.undoLast({})).command).toBe('change-departments');
    expect((await desk.workflow.session({})).seat?.name).toBe('区教育局');
  });

  it('of an added set of the Measures takes the set away, and it may be added again', async () => {
    const value = { value: 3, source: { article: 19 } };
    const head = { id: 'wuchang-2027', title: '办法（修订）', documentNumber: '武昌人才办〔2027〕5号', effectiveFrom: '2027-03-01' };
    const add = () => desk.workflow.runCommand({ command: 'add-measures', answers: { set: { ...head, values: { cycleYears: value } } } });
    const sets = async () => (await desk.workflow.showMeasures({})).sets.map(({ id }) => id);
    await add();
    expect(await desk.workflow.nextUndo({})).toMatchObject({ title: '增加办法', studio: null, obstacle: null });
    expect((await desk.workflow.undoLast({})).message).toBe('已撤销「增加办法」，恢复 1 条记录。');
    expect(await sets()).toEqual(['wuchang-2014']);
    await add();
    expect(await sets()).toEqual(['wuchang-2014', 'wuchang-2027']);
  });

  it('goes past an import that was undone itself', async () => {
    const empty = await newDesk();
    try {
      await expect(empty.workflow.undoLast({})).rejects.toThrow('最近没有可以撤销的办理');
    } finally {
      empty.close();
    }
    await desk.workflow.undoImport({ number: 1 });
    await expect(desk.workflow.undoLast({})).rejects.toThrow('最近没有可以撤销的办理');
  });

  it('does not see an act that was refused', async () => {
    await desk.act('receive', studio);
    await expect(desk.act('name', studio)).rejects.toThrow('无法命名');
    expect((await desk.workflow.undoLast({})).command).toBe('receive');
  });
});
