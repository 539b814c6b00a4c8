import { type Article, article, articleParagraph } from './article.ts';
import type { SeatKind, StudioLevel } from './seat.ts';

/** Who may do an act for a studio's in-system title, and who for its district title. Nobody: the act is not done at that level. */
interface Power {
  /** What people call the act. */
  readonly title: string;
  readonly article: Article;
  readonly seats: Readonly<Record<StudioLevel, readonly SeatKind[]>>;
}

const bureau = ['sector-bureau'] as const satisfies readonly SeatKind[];
const hr = ['hr-bureau'] as const satisfies readonly SeatKind[];
const office = ['leading-group-office'] as const satisfies readonly SeatKind[];
const everySeat = [...bureau, ...hr, ...office] as const;

function power(title: string, place: Article, inSystem: readonly SeatKind[], district: readonly SeatKind[]): Power {
  return { title, article: place, seats: { 'in-system': inSystem, district } };
}

/**
 * Every act of the Measures and whose it is; a bureau always acts for its own sector only. 第十三条 to 第十七条, and where an act has an
 * article of its own, that one. Two readings: who named a studio also revokes it, ends it and tells the public of it; and excellence
 * is rewarded by the bureau in-system, by the leading-group office at district level (第十七条 授牌表彰).
 */
export const powers = {
  // Naming in the system.
  receive: power('登记收件', article(11, 1), bureau, []),
  return: power('退回申报', article(11, 2), bureau, []),
  accept: power('受理申报', article(11, 2), bureau, []),
  confirm: power('登记核实事项', article(11, 2), bureau, []),
  inspect: power('登记现场考察', article(11, 2), bureau, []),
  'define-review-criteria': power('制定评审细则', article(11), bureau, []),
  'score-application': power('登记评审得分', article(11), bureau, []),
  decide: power('登记党组会议决定', article(11, 3), bureau, []),
  name: power('命名', article(11, 3), bureau, []),
  file: power('报送备案', article(11, 3), bureau, []),
  'acknowledge-filing': power('办理备案', article(11, 3), hr, []),
  'return-filing': power('退回备案', article(11, 3), hr, []),

  // The district round.
  'open-round': power('启动区级评选', article(12), [], hr),
  'apply-to-round': power('登记参评申请', article(12, 1), [], bureau),
  'withdraw-from-round': power('登记退出评选', article(12, 1), [], bureau),
  recommend: power('推荐参评', article(12, 2), [], bureau),
  'inspect-candidate': power('登记参评现场考察', article(12, 3), [], hr),
  'set-round-criteria': power('制定专家评分表', article(12, 3), [], hr),
  'register-expert': power('登记评审专家', article(12, 3), [], hr),
  'declare-conflict': power('登记专家回避', article(12, 3), [], hr),
  'record-expert-scores': power('登记专家评分', article(12, 3), [], hr),
  'settle-tie': power('确定同分名次', article(12, 3), [], hr),
  shortlist: power('确定拟入围名单', article(12, 3), [], hr),
  'approve-shortlist': power('审定拟入围名单', article(12, 3), [], office),
  'post-public-notice': power('发布公示', article(12, 4), [], office),
  'register-objection': power('登记异议', article(12, 4), [], office),
  'settle-objection': power('办结异议', article(12, 5), [], office),
  'award-plaque': power('命名授牌', article(12, 5), [], office),
  'decide-grant': power('核定资助', article(12, 6), [], hr),
  'pay-grant': power('发放资助', article(16), [], hr),

  // Letters, activities, assessment.
  'draw-up-letter': power('拟定任务承诺书', article(9), bureau, hr),
  'sign-commitment-letter': power('签订任务承诺书', article(9), bureau, hr),
  'record-activity': power('登记活动', article(9), bureau, hr),
  'correct-activity': power('更正活动记录', article(9), bureau, hr),
  'record-process-assessment': power('登记过程性考核', articleParagraph(19, 1), bureau, hr),
  'record-periodic-assessment': power('登记周期性考核', articleParagraph(19, 1), bureau, hr),
  'approve-periodic-result': power('审定周期性考核结果', articleParagraph(19, 3), hr, office),
  'issue-rectification-notice': power('发出整改通知书', articleParagraph(19, 2), bureau, hr),
  'record-rectification-report': power('登记整改报告', articleParagraph(19, 2), bureau, hr),
  'record-reinspection': power('登记整改复查', articleParagraph(19, 2), bureau, hr),
  'renew-letter': power('续签任务承诺书', articleParagraph(19, 2), bureau, hr),
  reward: power('奖励优秀', articleParagraph(19, 2), bureau, office),

  // Taking a title back.
  'open-case': power('登记问题线索', article(20), bureau, hr),
  'verify-case': power('登记查核结论', article(20), bureau, hr),
  'propose-revocation': power('提请撤销称号', articleParagraph(19, 2), [], hr),
  revoke: power('撤销称号', articleParagraph(19, 2), bureau, office),
  'keep-title': power('保留另一级称号', articleParagraph(19, 2), bureau, office),
  'take-back-plaque': power('收回牌匾', articleParagraph(19, 2), bureau, office),
  'reclaim-grant': power('收回资助', articleParagraph(19, 2), bureau, hr),
  'issue-circular': power('通报批评', article(20), bureau, office),

  // Money.
  'open-fund-account': power('开立经费专户', article(18), bureau, hr),
  'change-fund-account': power('变更经费专户', article(18), bureau, hr),
  'record-income': power('登记收入', article(18), bureau, hr),
  'record-expense': power('登记支出', article(18), bureau, hr),
  'return-funds': power('登记退回', article(18), bureau, hr),
  'correct-fund-entry': power('更正收支', article(18), bureau, hr),

  // What life brings and the text leaves out.
  'change-lead': power('变更领办人', article(4), bureau, hr),
  'change-members': power('变更团队成员', article(4), bureau, hr),
  'change-host-unit': power('变更所在单位', article(3), bureau, hr),
  'rename-studio': power('变更工作室名称', article(2), bureau, hr),
  'lead-retires': power('登记领办人退休或离开一线岗位', article(5, 3), bureau, hr),
  'lead-dies': power('登记领办人去世', article(4), bureau, hr),
  'end-without-fault': power('终止称号（非惩戒）', article(13), bureau, office),
  'correct-record': power('更正记录', article(13), everySeat, everySeat),
  'change-departments': power('登记部门更名或合并', article(13), everySeat, everySeat),

  // The HR bureau's year.
  'make-yearly-plan': power('登记年度工作方案', article(16), hr, hr),
  'supervise-mid-year': power('登记年中督促检查', article(16), hr, hr),
  'review-year-end': power('登记年底评审考核', article(16), hr, hr),

  // The Measures themselves: each computer keeps its own copy of what others publish.
  'add-measures': power('增加办法', article(21), everySeat, everySeat),
  'withdraw-measures': power('撤回未施行的办法', article(21), everySeat, everySeat),
} as const satisfies Readonly<Record<string, Power>>;

/** The name of an act: the command that does it has the same. */
export type Act = keyof typeof powers;

/** The seats that do an act at a level; none when it is not done there. */
export function seatsFor(act: Act, level: StudioLevel): readonly SeatKind[] {
  return powers[act].seats[level];
}

/** True when a department of this kind does the act at this level, a bureau for its own sector. */
export function mayAct(seat: SeatKind, act: Act, level: StudioLevel): boolean {
  return seatsFor(act, level).includes(seat);
}
