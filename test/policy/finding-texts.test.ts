import { describe, expect, it } from 'vitest';
import { articleText } from '../../policy/article.ts';
import { checkEligibility } from '../../policy/eligibility.ts';
import { type Finding, type Outcome, outcomeLabels, worstOutcome } from '../../policy/finding.ts';
import { measuresOn } from '../../policy/measures.ts';
import { plainDate } from '../../policy/plain-date.ts';
import { commitmentTargets } from '../../policy/rules/commitment-targets.ts';
import { standardTasks } from '../../policy/standard-tasks.ts';
import type { StudioFacts } from '../../policy/studio-facts.ts';
import { taskGroupLabels, taskGroups } from '../../policy/task-groups.ts';
import { eligibleStudio, municipalLeader, withConfirmation } from './eligible-studio.ts';

const measures = measuresOn(plainDate('2026-08-01'));

/** A person of the studio, with whatever the test is about. */
const person = (name: string, facts: object = {}) => ({ name, qualifications: [municipalLeader], ...facts });

/** What one rule says, and what it rests on. */
function said(rule: string, changed: Partial<StudioFacts> | StudioFacts = {}): string {
  const finding = checkEligibility({ ...eligibleStudio, ...changed }, measures).find((candidate) => candidate.rule === rule);
  return `${finding?.message} ${finding?.evidence}`;
}

/** What one rule says with one fact not recorded. */
function saidWithout(rule: string, key: keyof StudioFacts): string {
  const { [key]: _taken, ...rest } = eligibleStudio;
  const finding = checkEligibility(rest as StudioFacts, measures).find((candidate) => candidate.rule === rule);
  return `${finding?.message} ${finding?.evidence}`;
}

