import { type Article, articleParagraph } from '../article.ts';
import { type AssessmentKind, assessmentLabels, type Grade, grades } from '../grade.ts';
import { type Permission, remarkWhen } from '../permission.ts';
import type { PlainDate } from '../plain-date.ts';
import { type SeatKind, type StudioLevel, seatKindLabels } from '../seat.ts';

/** What an assessment leads to. */
export type AssessmentResult = 'goes-on' | 'rectification' | 'renewal' | 'revocation';
export const assessmentResultLabels: Readonly<Record<AssessmentResult, string>> = {
  'goes-on': '进入本周期下一年度',
  rectification: '发出整改通知书，限期整改',
  renewal: '续签承诺书，进入下一周期',
  revocation: '直接撤销称号',
};

/** One line of the table of consequences. */
export interface Consequence {
  readonly kind: AssessmentKind;
  readonly grade: Grade;
  readonly level: StudioLevel;
  readonly result: AssessmentResult;
  readonly reward: boolean;
  readonly assessedBy: SeatKind;
  /** Whose approval the result needs before it takes effect; nobody's for a process assessment. */
  readonly approvedBy: SeatKind | null;
  /** Who carries the result out: of a revocation, who decides it. */
  readonly carriedOutBy: SeatKind;
  /** Who proposes a revocation to the one who decides it. */
  readonly proposedBy: SeatKind | null;
  readonly article: Article;
}

/**
 * 第十九条第二款. "自动进入下一周期" after a process assessment means the next year of the same cycle: the periodic assessment, and with it
 * the renewal, is still to come.
 */
const resultOf: Readonly<Record<AssessmentKind, Readonly<Record<Grade, { readonly result: AssessmentResult; readonly reward: boolean }>>>> =
  {
    process: {
      excellent: { result: 'goes-on', reward: false },
      qualified: { result: 'goes-on', reward: false },
      unqualified: { result: 'rectification', reward: false },
    },
    periodic: {
      excellent: { result: 'renewal', reward: true },
      qualified: { result: 'renewal', reward: false },
      unqualified: { result: 'revocation', reward: false },
    },
  };

/** Who assesses (第一款), who approves a periodic result (第三款), who revokes: who named. 第十九条. */
const bodies: Readonly<Record<StudioLevel, { readonly assesses: SeatKind; readonly approves: SeatKind; readonly revokes: SeatKind }>> = {
  'in-system': { assesses: 'sector-bureau', approves: 'hr-bureau', revokes: 'sector-bureau' },
  district: { assesses: 'hr-bureau', approves: 'leading-group-office', revokes: 'leading-group-office' },
};

/** Whose approval an assessment's result needs: the HR bureau's or the leading-group office's for a periodic one, nobody's else. 第十九条第三款. */
export function approvalBody(kind: AssessmentKind, level: StudioLevel): SeatKind | null {
  return kind === 'periodic' ? bodies[level].approves : null;
}

/** What an assessment of this kind, grade and level leads to, and through whom. 第十九条. */
export function consequenceOf(kind: AssessmentKind, grade: Grade, level: StudioLevel): Consequence {
  const { result, reward } = resultOf[kind][grade];
  const { assesses, revokes } = bodies[level];
  const carriedOutBy = result === 'revocation' ? revokes : assesses;
  return {
    kind,
    grade,
    level,
    result,
    reward,
    assessedBy: assesses,
    approvedBy: approvalBody(kind, level),
    carriedOutBy,
    proposedBy: carriedOutBy === assesses ? null : assesses,
    article: articleParagraph(19, 2),
  };
}

/** The whole table, kind by grade by level. */
export const consequences: readonly Consequence[] = (['process', 'periodic'] as const).flatMap((kind) =>
  grades.flatMap((grade) => (['in-system', 'district'] as const).map((level) => consequenceOf(kind, grade, level))),
);

/** What a department said to a periodic result sent up to it. */
export interface ResultApproval {
  readonly by: SeatKind;
  readonly approved: boolean;
  readonly on: PlainDate;
}

/** The right department approves a periodic result once, from the day of the assessment on. 第十九条第三款. */
export function mayApproveResult(
  kind: AssessmentKind,
  level: StudioLevel,
  assessedOn: PlainDate,
  earlier: ResultApproval | undefined,
  { by, on }: ResultApproval,
): Permission {
  const body = approvalBody(kind, level);
  const place = articleParagraph(19, 3);
  return {
    against: [
      ...remarkWhen(body === null, `${assessmentLabels[kind]}结果不须审定`, place),
      ...remarkWhen(body !== null && by !== body, `${assessmentLabels[kind]}结果由${seatKindLabels[body ?? by]}审定`, place),
      ...remarkWhen(earlier?.approved === true, `已于 ${earlier?.on} 审定`, place),
      ...remarkWhen(on < assessedOn, `审定日期 ${on} 早于考核日期 ${assessedOn}`, place),
    ],
    warnings: [],
  };
}

/** A periodic result takes effect (renewal, reward, revocation) when the right department has approved it; a process result at once. */
export function mayTakeEffect(kind: AssessmentKind, level: StudioLevel, approval: ResultApproval | undefined, on: PlainDate): Permission {
  const body = approvalBody(kind, level);
  const approved = approval !== undefined && approval.approved && approval.by === body && approval.on <= on;
  return {
    against:
      body === null ? [] : remarkWhen(!approved, `${assessmentLabels[kind]}结果尚未经${seatKindLabels[body]}审定`, articleParagraph(19, 3)),
    warnings: [],
  };
}
