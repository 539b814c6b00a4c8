import { plainDate } from '../../policy/plain-date.ts';
import type { Qualification } from '../../policy/qualification.ts';
import { type Confirmation, type ConfirmationSubject, confirmationSubjects, type StudioFacts } from '../../policy/studio-facts.ts';

const seen: Confirmation = { holds: true, confirmedBy: '考察组', confirmedOn: plainDate('2026-08-05') };

/** A municipal ground, enough for a lead. */
export const municipalLeader: Qualification = { kind: 'discipline-leader', level: 'municipal', name: '武汉市学科带头人', year: 2019 };

/** A studio that meets every rule; tests change the one fact they are about. */
export const eligibleStudio: StudioFacts = {
  name: '方予安小学语文名师工作室',
  applicationDate: plainDate('2026-08-01'),
  hostUnit: { name: '武昌区江岸路第一小学', kind: 'public-institution' },
  leads: [{ name: '方予安', sex: 'female', birthDate: plainDate('1975-05-12'), qualifications: [municipalLeader] }],
  members: ['陆知行', '钟意', '孟书禾'].map((name) => ({ name, birthDate: plainDate('1990-01-01'), qualifications: [municipalLeader] })),
  trainingAudience: '小学语文青年教师',
  unitOpinion: '情况属实，同意推荐',
  area: 80,
  dedicatedFunds: 5_000_000,
  confirmations: Object.fromEntries(confirmationSubjects.map((subject) => [subject, seen])),
};

/** The studio with one confirmed fact denied, or taken away. */
export function withConfirmation(subject: ConfirmationSubject, confirmation: Confirmation | undefined): StudioFacts {
  const { [subject]: _taken, ...others } = eligibleStudio.confirmations;
  return { ...eligibleStudio, confirmations: confirmation === undefined ? others : { ...others, [subject]: confirmation } };
}
