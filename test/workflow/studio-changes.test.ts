import { beforeEach, describe, expect, it } from 'vitest';
import { readStudioChanges } from '../../db/queries/studio-changes.ts';
import { readStudios } from '../../db/queries/studios.ts';
import { inTransaction } from '../../db/transaction.ts';
import { updateStudio } from '../../db/writes/studios.ts';
import { addRole, enterPerson } from '../../db/writes/team.ts';
import { idCheckCharacter } from '../../exchange/id-number.ts';
import { plainDate } from '../../policy/plain-date.ts';
import { education, hr, office, type RoundRegister, roundRegister, studioOf } from './round-register.ts';

const studio = studioOf(education, 1);
const formerLead = '区教育局第1领办人';
let register: RoundRegister;
const act: RoundRegister['act'] = (...asked) => register.act(...asked);
const record = () => {
  const [found] = readStudios(register.db, [register.idOf(studio)]);
  if (found === undefined) throw new Error('the studio is gone');
  return found;
};
const trail = () =>
  readStudioChanges(register.db, register.idOf(studio)).map(({ kind, field, oldValue, newValue }) => [kind, field, oldValue, newValue]);
const teamOf = (role: string) =>
  record()
    .people.filter((person) => person.role === role)
    .map(({ name }) => name);

beforeEach(() => {
  register = roundRegister();
  inTransaction(register.db, (tx) => {
    for (const name of ['甲', '乙', '丙', '丁']) {
      const nobody = { sex: null, idNumber: null, professionalTitle: null, phone: null, qualifications: [] };
      const personId = enterPerson(tx, { ...nobody, name, birthDate: plainDate('1990-01-01') });
      addRole(tx, register.idOf(studio), personId, 'member', plainDate('2026-03-01'));
    }
  });
});

const successor = {
  name: '欧阳澄',
  sex: '男',
  birthDate: '1969-07-21',
  reason: '原领办人调离',
  unitOpinion: '同意',
  confirmation: '区教育局人事科',
  verified: '是',
  honour: '武汉市学科带头人',
  honourKind: '学科带头人',
  honourLevel: '市级',
};
/** The studios of this register don't bear the name of their leads. */
const changeLead = (answers: Readonly<Record<string, unknown>> = {}, seat: string = education) =>
  act(seat, 'change-lead', studio, { ...successor, ...answers });

