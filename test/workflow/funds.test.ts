import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { carry, endTitle, type NewDesk, newDesk } from './new-desk.ts';

const studio = '方予安小学语文名师工作室';
const lead = '方予安';

let desk: NewDesk;
beforeEach(async () => {
  desk = await newDesk({ imported: true });
  await carry(desk, studio, 'named');
});
afterEach(() => desk.close());

const page = async () => (await desk.workflow.showStudio({ studioId: await desk.idOf(studio) })).funds;
const open = (answers: Record<string, unknown> = {}) => desk.act('open-fund-account', studio, { name: '名师工作室专户', ...answers });
const income = (amount: number | string, answers: Record<string, unknown> = {}) =>
  desk.act('record-income', studio, { source: '所在单位', amount, voucher: '收-1', summary: '年度经费', ...answers });
const spending = { voucher: '付-1', summary: '添置书架', payee: '武昌家具公司', handler: '何思齐', checkedBy: '单位财务科' };
const expense = (amount: number | string, answers: Record<string, unknown> = {}) =>
  desk.act('record-expense', studio, {
    ...spending,
    category: '工作室基础建设',
    amount,
    signedBy: lead,
    signedOn: '2026-08-10',
    ...answers,
  });
const giveBack = (amount: number, answers: Record<string, unknown> = {}) =>
  desk.act('return-funds', studio, { source: '所在单位', amount, voucher: '退-1', summary: '结余退回', ...answers });
const correct = (entry: number, answers: Record<string, unknown>) =>
  desk.act('correct-fund-entry', studio, { entry, reason: '登记有误', ...answers });
const entries = async () =>
  (await page()).entries.map(({ sequence, kindLabel, item, date, change, balance }) =>
    [sequence, kindLabel, item, date, change, balance].join(' '),
  );

/** Makes the studio a district one from 2026-08-12 on, around the yearly round. */
async function makeDistrict(): Promise<void> {
  const studioId = await desk.idOf(studio);
  desk.around((register) =>
    register
      .prepare(
        `INSERT INTO designations (id, studio_id, level, department_id, named_on)
         SELECT 'dddddddd-0000-7000-8000-000000000001', studio_id, 'district', department_id, '2026-08-12' FROM designations WHERE studio_id = ?`,
      )
      .run(studioId),
  );
}

describe('第十八条: the dedicated account', () => {
  it('is needed before any money moves', async () => {
    await expect(income(100)).rejects.toThrow(/还没有经费专户.*先办理「开立经费专户」.*第十八条/);
    expect((await page()).accounts).toEqual([]);
  });

  it('is opened at the host unit, once', async () => {
    await open({ date: '2026-07-01', bank: '武昌农商行', number: '4201 0001' });
    expect((await page()).accounts).toEqual([
      {
        hostUnit: (await desk.workflow.showStudio({ studioId: await desk.idOf(studio) })).studio.hostUnit,
        name: '名师工作室专户',
        bank: '武昌农商行',
        accountNumber: '4201 0001',
        openedOn: '2026-07-01',
        closedOn: null,
        closeReason: null,
      },
    ]);
    await expect(open()).rejects.toThrow(/已有专户「名师工作室专户」.*「变更经费专户」.*第十八条/);
  });

  it('is refused on a day that has not come, and for a studio that is not named', async () => {
    await expect(open({ date: '2026-08-11' })).rejects.toThrow('晚于今天 2026-08-10');
    await expect(desk.act('open-fund-account', '陶景行高中物理名师工作室', { name: '专户' })).rejects.toThrow(/尚未命名.*第十八条/);
  });

  it('takes nothing from before its first day, and something on it', async () => {
    await open({ date: '2026-08-05' });
    await expect(income(100, { date: '2026-08-04' })).rejects.toThrow(/专户 2026-08-05 才开立/);
    await expect(income(100, { date: '2026-08-05' })).resolves.toBeDefined();
    await expect(income(100, { date: '2026-08-11' })).rejects.toThrow('晚于今天');
  });

  it('may move with its balance, but not to before its last entry', async () => {
    await open({ date: '2026-08-01' });
    await income(100, { date: '2026-08-09' });
    const change = { name: '新专户', reason: '开户行迁址' };
    await expect(desk.act('change-fund-account', studio, { ...change, date: '2026-08-08' })).rejects.toThrow(
      /2026-08-08 之后还有收支（第 1 笔/,
    );
    await expect(desk.act('change-fund-account', studio, { ...change, date: '2026-07-31' })).rejects.toThrow('早于原专户的开立日期');
    expect((await desk.act('change-fund-account', studio, { ...change, date: '2026-08-09' })).message).toContain('转入余额 100 元');
    await expense(40, { date: '2026-08-10' });
    const { accounts, balance } = await page();
    expect([accounts.map(({ name, closedOn, closeReason }) => [name, closedOn, closeReason]), balance]).toEqual([
      [
        ['新专户', null, null],
        ['名师工作室专户', '2026-08-09', '开户行迁址'],
      ],
      6000,
    ]);
  });
});

