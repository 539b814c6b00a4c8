import type { StudioRecord, TeamPerson } from '../db/queries/studios.ts';
import type { PersonFacts } from '../policy/qualification.ts';
import type { StudioFacts } from '../policy/studio-facts.ts';

function personFacts({ name, sex, birthDate, qualifications, unclearClaims }: TeamPerson): PersonFacts {
  return {
    name,
    qualifications,
    unclearClaims,
    ...(sex === null ? {} : { sex }),
    ...(birthDate === null ? {} : { birthDate }),
  };
}

/** What the rules look at, out of the register: what is null there is absent here. */
export function studioFacts(record: StudioRecord): StudioFacts {
  const { hostUnit, application } = record;
  return {
    name: record.name,
    leads: record.people.filter(({ role }) => role === 'lead').map(personFacts),
    members: record.people.filter(({ role }) => role === 'member').map(personFacts),
    confirmations: record.confirmations,
    ...(application === null ? {} : { applicationDate: application.appliedOn }),
    ...(application?.unitOpinion ? { unitOpinion: application.unitOpinion } : {}),
    ...(hostUnit === null
      ? {}
      : {
          hostUnit: {
            name: hostUnit.name,
            ...(hostUnit.kind === null ? {} : { kind: hostUnit.kind }),
            ...(hostUnit.inDistrict === null ? {} : { inDistrict: hostUnit.inDistrict }),
          },
        }),
    ...(record.traineeCount === null ? {} : { traineeCount: record.traineeCount }),
    ...(record.trainingAudience === null ? {} : { trainingAudience: record.trainingAudience }),
    ...(record.area === null ? {} : { area: record.area }),
    ...(record.dedicatedFunds === null ? {} : { dedicatedFunds: record.dedicatedFunds }),
  };
}