describe('change of lead', () => {
  it('ends the one and begins the other, on record with its reason and papers', () => {
    changeLead();
    expect(teamOf('lead')).toEqual(['欧阳澄']);
    expect(trail()).toEqual([['change-lead', '领办人', formerLead, '欧阳澄']]);
    expect(readStudioChanges(register.db, register.idOf(studio))[0]).toMatchObject({
      reason: '原领办人调离',
      papers: { 变更原因: '原领办人调离', 所在单位意见: '同意', 主管部门对新领办人的确认: '区教育局人事科' },
      onDate: '2026-07-20',
    });
  });

  // The change is of 2026-07-20, the eve or the day of a birthday. 第五条第四项.
  it('takes a man who turns 58 the day after, as aged 57', () => {
    expect(changeLead({ birthDate: '1968-07-21' }).message).toContain('欧阳澄');
  });

  it.each([
    ['1968-07-20', '特殊情况不超过 60 周岁'],
    ['1965-07-21', '特殊情况不超过 60 周岁'],
    ['1965-07-20', '超过特殊情况的上限 60 周岁'],
  ])('counts the age of a man born %s on the day of the change', (birthDate, refusal) => {
    expect(() => changeLead({ birthDate })).toThrow(refusal);
  });

  it('takes a special case with who approved it, up to the limit and not beyond', () => {
    expect(changeLead({ birthDate: '1965-07-21', approver: '局党组' }).warnings.join()).toContain('第五条第四项');
    register = roundRegister();
    expect(() => changeLead({ birthDate: '1965-07-20', approver: '局党组' })).toThrow('第五条第四项');
  });

  it('asks for a ground of 第五条第二项, and for what the unit vouches for', () => {
    const { honour: _honour, ...bare } = successor;
    expect(() => act(education, 'change-lead', studio, bare)).toThrow(/第五条第二项/);
    expect(() => changeLead({ honourLevel: '区级' })).toThrow('第五条第二项');
    expect(() => changeLead({ verified: '否' })).toThrow('第五条第一项');
    expect(() => changeLead({ honourKind: '' })).toThrow('没有填「资格依据的类别」');
  });

  it('takes a year of the award in figures of a year, up to that of the change', () => {
    for (const honourYear of [1899, 3000, 2020.5, 13]) {
      expect(() => changeLead({ honourYear })).toThrow('「取得年份」应为 1900 至 2999 的整数年份');
    }
    expect(() => changeLead({ honourYear: 2027 })).toThrow('取得年份 2027 晚于变更日期 2026-07-20。请按证书核对。');
    expect(changeLead({ honourYear: 2026 }).message).toContain('欧阳澄');
  });

  it('renames a studio that bears the name of its lead, in the same act', () => {
    inTransaction(register.db, (tx) => updateStudio(tx, register.idOf(studio), { name: `${formerLead}小学数学名师工作室` }));
    expect(() => changeLead()).toThrow(/以区教育局第1领办人命名，请同时填写「工作室新名称」.*第二条/);
    expect(() => changeLead({ studioName: `${formerLead}名师工作室` })).toThrow('仍含原领办人姓名');
    changeLead({ studioName: '欧阳澄小学数学名师工作室' });
    expect(record().name).toBe('欧阳澄小学数学名师工作室');
    expect(trail().map(([kind]) => kind)).toEqual(['change-lead', 'rename-studio']);
  });

  it('lets a member take over, who is no member then', () => {
    changeLead({ name: '甲', birthDate: '1990-01-01' });
    expect([teamOf('lead'), teamOf('member')]).toEqual([['甲'], ['乙', '丙', '丁']]);
  });

  it('holds an ID number against the rest', () => {
    const number = (first17: string) => first17 + idCheckCharacter(first17);
    expect(() => changeLead({ idNumber: '420100196907210011' })).toThrow(/身份证号/);
    expect(() => changeLead({ idNumber: number('42010019690722001') })).toThrow('身份证号中的出生日期是 1969-07-22');
    expect(() => changeLead({ idNumber: number('42010019690721002') })).toThrow('身份证号中的性别不同');
    changeLead({ idNumber: number('42010019690721001') });
    register.moveTo('2026-07-21');
    expect(() =>
      act(education, 'change-lead', studioOf(education, 2), { ...successor, name: '别人', idNumber: number('42010019690721001') }),
    ).toThrow('身份证号已登记为欧阳澄的');
  });

  it('is the bureau’s, and the HR bureau’s while the studio holds a district title', () => {
    expect(() => changeLead({}, office)).toThrow('没有这项职权');
    expect(() => changeLead({}, hr)).toThrow('按系统内名师工作室管理');
    register.nameElsewhere(studio, '2026-03-05');
    expect(() => changeLead()).toThrow(/按区级名师工作室管理，由区人力资源局办理/);
    changeLead({}, hr);
  });

  it('is not dated before the title nor after today', () => {
    expect(() => changeLead({ date: '2026-02-28' })).toThrow('早于命名日期 2026-03-01');
    expect(() => changeLead({ date: '2026-07-21' })).toThrow('晚于今天 2026-07-20');
  });
});

describe('a lead who leaves the front line or dies', () => {
  it('is on record, and the studio no longer meets the condition until somebody follows', () => {
    act(education, 'lead-retires', studio, { evidence: '退休文件', unitOpinion: '属实' });
    expect(record().confirmations['lead-front-line']).toMatchObject({ holds: false, confirmedOn: '2026-07-20' });
    expect(() => act(education, 'lead-retires', studio, { evidence: '退休文件', unitOpinion: '属实' })).toThrow('已登记');
    changeLead();
    expect(record().confirmations['lead-front-line']?.holds).toBe(true);
  });

  it('leaves the studio without a lead, and the account without a signature, until somebody follows', () => {
    act(education, 'lead-dies', studio, { evidence: '单位证明' });
    expect(teamOf('lead')).toEqual([]);
    expect(() => act(education, 'lead-dies', studio, { evidence: '单位证明' })).toThrow('现在没有领办人');
    register.moveTo('2026-07-25');
    changeLead();
    expect(trail()).toEqual([
      ['lead-dies', '领办人', formerLead, null],
      ['change-lead', '领办人', null, '欧阳澄'],
    ]);
  });
});

