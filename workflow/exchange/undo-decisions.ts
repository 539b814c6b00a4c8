import type { Transaction } from '../../db/database.ts';
import { readDecisions, readRewards } from '../../db/queries/assessments.ts';
import { readLetters } from '../../db/queries/commitment-letters.ts';
import { importedKeys } from '../../db/queries/imported-keys.ts';
import { readProposals, readRevocations } from '../../db/queries/revocations.ts';
import { readStudios } from '../../db/queries/studios.ts';
import { Refusal } from '../../policy/refusal.ts';
import { undoRows } from './undo-rows.ts';

/** Takes a batch of decisions back. Refused once the result was assessed again, a letter renewed, a reward given or a title revoked on the strength of one. 第十九条第二款. */
export function undoDecisions(tx: Transaction, batch: { readonly id: string; readonly number: number }): number {
  const decided = new Set(importedKeys(tx, batch.id, 'assessment_approvals'));
  const acted = new Set([...readRewards(tx), ...readProposals(tx), ...readRevocations(tx)].map(({ assessmentId }) => assessmentId));
  const renewed = new Set(readLetters(tx).map(({ previousLetterId }) => previousLetterId));
  const built = readDecisions(tx).filter(
    ({ id, assessmentId, letterId, replaced }) => decided.has(id) && (replaced || acted.has(assessmentId) || renewed.has(letterId)),
  );
  if (built.length > 0) {
    const studios = readStudios(tx, [...new Set(built.map(({ studioId }) => studioId))]).map(({ name }) => `「${name}」`);
    throw new Refusal(
      `无法撤销第 ${batch.number} 批导入：审定之后${studios.join('')}已经重新考核、续签承诺书、奖励或撤销称号。请先处理这些事项。`,
    );
  }
  return undoRows(tx, batch);
}
