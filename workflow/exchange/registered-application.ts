import type { RegisteredApplication } from '../../db/queries/registered-applications.ts';
import type { ApplicationRecord } from '../../exchange/application-record.ts';
import { knownFields } from './known-fields.ts';

/** What the register says of a studio in the words of an application list; what is not known is absent. */
export function registeredApplication({ lead, application, studioId: _id, ...studio }: RegisteredApplication): Partial<ApplicationRecord> {
  return knownFields<ApplicationRecord>({
    ...studio,
    leadName: lead?.name,
    leadSex: lead?.sex,
    leadBirthDate: lead?.birthDate,
    leadIdNumber: lead?.idNumber,
    leadTitle: lead?.professionalTitle,
    leadQualifications: lead?.qualifications,
    leadUnclearClaims: lead?.unclearClaims,
    leadPhone: lead?.phone,
    unitOpinion: application?.unitOpinion,
    appliedOn: application?.appliedOn,
  });
}
