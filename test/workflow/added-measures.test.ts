import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readAssessments } from '../../db/queries/assessments.ts';
import { readLetters } from '../../db/queries/commitment-letters.ts';
import { readEntries, readRound } from '../../db/queries/district-rounds.ts';
import { fillParameterTable, revisedNumber, revisedTable, type TypedRow } from '../exchange/fill-parameter-table.ts';
import { printedTexts } from '../templates/document-text.ts';
import { carry, type NewDesk, newDesk } from './new-desk.ts';
import { carryRound, education, hr, office, type RoundRegister, roundRegister, studioOf } from './round-register.ts';

/** The revised rule as data: from 2027-03-01, three years, seven days of notice, grants of 100,000 to 125,000 yuan. */
const revised = {
  id: 'wuchang-2027-03-01',
  title: '武昌区名师工作室建设管理办法（修订）',
  documentNumber: revisedNumber,
  effectiveFrom: '2027-03-01',
  values: {
    cycleYears: { value: 3, source: { article: 20, paragraph: 1 } },
    publicNoticeDays: { value: 7, source: { article: 13, item: 4 } },
    rectificationDays: { value: 20, source: { article: 20 } },
    grantRange: {
      value: {
        'public-benefit': { least: 10_000_000, most: 12_500_000 },
        'with-market-function': { least: 3_000_000, most: 6_000_000 },
      },
      source: { article: 13, item: 6 },
    },
  },
};

const studio = '方予安小学语文名师工作室';
/** Its rooms have between 50 and 70 square metres. */
const other = '陶景行高中物理名师工作室';

