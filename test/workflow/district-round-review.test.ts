import { beforeEach, describe, expect, it } from 'vitest';
import { readCriteria, readEntries, readExperts, readRound, readScores } from '../../db/queries/district-rounds.ts';
import { carryRound, civil, education, hr, type RoundRegister, roundRegister, studioOf, union } from './round-register.ts';

const first = studioOf(education, 1);
const second = studioOf(education, 2);
const sheet = { title: { 1: '示范引领', 2: '人才培养' }, points: { 1: 60, 2: 20 }, weight: { 2: 2 } };

let register: RoundRegister;
beforeEach(() => {
  register = roundRegister();
});
const act: RoundRegister['act'] = (...asked) => register.act(...asked);
const entryOf = (studio: string) => readEntries(register.db, { studioId: register.idOf(studio) }).at(-1);
const roundId = () => readRound(register.db)?.id ?? '';

describe('第十二条第三项: the score sheet', () => {
  beforeEach(() => act(hr, 'open-round', null));

  it('has weighted criteria that make 100 points', () => {
    expect(act(hr, 'set-round-criteria', null, sheet).message).toBe('已制定 2026 年评选的专家评分表，指标 2 项，取全部专家的平均分。');
    expect(readCriteria(register.db, roundId()).map(({ code, title, points, weight }) => [code, title, points, weight])).toEqual([
      ['1', '示范引领', 60, 1],
      ['2', '人才培养', 20, 2],
    ]);
    expect(() => act(hr, 'set-round-criteria', null, { ...sheet, weight: {} })).toThrow('合计应为 100 分，现为 80 分');
    expect(() => act(hr, 'set-round-criteria', null, { ...sheet, points: { 1: 60 } })).toThrow('指标 2 没有「分值」');
    expect(() => act(hr, 'set-round-criteria', null, { ...sheet, points: { ...sheet.points, 3: 10 } })).toThrow('编号 3 没有「指标名称」');
  });

  it('may be made anew until the first score, and not after', () => {
    act(hr, 'set-round-criteria', null, sheet);
    expect(act(hr, 'set-round-criteria', null, { ...sheet, dropExtremes: '是' }).message).toContain('去掉一个最高分和一个最低分');
    expect([readCriteria(register.db, roundId()).length, readRound(register.db)?.dropsExtremes]).toEqual([2, true]);
    const other = roundRegister();
    carryRound(other, { [first]: 95 }, 'reviewed');
    expect(() => other.act(hr, 'set-round-criteria', null, sheet)).toThrow('已经开始评分');
  });
});

describe('第十二条第三项: experts', () => {
  beforeEach(() => act(hr, 'open-round', null));
  const expert = { name: '钟离恒', employer: '市教育科学研究院', declared: '是' };

  it('sign the declaration on conflicts of interest before anything else', () => {
    expect(() => act(hr, 'register-expert', null, { ...expert, declared: '否' })).toThrow(/没有签署回避声明.*请先.*第十二条第三项/);
    act(hr, 'register-expert', null, { ...expert, declaredOn: '2026-07-01' });
    expect(readExperts(register.db, roundId())).toMatchObject([{ name: '钟离恒', declaredOn: '2026-07-01', conflicts: [] }]);
  });

  it('are registered once, and told apart by what is added to a name', () => {
    act(hr, 'register-expert', null, expert);
    expect(() => act(hr, 'register-expert', null, expert)).toThrow('专家中已有钟离恒');
    expect(act(hr, 'register-expert', null, { ...expert, name: '钟离恒（美术）' }).message).toContain('钟离恒（美术）');
  });
});

