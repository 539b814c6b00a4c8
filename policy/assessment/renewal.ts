import { articleParagraph } from '../article.ts';
import { cycleEnd } from '../cycle.ts';
import type { AssessmentKind, Grade } from '../grade.ts';
import type { Measures } from '../measures.ts';
import { type Permission, remarkWhen } from '../permission.ts';
import { addDays, type PlainDate } from '../plain-date.ts';
import type { StudioLevel } from '../seat.ts';
import { mayTakeEffect, type ResultApproval } from './assessment-consequence.ts';

/** An assessment as far as its consequences go. */
export interface Assessed {
  readonly kind: AssessmentKind;
  readonly grade: Grade;
  readonly level: StudioLevel;
  readonly approval?: ResultApproval | undefined;
}

const place = articleParagraph(19, 2);

/** First and last day of the cycle that follows one: it begins the day after, however late the letter is signed. 第十九条. */
export function nextCycle(cycleTo: PlainDate, measures: Measures): { readonly from: PlainDate; readonly to: PlainDate } {
  const from = addDays(cycleTo, 1);
  return { from, to: cycleEnd(from, measures) };
}

/** A letter is renewed once after an approved periodic assessment of qualified or better, while the title is held. 第十九条第二款. */
export function mayRenew(assessed: Assessed | undefined, titleHeld: boolean, alreadyRenewed: boolean, on: PlainDate): Permission {
  const periodic = assessed?.kind === 'periodic';
  return {
    against: [
      ...remarkWhen(!titleHeld, '没有有效的名师工作室称号', place),
      ...remarkWhen(!periodic, '本周期尚未进行周期性考核', place),
      ...remarkWhen(periodic && assessed.grade === 'unqualified', '周期性考核不合格的直接撤销称号，不续签', place),
      ...remarkWhen(alreadyRenewed, '下一周期的承诺书已经签订', place),
      ...(periodic ? mayTakeEffect(assessed.kind, assessed.level, assessed.approval, on).against : []),
    ],
    warnings: [],
  };
}

/** An excellent periodic assessment is rewarded once it is approved. 第十九条第二款. The text sets no amount. */
export function mayReward({ kind, grade, level, approval }: Assessed, alreadyRewarded: boolean, on: PlainDate): Permission {
  return {
    against: [
      ...remarkWhen(kind !== 'periodic' || grade !== 'excellent', '只对周期性考核优秀的予以奖励', place),
      ...remarkWhen(alreadyRewarded, '本次考核已经奖励', place),
      ...mayTakeEffect(kind, level, approval, on).against,
    ],
    warnings: [],
  };
}
