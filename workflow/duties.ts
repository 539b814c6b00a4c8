import type { ReadableDatabase } from '../db/database.ts';
import { type Assessment, readAssessments, readRectifications } from '../db/queries/assessments.ts';
import { readCases } from '../db/queries/cases.ts';
import { type CommitmentLetter, readLetters } from '../db/queries/commitment-letters.ts';
import { readProposals } from '../db/queries/revocations.ts';
import { readStudios, type StudioRecord } from '../db/queries/studios.ts';
import { articleText } from '../policy/article.ts';
import { rectificationStage } from '../policy/assessment/rectification-course.ts';
import { consequenceDuties, teamDuties } from '../policy/duties/consequence-duties.ts';
import { dutiesOf, type StudioStanding } from '../policy/duties.ts';
import { upcoming } from '../policy/duty.ts';
import { levelInCharge } from '../policy/funds/account.ts';
import type { PlainDate } from '../policy/plain-date.ts';
import type { StudioLevel } from '../policy/seat.ts';
import { courseOf } from './assessment/cycle-course.ts';
import type { Context } from './context.ts';
import type { DutyView } from './contract/contract.ts';
import { fundDutiesOf } from './funds/fund-duties.ts';
import { heldTitle } from './held-title.ts';
import { ledgerDutiesOf } from './ledger/ledger-duties.ts';
import { measuresBook } from './measures-book.ts';
import { roundDutiesOf } from './round/round-duties.ts';
import { teamMatters, titleMatters } from './title-matters.ts';
import { yearlyDutiesOf } from './yearly/yearly-duties.ts';

/** Letters and assessments of all studios: read once for all duties. */
interface LettersAndAssessments {
  readonly letters: readonly CommitmentLetter[];
  readonly assessments: readonly Assessment[];
}

/** Where a studio stands with one of its titles: a bureau looks at the in-system one, the HR bureau at the district one. */
function standingsOf(
  db: ReadableDatabase,
  records: readonly StudioRecord[],
  level: StudioLevel,
  read: LettersAndAssessments,
  today: PlainDate,
): readonly StudioStanding[] {
  const letters = Map.groupBy(read.letters, ({ studioId }) => studioId);
  const assessments = Map.groupBy(read.assessments, ({ studioId }) => studioId);
  const rectifications = Map.groupBy(readRectifications(db), ({ studioId }) => studioId);
  const cases = Map.groupBy(readCases(db), ({ studioId }) => studioId);
  const proposals = new Map(readProposals(db).map(({ designationId, proposedOn }) => [designationId, proposedOn]));
  return records.map((record) => {
    const { application, designations } = record;
    const lead = record.people.find(({ role }) => role === 'lead');
    const title = heldTitle(record, level);
    const own = (letters.get(record.id) ?? []).filter(
      (candidate) => candidate.level === level && candidate.cycleFrom >= (title?.namedOn ?? ''),
    );
    // A letter drawn up to follow is the business of the renewal while the signed one's cycle is not settled.
    const letter = own.findLast(({ signedOn }) => signedOn !== null) ?? own.at(-1);
    const assessed = (assessments.get(record.id) ?? []).filter(({ letterId }) => letterId === letter?.id);
    const notices = (rectifications.get(record.id) ?? []).filter(({ assessmentId }) => assessed.some(({ id }) => id === assessmentId));
    const course = notices.map(courseOf).at(-1);
    const stage = course === undefined ? undefined : rectificationStage(course, today);
    const open = stage === 'notified' || stage === 'failed' || stage === 'overdue' ? course : undefined;
    const periodic = assessed.find(({ kind }) => kind === 'periodic');
    const inCharge = title !== undefined && levelInCharge(designations) === level;
    const found = inCharge ? (cases.get(record.id) ?? []).find(({ verification }) => verification === null) : undefined;
    return {
      name: record.name,
      level,
      // A result that was sent back is to be assessed again.
      assessedYears: assessed.filter(({ approval }) => approval?.decision !== 'returned').map(({ cycleYear }) => cycleYear),
      awaitsRectificationNotice:
        title !== undefined &&
        assessed.some(
          ({ id, kind, grade }) =>
            kind === 'process' && grade === 'unqualified' && !notices.some(({ assessmentId }) => assessmentId === id),
        ),
      ...(periodic === undefined ? {} : { periodic: { grade: periodic.grade, approved: periodic.approval?.decision === 'approved' } }),
      ...(found === undefined ? {} : { caseFoundOn: found.foundOn }),
      proposedOn: title === undefined ? undefined : proposals.get(title.id),
      ...(application === null || level === 'district' ? {} : { application: { status: application.status, since: application.since } }),
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
      ...(title === undefined || open === undefined ? {} : { rectificationDeadline: open.deadline }),
      ...(title === undefined || stage !== 'reported' ? {} : { rectificationReportedOn: course?.reportedOn }),
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
  const measures = measuresBook(db).on(today);
  const level = seat.kind === 'sector-bureau' ? 'in-system' : 'district';
  const standings = seat.kind === 'leading-group-office' ? [] : standingsOf(db, cared, level, read, today);
  const matters = [...consequenceDuties(titleMatters(db, cared, read.assessments, today)), ...teamDuties(teamMatters(db, cared), measures)];
  const duties = [
    ...dutiesOf(standings, today, days, measures),
    ...matters.filter((duty) => duty.seat === seat.kind),
    ...roundDutiesOf(context),
    ...ledgerDutiesOf(db, cared, read, seat.kind, today),
    ...fundDutiesOf(db, cared, seat.kind, today),
    ...yearlyDutiesOf(context, cared, measures),
  ];
  return upcoming(duties, today, days).map(({ duty, studio, due, article, action }) => ({
    duty,
    studio,
    due,
    article: articleText(article),
    action,
  }));
}
