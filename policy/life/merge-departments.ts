import { article } from '../article.ts';
import { type Permission, remarkWhen } from '../permission.ts';
import type { PlainDate } from '../plain-date.ts';
import { type SeatKind, seatKindLabels } from '../seat.ts';

/** A department as far as a merger goes. */
export interface MergingDepartment {
  readonly name: string;
  readonly kind: SeatKind;
  /** Day it was itself merged into another. */
  readonly mergedOn?: PlainDate | undefined;
}

/**
 * Departments are merged and renamed; documents carry the names of their day. One takes over another of its kind: its sectors, its open
 * matters, its document series. Limits that count by bureau (推荐 1–2 家) then count the merged bureau once, those that count by sector
 * (每系统新建) each sector still. 第十一条, 第十三条.
 */
export function mayMergeDepartments(from: MergingDepartment, into: MergingDepartment, on: PlainDate): Permission {
  const place = article(13);
  return {
    against: [
      ...remarkWhen(from.name === into.name, '不能并入自身', place),
      ...remarkWhen(
        from.kind !== into.kind,
        `${from.name}（${seatKindLabels[from.kind]}）与${into.name}（${seatKindLabels[into.kind]}）的职权不同，不能合并`,
        place,
      ),
      ...[from, into].flatMap(({ name, mergedOn }) =>
        remarkWhen(mergedOn !== undefined && mergedOn <= on, `${name}已于 ${mergedOn} 并入其他部门`, place),
      ),
    ],
    warnings: [],
  };
}
