import type { Transaction } from '../../db/database.ts';
import { blockingStudios } from '../../db/queries/blocking-studios.ts';
import { undoChanges } from '../../db/undo-changes.ts';
import { Refusal } from '../../policy/refusal.ts';

/** What people call the records of a table, where they are what somebody did after an import. */
const matters: Readonly<Record<string, string>> = {
  people: '人员情况',
  team_roles: '团队变更',
  studios: '工作室情况的变更',
  applications: '申报',
  application_steps: '申报的办理',
  confirmations: '核实事项',
  designations: '称号',
  filings: '备案',
  commitment_letters: '任务承诺书',
  assessments: '考核',
  assessment_approvals: '考核结果的审定',
  rectifications: '整改',
  rewards: '奖励',
  cases: '问题线索',
  revocation_proposals: '提请撤销称号',
  revocations: '撤销称号',
  title_endings: '终止称号',
  told_endings: '终止称号',
  activities: '活动',
  fund_accounts: '经费专户',
  fund_entries: '收支',
  round_entries: '参评记录',
  expert_scores: '专家评分',
  objections: '异议',
  grants: '核定资助',
  grant_payments: '发放资助',
  issued_documents: '已出具的文书',
};

/** Takes the rows an import wrote back to what they were. Returns how many; refuses, naming the studios and what has followed, once something has. */
export function undoRows(tx: Transaction, { id, number }: { readonly id: string; readonly number: number }): number {
  const { reverted, blockers } = undoChanges(tx, 'import', id);
  if (blockers.length > 0) {
    const studios = blockingStudios(tx, blockers);
    const named = studios.length === 0 ? `有 ${blockers.length} 条记录` : `「${studios.join('」「')}」`;
    const what = [...new Set(blockers.flatMap(({ table }) => matters[table] ?? []))].join('、');
    throw new Refusal(
      `无法撤销第 ${number} 批导入：导入之后${named}又有了新的办理或更正${what === '' ? '' : `（${what}）`}。请先撤销这些事项，或逐个更正。`,
    );
  }
  return reverted;
}