describe('第十八条: income and expenses', () => {
  beforeEach(() => open({ date: '2026-08-01' }));

  it.each([
    ['0.01', 1],
    ['1234.5', 123_450],
    ['1234.56', 123_456],
    [0.29, 29],
    ['999999999.99', 99_999_999_999],
  ])('take %s yuan as %s fen', async (amount, fen) => {
    await income(amount);
    expect((await page()).balance).toBe(fen);
  });

  it.each(['0', '0.00', '-1', '0.001', '1000000000', '五万', '1e3', ''])('take no %s yuan', async (amount) => {
    await expect(income(amount)).rejects.toThrow(/金额.*第十八条/);
    expect((await page()).entries).toEqual([]);
  });

  it('name the source of what comes in, out of three', async () => {
    await expect(income(1, { source: '社会捐赠' })).rejects.toThrow('应为所在单位、行业主管部门、区财政资助之一');
    await income(100, { source: 'sector-bureau' });
    await income(50, { source: '所在单位' });
    expect(await entries()).toEqual(['1 收入 行业主管部门 2026-08-10 10000 10000', '2 收入 所在单位 2026-08-10 5000 15000']);
  });

  it.each(['工作室基础建设', '教育科研活动', '名师工作津贴', '团队成员和学员奖励', '工作室日常开支', 'running'])(
    'may be spent on %s',
    async (category) => {
      await income(100);
      await expect(expense(1, { category })).resolves.toBeDefined();
    },
  );

  it.each(['招待费', '购车', '基础建设', 'Construction'])('may not be spent on %s: 专款专用', async (category) => {
    await income(100);
    await expect(expense(1, { category })).rejects.toThrow(new RegExp(`「${category}」不在开支范围之内，经费须专款专用.*第十八条`));
    expect((await page()).balance).toBe(10_000);
  });

  it('are signed by the lead and checked by somebody else of the unit', async () => {
    await income(100);
    const { signedBy: _unsigned, ...without } = { ...spending, category: 'activity', amount: 1, signedBy: lead, signedOn: '2026-08-10' };
    await expect(desk.act('record-expense', studio, without)).rejects.toThrow(/缺少「领办人签字」.*第十八条/);
    const { signedOn: _undated, ...undated } = { ...without, signedBy: lead };
    await expect(desk.act('record-expense', studio, undated)).rejects.toThrow(/缺少「签字日期」.*第十八条/);
    await expect(expense(1, { signedBy: '何思齐' })).rejects.toThrow(/签字人「何思齐」不是当时的领办人.*请由方予安签字.*第十八条/);
    await expect(expense(1, { checkedBy: lead })).rejects.toThrow(/审核人「方予安」就是领办人.*第十四条/);
    await expect(expense(1, { signedOn: '2026-08-11' })).rejects.toThrow('签字日期 2026-08-11 晚于今天');
    await expect(expense(1, { checkedOn: '2026-08-11' })).rejects.toThrow('审核日期 2026-08-11 晚于今天');
    await expense(1);
    expect((await page()).entries.at(-1)).toMatchObject({
      signedBy: lead,
      signedOn: '2026-08-10',
      checkedBy: '单位财务科',
      checkedOn: '2026-08-10',
    });
  });

  it('are signed before they are paid: later is a warning', async () => {
    await income(100, { date: '2026-08-01' });
    expect((await expense(1, { date: '2026-08-09', signedOn: '2026-08-09' })).warnings).toEqual([]);
    expect((await expense(2, { date: '2026-08-08', signedOn: '2026-08-09' })).warnings[0]).toContain('才签字，晚于支出日期 2026-08-08');
  });

  it('leave no day below zero without a reason: to the last fen', async () => {
    await income('100.00');
    await expect(expense('100.01')).rejects.toThrow(/2026-08-10 将透支 0.01 元.*「透支理由」.*第十八条/);
    await expense('100.00');
    await expect(expense('0.01')).rejects.toThrow('将透支 0.01 元');
    const { warnings } = await expense('0.01', { voucher: '付-2', overdraft: '年度经费尚未到账' });
    expect(warnings).toEqual(['专户透支，请尽快补足（第十八条）。']);
    expect((await page()).entries.map(({ overdraftReason }) => overdraftReason)).toEqual([null, null, '年度经费尚未到账']);
    await income('0.01');
    expect((await page()).balance).toBe(0);
  });

  it('look at every day from their own on: money of tomorrow does not pay today, money spent tomorrow is not there today', async () => {
    await income(100, { date: '2026-08-05' });
    await expect(expense(10, { date: '2026-08-04', signedOn: '2026-08-04' })).rejects.toThrow('2026-08-04 将透支 10 元');
    await expense(90, { date: '2026-08-07', signedOn: '2026-08-07' });
    await expect(expense(11, { date: '2026-08-06', signedOn: '2026-08-06' })).rejects.toThrow('2026-08-07 将透支 1 元');
    await expect(expense(10, { date: '2026-08-06', signedOn: '2026-08-06' })).resolves.toBeDefined();
  });

  it('warn of the same voucher twice', async () => {
    await income(100);
    expect((await income(100)).warnings).toEqual(['第 1 笔的日期、凭证号和金额都相同，请核对是否重复入账。']);
    expect((await income(100, { voucher: '收-2' })).warnings).toEqual([]);
  });
});

