import type { Transaction } from '../../db/database.ts';
import { importedKeys } from '../../db/queries/imported-keys.ts';
import { readStudios } from '../../db/queries/studios.ts';
import { article } from '../../policy/article.ts';
import { Refusal } from '../../policy/refusal.ts';
import { seatKindLabels } from '../../policy/seat.ts';
import { undoRows } from './undo-rows.ts';

/** Takes a batch of round results back. Refused, naming the studios, where a plaque came with it: what was awarded stays in the round. 第十二条第五项. */
export function undoCourses(tx: Transaction, batch: { readonly id: string; readonly number: number }): number {
  const came = new Set(importedKeys(tx, batch.id, 'designations'));
  const awarded = readStudios(tx).filter(({ designations }) => designations.some(({ id, level }) => level === 'district' && came.has(id)));
  if (awarded.length > 0) {
    const office = seatKindLabels['leading-group-office'];
    throw new Refusal(
      `无法撤销第 ${batch.number} 批导入：这一批收进了${awarded.map(({ name }) => `「${name}」`).join('')}的授牌，记入评选的授牌不能取消。` +
        `称号不应保留的，由${office}撤销称号；文件有误的，请向该办公室核对。`,
      article(12, 5),
    );
  }
  return undoRows(tx, batch);
}