describe('第十二条第三项: scores and conflicts of interest', () => {
  const score = { expert: '钟离恒', score: { 1: 50, 2: 15 } };
  beforeEach(() => {
    carryRound(register, { [first]: 0 }, 'recommended');
    act(hr, 'set-round-criteria', null, sheet);
    act(hr, 'register-expert', null, { name: '钟离恒', employer: '市教育科学研究院', declared: '是' });
    act(hr, 'register-expert', null, { name: '沈青', employer: '市教育科学研究院', declared: '是' });
  });
  const scoresOf = (studio: string) => readScores(register.db, roundId()).filter(({ entryId }) => entryId === entryOf(studio)?.id);

  it('go criterion by criterion and add up by weight', () => {
    expect(act(hr, 'record-expert-scores', first, score).message).toBe(`已登记钟离恒给「${first}」的评分：80 分。`);
    expect(scoresOf(first).map((each) => each.score)).toEqual([50, 15]);
  });

  it('take a full mark and refuse more, less than nothing, a criterion left out and one there is not', () => {
    expect(act(hr, 'record-expert-scores', first, { ...score, score: { 1: 60, 2: 20 } }).message).toContain('100 分');
    const refused = (points: Record<string, number>) => () => act(hr, 'record-expert-scores', first, { expert: '沈青', score: points });
    expect(refused({ 1: 60.01, 2: 20 })).toThrow('应在 0 至 60 分之间');
    expect(refused({ 1: -1, 2: 20 })).toThrow('应在 0 至 60 分之间');
    expect(refused({ 1: 59.999, 2: 20 })).toThrow('最多两位小数，填的是 59.999。请改正');
    expect(refused({ 1: 60 })).toThrow('指标 2「人才培养」没有得分');
    expect(refused({ 1: 60, 2: 20, 3: 1 })).toThrow('没有编号为 3 的指标。编号有 1、2，请改正。');
  });

  it('are corrected only with a reason', () => {
    act(hr, 'record-expert-scores', first, score);
    expect(() => act(hr, 'record-expert-scores', first, score)).toThrow('请填写「更正理由」');
    act(hr, 'record-expert-scores', first, { ...score, score: { 1: 40, 2: 15 }, correction: '抄错' });
    expect(scoresOf(first).map((each) => each.score)).toEqual([40, 15]);
  });

  it('are refused from who declared an interest, and what was scored before no longer counts', () => {
    act(hr, 'record-expert-scores', first, { ...score, expert: '沈青', score: { 1: 60, 2: 20 } });
    act(hr, 'record-expert-scores', first, score);
    const { warnings } = act(hr, 'declare-conflict', first, { expert: '沈青', reason: '与领办人是师生' });
    expect(warnings).toEqual([`沈青给「${first}」的评分不再计入平均分。`]);
    expect(() => act(hr, 'record-expert-scores', first, { ...score, expert: '沈青', correction: '重评' })).toThrow(
      /沈青对「.*」回避（与领办人是师生）。请由其他专家评分/,
    );
    act(hr, 'inspect-candidate', first, { inspectors: '林清源', result: 'pass' });
    expect(act(hr, 'shortlist', first).message).toContain('平均 80 分');
  });

  it('are refused from who plainly has an interest, whatever was declared', () => {
    act(hr, 'register-expert', null, { name: `${education}第1领办人`, employer: '退休', declared: '是' });
    act(hr, 'register-expert', null, { name: '尉迟川', employer: `${education}第1单位`, declared: '是' });
    expect(() => act(hr, 'record-expert-scores', first, { ...score, expert: `${education}第1领办人` })).toThrow(
      /是该工作室成员，应当回避。请登记回避/,
    );
    expect(() => act(hr, 'record-expert-scores', first, { ...score, expert: '尉迟川' })).toThrow('与该工作室同一单位，应当回避');
  });

  it('are declared once, by registered experts, from the day of their declaration on', () => {
    act(hr, 'declare-conflict', first, { expert: '沈青', reason: '亲属' });
    expect(() => act(hr, 'declare-conflict', first, { expert: '沈青', reason: '亲属' })).toThrow('不必重复登记');
    expect(() => act(hr, 'declare-conflict', first, { expert: '何人', reason: '亲属' })).toThrow(
      '专家中没有「何人」，已登记的有钟离恒、沈青。请先登记专家',
    );
    expect(() => act(hr, 'declare-conflict', first, { expert: '钟离恒', reason: '亲属', date: '2026-07-19' })).toThrow(
      '早于签署声明的日期',
    );
  });

  it('are for recommended studios and need a sheet', () => {
    act(education, 'apply-to-round', second, { unitAgreed: '是' });
    expect(() => act(hr, 'record-expert-scores', second, score)).toThrow('主管部门没有推荐');
    const other = roundRegister();
    carryRound(other, { [first]: 0 }, 'recommended');
    expect(() => other.act(hr, 'record-expert-scores', first, score)).toThrow('还没有评分表。请先制定');
  });
});