describe('第十二条第六项, 第十八条: the district grant and construction', () => {
  beforeEach(() => open({ date: '2026-08-01' }));

  it('the grant is for district studios, from the day of the title on', async () => {
    await expect(income(50_000, { source: '区财政资助' })).rejects.toThrow(/在 2026-08-10 不是区级名师工作室.*第十二条第六项/);
    await makeDistrict();
    desk.moveTo('2026-08-15');
    const hr = desk.as('区人力资源局');
    const grant = (date: string) =>
      hr.runCommand({
        command: 'record-income',
        studioId,
        answers: { source: '区财政资助', amount: 50_000, voucher: '拨-1', summary: '建设经费资助', date },
      });
    const studioId = (await hr.listStudios({})).find(({ name }) => name === studio)?.id ?? '';
    await expect(grant('2026-08-11')).rejects.toThrow('在 2026-08-11 不是区级名师工作室');
    await expect(grant('2026-08-12')).resolves.toMatchObject({ message: expect.stringContaining('收入 5 万元（区财政资助）') as string });
  });

  it('construction is summed up to a day, corrections included', async () => {
    await income(100, { date: '2026-08-01' });
    await expense(30, { date: '2026-08-02', signedOn: '2026-08-02' });
    await expense(20, { category: '教育科研活动' });
    expect((await page()).constructionSpent).toBe(3000);
    await correct(2, { amount: 25 });
    expect((await page()).constructionSpent).toBe(2500);
    await correct(5, { category: '工作室日常开支' });
    expect((await page()).constructionSpent).toBe(0);
  });
});

