import type { RoundEntry } from '../../db/queries/district-rounds.ts';
import { objectionOutcomeLabels, shortlistDecisionLabels } from '../../policy/round/round-decisions.ts';
import { type RoundStep, roundStepLabels } from '../../policy/round/round-step.ts';
import type { ExpertSheet } from '../../policy/scoring/expert-average.ts';
import { studioNatureLabels } from '../../policy/studio-nature.ts';
import type { RoundEntryView } from '../contract/round.ts';
import { paidOf } from '../round/awarded-entry.ts';
import { averageSoFar } from '../round/review.ts';

/** How far an entry has come. */
function stepOf(entry: RoundEntry): RoundStep {
  const { grant } = entry;
  if (entry.endedOn !== null) return 'ended';
  if (grant !== null) return paidOf(entry) < grant.amount ? 'granted' : 'paid';
  if (entry.awardedOn !== null) return 'awarded';
  if (entry.noticeId !== null) return 'on-notice';
  if (entry.approvalOn !== null) return 'approved';
  if (entry.shortlistedOn !== null) return 'shortlisted';
  if (entry.inspectedOn !== null) return 'inspected';
  return entry.recommendedOn === null ? 'applied' : 'recommended';
}

/** The record of a step when its day is known. */
function on<Rest extends object>(day: string | null, rest: Rest): ({ readonly onDate: string } & Rest) | null {
  return day === null ? null : { onDate: day, ...rest };
}

/** An entry as it is shown, with the experts' sheets on it. */
export function roundEntryView(entry: RoundEntry, bureau: string, sheets: readonly ExpertSheet[], dropsExtremes: boolean): RoundEntryView {
  const step = stepOf(entry);
  const { year, studioId, studio, sector, appliedOn, unitAgreedOn, unitOpinion, notice, grant, endedOn, endReason } = entry;
  return {
    year,
    studioId,
    studio,
    sector,
    bureau,
    step,
    stepLabel: roundStepLabels[step],
    appliedOn,
    unitAgreedOn,
    unitOpinion,
    recommendation: on(entry.recommendedOn, { rank: entry.recommendationRank ?? 0, reason: entry.recommendationReason ?? '' }),
    inspection: on(entry.inspectedOn, {
      inspectors: entry.inspectors ?? '',
      passed: entry.inspectionPassed ?? false,
      opinion: entry.inspectionOpinion,
    }),
    scores: sheets.map(({ expert, total, conflict }) => ({ expert, total, conflict: conflict ?? null })),
    average: averageSoFar(sheets, dropsExtremes) ?? null,
    shortlist: on(entry.shortlistedOn, {
      place: entry.shortlistPlace,
      average: entry.shortlistAverage,
      reason: entry.shortlistReason,
    }),
    approval: on(entry.approvalOn, {
      decisionLabel: entry.approval === null ? '' : shortlistDecisionLabels[entry.approval],
      minutes: entry.approvalMinutes,
      opinion: entry.approvalOpinion,
    }),
    notice:
      notice === null
        ? null
        : { number: notice.number, postedOn: notice.postedOn, firstDay: notice.firstDay, lastDay: notice.lastDay, place: notice.place },
    objections: entry.objections.map(({ number, receivedOn, objector, content, settledOn, outcome, finding }) => ({
      number,
      receivedOn,
      objector,
      content,
      settledOn,
      outcomeLabel: outcome === null ? null : objectionOutcomeLabels[outcome],
      finding,
    })),
    award: on(entry.awardedOn, { number: entry.awardNumber }),
    grant:
      grant === null
        ? null
        : {
            natureLabel: studioNatureLabels[grant.nature],
            amount: grant.amount,
            decidedOn: grant.decidedOn,
            number: grant.documentNumber,
            payments: grant.payments.map(({ paidOn, amount, constructionSpent, voucher }) => ({
              paidOn,
              amount,
              constructionSpent,
              voucher,
            })),
          },
    endedOn,
    endReason,
  };
}
