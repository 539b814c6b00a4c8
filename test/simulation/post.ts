import { copyFileSync } from 'node:fs';
import { addDays, type PlainDate } from '../../policy/plain-date.ts';
import { Refusal } from '../../policy/refusal.ts';
import { requireNone, violationsOf } from '../workflow/invariants/invariant.ts';
import { afterEachAct } from '../workflow/invariants/invariants.ts';
import type { Dice } from '../workflow/model/dice.ts';
import { dumpBesidesLog } from '../workflow/model/dump-register.ts';
import { faultsOfRefusal } from '../workflow/model/faults-of-refusal.ts';
import { editCarelessly } from './careless-clerk.ts';
import type { District, Seat } from './seats.ts';
import { count, type Tally } from './tally.ts';

/** Which workbook is asked of a seat. */
export type Asked = Parameters<Seat['workflow']['exportFile']>[0] extends infer Request ? Omit<Request & object, 'target'> : never;

/** Files between the desks, which is all there is between them. */
export interface Post {
  /**
   * `from` writes a workbook, which goes on its way to `to`: it may be lost, late, edited or come twice. `safely`: it arrives today, once, as
   * it was written. Answers `false` when `from` was refused, as when there was nothing to write; throws whatever is no refusal.
   */
  readonly send: (from: Seat, to: Seat, asked: Asked, safely?: boolean) => Promise<boolean>;
  /** Writes a workbook at a seat. Answers where it lies, or nothing when there was nothing to write. */
  readonly write: (from: Seat, asked: Asked) => Promise<string | undefined>;
  /** Sends a file on its way, as it is. */
  readonly carry: (from: Seat, to: Seat, path: string) => Promise<void>;
  /** A file of somebody without a desk, such as a host unit, arrives today as it is. */
  readonly drop: (to: Seat, path: string) => void;
  /** A seat previews and takes what has arrived for it by today; throws when a preview wrote, or promised what was not taken. */
  readonly open: (seat: Seat) => Promise<void>;
  /** Studios of which a file said otherwise than its receiver's register since this was asked last: somebody has seen it, and settles it. */
  readonly conflicts: () => ReadonlySet<string>;
}

interface Letter {
  readonly to: Seat;
  readonly path: string;
  readonly arrives: PlainDate;
}

export function openPost(district: District, dice: Dice, tally: Tally): Post {
  let onTheWay: readonly Letter[] = [];
  let inConflict = new Set<string>();

  async function carry(from: Seat, to: Seat, path: string): Promise<void> {
    if (dice.percent(4)) {
      tally.lost += 1;
      return;
    }
    const late = dice.percent(15);
    if (late) tally.late += 1;
    const arrives = addDays(district.today(), late ? 10 + dice.below(50) : dice.below(3));
    let travelling = path;
    if (dice.percent(6)) {
      tally.edited += 1;
      travelling = await editCarelessly(path, district.newPath(from), dice);
    }
    onTheWay = [...onTheWay, { to, path: travelling, arrives }];
    if (dice.percent(7)) {
      tally.twice += 1;
      const again = district.newPath(from);
      copyFileSync(travelling, again);
      onTheWay = [...onTheWay, { to, path: again, arrives: addDays(arrives, dice.below(40)) }];
    }
  }

  /** A preview writes nothing, what it announces is what is taken, and every refusal says what to do. */
  async function take(seat: Seat, path: string): Promise<void> {
    tally.opened += 1;
    const before = dice.percent(5) ? dumpBesidesLog(seat.db) : undefined;
    try {
      const preview = await seat.workflow.previewImport({ path });
      if (before !== undefined && dumpBesidesLog(seat.db) !== before) throw new Error('a preview wrote');
      const inState = (state: string) => preview.rows.filter((row) => row.state === state).length;
      tally.conflicts += inState('conflict');
      for (const { state, studio } of preview.rows) if (state === 'conflict') inConflict.add(studio);
      const blocked = inState('error') + inState('conflict') > 0;
      if (blocked) tally.partly += 1;
      const result = await seat.workflow.applyImport({ path, cleanRowsOnly: blocked, sha256: preview.sha256 });
      if (result.new !== inState('new') || result.changed !== inState('changed')) throw new Error('a preview promised something else');
      if (result.batch === null) tally.unchanged += 1;
      else await looked(seat, path, result.kind, result.batch);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      requireNone(faultsOfFile(error));
      tally.refused += 1;
    }
    requireNone(violationsOf(seat.db, afterEachAct));
  }

  /** What was taken is taken: the same file once more changes nothing. Now and then a batch is taken back and taken again. */
  async function looked(seat: Seat, path: string, kind: string, batch: number): Promise<void> {
    count(tally, kind);
    if (dice.percent(10)) {
      const again = await seat.workflow.applyImport({ path, cleanRowsOnly: true });
      if (again.batch !== null) throw new Error(`the same ${kind} changed ${seat.name} twice`);
    }
    if (!dice.percent(6)) return;
    try {
      await seat.workflow.undoImport({ number: batch });
      tally.takenBack += 1;
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return;
    }
    await seat.workflow.applyImport({ path, cleanRowsOnly: true });
  }

  async function write(from: Seat, asked: Asked): Promise<string | undefined> {
    const target = district.newPath(from);
    try {
      await from.workflow.exportFile({ ...asked, target });
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      requireNone(faultsOfFile(error));
      return undefined;
    }
    tally.sent += 1;
    return target;
  }

  return {
    write,
    carry,
    async send(from, to, asked, safely = false) {
      const target = await write(from, asked);
      if (target === undefined) return false;
      if (safely) onTheWay = [...onTheWay, { to, path: target, arrives: district.today() }];
      else await carry(from, to, target);
      return true;
    },
    drop(to, path) {
      onTheWay = [...onTheWay, { to, path, arrives: district.today() }];
    },
    conflicts() {
      const seen = inConflict;
      inConflict = new Set();
      return seen;
    },
    async open(seat) {
      const arrived = onTheWay.filter(({ to, arrives }) => to === seat && arrives <= district.today());
      onTheWay = onTheWay.filter((letter) => !arrived.includes(letter));
      for (const { path } of arrived) await take(seat, path);
    },
  };
}

/** A file may be refused without a provision: what is wrong with it is no matter of the Measures. */
function faultsOfFile(refusal: Refusal): readonly string[] {
  return faultsOfRefusal(refusal).filter((fault) => !fault.startsWith('a refusal names no provision'));
}
