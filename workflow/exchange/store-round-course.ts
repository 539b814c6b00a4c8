import type { Transaction } from '../../db/database.ts';
import { type Department, departmentsOn, listSectors } from '../../db/queries/departments.ts';
import { type RoundEntry, readEntries } from '../../db/queries/district-rounds.ts';
import { readStudios, type StudioRecord } from '../../db/queries/studios.ts';
import { addDesignation } from '../../db/writes/designations.ts';
import { addEntry, addGrant, addNotice, addRound, updateEntry } from '../../db/writes/district-rounds.ts';
import { addKnownStudio } from '../../db/writes/known-studio.ts';
import type { RoundResultRecord } from '../../exchange/round-result.ts';
import type { RoundTerms } from '../../exchange/round-terms.ts';
import { article } from '../../policy/article.ts';
import { addDays } from '../../policy/plain-date.ts';
import { Refusal } from '../../policy/refusal.ts';
import { mayDecideGrant } from '../../policy/round/grant.ts';
import { mayOpenRound } from '../../policy/round/open-round.ts';
import type { SeatKind } from '../../policy/seat.ts';
import type { Context } from '../context.ts';
import { heldTitle, requireTitle } from '../held-title.ts';
import { measuresBook } from '../measures-book.ts';
import { pastDay } from '../past-day.ts';
import { permit } from '../permit.ts';
import { type CurrentRound, requireRound } from '../round/current-round.ts';
import { newTerms } from '../round/new-terms.ts';
import { entryToTell, termsOf } from './round-courses.ts';

const act = '收取评选结果';
const place = article(12);
const next = '请与发文部门核对。';

function refuse(why: string): never {
  throw new Refusal(`无法${act}：${why}。${next}`, place);
}

function departmentOf(tx: Transaction, kind: SeatKind, { today }: Context): Department {
  const department = departmentsOn(tx, today).find((each) => each.kind === kind);
  if (department === undefined) throw new Error(`no department of kind ${kind}`);
  return department;
}

/** Takes the round of a year into the books under the terms it was opened with. Refuses terms that are not those of the Measures of that day. 第十二条. */
export function storeRound(tx: Transaction, terms: RoundTerms | undefined, context: Context): readonly string[] {
  if (terms === undefined) throw new Error('a round without terms passed the checks');
  const { year, openedOn, documentNumber } = terms;
  pastDay(openedOn, context, act, '启动日期', place);
  const measures = measuresBook(tx).on(openedOn);
  const warnings = permit(act, '', mayOpenRound(year, [], openedOn, measures), next);
  const departmentId = departmentOf(tx, 'hr-bureau', context).id;
  addRound(tx, { year, departmentId, openedOn, documentNumber, ...newTerms(measures) });
  const { round } = requireRound(tx, year, act);
  if (JSON.stringify(termsOf(round)) !== JSON.stringify(terms)) {
    refuse(`文件中的评选条件不是本机在 ${openedOn} 施行的办法所定；办法修订过的，请先增加修订的办法，再重新导入`);
  }
  return warnings;
}

type Course = Partial<RoundResultRecord> & { readonly studioId: string | undefined };
type Applied = Course & Pick<RoundResultRecord, 'terms' | 'appliedOn' | 'unitAgreedOn'>;

function hasApplied(course: Course): course is Applied {
  return course.terms !== undefined && course.appliedOn !== undefined && course.unitAgreedOn !== undefined;
}

/**
 * Enters a studio's course in a round as far as a file tells it and the register has not got it. What another department decided is not judged again,
 * but what the register holds every round to is: quota, recommendations of a bureau, length of the notice, range of a grant. 第十二条.
 */
export function storeRoundCourse(tx: Transaction, course: Course, context: Context): readonly string[] {
  if (!hasApplied(course)) throw new Error(`a course without its application passed the checks: ${JSON.stringify(course)}`);
  for (const [day, label] of days) pastDay(course[day], context, act, label, place);
  const current = requireRound(tx, course.terms.year, act);
  const studio = studioOf(tx, course);
  const entry = entryOf(tx, studio, course, current);
  requireRoom(course, entry, studio, current);
  writeSteps(tx, entry, course);
  writeNotice(tx, entry, course, current, context);
  writeAward(tx, entry, studio, course, context);
  writeGrant(tx, entry, studio, course, current, context);
  if (course.endedOn !== undefined && course.endReason !== undefined) {
    updateEntry(tx, entry.id, { endedOn: course.endedOn, endReason: course.endReason });
  }
  return [];
}