describe('money that goes back to where it came from', () => {
  beforeEach(async () => {
    await open({ date: '2026-08-01' });
    await income(100, { date: '2026-08-01' });
    await income(30, { date: '2026-08-01', source: 'sector-bureau' });
  });

  it('is no more than came from that source, to the fen', async () => {
    await expect(giveBack(100.01)).rejects.toThrow(/所在单位尚未退回的共 100 元，不能退回 100.01 元.*第十四条/);
    await expect(giveBack(30.01, { source: 'sector-bureau' })).rejects.toThrow(/行业主管部门尚未退回的共 30 元.*第十五条/);
    await giveBack(60);
    await expect(giveBack(40.01)).rejects.toThrow('尚未退回的共 40 元');
    await giveBack(40);
    expect(await entries()).toEqual([
      '1 收入 所在单位 2026-08-01 10000 10000',
      '2 收入 行业主管部门 2026-08-01 3000 13000',
      '3 退回 所在单位 2026-08-10 -6000 7000',
      '4 退回 所在单位 2026-08-10 -4000 3000',
    ]);
  });

  it('needs the balance, or a reason', async () => {
    await expense(90);
    await expect(giveBack(41)).rejects.toThrow('将透支 1 元');
    await giveBack(40);
  });

  it('is all that moves once the title has ended, but for what the host unit pays in', async () => {
    const studioId = await desk.idOf(studio);
    desk.around((register) => endTitle(register, studioId, '2026-08-20', 'revoked'));
    desk.moveTo('2026-08-25');
    const late = { date: '2026-08-20', signedOn: '2026-08-20' };
    await expect(expense(1, late)).rejects.toThrow(/称号已于 2026-08-20 终止.*结余请办理退回.*第十八条/);
    await expect(income(1, { date: '2026-08-20', source: 'sector-bureau' })).rejects.toThrow('称号已于 2026-08-20 终止');
    await expect(expense(1, { date: '2026-08-19', signedOn: '2026-08-19' })).resolves.toBeDefined();
    await expect(income(1, { date: '2026-08-20' })).resolves.toBeDefined();
    await expect(giveBack(100)).resolves.toBeDefined();
  });
});

describe('第十八条: corrections', () => {
  beforeEach(async () => {
    await open({ date: '2026-08-01' });
    await income(100, { date: '2026-08-01' });
    await expense(30, { date: '2026-08-02', signedOn: '2026-08-02' });
  });

  it('reverse the wrong entry and book the right one, both on the day of the correction', async () => {
    await correct(2, { amount: '3.00', date: '2026-08-09' });
    expect(await entries()).toEqual([
      '1 收入 所在单位 2026-08-01 10000 10000',
      '2 支出 工作室基础建设 2026-08-02 -3000 7000',
      '3 支出 工作室基础建设 2026-08-09 3000 10000',
      '4 支出 工作室基础建设 2026-08-09 -300 9700',
    ]);
    expect((await page()).entries.map(({ reverses, replaces, reversed, reason }) => [reverses, replaces, reversed, reason])).toEqual([
      [null, null, false, null],
      [null, null, true, null],
      [2, null, false, '登记有误'],
      [null, 2, false, '登记有误'],
    ]);
  });

  it('are the way back: an undo is refused and says so', async () => {
    await expect(desk.workflow.undoLast({})).rejects.toThrow(`「${studio}」有记录只增不改，或之后又有变动。请改以「更正收支」更正。`);
    expect((await page()).entries).toHaveLength(2);
  });

  it('may only cancel', async () => {
    expect((await correct(2, { cancel: '是' })).message).toContain('已作废');
    expect([(await page()).balance, (await page()).entries.length]).toEqual([10_000, 3]);
  });

  it('of income book the right amount first, so that the account is never empty in between', async () => {
    await correct(1, { amount: 30 });
    expect((await page()).balance).toBe(0);
    await expect(correct(3, { amount: '29.99' })).rejects.toThrow('将透支 0.01 元');
    await expect(correct(3, { amount: '29.99', overdraft: '差额次日补足' })).resolves.toBeDefined();
  });

  it('of income hold what has gone back already', async () => {
    await giveBack(70);
    await income(1000, { source: 'sector-bureau' });
    await expect(correct(1, { amount: '69.99' })).rejects.toThrow(/所在单位已经退回的会比收到的多 0.01 元.*第十四条/);
    await expect(correct(1, { source: 'sector-bureau' })).rejects.toThrow('会比收到的多 70 元');
    await expect(correct(3, { amount: '100.01' })).rejects.toThrow('尚未退回的共 100 元');
    await expect(correct(3, { amount: '100' })).resolves.toBeDefined();
  });

  it('need a reason, an entry that stands, and something to correct', async () => {
    await expect(desk.act('correct-fund-entry', studio, { entry: 1, amount: 2 })).rejects.toThrow('缺少「更正理由」');
    await expect(correct(3, { amount: 2 })).rejects.toThrow(/没有第 3 笔收支.*第十八条/);
    await expect(correct(2, {})).rejects.toThrow('没有填要更正的内容');
    await expect(correct(2, { cancel: '是', amount: 2 })).rejects.toThrow('作废不另记');
    await expect(correct(2, { amount: 2, date: '2026-08-01' })).rejects.toThrow('早于原记录的日期 2026-08-02');
    await expect(correct(2, { amount: 2, date: '2026-08-11' })).rejects.toThrow('晚于今天');
    await expect(correct(2, { source: 'sector-bureau' })).rejects.toThrow('是支出，没有来源');
    await expect(correct(1, { category: 'running' })).rejects.toThrow('是收入，没有用途');
    await expect(correct(1, { signedBy: lead })).rejects.toThrow('没有签字和审核');
    await expect(correct(2, { category: '招待费' })).rejects.toThrow('专款专用');
    await expect(correct(2, { signedBy: '何思齐' })).rejects.toThrow('不是当时的领办人');
    await correct(2, { amount: 2 });
    await expect(correct(2, { amount: 3 })).rejects.toThrow('第 2 笔已经冲销');
    await expect(correct(3, { amount: 3 })).rejects.toThrow('第 3 笔是第 2 笔的冲销');
  });
});