describe('change of members', () => {
  const change = (answers: Readonly<Record<string, unknown>>) => act(education, 'change-members', studio, { reason: '调动', ...answers });
  const joins = (name: string, birthDate = '1990-01-01') => ({ joining: name, birthDate, verifiedBy: '区教育局' });

  it('takes a fifth and refuses a sixth', () => {
    change(joins('戊'));
    expect(teamOf('member')).toEqual(['甲', '乙', '丙', '丁', '戊']);
    expect(() => change(joins('己'))).toThrow(/团队成员应为 3 至 5 人，现有 6 人/);
    change({ ...joins('己'), leaving: '甲' });
    expect(teamOf('member')).toEqual(['乙', '丙', '丁', '戊', '己']);
  });

  it('goes down to three, and below with a warning: people leave', () => {
    expect(change({ leaving: '甲' }).warnings.join()).not.toContain('3 至 5 人');
    expect(change({ leaving: '乙' }).warnings.join()).toContain('团队成员应为 3 至 5 人，现有 2 人');
    expect(teamOf('member')).toEqual(['丙', '丁']);
  });

  it('asks for the approval of somebody aged 46, and not of 45', () => {
    expect(() => change(joins('戊', '1980-07-20'))).toThrow(/戊（46 周岁）.*「特殊情况批准人」/);
    expect(change(joins('戊', '1980-07-21')).message).toContain('戊加入');
    expect(change({ ...joins('己', '1980-07-20'), leaving: '甲', approver: '局党组' }).warnings.join()).toContain('第六条第一项');
  });

  it('knows who is a member', () => {
    expect(() => change({})).toThrow('没有填「退出的成员」或「加入的成员」');
    expect(() => change({ leaving: '庚' })).toThrow('庚不是');
    expect(() => change(joins('甲'))).toThrow('甲已经是成员');
    expect(() => change(joins(formerLead))).toThrow('领办人不计入团队成员');
    expect(() => change({ joining: '戊' })).toThrow('没有填戊的出生日期');
    expect(() => change({ joining: '戊', birthDate: '1990-01-01' })).toThrow('没有填「核实人」');
  });
});

describe('change of unit and name', () => {
  const unit = {
    unit: '武昌第二实验小学',
    unitKind: '事业单位',
    inDistrict: '是',
    area: 50,
    funds: 20_000,
    reason: '整体搬迁',
    unitOpinion: '同意转出',
    newUnitConsent: '同意接收',
    handover: '移交清单 1 号',
    verifiedBy: '何思齐',
  };
  const move = (answers: Readonly<Record<string, unknown>> = {}) => act(education, 'change-host-unit', studio, { ...unit, ...answers });

  it('asks the conditions of 第三条 and 第七条 again, at the limit and below it', () => {
    expect(() => move({ area: 49.9 })).toThrow(/49\.9 平方米.*「特殊情况批准人」/);
    expect(() => move({ unitKind: '其他' })).toThrow('所在单位不属企事业单位');
    expect(() => move({ inDistrict: '否' })).toThrow('所在单位不在本区');
    move();
    expect(record()).toMatchObject({ hostUnit: { name: '武昌第二实验小学', inDistrict: true }, area: 50, dedicatedFunds: 2_000_000 });
    expect(trail().map(([, field]) => field)).toEqual(['所在单位', '场所面积', '单位专项经费']);
    expect(() => move()).toThrow('所在单位就是武昌第二实验小学');
  });

  it('takes a smaller place with who approved it', () => {
    expect(move({ area: 49.9, approver: '局党组' }).warnings.join()).toContain('第七条第一项');
  });

  it('gives the studio another name, and keeps the old one in the trail', () => {
    const rename = (name: string) => act(education, 'rename-studio', studio, { name, reason: '专业特色调整' });
    expect(() => rename(studio)).toThrow('新名称与现名称相同');
    expect(rename('数学名师工作室').warnings[0]).toContain('新名称不含领办人姓名');
    expect(trail()).toEqual([['rename-studio', '名称', studio, '数学名师工作室']]);
  });
});

