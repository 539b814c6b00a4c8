import type { StudioRecord, TeamPerson } from '../../../db/queries/studios.ts';
import { article } from '../../../policy/article.ts';
import { fullYears, type PlainDate } from '../../../policy/plain-date.ts';
import { Refusal } from '../../../policy/refusal.ts';
import { confirmationLabels, confirmationSubjects } from '../../../policy/studio-facts.ts';
import { measuresBook } from '../../measures-book.ts';
import type { StudioSources } from '../document-source.ts';
import { parties } from './parties.ts';

const place = article(11, 1);

/** 申报书: the latest application as the register has it; what it has not is left to be written in. 第十一条第一项. */
export const applicationFormSources: StudioSources = {
  scope: 'studio',
  article: place,
  candidates: (_tx, { application }) => application !== null,
  source(tx, studio, { seat }) {
    const { application } = studio;
    if (application === null) {
      throw new Refusal(`无法生成《申报书》：「${studio.name}」没有申报。请先导入或录入申报。`, place);
    }
    const { appliedOn, level } = application;
    const lead = studio.people.find(({ role }) => role === 'lead');
    const input = {
      ...parties(tx, studio, level, seat.id, appliedOn),
      appliedOn,
      lead: lead === undefined ? undefined : { ...personOf(lead, appliedOn), idNumber: lead.idNumber, phone: lead.phone },
      ...(lead === undefined || lead.qualifications.length === 0 ? {} : { honours: lead.qualifications }),
      ...membersOf(studio, appliedOn),
      traineeCount: studio.traineeCount,
      trainingAudience: studio.trainingAudience,
      area: studio.area,
      hostUnitFunds: studio.dedicatedFunds,
      purposes: measuresBook(tx)
        .on(appliedOn)
        .values.expenseCategories.value.map(({ label }) => label),
      conditions: conditionsOf(studio),
      unitOpinion: application.unitOpinion,
    };
    return { input, number: null, subjectId: application.id, issuedOn: appliedOn };
  },
};

function personOf({ name, sex, birthDate, professionalTitle }: TeamPerson, on: PlainDate) {
  return { name, sex, birthDate, professionalTitle, age: birthDate === null ? null : fullYears(birthDate, on) };
}

function membersOf({ people }: StudioRecord, on: PlainDate) {
  const members = people
    .filter(({ role }) => role === 'member')
    .map((member) => {
      const honours = [...member.qualifications.map(({ name }) => name), ...member.unclearClaims].join('；');
      return { ...personOf(member, on), ...(honours === '' ? {} : { honours }) };
    });
  return members.length === 0 ? {} : { members };
}

/** The conditions of 第七条: zones, systems, plan, timetable and staff. */
function conditionsOf({ confirmations }: StudioRecord) {
  const subjects = confirmationSubjects.slice(confirmationSubjects.indexOf('zone-office'));
  return subjects.map((subject) => {
    const confirmed = confirmations[subject];
    return {
      condition: confirmationLabels[subject],
      ...(confirmed === undefined ? {} : { state: confirmed.holds ? 'yes' : 'no', evidence: confirmed.evidence }),
    };
  });
}
