import type { Transaction } from '../../db/database.ts';
import { blockingStudios } from '../../db/queries/blocking-studios.ts';
import { undoChanges } from '../../db/undo-changes.ts';
import { Refusal } from '../../policy/refusal.ts';

/** Takes the rows an import wrote back to what they were. Returns how many; refuses, naming the studios, once something has followed from one. */
export function undoRows(tx: Transaction, { id, number }: { readonly id: string; readonly number: number }): number {
  const { reverted, blockers } = undoChanges(tx, 'import', id);
  if (blockers.length > 0) {
    const studios = blockingStudios(tx, blockers);
    const named = studios.length === 0 ? `有 ${blockers.length} 条记录` : `「${studios.join('」「')}」`;
    throw new Refusal(`无法撤销第 ${number} 批导入：导入之后${named}又有了新的办理或更正。请先处理这些事项，或逐个更正。`);
  }
  return reverted;
}