const days = [
  ['appliedOn', '申请日期'],
  ['recommendedOn', '推荐日期'],
  ['shortlistedOn', '拟入围确定日期'],
  ['approvalOn', '审定日期'],
  ['postedOn', '公示张贴日期'],
  ['awardedOn', '授牌日期'],
  ['decidedOn', '资助核定日期'],
  ['endedOn', '退出日期'],
] as const;

/** The studio of a course; one that the register does not know is taken into its books. */
function studioOf(tx: Transaction, { studioId, ...course }: Applied): StudioRecord {
  const [known] = studioId === undefined ? [] : readStudios(tx, [studioId]);
  if (known !== undefined) return known;
  const { studioName: name, leadName, leadIdNumber, sector, namedOn, filedOn = null, identityOn = null } = course;
  const own = listSectors(tx).find((each) => each.name === sector);
  if (own === undefined) return refuse(`领域「${sector ?? ''}」不在登记的领域之中`);
  if (studioId === undefined || name === undefined || leadName === undefined || leadIdNumber === undefined || namedOn === undefined) {
    return refuse('登记库中没有这个工作室，文件又不是程序写出的原件');
  }
  const lead = { name: leadName, idNumber: leadIdNumber };
  addKnownStudio(tx, { id: studioId, name, sectorId: own.id, bureauId: own.bureauId, lead, namedOn, filedOn, identityOn });
  const [added] = readStudios(tx, [studioId]);
  if (added === undefined) throw new Error('the studio just written is not there');
  return added;
}

/** The studio's entry of that application; a new one where the register has none, or only one that has ended. */
function entryOf(
  tx: Transaction,
  studio: StudioRecord,
  { appliedOn, unitAgreedOn }: Applied,
  { round, entries }: CurrentRound,
): RoundEntry {
  const known = entryToTell(entries, studio.id);
  if (known !== undefined && (known.endedOn === null || known.appliedOn === appliedOn)) return known;
  const { namedOn } = requireTitle(studio, 'in-system', act, article(10));
  if (appliedOn < namedOn) refuse(`申请日期 ${appliedOn} 早于「${studio.name}」的系统内命名日期 ${namedOn}`);
  addEntry(tx, { roundId: round.id, studioId: studio.id, departmentId: studio.sector.bureauId, appliedOn, unitAgreedOn });
  const added = entryToTell(readEntries(tx, { roundId: round.id }), studio.id);
  if (added === undefined) throw new Error('the entry just written is not there');
  return added;
}

/** 第十二条第二项, 第三项: one or two of a bureau, each with a place of its own, and never more on the list than the year's quota. */
function requireRoom(course: Applied, entry: RoundEntry, { name, sector }: StudioRecord, { round, entries, facts }: CurrentRound): void {
  if (course.recommendedOn !== undefined && entry.recommendedOn === null) {
    const own = entries.filter(({ departmentId, recommendedOn }) => departmentId === sector.bureauId && recommendedOn !== null);
    if (own.length >= round.recommendationLimit)
      refuse(`${sector.name}系统已推荐 ${own.length} 家，每年不超过 ${round.recommendationLimit} 家`);
    const taken = own.find(({ recommendationRank }) => recommendationRank === course.rank);
    if (taken !== undefined) refuse(`推荐排序 ${course.rank ?? ''} 在登记库中已是「${taken.studio}」`);
  }
  const listed = course.shortlistedOn !== undefined && course.endedOn === undefined && entry.shortlistedOn === null;
  if (listed && facts.shortlisted >= round.quota) refuse(`每年评定不超过 ${round.quota} 家，列入「${name}」即超过`);
}

