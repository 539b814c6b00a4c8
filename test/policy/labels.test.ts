import { expect, it } from 'vitest';
import { activityLabels, topicLevelLabels } from '../../policy/activity.ts';
import { articleText } from '../../policy/article.ts';
import { fundEntryLabels, incomeSourceArticles, incomeSourceLabels } from '../../policy/funds/account.ts';
import { assessmentLabels, gradeLabels } from '../../policy/grade.ts';
import { levelLabels, qualificationLabels, sexLabels } from '../../policy/qualification.ts';
import { objectionOutcomeLabels, shortlistDecisionLabels } from '../../policy/round/round-decisions.ts';
import { roundStepLabels } from '../../policy/round/round-step.ts';
import { scoreColumnLabels } from '../../policy/scoring/total-score.ts';
import { applicationStatusLabels, seatKindLabels, studioLevelLabels } from '../../policy/seat.ts';
import { confirmationLabels, hostUnitLabels } from '../../policy/studio-facts.ts';
import { studioNatureLabels } from '../../policy/studio-nature.ts';

/** Names that people read on every screen and paper, word for word, each in its order. */
const named: readonly (readonly [what: string, labels: Readonly<Record<string, string>>, words: string])[] = [
  ['a department by kind', seatKindLabels, '行业主管部门 区人力资源局 区委人才工作领导小组办公室'],
  ['the level of a studio', studioLevelLabels, '系统内 区级'],
  ['an application', applicationStatusLabels, '已申报 已收件 已退回 已受理 已考察 党组会已同意 党组会未同意 已命名 已备案'],
  ['a candidate of the round', roundStepLabels, '已申请 已推荐 已考察 拟入围 已审定 公示 已授牌 已核定资助 已发放资助 已退出'],
  ['a decision on the shortlist', shortlistDecisionLabels, '审定通过 审定未通过'],
  ['what became of an objection', objectionOutcomeLabels, '异议不成立 异议成立'],
  ['a host unit', hostUnitLabels, '企业 事业单位 其他'],
  ['the nature of a studio', studioNatureLabels, '纯公益性 具备一定市场功能'],
  ['the level of an honour', levelLabels, '区级 市级 省级 国家级'],
  ['the level of a topic', topicLevelLabels, '区级 市级 省级 国家级 区级以下'],
  ['a ground of qualification', qualificationLabels, '政府专项津贴 学科带头人 名师或专业荣誉称号 重点人才计划 专业竞赛奖项'],
  ['a sex', sexLabels, '男 女'],
  ['a grade', gradeLabels, '优秀 合格 不合格'],
  ['an assessment', assessmentLabels, '过程性考核 周期性考核'],
  ['the columns of a score sheet', scoreColumnLabels, '自评 考评 审定'],
  ['an entry of the account', fundEntryLabels, '收入 支出 退回'],
  ['where money comes from', incomeSourceLabels, '所在单位 行业主管部门 区财政资助'],
  [
    'an activity',
    activityLabels,
    '示范讲座或展示 工作方法、指导性意见 培训 培养方案、培训计划 调研课题 高端培训或学术活动 理论成果 创新成果',
  ],
  [
    'what somebody confirms',
    confirmationLabels,
    '领办人经有关部门确认 领办人无违纪违规记录 领办人在一线岗位工作 领办人身体健康、能胜任工作 团队成员年龄（已核对证件） ' +
      '团队成员品德与专业素质 团队成员已取得荣誉或成果 办公区域 科研和培训区域 展示区域 资料存放区域 工作室管理制度 绩效管理制度 ' +
      '运转流程 工作计划 活动课表 相对固定的工作人员',
  ],
];

it.each(named)('%s has its names', (_what, labels, words) => {
  expect(Object.values(labels).join(' ')).toBe(words);
});

it('money of each source follows from its provision', () => {
  expect(Object.values(incomeSourceArticles).map(articleText)).toEqual(['第十四条', '第十五条', '第十二条第六项']);
});
