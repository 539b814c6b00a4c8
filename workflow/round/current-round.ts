import type { ReadableDatabase } from '../../db/database.ts';
import {
  type RoundEntry,
  readEntries,
  readRound,
  type Round as StoredRound,
  titlesFromElsewhere,
} from '../../db/queries/district-rounds.ts';
import type { StudioRecord } from '../../db/queries/studios.ts';
import { type Article, article } from '../../policy/article.ts';
import type { Measures } from '../../policy/measures.ts';
import { Refusal } from '../../policy/refusal.ts';
import type { Round } from '../../policy/round/round.ts';
import { measuresBook } from '../measures-book.ts';

/** A round with its entries and the Measures it was opened under, which it keeps. */
export interface CurrentRound {
  readonly round: StoredRound;
  readonly measures: Measures;
  readonly entries: readonly RoundEntry[];
  /** What the rules look at. Titles of the year that came from elsewhere use up its quota too. */
  readonly facts: Round;
}

function roundWithEntries(db: ReadableDatabase, round: StoredRound): CurrentRound {
  const entries = readEntries(db, { roundId: round.id });
  const elsewhere = titlesFromElsewhere(db, round.year);
  return {
    round,
    measures: measuresBook(db).byId(round.measuresId),
    entries,
    facts: {
      year: round.year,
      openedOn: round.openedOn,
      shortlisted: entries.filter(({ shortlistedOn, endedOn }) => shortlistedOn !== null && endedOn === null).length + elsewhere,
      awarded: entries.filter(({ awardedOn }) => awardedOn !== null).length + elsewhere,
    },
  };
}

/** The round of a year, the latest when no year is given; `undefined` when there is none. */
export function findRound(db: ReadableDatabase, year?: number): CurrentRound | undefined {
  const round = readRound(db, year);
  return round === undefined ? undefined : roundWithEntries(db, round);
}

/** The round of a year, the latest when no year is given. Refuses where none was opened. 第十二条. */
export function requireRound(db: ReadableDatabase, year: number | undefined, act: string): CurrentRound {
  const current = findRound(db, year);
  if (current !== undefined) return current;
  const whose = year === undefined ? '' : ` ${year} 年的`;
  throw new Refusal(`无法${act}：还没有启动${whose}区级评选。请先由区人力资源局启动评选。`, article(12));
}

/** The entry with which a studio stands in a round now: of the latest round, or of an earlier one that has it on its shortlist. */
export function currentEntry(db: ReadableDatabase, studioId: string): RoundEntry | undefined {
  const latest = readRound(db)?.id;
  return readEntries(db, { studioId }).findLast(
    ({ roundId, shortlistedOn, endedOn }) => endedOn === null && (roundId === latest || shortlistedOn !== null),
  );
}

/** A studio's entry with its round. */
export interface EntryInRound extends CurrentRound {
  readonly entry: RoundEntry;
}

/** The studio's entry with its round, if it takes part in one now. */
export function findEntry(db: ReadableDatabase, studioId: string): EntryInRound | undefined {
  const entry = currentEntry(db, studioId);
  const current = entry === undefined ? undefined : findRound(db, entry.year);
  return entry === undefined || current === undefined ? undefined : { ...current, entry };
}

/** The studio's entry with its round. Refuses a studio that takes no part. 第十二条第一项. */
export function requireEntry(db: ReadableDatabase, { id, name }: StudioRecord, act: string, place: Article): EntryInRound {
  const found = findEntry(db, id);
  if (found !== undefined) return found;
  const left = readEntries(db, { studioId: id }).findLast(({ roundId, endedOn }) => roundId === readRound(db)?.id && endedOn !== null);
  if (left === undefined) throw new Refusal(`无法${act}：「${name}」没有参加区级评选。请先登记参评申请。`, place);
  const how = `已于 ${left.endedOn ?? ''} 退出 ${left.year} 年的评选（${left.endReason ?? ''}）`;
  throw new Refusal(`无法${act}：「${name}」${how}。仍要参评的，请重新登记参评申请。`, place);
}
