import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readApplicationList } from '../../exchange/application-list.ts';
import type { ApplicationRecord } from '../../exchange/application-record.ts';
import { acceptanceHurdles, checkEligibility } from '../../policy/eligibility.ts';
import { measuresOn } from '../../policy/measures.ts';
import { plainDate } from '../../policy/plain-date.ts';
import type { StudioFacts } from '../../policy/studio-facts.ts';
import { makeSampleWorkbook, samplePath } from '../fixtures/make-sample-workbook.ts';

const bytes = readFileSync(samplePath);
const { rows, warnings } = await readApplicationList(bytes, '样例.xlsx');

/** A row as the rules see it. */
function factsOf(record: Partial<ApplicationRecord>): StudioFacts {
  const {
    studioName = '',
    leadName = '',
    leadSex,
    leadBirthDate,
    leadQualifications,
    leadUnclearClaims,
    hostUnit = '',
    hostUnitKind,
    members,
    appliedOn,
  } = record;
  const { trainingAudience, unitOpinion, area, dedicatedFunds } = record;
  return {
    name: studioName,
    ...(appliedOn === undefined ? {} : { applicationDate: appliedOn }),
    hostUnit: { name: hostUnit, inDistrict: true, ...(hostUnitKind === undefined ? {} : { kind: hostUnitKind }) },
    leads: [
      {
        name: leadName,
        qualifications: leadQualifications ?? [],
        unclearClaims: leadUnclearClaims ?? [],
        ...(leadSex === undefined ? {} : { sex: leadSex }),
        ...(leadBirthDate === undefined ? {} : { birthDate: leadBirthDate }),
      },
    ],
    members: (members ?? []).map((name) => ({ name, qualifications: [] })),
    ...(trainingAudience === undefined ? {} : { trainingAudience }),
    ...(unitOpinion === undefined ? {} : { unitOpinion }),
    ...(area === undefined ? {} : { area }),
    ...(dedicatedFunds === undefined ? {} : { dedicatedFunds }),
    confirmations: {},
  };
}

describe('the sample workbook', () => {
  test('is what its generator makes, to the byte', async () => {
    expect(Buffer.compare(await makeSampleWorkbook(), bytes)).toBe(0);
  });

  test('has fourteen studios, two of them with an error in their ID number', () => {
    expect([rows.length, rows.flatMap(({ errors }) => errors.map(({ cell, field }) => `${cell} ${field}`))]).toEqual([
      14,
      ['G15 领办人身份证号', 'G16 领办人身份证号'],
    ]);
  });

  test('warns of a claim nobody can classify and of an old ID number', () => {
    expect(warnings.map(({ cell, field }) => `${cell} ${field}`)).toEqual(['I17 领办人资格依据', 'G18 领办人身份证号']);
  });

  test('shows every way an application can go: accepted, approved as a special case, returned', () => {
    const measures = measuresOn(plainDate('2026-08-10'));
    const ways = rows
      .filter(({ errors }) => errors.length === 0)
      .map(({ record }) => {
        const { unmet, needsApproval, missing } = acceptanceHurdles(checkEligibility(factsOf(record), measures), []);
        return (
          [unmet.map(({ rule }) => rule), needsApproval.map(({ rule }) => rule), missing.map(({ rule }) => rule)].flat().join(' ') ||
          'accepted'
        );
      });
    const counted = Object.fromEntries([...Map.groupBy(ways, (way) => way)].map(([way, own]) => [way, own.length]));
    expect(counted).toEqual({ accepted: 8, 'lead-age': 2, 'team-size': 1, 'minimum-area': 1 });
  });
});
