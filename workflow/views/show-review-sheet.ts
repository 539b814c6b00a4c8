import { reviewSheetOn } from '../../db/queries/reviews.ts';
import type { Context } from '../context.ts';
import type { ReviewItemView, ReviewSheetView } from '../contract/review-sheet.ts';

/** The review criteria of this seat in force today; null while it has none. 第十一条. */
export function showReviewSheet({ db, seat, today }: Context): ReviewSheetView | null {
  const present = reviewSheetOn(db, seat.id, today);
  if (present === undefined) return null;
  const { title, bonusAbove100, thresholds, items } = present.sheet;
  return {
    title,
    validFrom: present.validFrom,
    bonusAbove100,
    thresholds: thresholds ?? null,
    items: items.map((item): ReviewItemView => {
      if (item.kind === 'veto') return { kind: 'veto', code: item.code, title: item.title };
      const scored = {
        code: item.code,
        title: item.title,
        points: item.points,
        weight: item.weight ?? 1,
        mayNotApply: item.mayNotApply ?? false,
        bonus: item.bonus ?? false,
      };
      if (item.kind === 'bands') return { kind: 'bands', ...scored, bands: [...item.bands] };
      if (item.kind === 'counted') {
        return {
          kind: 'counted',
          ...scored,
          each: item.each,
          levels: item.levels.map(({ label, coefficient }) => ({ label, coefficient })),
        };
      }
      const { target, unit, step, deduct } = item;
      return { kind: 'deduction', ...scored, target, unit, step, deduct };
    }),
  };
}
