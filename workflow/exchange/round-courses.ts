import type { Round, RoundEntry } from '../../db/queries/district-rounds.ts';
import type { StudioRecord } from '../../db/queries/studios.ts';
import type { RoundResultRecord } from '../../exchange/round-result.ts';
import type { RoundTerms } from '../../exchange/round-terms.ts';
import { heldTitle } from '../held-title.ts';
import { knownFields } from './known-fields.ts';

/** A round in the words of its workbook. */
export function termsOf({ year, openedOn, documentNumber, quota, recommendationLimit, noticeDays, ...grants }: Round): RoundTerms {
  const { publicBenefitLeast, publicBenefitMost, marketLeast, marketMost } = grants;
  return {
    year,
    openedOn,
    documentNumber: documentNumber ?? '',
    quota,
    recommendationLimit,
    noticeDays,
    publicBenefitLeast,
    publicBenefitMost,
    marketLeast,
    marketMost,
  };
}

/** How far a studio came in a round, in the words of the round's workbook; what is not known is absent. */
export function registeredCourse(studio: StudioRecord, entry: RoundEntry | undefined): Partial<RoundResultRecord> {
  const lead = studio.people.find(({ role }) => role === 'lead');
  const title = heldTitle(studio, 'in-system');
  return knownFields<RoundResultRecord>({
    studioName: studio.name,
    leadName: lead?.name,
    leadIdNumber: lead?.idNumber,
    sector: studio.sector.name,
    namedOn: title?.namedOn,
    filedOn: title?.filedOn,
    appliedOn: entry?.appliedOn,
    unitAgreedOn: entry?.unitAgreedOn,
    recommendedOn: entry?.recommendedOn,
    rank: entry?.recommendationRank,
    reason: entry?.recommendationReason,
    shortlistedOn: entry?.shortlistedOn,
    shortlistPlace: entry?.shortlistPlace,
    shortlistAverage: entry?.shortlistAverage,
    shortlistReason: entry?.shortlistReason,
    approvalOn: entry?.approvalOn,
    approval: entry?.approval,
    approvalMinutes: entry?.approvalMinutes,
    noticeNumber: entry?.notice?.number,
    postedOn: entry?.notice?.postedOn,
    firstDay: entry?.notice?.firstDay,
    lastDay: entry?.notice?.lastDay,
    awardedOn: entry?.awardedOn,
    awardNumber: entry?.awardNumber,
    nature: entry?.grant?.nature,
    amount: entry?.grant?.amount,
    decidedOn: entry?.grant?.decidedOn,
    grantNumber: entry?.grant?.documentNumber,
    endedOn: entry?.endedOn,
    endReason: entry?.endReason,
    identityOn: studio.identityOn,
  });
}

/** The entry of a studio a round's workbook is about: the one it stands in the round with, or else its last. */
export function entryToTell(entries: readonly RoundEntry[], studioId: string): RoundEntry | undefined {
  const own = entries.filter((entry) => entry.studioId === studioId);
  return own.find(({ endedOn }) => endedOn === null) ?? own.toSorted((one, other) => (one.appliedOn < other.appliedOn ? -1 : 1)).at(-1);
}