describe('第十二条第三项: the average', () => {
  it('drops the highest and the lowest where the sheet says so, with three experts at least', () => {
    carryRound(register, { [first]: 0 }, 'recommended');
    act(hr, 'set-round-criteria', null, { ...sheet, dropExtremes: '是' });
    act(hr, 'inspect-candidate', first, { inspectors: '林清源', result: 'pass' });
    const give = (expert: string, points: number) => {
      act(hr, 'register-expert', null, { name: expert, employer: '市教育科学研究院', declared: '是' });
      act(hr, 'record-expert-scores', first, { expert, score: { 1: points, 2: 0 } });
    };
    give('甲', 60);
    give('乙', 10);
    expect(() => act(hr, 'shortlist', first)).toThrow('至少需要 3 位专家，现有 2 位');
    give('丙', 42);
    expect(act(hr, 'shortlist', first).message).toContain('平均 42 分');
  });
});

describe('第十二条第三项: a tie', () => {
  const [a, b, c, d] = [first, second, studioOf(union, 1), studioOf(union, 2)] as const;
  const [e, f] = [studioOf(civil, 1), studioOf(civil, 2)] as const;
  const settled = { chosen: f, decidedBy: '局长办公会', reason: '惠及面更广' };

  it('across the line is shown, and settled by a person with a reason', () => {
    carryRound(register, { [a]: 95, [b]: 94, [c]: 93, [d]: 92, [e]: 91, [f]: 91 }, 'reviewed');
    for (const studio of [a, b, c, d]) act(hr, 'shortlist', studio);
    expect(() => act(hr, 'shortlist', e)).toThrow(/与他人同分且名额不足，须由人决定并写明理由.*第十二条第三项/);
    expect(() => act(hr, 'settle-tie', null, { chosen: f, decidedBy: '局长办公会' })).toThrow('缺少「理由」');
    expect(() => act(hr, 'settle-tie', null, { ...settled, chosen: a })).toThrow(`「${a}」不在其中。可填的有「${e}」、「${f}」`);
    expect(() => act(hr, 'settle-tie', null, { ...settled, chosen: `${e}、${f}` })).toThrow('只余 1 个名额，选了 2 家。请减少');
    expect(act(hr, 'settle-tie', null, settled).message).toBe(`「${e}」、「${f}」同分，局长办公会决定选定「${f}」：惠及面更广。`);
    expect(() => act(hr, 'shortlist', e)).toThrow('同分');
    expect(act(hr, 'shortlist', f).message).toContain('名单共 5 家');
    expect(entryOf(f)).toMatchObject({ shortlistPlace: 5, tieChosen: true, tieReason: '惠及面更广', tieDecidedBy: '局长办公会' });
    expect(entryOf(e)?.tieChosen).toBe(false);
  });

  it('within the line needs no settling, and there is none to settle', () => {
    carryRound(register, { [a]: 95, [b]: 95 }, 'reviewed');
    expect(() => act(hr, 'settle-tie', null, { ...settled, chosen: a })).toThrow('没有因同分而名额不足的工作室。请按名次');
    act(hr, 'shortlist', a);
    act(hr, 'shortlist', b);
    expect([entryOf(a)?.shortlistPlace, entryOf(b)?.shortlistPlace]).toEqual([1, 1]);
  });

  it('is settled by naming somebody, and not any more once who was chosen is on the list', () => {
    carryRound(register, { [a]: 95, [b]: 94, [c]: 93, [d]: 92, [e]: 91, [f]: 91 }, 'reviewed');
    expect(() => act(hr, 'settle-tie', null, { ...settled, chosen: '、' })).toThrow(/没有写明「选定的工作室」.*第十二条第三项/);
    act(hr, 'settle-tie', null, settled);
    for (const studio of [a, b, c, d, f]) act(hr, 'shortlist', studio);
    expect(() => act(hr, 'settle-tie', null, { ...settled, chosen: e })).toThrow(`「${f}」已按原来的决定列入拟入围名单`);
    expect(entryOf(f)?.tieChosen).toBe(true);
  });

  it('that a correction makes anew is settled anew', () => {
    carryRound(register, { [a]: 95, [b]: 94, [c]: 93, [d]: 92, [e]: 91, [f]: 91 }, 'reviewed');
    act(hr, 'settle-tie', null, settled);
    for (const expert of ['钟离恒', '沈青']) {
      act(hr, 'record-expert-scores', d, { expert, score: { 1: 60, 2: 31 }, correction: '抄错' });
    }
    for (const studio of [a, b, c]) act(hr, 'shortlist', studio);
    expect(() => act(hr, 'shortlist', d)).toThrow('与他人同分');
    act(hr, 'settle-tie', null, { ...settled, chosen: `${d}、${e}` });
    act(hr, 'shortlist', d);
    act(hr, 'shortlist', e);
    expect(() => act(hr, 'shortlist', f)).toThrow('同分');
  });
});
