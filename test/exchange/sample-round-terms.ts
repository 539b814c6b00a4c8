import type { RoundTerms } from '../../exchange/round-terms.ts';
import { plainDate } from '../../policy/plain-date.ts';

/** A round as the Measures of 2014 set its terms. 第十二条, 第十八条. */
export const roundTermsOf2026: RoundTerms = {
  year: 2026,
  openedOn: plainDate('2026-08-20'),
  documentNumber: '武昌人资名〔2026〕3号',
  quota: 5,
  recommendationLimit: 2,
  noticeDays: 5,
  publicBenefitLeast: 5_000_000,
  publicBenefitMost: 8_000_000,
  marketLeast: 3_000_000,
  marketMost: 6_000_000,
};