describe('what a finding tells the clerk', () => {
  it('about the host unit', () => {
    const unit = (facts: object) => said('host-unit', { hostUnit: { name: '某单位', ...facts } });
    expect([
      said('host-unit'),
      saidWithout('host-unit', 'hostUnit'),
      unit({}),
      unit({ kind: 'other' }),
      unit({ kind: 'enterprise', inDistrict: false }),
    ]).toEqual([
      '依托企事业单位建立。 武昌区江岸路第一小学（事业单位）',
      '未填所在单位。 ',
      '未填「某单位」的单位性质。 某单位',
      '工作室一般依托企事业单位建立，所在单位不属企事业单位。 某单位（其他）',
      '工作室一般依托武昌区企事业单位建立，所在单位不在本区。 某单位（企业）',
    ]);
  });

  it('about how many people there are', () => {
    const leads = (...names: string[]) => said('lead-count', { leads: names.map((name) => person(name)) });
    const team = (count: number) => said('team-size', { members: Array.from({ length: count }, (_, index) => person(`成员${index}`)) });
    expect([leads(), leads('甲'), leads('甲', '乙'), team(0), team(2), team(3)]).toEqual([
      '未填领办人。 ',
      '领办人 1 人。 甲',
      '领办人应为 1 人，现有 2 人。 甲、乙',
      '未填团队成员。 ',
      '团队成员应为 3 至 5 人，现有 2 人。 成员0、成员1',
      '团队成员 3 人，在 3 至 5 人之内。 成员0、成员1、成员2',
    ]);
  });

  it('about trainees', () => {
    expect([
      said('trainees', { traineeCount: 8 }),
      said('trainees'),
      said('trainees', { traineeCount: 0, trainingAudience: ' ' }),
      saidWithout('trainees', 'trainingAudience'),
    ]).toEqual([
      '有固定学员 8 人。 小学语文青年教师',
      '培训对象明确。 小学语文青年教师',
      '未填固定学员人数或培训对象。 ',
      '未填固定学员人数或培训对象。 ',
    ]);
    const { trainingAudience: _audience, ...rest } = eligibleStudio;
    expect(checkEligibility({ ...rest, traineeCount: 1 }, measures).find(({ rule }) => rule === 'trainees')?.evidence).toBe('');
  });

  it('about the ground a lead claims', () => {
    const claim = (facts: object) => said('lead-qualification', { leads: [person('甲', facts)] });
    const title = { kind: 'professional-title', level: 'district', name: '武昌区名师' } as const;
    const award = { kind: 'competition-award', level: 'municipal', name: '市赛一等奖' } as const;
    expect([
      said('lead-qualification', { leads: [] }),
      said('lead-qualification'),
      claim({ qualifications: [municipalLeader, { ...title, level: 'municipal', name: '武汉名师' }] }),
      claim({ qualifications: [title], unclearClaims: ['优秀个人', '先进工作者'] }),
      claim({ qualifications: [] }),
      claim({ qualifications: [title, award] }),
    ]).toEqual([
      '未填领办人，无法核对资格依据。 ',
      '具备资格依据：武汉市学科带头人。 武汉市学科带头人（2019）：市级学科带头人',
      '具备资格依据：武汉市学科带头人、武汉名师。 武汉市学科带头人（2019）：市级学科带头人；武汉名师：市级名师或专业荣誉称号',
      '资格依据「优秀个人、先进工作者」的类别或级别无法判定，请补录。 武昌区名师：区级名师或专业荣誉称号；优秀个人；先进工作者',
      '未申报任何资格依据，五项中至少应有一项。 ',
      '所报资格依据均未达到要求的级别：武昌区名师须为市级以上，市赛一等奖须为省级以上。 武昌区名师：区级名师或专业荣誉称号；市赛一等奖：市级专业竞赛奖项',
    ]);
  });

  it('about the age of a lead', () => {
    const born = (birthDate: string) => said('lead-age', { leads: [person('甲', { sex: 'male', birthDate })] });
    expect([
      said('lead-age', { leads: [] }),
      said('lead-age', { leads: [person('甲')] }),
      born('1970-01-01'),
      born('1967-01-01'),
      born('1960-01-01'),
    ]).toEqual([
      '未填领办人，无法核对年龄。 ',
      '未填甲的出生日期、性别或申报日期，无法核对年龄。 甲',
      '56 周岁，未超过 57 周岁。 甲，男，1970-01-01 出生，2026-08-01 申报时 56 周岁',
      '59 周岁，超过 57 周岁；特殊情况不超过 60 周岁，须说明理由并批准。 甲，男，1967-01-01 出生，2026-08-01 申报时 59 周岁',
      '66 周岁，超过特殊情况的上限 60 周岁。 甲，男，1960-01-01 出生，2026-08-01 申报时 66 周岁',
    ]);
  });

  it('about the age of members', () => {
    const unvouched = withConfirmation('member-age', undefined).confirmations;
    const denied = withConfirmation('member-age', {
      holds: false,
      confirmedBy: '考察组',
      confirmedOn: plainDate('2026-08-05'),
    }).confirmations;
    const young = person('甲', { birthDate: '1990-01-01' });
    const ages = (members: readonly object[], confirmations = unvouched) =>
      said('member-age', { members: members as StudioFacts['members'], confirmations });
    expect([
      ages([]),
      saidWithout('member-age', 'applicationDate'),
      ages([young, person('乙', { birthDate: '1980-08-02' })]),
      ages([young, person('乙', { birthDate: '1980-08-01' }), person('丙', { birthDate: '1970-01-01' }), person('丁')]),
      ages([young, person('丁'), person('戊')]),
      ages([young, person('丁')], denied),
      ages([young, person('丁')], eligibleStudio.confirmations),
      ages([young], denied),
    ]).toEqual([
      '未填团队成员或申报日期，无法核对成员年龄。 ',
      '未填团队成员或申报日期，无法核对成员年龄。 ',
      '成员均在 45 周岁以下。 甲 36 周岁、乙 45 周岁',
      '成员原则上 45 周岁以下，乙（46 周岁）、丙（56 周岁）须说明理由并批准。 甲 36 周岁、乙 46 周岁、丙 56 周岁、丁',
      '未填出生日期：丁、戊。 甲 36 周岁、丁、戊',
      '经核对有成员超过 45 周岁，须说明理由并批准。 甲 36 周岁、丁',
      '成员均在 45 周岁以下。 甲 36 周岁、丁',
      '成员均在 45 周岁以下。 甲 36 周岁',
    ]);
  });

  it('about the results of members', () => {
    const open = withConfirmation('member-results', undefined);
    const two = [person('甲'), person('乙', { qualifications: [municipalLeader, { ...municipalLeader, name: '教学能手' }] })];
    expect([
      said('member-results', { members: two }),
      said('member-results', { ...open, members: [person('甲', { qualifications: [] })] }),
      said('member-results', { ...open, members: [] }),
      said('member-results', { members: [] }),
    ]).toEqual([
      '成员均有荣誉或成果记录。 甲：武汉市学科带头人；乙：武汉市学科带头人、教学能手',
      '尚未确认：团队成员已取得荣誉或成果。 ',
      '尚未确认：团队成员已取得荣誉或成果。 ',
      '已确认：团队成员已取得荣誉或成果。 考察组（2026-08-05）',
    ]);
  });

  it('about the place, the money and the unit’s opinion', () => {
    expect([
      said('minimum-area'),
      said('minimum-area', { area: 38 }),
      saidWithout('minimum-area', 'area'),
      said('dedicated-funds'),
      said('dedicated-funds', { dedicatedFunds: 0 }),
      saidWithout('dedicated-funds', 'dedicatedFunds'),
      said('unit-recommendation'),
      said('unit-recommendation', { unitOpinion: '不同意' }),
      said('unit-recommendation', { unitOpinion: ' ' }),
      saidWithout('unit-recommendation', 'unitOpinion'),
    ]).toEqual([
      '场所面积不小于 50 平方米。 80 平方米',
      '场所面积 38 平方米，一般不得小于 50 平方米，须说明理由并批准。 38 平方米',
      '未填场所面积。 ',
      '所在单位安排了专项经费。 5 万元',
      '所在单位未安排专项经费。 0 万元',
      '未填所在单位专项经费。 ',
      '所在单位已审核并推荐。 情况属实，同意推荐',
      '所在单位未同意推荐。 不同意',
      '未填所在单位推荐意见。 ',
      '未填所在单位推荐意见。 ',
    ]);
  });

  it('about what somebody stands for', () => {
    const denial = { holds: false, confirmedBy: '程望舒', confirmedOn: plainDate('2026-08-06') };
    const { 'zone-office': _office, 'zone-display': _display, ...others } = eligibleStudio.confirmations;
    const two = { ...eligibleStudio.confirmations, 'zone-office': denial, 'zone-archive': denial };
    expect([
      said('functional-zones'),
      said('functional-zones', { confirmations: others }),
      said('functional-zones', { confirmations: two }),
    ]).toEqual([
      '已确认：办公区域、科研和培训区域、展示区域、资料存放区域。 考察组（2026-08-05）',
      '尚未确认：办公区域、展示区域。 考察组（2026-08-05）',
      '经核实不具备：办公区域、资料存放区域。 程望舒（2026-08-06）、考察组（2026-08-05）',
    ]);
  });
});