/** Only what the register lacks: a title within the system that has ended since must not stand against the steps taken before. */
function writeSteps(tx: Transaction, entry: RoundEntry, course: Applied): void {
  const { recommendedOn, rank, reason, shortlistedOn, approvalOn, approval, approvalMinutes, endedOn, endReason } = course;
  if (recommendedOn !== undefined && entry.recommendedOn === null) {
    updateEntry(tx, entry.id, { recommendedOn, recommendationRank: rank ?? null, recommendationReason: reason ?? null });
  }
  if (shortlistedOn !== undefined && entry.shortlistedOn === null) {
    updateEntry(tx, entry.id, {
      // Who leaves in the same file must not be counted on the list in between.
      ...(endedOn === undefined ? {} : { endedOn, endReason: endReason ?? null }),
      shortlistedOn,
      shortlistPlace: course.shortlistPlace ?? null,
      shortlistAverage: course.shortlistAverage ?? null,
      shortlistReason: course.shortlistReason ?? null,
    });
  }
  if (approvalOn !== undefined && entry.approvalOn === null)
    updateEntry(tx, entry.id, { approvalOn, approval: approval ?? null, approvalMinutes: approvalMinutes ?? null });
}

function writeNotice(tx: Transaction, entry: RoundEntry, course: Applied, { round, entries }: CurrentRound, context: Context): void {
  const { noticeNumber: number, postedOn, firstDay, lastDay } = course;
  if (number === undefined || postedOn === undefined || firstDay === undefined || lastDay === undefined || entry.noticeId !== null) return;
  if (addDays(firstDay, round.noticeDays - 1) > lastDay) refuse(`公示期 ${firstDay} 至 ${lastDay} 不足 ${round.noticeDays} 天`);
  const posted = entries.find(({ notice }) => notice?.number === number)?.notice;
  if (posted !== undefined && posted !== null) {
    if (posted.postedOn !== postedOn || posted.firstDay !== firstDay || posted.lastDay !== lastDay) {
      refuse(
        `公示 ${number} 在登记库中是 ${posted.postedOn} 张贴、${posted.firstDay} 至 ${posted.lastDay}，文件写 ${postedOn}、${firstDay} 至 ${lastDay}`,
      );
    }
    updateEntry(tx, entry.id, { noticeId: posted.id });
    return;
  }
  const departmentId = departmentOf(tx, 'leading-group-office', context).id;
  addNotice(tx, { roundId: round.id, departmentId, number, postedOn, firstDay, lastDay, place: null }, [entry.id]);
}

function writeAward(tx: Transaction, entry: RoundEntry, studio: StudioRecord, { awardedOn, awardNumber }: Applied, context: Context): void {
  if (awardedOn === undefined || awardNumber === undefined || entry.awardedOn !== null) return;
  const title = heldTitle(studio, 'district');
  if (title !== undefined) refuse(`「${studio.name}」在登记库中已于 ${title.namedOn} 授牌`);
  updateEntry(tx, entry.id, { awardedOn });
  const departmentId = departmentOf(tx, 'leading-group-office', context).id;
  addDesignation(tx, {
    studioId: studio.id,
    applicationId: null,
    level: 'district',
    departmentId,
    namedOn: awardedOn,
    documentNumber: awardNumber,
  });
}

function writeGrant(
  tx: Transaction,
  entry: RoundEntry,
  { id, name }: StudioRecord,
  { nature, amount, decidedOn, grantNumber: documentNumber, awardedOn }: Applied,
  { measures }: CurrentRound,
  context: Context,
): void {
  if (nature === undefined || amount === undefined || decidedOn === undefined || documentNumber === undefined || entry.grant !== null)
    return;
  // Read again: the plaque may have come with the same row.
  for (const studio of readStudios(tx, [id])) requireTitle(studio, 'district', act, article(12, 5));
  permit(act, name, mayDecideGrant({ nature, amount, plaqueOn: awardedOn }, decidedOn, measures), next);
  addGrant(tx, { entryId: entry.id, departmentId: departmentOf(tx, 'hr-bureau', context).id, nature, amount, decidedOn, documentNumber });
}
