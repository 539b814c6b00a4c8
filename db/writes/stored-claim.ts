import type { Qualification } from '../../policy/qualification.ts';

/** Grounds as a row of `qualifications` holds them: what nobody stated is null. */
export function storedClaim({ kind, level, name, issuingBody, year, evidence }: Qualification) {
  return { kind, level, name, issuingBody: issuingBody ?? null, year: year ?? null, evidence: evidence ?? null };
}
