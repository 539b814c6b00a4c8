/** What a simulation tried and what came of it. */
export interface Tally {
  acts: number;
  refusedActs: number;
  /** Files written, and what became of them on the way. */
  sent: number;
  lost: number;
  twice: number;
  late: number;
  edited: number;
  /** Files opened by a receiver, refused as a whole, taken in part, and those that changed nothing. */
  opened: number;
  refused: number;
  partly: number;
  unchanged: number;
  /** Rows that both sides had changed. */
  conflicts: number;
  /** Facts the desks differ about at the end, each shown as a conflict to whoever opens the other's file. */
  toldDisagreements: number;
  /** Imports a receiver took back. */
  takenBack: number;
  /** How often each act was done, and each kind of file taken, by name. */
  readonly done: Map<string, number>;
}

export function newTally(): Tally {
  return {
    acts: 0,
    refusedActs: 0,
    sent: 0,
    lost: 0,
    twice: 0,
    late: 0,
    edited: 0,
    opened: 0,
    refused: 0,
    partly: 0,
    unchanged: 0,
    conflicts: 0,
    toldDisagreements: 0,
    takenBack: 0,
    done: new Map(),
  };
}

export function count({ done }: Tally, what: string): void {
  done.set(what, (done.get(what) ?? 0) + 1);
}

/** The tally in one line. */
export function reportOf({ done: _done, ...counts }: Tally): string {
  return Object.entries(counts)
    .map(([what, times]) => `${times} ${what}`)
    .join(', ');
}