describe('第十五条, 第十六条: whose business the money is', () => {
  const funds = ['open-fund-account', 'change-fund-account', 'record-income', 'record-expense', 'return-funds', 'correct-fund-entry'];
  const offered = async (workflow = desk.workflow) => {
    const studioId = (await workflow.listStudios({})).find(({ name }) => name === studio)?.id ?? '';
    return (await workflow.showStudio({ studioId })).commands.filter((name) => funds.includes(name));
  };

  it('in-system the bureau’s own, and what comes next is offered to it alone', async () => {
    expect(await offered()).toEqual(['open-fund-account']);
    await open();
    expect(await offered()).toEqual(['change-fund-account', 'record-income', 'record-expense']);
    await income(1);
    expect((await offered()).slice(-2)).toEqual(['return-funds', 'correct-fund-entry']);
    expect(await offered(desk.as('区人力资源局'))).toEqual([]);
    expect(await offered(desk.as('区委人才工作领导小组办公室'))).toEqual([]);
    expect(await offered(desk.as('区总工会'))).toEqual([]);
  });

  it.each(funds.slice(1))(
    '%s is refused to the HR bureau in-system, and to the bureau once the studio is a district one',
    async (command) => {
      await open({ date: '2026-08-01' });
      await income(1);
      const studioId = await desk.idOf(studio);
      const answers: Readonly<Record<string, Record<string, unknown>>> = {
        'change-fund-account': { name: '新专户', reason: '迁址' },
        'record-income': { source: 'host-unit', amount: 1, voucher: '1', summary: '1' },
        'record-expense': { ...spending, category: 'running', amount: 1, signedBy: lead, signedOn: '2026-08-10' },
        'return-funds': { source: 'host-unit', amount: 1, voucher: '1', summary: '1' },
        'correct-fund-entry': { entry: 1, reason: '误', amount: 2 },
      };
      const run = { command, studioId, answers: answers[command] ?? {} };
      await expect(desk.as('区人力资源局').runCommand(run)).rejects.toThrow(/按系统内名师工作室管理，由行业主管部门办理.*第十八条/);
      await makeDistrict();
      desk.moveTo('2026-08-15');
      await expect(desk.as('区教育局').runCommand(run)).rejects.toThrow(/按区级名师工作室管理，由区人力资源局办理.*第十八条/);
      await expect(desk.as('区人力资源局').runCommand(run)).resolves.toBeDefined();
    },
  );
});

