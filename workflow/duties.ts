import type { ReadableDatabase } from '../db/database.ts';
import { type Assessment, readAssessments, readRectifications } from '../db/queries/assessments.ts';
import { type CommitmentLetter, readLetters } from '../db/queries/commitment-letters.ts';
import { readStudios, type StudioRecord } from '../db/queries/studios.ts';
import { articleText } from '../policy/article.ts';
import { dutiesOf, type StudioStanding } from '../policy/duties.ts';
import { upcoming } from '../policy/duty.ts';
import { measuresOn } from '../policy/measures.ts';
import type { Context } from './context.ts';
import type { DutyView } from './contract/contract.ts';
import { fundDutiesOf } from './funds/fund-duties.ts';
import { ledgerDutiesOf } from './ledger/ledger-duties.ts';
import { roundDutiesOf } from './round/round-duties.ts';

/** Letters and assessments of all studios: read once for all duties. */
interface LettersAndAssessments {
  readonly letters: readonly CommitmentLetter[];
  readonly assessments: readonly Assessment[];
}

function standingsOf(db: ReadableDatabase, records: readonly StudioRecord[], read: LettersAndAssessments): readonly StudioStanding[] {
  const letters = Map.groupBy(read.letters, ({ studioId }) => studioId);
  const assessments = Map.groupBy(read.assessments, ({ studioId }) => studioId);
  const rectifications = Map.groupBy(readRectifications(db), ({ studioId }) => studioId);
  return records.map((record) => {
    const { application } = record;
    const lead = record.people.find(({ role }) => role === 'lead');
    const title = record.designations.find(({ endedOn }) => endedOn === null);
    const letter = letters.get(record.id)?.at(-1);
    const assessed = (assessments.get(record.id) ?? []).filter(({ letterId }) => letterId === letter?.id);
    const notices = rectifications.get(record.id) ?? [];
    const open = notices.at(-1);
    return {
      name: record.name,
      assessedYears: assessed.map(({ cycleYear }) => cycleYear),
      awaitsRectificationNotice: assessed.some(
        ({ id, kind, grade }) => kind === 'process' && grade === 'unqualified' && !notices.some(({ assessmentId }) => assessmentId === id),
      ),
      ...(application === null ? {} : { application: { status: application.status, since: application.since } }),
      ...(lead === undefined
        ? {}
        : {
            lead: {
              name: lead.name,
              ...(lead.sex === null ? {} : { sex: lead.sex }),
              ...(lead.birthDate === null ? {} : { birthDate: lead.birthDate }),
            },
          }),
      ...(title === undefined ? {} : { namedOn: title.namedOn }),
      ...(letter === undefined
        ? {}
        : {
            letter: {
              cycleFrom: letter.cycleFrom,
              cycleTo: letter.cycleTo,
              ...(letter.signedOn === null ? {} : { signedOn: letter.signedOn }),
            },
          }),
      ...(open === undefined ? {} : { rectificationDeadline: open.deadline }),
    };
  });
}

/** What this seat has to do within so many days: a bureau for its own sectors, and each department its part of the district round. */
export function listDuties(context: Context, days: number): DutyView[] {
  const { db, seat, today } = context;
  const studios = readStudios(db);
  const own = studios.filter(({ sector }) => sector.bureauId === seat.id);
  const read = { letters: readLetters(db), assessments: readAssessments(db) };
  const cared = seat.kind === 'sector-bureau' ? own : studios;
  const duties = [
    ...dutiesOf(standingsOf(db, own, read), today, days, measuresOn(today)),
    ...roundDutiesOf(context),
    ...ledgerDutiesOf(db, cared, read, seat.kind, today),
    ...fundDutiesOf(db, cared, seat.kind, today),
  ];
  return upcoming(duties, today, days).map(({ duty, studio, due, article, action }) => ({
    duty,
    studio,
    due,
    article: articleText(article),
    action,
  }));
}