describe('a set added from a table', () => {
  let desk: NewDesk;
  let path: string;
  beforeEach(async () => {
    desk = await newDesk({ imported: true });
    path = join(desk.folder, '参数表.xlsx');
  });
  afterEach(() => desk.close());

  /** Exports the table, fills it in, saves it. */
  async function fill(typed: Readonly<Record<string, TypedRow>> = revisedTable): Promise<void> {
    await desk.workflow.exportMeasures({ target: path });
    writeFileSync(path, await fillParameterTable(readFileSync(path), typed));
  }

  const outcomes = async (name: string) => {
    const { findings } = await desk.workflow.showStudio({ studioId: await desk.idOf(name) });
    return Object.fromEntries(findings.map(({ rule, outcome }) => [rule, outcome]));
  };

  it('is in force from its first day on, and shown with its values and their documents', async () => {
    desk.moveTo('2027-02-28');
    await fill();
    expect((await desk.workflow.addMeasures({ path })).message).toBe(
      `已增加《武昌区名师工作室建设管理办法（修订）》（${revisedNumber}），自 2027-03-01 起施行，改动 5 项。`,
    );
    const before = await desk.workflow.showMeasures({});
    expect(before.sets.map(({ id, inForce, withdrawable }) => [id, inForce, withdrawable])).toEqual([
      ['wuchang-2014', true, false],
      ['wuchang-2027-03-01', false, true],
    ]);
    desk.moveTo('2027-03-01');
    const after = await desk.workflow.showMeasures({});
    expect(after.sets.map(({ id, inForce, withdrawable }) => [id, inForce, withdrawable])).toEqual([
      ['wuchang-2014', false, false],
      ['wuchang-2027-03-01', true, false],
    ]);
    const line = (view: typeof after, name: string) => view.lines.find((each) => each.name === name);
    expect([line(before, 'cycleYears'), line(after, 'cycleYears'), line(after, 'memberAgeLimit')]).toMatchObject([
      { value: '2', documentNumber: '武昌人才办〔2014〕2号' },
      { value: '3', documentNumber: revisedNumber, article: '第十九条' },
      { value: '45', documentNumber: '武昌人才办〔2014〕2号' },
    ]);
    expect((await desk.workflow.session({})).measures.id).toBe('wuchang-2027-03-01');
  });

  it('第十八条: names what money is for in an application, by the set of the day it was handed in', async () => {
    await fill({ ...revisedTable, 经费开支范围: { value: '工作室基础建设（计入先建）、差旅、其他', number: revisedNumber } });
    await desk.workflow.addMeasures({ path });
    const planned = async () => {
      const { bytes } = await desk.workflow.previewDocument({ kind: 'application-form', studioId: await desk.idOf(studio) });
      const texts = printedTexts(bytes);
      return ['教育科研活动', '差旅'].filter((purpose) => texts.includes(purpose));
    };
    desk.moveTo('2027-03-02');
    expect(await planned()).toEqual(['教育科研活动']);
    await desk.act('return', studio, { reason: '材料不全' });
    await desk.act('receive', studio, { appliedOn: '2027-03-02' });
    expect(await planned()).toEqual(['差旅']);
  });

  it('第十八条: names what money is for, in the form of an expense and in the letters signed under it', async () => {
    const purposes = { 经费开支范围: { value: '工作室基础建设（计入先建）、差旅、其他', number: revisedNumber } };
    await fill({ ...revisedTable, ...purposes });
    await desk.workflow.addMeasures({ path });
    await carry(desk, studio, 'named');
    await carry(desk, other, 'named');
    await desk.act('sign-commitment-letter', studio);
    await desk.act('open-fund-account', studio, { name: '名师工作室专户' });
    const sets = async () => (await desk.workflow.showStudio({ studioId: await desk.idOf(studio) })).funds.purposesBySet;
    const spend = (date: string, category: string, voucher: string) =>
      desk.act('record-expense', studio, {
        category,
        date,
        voucher,
        amount: '10',
        summary: '调研',
        payee: '某某',
        handler: '何思齐',
        signedBy: '方予安',
        signedOn: date,
        checkedBy: '单位财务科',
        overdraft: '先行垫支',
      });
    desk.moveTo('2027-02-28');
    expect((await sets()).map(({ from }) => from)).toEqual(['2014-10-10']);
    desk.moveTo('2027-03-01');
    const [before, after] = await sets();
    expect([before?.purposes.length, after]).toEqual([
      5,
      {
        from: '2027-03-01',
        purposes: [
          { code: 'construction', label: '工作室基础建设' },
          { code: '差旅', label: '差旅' },
          { code: '其他', label: '其他' },
        ],
      },
    ]);
    await expect(spend('2027-02-28', '差旅', '付-1')).rejects.toThrow('不在开支范围之内');
    expect((await spend('2027-03-01', '差旅', '付-1')).message).toContain('支出');
    await desk.act('sign-commitment-letter', other);
    const letters = await Promise.all(
      [studio, other].map(async (name) => {
        const { bytes } = await desk.workflow.previewDocument({ kind: 'commitment-letter', studioId: await desk.idOf(name) });
        return /用于(.+?)，不得挪作他用/u.exec(printedTexts(bytes).join(''))?.[1];
      }),
    );
    expect(letters).toEqual([
      '工作室基础建设、教育科研活动、名师工作津贴、团队成员和学员奖励以及工作室日常开支',
      '工作室基础建设、差旅以及其他',
    ]);
  });

  it('is refused with every wrong cell, and nothing is stored', async () => {
    await fill({ ...revisedTable, 建设周期: { value: 11, article: null, number: revisedNumber }, '办法 文号': { value: null } });
    await expect(desk.workflow.addMeasures({ path })).rejects.toThrow(
      /有 2 处错误。.*参数表!D\d+ 数值「办法 文号」没有填写.*参数表!D\d+ 数值「建设周期」的数值「11」不对：应是 1 至 10 的整数.*第二十一条/,
    );
    expect((await desk.workflow.showMeasures({})).sets).toHaveLength(1);
  });

  it('is added once: the next one takes effect later', async () => {
    await fill();
    await desk.workflow.addMeasures({ path });
    await expect(desk.workflow.addMeasures({ path })).rejects.toThrow(/应晚于上一办法（武昌人才办〔2027〕5号）的施行日期 2027-03-01/);
  });

  it('is not what was compared when the file has changed since', async () => {
    await fill();
    const { file } = await desk.workflow.compareMeasures({ path });
    await fill({ ...revisedTable, 建设周期: { value: 4, number: revisedNumber } });
    await expect(desk.workflow.addMeasures({ path, sha256: file?.sha256 ?? '' })).rejects.toThrow('比较之后文件被改动过');
  });

  it('judges an application of its first day, and not one of the day before', async () => {
    await fill();
    await desk.workflow.addMeasures({ path });
    await desk.act('return', other, { reason: '材料不全' });
    desk.moveTo('2027-03-02');
    await desk.act('receive', other, { appliedOn: '2027-02-28' });
    const dayBefore = await outcomes(other);
    await desk.act('return', other, { reason: '日期有误' });
    await desk.act('receive', other, { appliedOn: '2027-03-01' });
    const onTheDay = await outcomes(other);
    expect([dayBefore['minimum-area'], onTheDay['minimum-area']]).toEqual(['met', 'needs-approval']);
  });

  it('leaves what was accepted under the set before as it was, even when it comes late', async () => {
    desk.moveTo('2027-03-10');
    for (const name of [other, '堃一鸣中学体育名师工作室']) {
      await desk.act('return', name, { reason: '材料不全' });
      await desk.act('receive', name, { appliedOn: '2027-03-05' });
    }
    await desk.act('accept', other);
    await fill({ ...revisedTable, 场所面积下限: { value: 500, number: revisedNumber } });
    const { warnings } = await desk.workflow.addMeasures({ path });
    expect(warnings).toEqual(['施行日期 2027-03-01 已到：此前作出的决定不变，尚未受理的申报按申报日期适用新办法。']);
    const areas = [await outcomes(other), await outcomes('堃一鸣中学体育名师工作室')].map((each) => each['minimum-area']);
    expect(areas).toEqual(['met', 'needs-approval']);
  });

  it('compared before it is added names the studios it would touch, those alone, and writes nothing', async () => {
    desk.moveTo('2026-08-20');
    await carry(desk, studio, 'named');
    await desk.act('sign-commitment-letter', studio, { cycleFrom: '2026-08-20' });
    await fill({
      '办法 名称': revisedTable['办法 名称'] ?? {},
      '办法 文号': { value: revisedNumber },
      '办法 施行日期': { value: '2026-09-01' },
      建设周期: { value: 3, number: revisedNumber },
    });
    const comparison = await desk.workflow.compareMeasures({ path });
    expect(comparison).toMatchObject({
      before: { id: 'wuchang-2014' },
      after: { id: 'wuchang-2026-09-01', effectiveFrom: '2026-09-01' },
      changes: [{ label: '建设周期', before: '2', after: '3', unit: '年', article: '第十九条' }],
      problems: [],
    });
    expect(
      comparison.studios.map((each) => [each.studio, each.changes.map(({ rule, outcomeLabel }) => `${rule} ${outcomeLabel}`)]),
    ).toEqual([[studio, ['cycle-length 符合 → 不符合']]]);
    expect((await desk.workflow.showMeasures({})).sets).toHaveLength(1);
    await desk.workflow.addMeasures({ path });
    const { file: _file, ...again } = await desk.workflow.compareMeasures({ id: 'wuchang-2026-09-01' });
    const { file: _given, ...given } = comparison;
    expect(again).toEqual(given);
    await expect(desk.workflow.compareMeasures({ id: 'wuchang-2014' })).rejects.toThrow('是第一个办法，没有可比的');
    await expect(desk.workflow.compareMeasures({ id: 'wuchang-1999' })).rejects.toThrow('无法取得编号为「wuchang-1999」的办法');
  });

  it('by ages names the leads who are over them on its first day', async () => {
    await fill({
      '办法 名称': revisedTable['办法 名称'] ?? {},
      '办法 文号': { value: revisedNumber },
      '办法 施行日期': { value: '2026-09-01' },
      '领办人年龄上限 男 特殊情况上限': { value: 63, number: revisedNumber },
      '领办人年龄上限 女 特殊情况上限': { value: 58, number: revisedNumber },
    });
    const { studios } = await desk.workflow.compareMeasures({ path });
    expect(studios.flatMap(({ changes }) => changes.map(({ rule }) => rule)).filter((rule) => rule !== 'lead-age')).toEqual([]);
    // 欧阳澄 is over both limits: the change does not touch her.
    expect(studios.map((each) => each.studio)).toEqual(['司空朗小学科学名师工作室']);
  });

  it('says cell by cell why a table cannot be compared', async () => {
    await fill({ 建设周期: { value: '三' } });
    const { after, problems, studios } = await desk.workflow.compareMeasures({ path });
    expect([after, studios, problems.map(({ field }) => field)]).toEqual([null, [], ['数值', '数值', '数值']]);
  });
});

