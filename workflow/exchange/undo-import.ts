import { appendAudit } from '../../db/audit.ts';
import type { Transaction } from '../../db/database.ts';
import { readImportBatches } from '../../db/queries/history.ts';
import { inTransaction } from '../../db/transaction.ts';
import { markUndone } from '../../db/writes/import-batches.ts';
import { Refusal } from '../../policy/refusal.ts';
import type { Context } from '../context.ts';
import type { OutputOf } from '../contract/contract.ts';
import { incomingKinds } from './incoming-kinds.ts';
import { undoRows } from './undo-rows.ts';

/** Takes a whole import back while nothing depends on it. Refused, naming the studios, once acts have followed. */
export function undoImport(number: number, context: Context): OutputOf<'undoImport'> {
  const { db, seat, today, at } = context;
  return inTransaction(db, (tx) => {
    const batch = readImportBatches(tx).find((candidate) => candidate.number === number);
    if (batch === undefined) throw new Refusal(`无法撤销第 ${number} 批导入：没有这一批。请在导入记录中核对批号。`);
    if (batch.undoneOn !== null) throw new Refusal(`无法撤销第 ${number} 批导入：${batch.undoneOn} 已经撤销过。请在导入记录中核对批号。`);
    const reverted = takeBack(tx, batch, context);
    markUndone(tx, batch.id, today);
    appendAudit(tx, {
      at,
      onDate: today,
      departmentId: seat.id,
      command: 'undo-import',
      studioId: null,
      details: { number, fileName: batch.fileName, reverted },
    });
    return { number, message: `已撤销第 ${number} 批导入（${batch.fileName}），恢复 ${reverted} 条记录。` };
  });
}

/** Takes the rows of a batch back, in the way of its kind. Returns how many. */
function takeBack(
  tx: Transaction,
  batch: { readonly id: string; readonly number: number; readonly kind: string },
  context: Context,
): number {
  const own = incomingKinds.find(({ id }) => id === batch.kind)?.undo;
  return own === undefined ? undoRows(tx, batch) : own(tx, batch, context);
}