describe('the tasks of a commitment letter', () => {
  it('are proposed with titles, units, evidence and time', () => {
    expect(
      standardTasks(measures).map(({ code, group, title, yearlyTarget, unit, evidence, schedule }) => [
        code,
        group,
        title,
        `${yearlyTarget}${unit}`,
        evidence,
        schedule,
      ]),
    ).toEqual([
      ['1-1', 'demonstration', '面向全区举办名师示范讲座或展示', '1场', '通知、签到表、照片', '每年12月底前'],
      ['1-2', 'demonstration', '总结新的工作方法，形成指导性意见', '1份', '文本、推广记录', '每年12月底前'],
      ['2-1', 'training', '开展培训', '500人次', '培训计划、签到表、课程资料', '按年度培训计划'],
      ['2-2', 'training', '制定人才培养方案和年度培训计划', '1份', '方案和计划文本', '每年3月底前'],
      ['3-1', 'research', '承担区级以上重点调研课题', '2项', '立项通知、结题材料', '每年12月底前'],
      ['3-2', 'research', '参加国内外高端培训或学术活动', '1次', '邀请函、证书、总结', '每年12月底前'],
      ['4-1', 'theory', '撰写科研文章或著作', '1篇（部）', '发表或出版证明', '每年12月底前'],
      ['5-1', 'innovation', '完成创新成果并推进转化', '1项', '成果报告、应用证明', '每年12月底前'],
    ]);
    expect(taskGroups.map((group) => `${taskGroupLabels[group].label} ${articleText(taskGroupLabels[group].article)}`)).toEqual([
      '做好行业示范 第九条第一项',
      '培育专业人才 第九条第二项',
      '开展学术研究 第九条第三项',
      '形成理论成果 第九条第四项',
      '实施创新活动 第九条第五项',
    ]);
  });

  it('are judged in words', () => {
    const tasks = standardTasks(measures);
    const changed = tasks
      .filter(({ group, code }) => group !== 'theory' && code !== '3-2')
      .map((task) => {
        if (task.code === '2-1') return { ...task, yearlyTarget: 400 };
        if (task.code === '3-1') return { ...task, yearlyTarget: 1, loweredReason: '教师人数少' };
        return task.code === '1-1' ? { ...task, yearlyTarget: 0 } : task;
      });
    expect(commitmentTargets(changed, measures).map(({ message, evidence }) => `${message} ${evidence}`)).toEqual([
      '有「做好行业示范」类任务。 面向全区举办名师示范讲座或展示、总结新的工作方法，形成指导性意见',
      '有「培育专业人才」类任务。 开展培训、制定人才培养方案和年度培训计划',
      '有「开展学术研究」类任务。 承担区级以上重点调研课题',
      '承诺书没有「形成理论成果」类任务。 ',
      '有「实施创新活动」类任务。 完成创新成果并推进转化',
      '任务 2-1 每年 400 人次，低于每年 500 人次，且未说明理由。 任务 2-1 开展培训：每年 400 人次',
      '低于每年 2 项，理由：教师人数少。 任务 3-1 承担区级以上重点调研课题：每年 1 项',
      '承诺书缺少任务 3-2。 ',
      '不低于每年 1 项。 任务 5-1 完成创新成果并推进转化：每年 1 项',
      '任务 1-1 的年度目标应大于 0。 ',
    ]);
  });
});

describe('the worst of several findings', () => {
  it('is unmet, then in need of approval, then missing, then met', () => {
    const of = (...outcomes: Outcome[]) =>
      worstOutcome(outcomes.map((outcome): Finding => ({ rule: 'r', article: { article: 3 }, outcome, message: '', evidence: '' })));
    expect([
      of(),
      of('met', 'missing', 'met'),
      of('missing', 'needs-approval', 'missing'),
      of('needs-approval', 'unmet', 'met'),
      of('unmet', 'needs-approval'),
    ]).toEqual(['met', 'missing', 'needs-approval', 'unmet', 'unmet']);
  });

  it('is said in words', () => {
    expect(Object.values(outcomeLabels)).toEqual(['符合', '须说明理由并批准', '不符合', '缺材料']);
  });
});