describe('第二十二条: the days a set covers', () => {
  it('begin with the first set’s own first day: nothing is done the day before', async () => {
    const desk = await newDesk();
    desk.moveTo('2014-10-09');
    await expect(desk.workflow.listDuties({})).rejects.toThrow(/无法按《办法》办理 2014-10-09 的事项/);
    desk.moveTo('2014-10-10');
    await expect(desk.workflow.listDuties({})).resolves.toBeDefined();
    desk.close();
  });

  it('end with a set’s own last day, and not the day before', async () => {
    const desk = await newDesk();
    await desk.workflow.runCommand({ command: 'add-measures', answers: { set: { ...revised, effectiveTo: '2028-02-29' } } });
    desk.moveTo('2028-02-29');
    await expect(desk.workflow.listDuties({})).resolves.toBeDefined();
    desk.moveTo('2028-03-01');
    await expect(desk.workflow.listDuties({})).rejects.toThrow('施行至 2028-02-29，之后没有新的办法');
    desk.close();
  });
});

describe('a set and the decisions that keep one', () => {
  const [first, second] = [studioOf(education, 1), studioOf(education, 2)] as const;
  const done = { '1-1': 1, '1-2': 1, '2-1': 500, '2-2': 1, '3-1': 2, '3-2': 1, '4-1': 1, '5-1': 1 };
  let register: RoundRegister;
  const act: RoundRegister['act'] = (...asked) => register.act(...asked);
  const assess = (name: string, kind: 'process' | 'periodic', on: string) => {
    register.moveTo(on);
    return act(education, `record-${kind}-assessment`, name, { assessors: '甲', grade: '合格', actual: done, opinion: '以现场查验为准' });
  };
  const letterOf = (name: string) => readLetters(register.db, register.idOf(name)).at(-1);
  const yearsOf = (name: string) => readAssessments(register.db, register.idOf(name)).map(({ kind, cycleYear }) => `${cycleYear} ${kind}`);
  beforeEach(() => {
    register = roundRegister();
    act(office, 'add-measures', null, { set: revised });
  });

  it('第十九条: a letter signed the day before lasts two years, one signed on the day three', () => {
    register.moveTo('2027-02-28');
    act(education, 'sign-commitment-letter', first);
    register.moveTo('2027-03-01');
    act(education, 'sign-commitment-letter', second);
    expect([letterOf(first), letterOf(second)]).toMatchObject([
      { cycleFrom: '2027-02-28', cycleTo: '2029-02-27', measuresId: 'wuchang-2014' },
      { cycleFrom: '2027-03-01', cycleTo: '2030-02-28', measuresId: 'wuchang-2027-03-01' },
    ]);
    assess(first, 'process', '2027-12-01');
    assess(first, 'periodic', '2028-12-01');
    assess(second, 'process', '2027-12-01');
    expect(() => assess(second, 'periodic', '2028-12-01')).toThrow('第 3 年自 2029-03-01 起');
    assess(second, 'process', '2028-12-01');
    expect(() => assess(second, 'process', '2029-12-01')).toThrow('已有过程性考核');
    assess(second, 'periodic', '2029-12-01');
    expect([yearsOf(first), yearsOf(second)]).toEqual([
      ['1 process', '2 periodic'],
      ['1 process', '2 process', '3 periodic'],
    ]);
    act(hr, 'approve-periodic-result', first, { decision: 'approved' });
    act(education, 'renew-letter', first);
    expect(letterOf(first)).toMatchObject({ cycleFrom: '2029-02-28', cycleTo: '2032-02-27', measuresId: 'wuchang-2027-03-01' });
  });

  it('a letter signed before a set was known keeps its length, whatever comes late', () => {
    register = roundRegister();
    register.moveTo('2027-03-05');
    act(education, 'sign-commitment-letter', first);
    act(office, 'add-measures', null, { set: revised });
    expect(letterOf(first)).toMatchObject({ cycleTo: '2029-03-04', measuresId: 'wuchang-2014' });
    assess(first, 'process', '2027-12-01');
    assess(first, 'periodic', '2028-12-01');
    expect(yearsOf(first)).toEqual(['1 process', '2 periodic']);
  });

  it('第十九条第二款: the time for rectification is that of the day of the notice', () => {
    act(education, 'sign-commitment-letter', first);
    register.moveTo('2027-02-28');
    act(education, 'record-process-assessment', first, { assessors: '甲', grade: '不合格', actual: done, opinion: '以现场查验为准' });
    const issue = { problem: { '2-1': '培训流于形式' }, measure: { '2-1': '重做' } };
    register.moveTo('2027-03-01');
    expect(act(education, 'issue-rectification-notice', first, issue).message).toContain('整改期限 2027-03-21');
  });

  it('第十二条第四项, 第六项: a round keeps the terms of the day it was opened', () => {
    register.moveTo('2027-07-20');
    carryRound(register, { [first]: 95 }, 'posted');
    expect(readRound(register.db, 2027)).toMatchObject({ measuresId: 'wuchang-2027-03-01', noticeDays: 7 });
    expect(readEntries(register.db, { studioId: register.idOf(first) })[0]?.notice).toMatchObject({ lastDay: '2027-07-27' });
    register.moveTo('2027-07-27');
    expect(() => act(office, 'award-plaque', first)).toThrow('公示');
    register.moveTo('2027-07-28');
    act(office, 'award-plaque', first);
    const grant = (amount: string) => act(hr, 'decide-grant', first, { nature: '纯公益性', amount });
    expect(() => grant('99999.99')).toThrow(/资助 10 万元至 12.5 万元.*第十三条第六项/);
    expect(() => grant('125000.01')).toThrow('资助 10 万元至 12.5 万元');
    grant('125000');
    expect(readEntries(register.db, { studioId: register.idOf(first) })[0]?.grant?.amount).toBe(12_500_000);
  });

  it('a round opened before keeps the old terms after the new set has begun', () => {
    register.moveTo('2026-09-30');
    carryRound(register, { [first]: 95 }, 'posted');
    register.moveTo('2027-03-02');
    act(office, 'award-plaque', first);
    expect(() => act(hr, 'decide-grant', first, { nature: '纯公益性', amount: '80000.01' })).toThrow('资助 5 万元至 8 万元');
    act(hr, 'decide-grant', first, { nature: '纯公益性', amount: '80000' });
  });
});

