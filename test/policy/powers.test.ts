import { describe, expect, it } from 'vitest';
import { articleText } from '../../policy/article.ts';
import { type Act, mayAct, powers, seatsFor } from '../../policy/powers.ts';
import { seatKindLabels } from '../../policy/seat.ts';

const short = { 'sector-bureau': '主管', 'hr-bureau': '人力', 'leading-group-office': '人才办' } as const;

function row(act: Act): string {
  const who = (['in-system', 'district'] as const).map(
    (level) =>
      seatsFor(act, level)
        .map((seat) => short[seat])
        .join('+') || '—',
  );
  return `${act} ${powers[act].title} ${articleText(powers[act].article)}: ${who.join(' / ')}`;
}

describe('the table of powers, in-system / district', () => {
  it('gives every act to the department the Measures give it to', () => {
    expect((Object.keys(powers) as Act[]).map(row)).toEqual([
      'receive 登记收件 第十一条第一项: 主管 / —',
      'return 退回申报 第十一条第二项: 主管 / —',
      'accept 受理申报 第十一条第二项: 主管 / —',
      'confirm 登记核实事项 第十一条第二项: 主管 / —',
      'inspect 登记现场考察 第十一条第二项: 主管 / —',
      'define-review-criteria 制定评审细则 第十一条: 主管 / —',
      'score-application 登记评审得分 第十一条: 主管 / —',
      'decide 登记党组会议决定 第十一条第三项: 主管 / —',
      'name 命名 第十一条第三项: 主管 / —',
      'file 报送备案 第十一条第三项: 主管 / —',
      'acknowledge-filing 办理备案 第十一条第三项: 人力 / —',
      'return-filing 退回备案 第十一条第三项: 人力 / —',
      'open-round 启动区级评选 第十二条: — / 人力',
      'apply-to-round 登记参评申请 第十二条第一项: — / 主管',
      'withdraw-from-round 登记退出评选 第十二条第一项: — / 主管',
      'recommend 推荐参评 第十二条第二项: — / 主管',
      'inspect-candidate 登记参评现场考察 第十二条第三项: — / 人力',
      'set-round-criteria 制定专家评分表 第十二条第三项: — / 人力',
      'register-expert 登记评审专家 第十二条第三项: — / 人力',
      'declare-conflict 登记专家回避 第十二条第三项: — / 人力',
      'record-expert-scores 登记专家评分 第十二条第三项: — / 人力',
      'settle-tie 确定同分名次 第十二条第三项: — / 人力',
      'shortlist 确定拟入围名单 第十二条第三项: — / 人力',
      'approve-shortlist 审定拟入围名单 第十二条第三项: — / 人才办',
      'post-public-notice 发布公示 第十二条第四项: — / 人才办',
      'register-objection 登记异议 第十二条第四项: — / 人才办',
      'settle-objection 办结异议 第十二条第五项: — / 人才办',
      'award-plaque 命名授牌 第十二条第五项: — / 人才办',
      'decide-grant 核定资助 第十二条第六项: — / 人力',
      'pay-grant 发放资助 第十六条: — / 人力',
      'draw-up-letter 拟定任务承诺书 第九条: 主管 / 人力',
      'sign-commitment-letter 签订任务承诺书 第九条: 主管 / 人力',
      'record-activity 登记活动 第九条: 主管 / 人力',
      'correct-activity 更正活动记录 第九条: 主管 / 人力',
      'record-process-assessment 登记过程性考核 第十九条第一款: 主管 / 人力',
      'record-periodic-assessment 登记周期性考核 第十九条第一款: 主管 / 人力',
      'approve-periodic-result 审定周期性考核结果 第十九条第三款: 人力 / 人才办',
      'issue-rectification-notice 发出整改通知书 第十九条第二款: 主管 / 人力',
      'record-rectification-report 登记整改报告 第十九条第二款: 主管 / 人力',
      'record-reinspection 登记整改复查 第十九条第二款: 主管 / 人力',
      'renew-letter 续签任务承诺书 第十九条第二款: 主管 / 人力',
      'reward 奖励优秀 第十九条第二款: 主管 / 人才办',
      'open-case 登记问题线索 第二十条: 主管 / 人力',
      'verify-case 登记查核结论 第二十条: 主管 / 人力',
      'propose-revocation 提请撤销称号 第十九条第二款: — / 人力',
      'revoke 撤销称号 第十九条第二款: 主管 / 人才办',
      'keep-title 保留另一级称号 第十九条第二款: 主管 / 人才办',
      'take-back-plaque 收回牌匾 第十九条第二款: 主管 / 人才办',
      'reclaim-grant 收回资助 第十九条第二款: 主管 / 人力',
      'issue-circular 通报批评 第二十条: 主管 / 人才办',
      'open-fund-account 开立经费专户 第十八条: 主管 / 人力',
      'change-fund-account 变更经费专户 第十八条: 主管 / 人力',
      'record-income 登记收入 第十八条: 主管 / 人力',
      'record-expense 登记支出 第十八条: 主管 / 人力',
      'return-funds 登记退回 第十八条: 主管 / 人力',
      'correct-fund-entry 更正收支 第十八条: 主管 / 人力',
      'change-lead 变更领办人 第四条: 主管 / 人力',
      'change-members 变更团队成员 第四条: 主管 / 人力',
      'change-host-unit 变更所在单位 第三条: 主管 / 人力',
      'rename-studio 变更工作室名称 第二条: 主管 / 人力',
      'lead-retires 登记领办人退休或离开一线岗位 第五条第三项: 主管 / 人力',
      'lead-dies 登记领办人去世 第四条: 主管 / 人力',
      'end-without-fault 终止称号（非惩戒） 第十三条: 主管 / 人才办',
      'correct-record 更正记录 第十三条: 主管+人力+人才办 / 主管+人力+人才办',
      'change-departments 登记部门更名或合并 第十三条: 主管+人力+人才办 / 主管+人力+人才办',
      'make-yearly-plan 登记年度工作方案 第十六条: 人力 / 人力',
      'supervise-mid-year 登记年中督促检查 第十六条: 人力 / 人力',
      'review-year-end 登记年底评审考核 第十六条: 人力 / 人力',
      'add-measures 增加办法 第二十一条: 主管+人力+人才办 / 主管+人力+人才办',
      'withdraw-measures 撤回未施行的办法 第二十一条: 主管+人力+人才办 / 主管+人力+人才办',
    ]);
  });

  it('answers for one seat', () => {
    expect([
      mayAct('sector-bureau', 'revoke', 'in-system'),
      mayAct('sector-bureau', 'revoke', 'district'),
      mayAct('hr-bureau', 'propose-revocation', 'district'),
      mayAct('hr-bureau', 'propose-revocation', 'in-system'),
    ]).toEqual([true, false, true, false]);
  });

  it('calls the departments by their names', () => {
    expect(Object.values(seatKindLabels)).toEqual(['行业主管部门', '区人力资源局', '区委人才工作领导小组办公室']);
  });
});
