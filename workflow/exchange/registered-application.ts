import type { StudioRecord } from '../../db/queries/studios.ts';
import type { ApplicationRecord } from '../../exchange/application-record.ts';

/** What the register says of a studio in the words of an application list; what is not known is absent. */
export function registeredApplication(studio: StudioRecord): Partial<ApplicationRecord> {
  const lead = studio.people.find(({ role }) => role === 'lead');
  const { application, hostUnit } = studio;
  const known: { [Name in keyof ApplicationRecord]: ApplicationRecord[Name] | null | undefined } = {
    studioName: studio.name,
    sector: studio.sector.name,
    leadName: lead?.name,
    leadSex: lead?.sex,
    leadBirthDate: lead?.birthDate,
    leadIdNumber: lead?.idNumber,
    leadTitle: lead?.professionalTitle,
    leadQualifications: lead?.qualifications,
    leadUnclearClaims: lead?.unclearClaims,
    leadPhone: lead?.phone,
    hostUnit: hostUnit?.name,
    hostUnitKind: hostUnit?.kind,
    members: studio.people.filter(({ role }) => role === 'member').map(({ name }) => name),
    traineeCount: studio.traineeCount,
    trainingAudience: studio.trainingAudience,
    area: studio.area,
    dedicatedFunds: studio.dedicatedFunds,
    unitOpinion: application?.unitOpinion,
    appliedOn: application?.appliedOn,
    remarks: studio.remarks,
  };
  return Object.fromEntries(Object.entries(known).filter(([, value]) => value !== undefined && value !== null));
}
