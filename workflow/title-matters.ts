import type { ReadableDatabase } from '../db/database.ts';
import { type Assessment, type Rectification, readRectifications, readRewards } from '../db/queries/assessments.ts';
import { type MisconductCase, readCases } from '../db/queries/cases.ts';
import { type Filing, readFilings } from '../db/queries/filings.ts';
import { lastDepartures } from '../db/queries/leads.ts';
import { type Revocation, type RevocationProposal, readProposals, readRevocations } from '../db/queries/revocations.ts';
import type { StudioDesignation, StudioRecord } from '../db/queries/studios.ts';
import { mayRevokeForRectification } from '../policy/assessment/rectification-course.ts';
import type { RevokedMatters, TeamMatters, TitleMatters } from '../policy/duties/consequence-duties.ts';
import { levelInCharge } from '../policy/funds/account.ts';
import { addDays, type PlainDate } from '../policy/plain-date.ts';
import { courseOf } from './assessment/cycle-course.ts';
import { stillOwed } from './revocation/reclaim-grant.ts';

/** Everything about titles that may wait for somebody, read once and sorted by studio. */
interface Books {
  readonly assessments: ReadonlyMap<string, readonly Assessment[]>;
  readonly rectifications: ReadonlyMap<string, readonly Rectification[]>;
  readonly filings: ReadonlyMap<string, readonly Filing[]>;
  readonly proposals: ReadonlyMap<string, readonly RevocationProposal[]>;
  readonly revocations: ReadonlyMap<string, readonly Revocation[]>;
  readonly cases: ReadonlyMap<string, readonly MisconductCase[]>;
  /** Assessments that have been rewarded. */
  readonly rewarded: ReadonlySet<string>;
}

function byStudio<Row extends { readonly studioId: string }>(rows: readonly Row[]): ReadonlyMap<string, readonly Row[]> {
  return Map.groupBy(rows, ({ studioId }) => studioId);
}

function booksOf(db: ReadableDatabase, assessments: readonly Assessment[]): Books {
  return {
    assessments: byStudio(assessments),
    rectifications: byStudio(readRectifications(db)),
    filings: byStudio(readFilings(db)),
    proposals: byStudio(readProposals(db)),
    revocations: byStudio(readRevocations(db)),
    cases: byStudio(readCases(db)),
    rewarded: new Set(readRewards(db).map(({ assessmentId }) => assessmentId)),
  };
}

function revokedMatters(revocation: Revocation, cases: readonly MisconductCase[]): RevokedMatters {
  const { decidedOn, ground, departmentId, caseId, plaqueReturnedOn } = revocation;
  const circulars = cases.find(({ id }) => id === caseId)?.circulars ?? [];
  return {
    decidedOn,
    ground,
    plaqueBack: plaqueReturnedOn !== null,
    owed: stillOwed(revocation),
    criticised: circulars.some((circular) => circular.departmentId === departmentId),
  };
}

/** Since when a title may be revoked for a rectification that ran out, or for a case verified as true. */
function revocableSince(
  title: StudioDesignation,
  rectification: Rectification | undefined,
  cases: readonly MisconductCase[],
  revocations: readonly Revocation[],
  today: PlainDate,
): TitleMatters['revocableSince'] {
  const verified = cases.find(
    ({ id, verification }) =>
      verification?.holds === true && verification.verifiedOn >= title.namedOn && !revocations.some(({ caseId }) => caseId === id),
  )?.verification;
  if (verified !== undefined && verified !== null) return { on: verified.verifiedOn, ground: 'misconduct' };
  if (rectification === undefined || rectification.issuedOn < title.namedOn) return undefined;
  const course = courseOf(rectification);
  if (mayRevokeForRectification(course, today).against.length > 0) return undefined;
  const dayAfter = addDays(course.deadline, 1);
  const failed = course.reinspection?.on;
  return { on: failed !== undefined && failed > dayAfter ? failed : dayAfter, ground: 'rectification' };
}

function heldMatters(studio: StudioRecord, title: StudioDesignation, books: Books, today: PlainDate): Omit<TitleMatters, 'name' | 'level'> {
  const assessments = (books.assessments.get(studio.id) ?? []).filter(({ level }) => level === title.level);
  const revocations = books.revocations.get(studio.id) ?? [];
  const latest = assessments.at(-1);
  const periodic = latest?.kind === 'periodic' && latest.assessedOn >= title.namedOn ? latest : undefined;
  const ids = new Set(assessments.map(({ id }) => id));
  const rectification = (books.rectifications.get(studio.id) ?? []).findLast(({ assessmentId }) => ids.has(assessmentId));
  const { approval } = periodic ?? {};
  const deserving = periodic !== undefined && periodic.grade === 'excellent' && !books.rewarded.has(periodic.id);
  return {
    filingSentOn: (books.filings.get(studio.id) ?? []).find(({ designationId, answer }) => designationId === title.id && answer === null)
      ?.sentOn,
    awaitsApprovalSince: approval === null ? periodic?.assessedOn : undefined,
    returnedOn: approval?.decision === 'returned' ? approval.decidedOn : undefined,
    rewardSince: deserving && approval?.decision === 'approved' ? approval.decidedOn : undefined,
    revocableSince: revocableSince(title, rectification, books.cases.get(studio.id) ?? [], revocations, today),
    proposedOn: (books.proposals.get(studio.id) ?? []).find(({ designationId }) => designationId === title.id)?.proposedOn,
    askedSince: revocations.find(({ otherDesignationId, otherKept }) => otherDesignationId === title.id && otherKept === null)?.decidedOn,
  };
}

/** What waits for somebody about every title of the studios, held or revoked. 第十一条第三项, 第十九条, 第二十条. */
export function titleMatters(
  db: ReadableDatabase,
  studios: readonly StudioRecord[],
  assessments: readonly Assessment[],
  today: PlainDate,
): readonly TitleMatters[] {
  const books = booksOf(db, assessments);
  return studios.flatMap((studio) => {
    const { id, name, designations } = studio;
    const cases = books.cases.get(id) ?? [];
    const revoked = (books.revocations.get(id) ?? []).map((revocation) => ({
      name,
      level: revocation.level,
      revoked: revokedMatters(revocation, cases),
    }));
    const held = designations
      .filter(({ endedOn }) => endedOn === null)
      .map((title) => ({ name, level: title.level, ...heldMatters(studio, title, books, today) }));
    return [...held, ...revoked];
  });
}

/** The people of the titled studios, as far as somebody has to be found. 第三条, 第四条. */
export function teamMatters(db: ReadableDatabase, studios: readonly StudioRecord[]): readonly TeamMatters[] {
  const departures = lastDepartures(db);
  return studios
    .filter(({ designations }) => designations.some(({ endedOn }) => endedOn === null))
    .map(({ id, name, designations, people, confirmations }) => {
      const left = departures.get(id);
      const frontLine = confirmations['lead-front-line'];
      const gone = people.some(({ role }) => role === 'lead') ? undefined : left?.lead;
      return {
        name,
        level: levelInCharge(designations),
        leaderlessSince: gone ?? (frontLine?.holds === false ? frontLine.confirmedOn : undefined),
        members: people.filter(({ role }) => role === 'member').length,
        membersSince: left?.member,
      };
    });
}
