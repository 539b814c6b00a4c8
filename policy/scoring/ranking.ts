import { article } from '../article.ts';
import { Refusal } from '../refusal.ts';

/** A candidate with its average. */
export interface Scored<Candidate> {
  readonly candidate: Candidate;
  readonly score: number;
}

/** One place of a ranking: several candidates when they tie. */
export interface RankedPlace<Candidate> {
  /** 1 is first; after a tie of two for the first place comes the third. */
  readonly place: number;
  readonly score: number;
  readonly candidates: readonly Candidate[];
}

/** Candidates by score, the highest first. Equal scores share a place: the program never breaks a tie. */
export function ranking<Candidate>(scored: readonly Scored<Candidate>[]): readonly RankedPlace<Candidate>[] {
  const scores = [...new Set(scored.map(({ score }) => score))].toSorted((left, right) => right - left);
  return scores.map((score) => ({
    place: scored.filter((other) => other.score > score).length + 1,
    score,
    candidates: scored.filter((other) => other.score === score).map(({ candidate }) => candidate),
  }));
}

/** Who is in by rank alone, and who ties for the seats that are left. */
export interface Selection<Candidate> {
  readonly selected: readonly Candidate[];
  /** Candidates of one score for whom the seats left are not enough; empty when no tie lies across the line. */
  readonly tied: readonly Candidate[];
  /** Seats a person has to give among the tied. */
  readonly seatsLeft: number;
}

/** Fills so many seats from the top. A tie across the line is left for a person to decide. 第十二条. */
export function selectByRank<Candidate>(places: readonly RankedPlace<Candidate>[], seats: number): Selection<Candidate> {
  const selected: Candidate[] = [];
  for (const { candidates } of places) {
    const left = seats - selected.length;
    if (left <= 0) break;
    if (candidates.length > left) return { selected, tied: candidates, seatsLeft: left };
    selected.push(...candidates);
  }
  return { selected, tied: [], seatsLeft: 0 };
}

/** How a person settled a tie. */
export interface TieDecision<Candidate> {
  readonly chosen: readonly Candidate[];
  readonly decidedBy: string;
  readonly reason: string;
}

/**
 * The selection after a person settled its tie. The quota is an upper limit, so fewer may be chosen than seats are left. Refuses a
 * decision without name or reason, and a choice outside the tie or beyond the seats.
 */
export function settleTie<Candidate>(
  { selected, tied, seatsLeft }: Selection<Candidate>,
  { chosen, decidedBy, reason }: TieDecision<Candidate>,
): readonly Candidate[] {
  const refuse = (why: string): never => {
    throw new Refusal(`无法确定同分名次：${why}。`, article(12, 3));
  };
  if (tied.length === 0) return refuse('没有须由人决定的同分，请核对名次');
  if (decidedBy.trim() === '' || reason.trim() === '') refuse('须写明由谁决定和理由');
  if (new Set(chosen).size !== chosen.length || chosen.some((candidate) => !tied.includes(candidate))) refuse('只能在同分的工作室中选择');
  if (chosen.length > seatsLeft) refuse(`只余 ${seatsLeft} 个名额，选了 ${chosen.length} 家，请减少`);
  return [...selected, ...chosen];
}
