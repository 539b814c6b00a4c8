import { inStrokeOrder } from '../../policy/stroke-order.ts';
import type { Say } from '../document-kind.ts';
import type { Table } from './document-content.ts';
import { type InputOf, list, text } from './fields.ts';
import { listTable } from './list-table.ts';

/** The studios of the district round a document is about, each with the bureau that recommended it, in any order. */
export const recommendedStudiosField = list(
  '工作室',
  { name: text('工作室名称'), lead: text('领办人姓名'), hostUnit: text('所在单位名称'), bureau: text('推荐部门') },
  'name',
);

type RecommendedStudios = InputOf<{ readonly studios: typeof recommendedStudiosField }>['studios'];

/** The studios as a list for the public, by the strokes of their leads' surnames. */
export function recommendedStudioTable(studios: RecommendedStudios, say: Say): Table {
  return listTable(
    [
      { header: '序号', width: 12 },
      { header: '工作室名称', width: 54, align: 'left' },
      { header: '领办人', width: 20 },
      { header: '所在单位', width: 49, align: 'left' },
      { header: '推荐部门', width: 21 },
    ],
    say
      .rows(
        recommendedStudiosField.label,
        inStrokeOrder(studios, ({ lead }) => lead),
      )
      .map(({ name, lead, hostUnit, bureau }, index) => [String(index + 1), name, lead, hostUnit, bureau]),
    12,
  );
}
