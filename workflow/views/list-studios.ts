import type { ReadableDatabase } from '../../db/database.ts';
import { readStudios } from '../../db/queries/studios.ts';
import { inStrokeOrder } from '../../policy/stroke-order.ts';
import type { InputOf } from '../contract/contract.ts';
import type { StudioRow } from '../contract/studio.ts';
import { rowMatches, studioRow } from './studio-row.ts';

/** Names by their sound. */
const byPinyin = new Intl.Collator('zh-u-co-pinyin');

/** Studios that answer to a query, in stroke order of their leads' names (姓氏笔画) unless another was asked for. */
export function listStudios(db: ReadableDatabase, query: InputOf<'listStudios'>): StudioRow[] {
  const rows = readStudios(db)
    .map(studioRow)
    .filter(({ status }) => query.statuses === undefined || query.statuses.length === 0 || query.statuses.includes(status))
    .filter(({ sector }) => query.sectors === undefined || query.sectors.length === 0 || query.sectors.includes(sector))
    .filter(({ levels }) => query.levels === undefined || query.levels.length === 0 || query.levels.some((level) => levels.includes(level)))
    .filter((row) => rowMatches(row, query.search ?? ''));
  const nameOf = ({ lead, name }: StudioRow) => lead?.name ?? name;
  const strokes = inStrokeOrder(rows, nameOf);
  if (query.order === 'pinyin') return strokes.toSorted((one, other) => byPinyin.compare(nameOf(one), nameOf(other)));
  // Those that have not applied stand last.
  if (query.order === 'applied') return strokes.toSorted((one, other) => compareDays(one.appliedOn, other.appliedOn));
  return strokes;
}

function compareDays(one: string | null, other: string | null): number {
  if (one === other) return 0;
  if (one === null || other === null) return one === null ? 1 : -1;
  return one < other ? -1 : 1;
}
