import type { Round } from '../../db/queries/district-rounds.ts';
import type { Measures } from '../../policy/measures.ts';

/** What a round opened under the Measures is held to, whatever they become later. 第十二条. */
type Terms = Pick<
  Round,
  | 'measuresId'
  | 'quota'
  | 'recommendationLimit'
  | 'noticeDays'
  | 'publicBenefitLeast'
  | 'publicBenefitMost'
  | 'marketLeast'
  | 'marketMost'
  | 'dropsExtremes'
>;

/** The terms the Measures set for a new round. 第十二条. */
export function newTerms({ id: measuresId, values }: Measures): Terms {
  const ranges = values.grantRange.value;
  return {
    measuresId,
    quota: values.districtQuota.value,
    recommendationLimit: values.recommendationLimit.value.most,
    noticeDays: values.publicNoticeDays.value,
    publicBenefitLeast: ranges['public-benefit'].least,
    publicBenefitMost: ranges['public-benefit'].most,
    marketLeast: ranges['with-market-function'].least,
    marketMost: ranges['with-market-function'].most,
    dropsExtremes: false,
  };
}