describe('第十八条: duties about money', () => {
  const due = async (workflow = desk.workflow) =>
    (await workflow.listDuties({ days: 30 }))
      .filter(({ studio: whose, action }) => whose === studio && ['open-fund-account', 'record-income', 'return-funds'].includes(action))
      .map(({ duty, due: day }) => `${duty} ${day}`);

  it('ask for the account, then for what is overdrawn, and for what is left after the end', async () => {
    expect(await due()).toEqual(['开立经费专户 2026-08-25']);
    await open({ date: '2026-08-01' });
    expect(await due()).toEqual([]);
    await expense(5, { overdraft: '垫支' });
    expect(await due()).toEqual(['经费专户透支 5 元，补足 2026-08-10']);
    await income(12);
    expect(await due()).toEqual([]);
    const studioId = await desk.idOf(studio);
    desk.around((register) => endTitle(register, studioId, '2026-08-20', 'ended'));
    desk.moveTo('2026-08-25');
    expect(await due()).toEqual(['称号已终止，退回专户结余 7 元 2026-09-04']);
    await giveBack(7);
    expect(await due()).toEqual([]);
  });

  it('are the HR bureau’s once the studio is a district one', async () => {
    await makeDistrict();
    desk.moveTo('2026-08-15');
    expect(await due(desk.as('区教育局'))).toEqual([]);
    expect(await due(desk.as('区人力资源局'))).toEqual(['开立经费专户 2026-08-27']);
  });
});

describe('第十八条: statements', () => {
  beforeEach(async () => {
    await open({ date: '2026-08-01' });
    await income(100, { date: '2026-08-01' });
    await expense(30, { date: '2026-08-02', signedOn: '2026-08-02' });
    await income(50, { date: '2026-08-05', source: 'sector-bureau' });
    await giveBack(20, { date: '2026-08-06', source: 'sector-bureau' });
    await correct(2, { cancel: '是', date: '2026-08-09' });
  });
  const statement = async (from: string, to: string) => desk.workflow.fundStatement({ studioId: await desk.idOf(studio), from, to });

  it('say what there was, what came by source, went by purpose, went back, and is left', async () => {
    const { income: came, expenses, returns, ...sums } = await statement('2026-08-02', '2026-08-08');
    expect(sums).toEqual({
      from: '2026-08-02',
      to: '2026-08-08',
      opening: 10_000,
      totals: { income: 5000, expenses: 3000, returns: 2000 },
      closing: 10_000,
    });
    expect(came.map(({ label, amount }) => [label, amount])).toEqual([
      ['所在单位', 0],
      ['行业主管部门', 5000],
      ['区财政资助', 0],
    ]);
    expect(expenses.map(({ label, amount }) => [label, amount])).toEqual([
      ['工作室基础建设', 3000],
      ['教育科研活动', 0],
      ['名师工作津贴', 0],
      ['团队成员和学员奖励', 0],
      ['工作室日常开支', 0],
    ]);
    expect(returns.filter(({ amount }) => amount > 0)).toEqual([{ key: 'sector-bureau', label: '行业主管部门', amount: 2000 }]);
  });

  it('stay true: a reversal counts in the period of its own day', async () => {
    expect((await statement('2026-08-09', '2026-08-09')).expenses[0]?.amount).toBe(-3000);
    expect((await statement('2026-08-09', '2026-12-31')).closing).toBe(13_000);
    expect((await page()).thisYear.closing).toBe((await page()).balance);
  });

  it('join: what one leaves is what the next begins with', async () => {
    expect((await statement('2026-01-01', '2026-08-01')).closing).toBe((await statement('2026-08-02', '2026-08-02')).opening);
  });

  it('are refused when the end comes before the beginning', async () => {
    await expect(statement('2026-08-02', '2026-08-01')).rejects.toThrow(/截止日期 2026-08-01 早于起始日期.*第十八条/);
  });
});