describe('第二十一条: adding and withdrawing', () => {
  let register: RoundRegister;
  const act: RoundRegister['act'] = (...asked) => register.act(...asked);
  const withdraw = (id: string = revised.id) => act(office, 'withdraw-measures', null, { id, reason: '文件有误' });
  beforeEach(() => {
    register = roundRegister();
    act(office, 'add-measures', null, { set: revised });
  });

  it('is open to every seat, as data or as its text', () => {
    const fresh = roundRegister();
    expect(fresh.act(education, 'add-measures', null, { set: JSON.stringify(revised) }).message).toContain('改动 4 项');
    expect(() => fresh.act(hr, 'add-measures', null, { set: '不是数据' })).toThrow('应为参数表的内容');
    expect(() => fresh.act(hr, 'add-measures', null, { set: { ...revised, values: { height: 3 } } })).toThrow('没有名为「height」的数值');
  });

  it('takes a set away that has not begun, up to the day before', () => {
    register.moveTo('2027-02-28');
    expect(withdraw().message).toBe(`已撤回《${revised.title}》（${revisedNumber}）：文件有误。`);
    expect(() => withdraw()).toThrow('没有增加过编号为「wuchang-2027-03-01」的办法，本机没有增加过办法');
    act(office, 'add-measures', null, { set: revised });
    register.moveTo('2027-03-01');
    expect(() => withdraw()).toThrow('已于 2027-03-01 施行');
    expect(() => withdraw('wuchang-2014')).toThrow('没有增加过编号为「wuchang-2014」的办法');
  });

  it('goes the last one first', () => {
    const later = { ...revised, id: 'wuchang-2028-01-01', documentNumber: '武昌人才办〔2028〕1号', effectiveFrom: '2028-01-01' };
    act(office, 'add-measures', null, { set: later });
    expect(() => withdraw()).toThrow('之后还有 武昌人才办〔2028〕1号。请先撤回后一办法');
    withdraw(later.id);
    withdraw();
  });

  it('is refused, and by the register too, once a decision keeps the set', () => {
    act(education, 'sign-commitment-letter', studioOf(education, 1), { cycleFrom: '2027-03-01' });
    expect(() => withdraw()).toThrow('已有决定采用');
    expect(() => register.db.$client.exec('DELETE FROM added_measures')).toThrow('a decision keeps this set of the Measures');
  });
});