describe('ending without fault', () => {
  const end = (seat: string = education, answers: Readonly<Record<string, unknown>> = {}) =>
    act(seat, 'end-without-fault', studio, { reason: '领办人退休，无人接任', unitOpinion: '同意', settlement: '无', ...answers });
  const states = () => Object.fromEntries(record().designations.map(({ level, endKind, endedOn }) => [level, [endKind, endedOn]]));

  it('is by who named, and is no revocation', () => {
    expect(() => end(hr)).toThrow('没有这项职权');
    const { message, warnings } = end();
    expect(message).toContain('终止');
    expect(warnings.join()).toContain('不计为撤销');
    expect(states()).toEqual({ 'in-system': ['ended', '2026-07-20'] });
    expect(() => end()).toThrow('称号已于 2026-07-20 终止');
  });

  it('ends one title and leaves the other', () => {
    register.nameElsewhere(studio, '2026-03-05');
    expect(end(office).warnings.join()).toContain('系统内名师工作室称号仍然有效');
    expect(states()).toEqual({ 'in-system': [null, null], district: ['ended', '2026-07-20'] });
  });

  it('is no way around a revocation', () => {
    act(education, 'open-case', studio, { kind: '弄虚作假', how: '审计', facts: '不实' });
    expect(() => end()).toThrow(/有问题线索正在查核.*第二十条/);
    act(education, 'verify-case', studio, { by: '纪检组', holds: '否', findings: '查无此事', evidence: '笔录' });
    expect(end().message).toContain('终止');
  });

  it('is not while something is left to mend', () => {
    act(education, 'sign-commitment-letter', studio);
    register.moveTo('2027-07-01');
    act(education, 'record-process-assessment', studio, { assessors: '甲', grade: '不合格', opinion: '现场' });
    expect(() => end()).toThrow(/考核不合格尚在整改.*第十九条第二款/);
  });

  it('is not dated before the title', () => {
    expect(() => end(education, { date: '2026-02-28' })).toThrow('早于命名日期');
  });
});

describe('correction of a record', () => {
  const correct = (field: string, value: string, seat: string = education) =>
    act(seat, 'correct-record', studio, { field, value, reason: '录入错误', by: '何思齐' });

  it.each([
    ['leadName', '欧阳澄', '领办人姓名', formerLead, '欧阳澄'],
    ['leadSex', '女', '领办人性别', null, '女'],
    ['leadBirthDate', '1975-02-28', '领办人出生日期', null, '1975-02-28'],
    ['leadTitle', '正高级教师', '领办人职称', null, '正高级教师'],
    ['leadPhone', '13800000000', '领办人联系电话', null, '13800000000'],
    ['hostUnit', '武昌第二实验小学', '所在单位名称', '区教育局第1单位', '武昌第二实验小学'],
    ['hostUnitKind', '企业', '单位性质', '事业单位', '企业'],
    ['area', '60.5', '场所面积', null, '60.5 平方米'],
    ['traineeCount', '0', '固定学员人数', null, '0 人'],
    ['trainingAudience', '全区青年教师', '培训对象', null, '全区青年教师'],
    ['dedicatedFunds', '1234.5', '单位专项经费', null, '1234.50 元'],
    ['remarks', '已补正', '备注', null, '已补正'],
  ])('of %s keeps the old value and the new one', (field, value, label, before, after) => {
    correct(field, value);
    expect(trail()).toEqual([['correction', label, before, after]]);
    expect(readStudioChanges(register.db, register.idOf(studio))[0]).toMatchObject({ reason: '录入错误', papers: { 更正人: '何思齐' } });
  });

  it('checks the value as the form does', () => {
    expect(() => correct('leadBirthDate', '1975-02-30')).toThrow('「领办人出生日期」应写成');
    expect(() => correct('leadBirthDate', '2026-07-21')).toThrow('晚于今天');
    expect(() => correct('area', '-1')).toThrow('不能小于 0');
    expect(() => correct('traineeCount', '1.5')).toThrow('应为不小于 0 的整数');
    expect(() => correct('leadIdNumber', '420100197502280011')).toThrow('应为 18 位身份证号');
  });

  it('changes nothing that is the same, and asks for the reason', () => {
    expect(() => correct('leadName', formerLead)).toThrow('更正前后相同');
    expect(() => act(education, 'correct-record', studio, { field: 'area', value: '60', by: '何思齐' })).toThrow('缺少「更正理由」');
  });

  it('of the name of a titled studio is a renaming: the name went out with its naming', () => {
    expect(() => correct('name', '数学名师工作室')).toThrow(/已编号发出.*「变更工作室名称」/);
  });

  it('of what is not there is refused', () => {
    expect(() => correct('appliedOn', '2026-01-01')).toThrow('没有登记申报');
    act(education, 'lead-dies', studio, { evidence: '单位证明' });
    expect(() => correct('leadPhone', '1')).toThrow('没有登记领办人');
  });

  it('is open to every department, a bureau for its own system', () => {
    correct('remarks', '人力资源局补记', hr);
    correct('remarks', '人才办补记', office);
    expect(() => correct('remarks', '总工会补记', '区总工会')).toThrow('属于教育系统');
  });
});
