import { Refusal } from '../policy/refusal.ts';
import { approvePeriodicResult } from './assessment/approve-periodic-result.ts';
import { issueRectificationNotice } from './assessment/issue-rectification-notice.ts';
import { recordPeriodicAssessment } from './assessment/record-periodic-assessment.ts';
import { recordProcessAssessment } from './assessment/record-process-assessment.ts';
import { recordRectificationReport } from './assessment/record-rectification-report.ts';
import { recordReinspection } from './assessment/record-reinspection.ts';
import { reward } from './assessment/reward.ts';
import { issueCircular } from './case/issue-circular.ts';
import { openCase } from './case/open-case.ts';
import { verifyCase } from './case/verify-case.ts';
import { changeDepartments } from './changes/change-departments.ts';
import { changeHostUnit } from './changes/change-host-unit.ts';
import { changeLead } from './changes/change-lead.ts';
import { changeMembers } from './changes/change-members.ts';
import { correctRecord } from './changes/correct-record.ts';
import { endWithoutFault } from './changes/end-without-fault.ts';
import { leadDies } from './changes/lead-dies.ts';
import { leadRetires } from './changes/lead-retires.ts';
import { renameStudio } from './changes/rename-studio.ts';
import type { AnyCommand } from './command.ts';
import { drawUpCommitmentLetter } from './commitment/draw-up-commitment-letter.ts';
import { renewLetter } from './commitment/renew-letter.ts';
import { signCommitmentLetter } from './commitment/sign-commitment-letter.ts';
import { changeFundAccount } from './funds/change-fund-account.ts';
import { correctFundEntry } from './funds/correct-fund-entry.ts';
import { openFundAccount } from './funds/open-fund-account.ts';
import { recordExpense } from './funds/record-expense.ts';
import { recordIncome } from './funds/record-income.ts';
import { returnFunds } from './funds/return-funds.ts';
import { correctActivity } from './ledger/correct-activity.ts';
import { recordActivity } from './ledger/record-activity.ts';
import { addMeasures } from './measures/add-measures.ts';
import { withdrawMeasures } from './measures/withdraw-measures.ts';
import { accept } from './naming/accept.ts';
import { acknowledgeFiling } from './naming/acknowledge-filing.ts';
import { decide } from './naming/decide.ts';
import { defineReviewCriteria } from './naming/define-review-criteria.ts';
import { fileStudio } from './naming/file-studio.ts';
import { inspect } from './naming/inspect.ts';
import { nameStudio } from './naming/name-studio.ts';
import { receive } from './naming/receive.ts';
import { returnApplication } from './naming/return-application.ts';
import { returnFiling } from './naming/return-filing.ts';
import { scoreApplication } from './naming/score-application.ts';
import { keepTitle } from './revocation/keep-title.ts';
import { proposeRevocation } from './revocation/propose-revocation.ts';
import { reclaimGrant } from './revocation/reclaim-grant.ts';
import { revoke } from './revocation/revoke.ts';
import { takeBackPlaque } from './revocation/take-back-plaque.ts';
import { roundCommands } from './round/round-commands.ts';
import { confirm } from './studio/confirm-fact.ts';
import { yearlyCommands } from './yearly/yearly-commands.ts';

/** Every command, in the order of a studio's life. */
export const commands: readonly AnyCommand[] = [
  receive,
  returnApplication,
  accept,
  confirm,
  inspect,
  defineReviewCriteria,
  scoreApplication,
  decide,
  nameStudio,
  fileStudio,
  acknowledgeFiling,
  returnFiling,
  ...roundCommands,
  drawUpCommitmentLetter,
  signCommitmentLetter,
  recordActivity,
  correctActivity,
  openFundAccount,
  changeFundAccount,
  recordIncome,
  recordExpense,
  returnFunds,
  correctFundEntry,
  recordProcessAssessment,
  issueRectificationNotice,
  recordRectificationReport,
  recordReinspection,
  recordPeriodicAssessment,
  approvePeriodicResult,
  renewLetter,
  reward,
  openCase,
  verifyCase,
  proposeRevocation,
  revoke,
  keepTitle,
  takeBackPlaque,
  reclaimGrant,
  issueCircular,
  changeLead,
  changeMembers,
  changeHostUnit,
  renameStudio,
  leadRetires,
  leadDies,
  endWithoutFault,
  correctRecord,
  ...yearlyCommands,
  changeDepartments,
  addMeasures,
  withdrawMeasures,
];

/** The command of a name; refuses an unknown one, naming those there are. */
export function commandNamed(name: string): AnyCommand {
  const found = commands.find((candidate) => candidate.name === name);
  if (found === undefined) {
    throw new Refusal(
      `无法办理「${name}」：没有这个事项。可办理的有 ${commands.map((each) => `${each.name}（${each.title}）`).join('、')}，请从中选择。`,
    );
  }
  return found;
}
