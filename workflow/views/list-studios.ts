import type { ReadableDatabase } from '../../db/database.ts';
import { readStudios } from '../../db/queries/studios.ts';
import { inStrokeOrder } from '../../policy/stroke-order.ts';
import type { InputOf } from '../contract/contract.ts';
import type { StudioRow } from '../contract/studio.ts';
import { rowMatches, studioRow } from './studio-row.ts';

/** Studios that answer to a query, in stroke order of their leads' names (姓氏笔画). */
export function listStudios(db: ReadableDatabase, query: InputOf<'listStudios'>): StudioRow[] {
  const rows = readStudios(db)
    .map(studioRow)
    .filter(({ status }) => query.statuses === undefined || query.statuses.length === 0 || query.statuses.includes(status))
    .filter(({ sector }) => query.sectors === undefined || query.sectors.length === 0 || query.sectors.includes(sector))
    .filter(({ levels }) => query.levels === undefined || query.levels.length === 0 || query.levels.some((level) => levels.includes(level)))
    .filter((row) => rowMatches(row, query.search ?? ''));
  return inStrokeOrder(rows, ({ lead, name }) => lead?.name ?? name);
}
