import type { ReadableDatabase } from '../../../db/database.ts';
import { prepared } from '../../../db/prepared.ts';

/** What was done, as it was asked for. */
interface DoneAct {
  readonly command: string;
  readonly studioId: string | null;
  readonly answers: Readonly<Record<string, unknown>>;
}

/**
 * What the log and the money must be by what was done, kept beside the program and worked out anew: how many rows the log has, and every
 * movement of each studio's account in fen, income above zero.
 */
export interface Books {
  /** The books after an act. What the district pays and takes back is booked only where there is an account, and looked up. */
  readonly after: (act: DoneAct, db: ReadableDatabase) => Books;
  /** The books after the last act was taken back. One from before the walk began is looked up: nobody here saw it done. */
  readonly undone: (db: ReadableDatabase) => Books;
  /** Throws when the register says otherwise. */
  readonly compare: (db: ReadableDatabase) => void;
}

type Movements = ReadonlyMap<string, readonly number[]>;

interface Kept {
  readonly logged: number;
  readonly movements: Movements;
  readonly before: Kept | undefined;
}

const ofTheDistrict = new Set(['pay-grant', 'reclaim-grant']);

/** The books of a register as it is now. */
export function booksOf(db: ReadableDatabase): Books {
  return books({ logged: loggedIn(db), movements: movementsIn(db), before: undefined });
}

function books(kept: Kept): Books {
  const { logged, movements, before } = kept;
  return {
    after: (act, db) =>
      books({ logged: logged + 1, movements: ofTheDistrict.has(act.command) ? movementsIn(db) : moved(movements, act), before: kept }),
    undone: (db) => books({ ...(before ?? { movements: movementsIn(db), before: undefined }), logged: logged + 1 }),
    compare(db) {
      if (loggedIn(db) !== logged) throw new Error(`the log has ${loggedIn(db)} rows, and ${logged} were to be written`);
      const wanted = sums(movements);
      const found = sums(movementsIn(db));
      if (wanted !== found) throw new Error(`the accounts stand at ${found}, and by what was done at ${wanted}`);
    },
  };
}

function loggedIn(db: ReadableDatabase): number {
  return prepared<[], { rows: number }>(db, 'SELECT count(*) AS rows FROM audit').get()?.rows ?? 0;
}

function movementsIn(db: ReadableDatabase): Movements {
  const rows = prepared<[], { studio: string; change: number }>(
    db,
    `SELECT studio_id AS studio, CASE WHEN (kind = 'income') = (reverses_id IS NULL) THEN amount ELSE -amount END AS change
     FROM fund_entries ORDER BY studio_id, sequence`,
  ).all();
  return new Map([...Map.groupBy(rows, ({ studio }) => studio)].map(([studio, own]) => [studio, own.map(({ change }) => change)]));
}

function sums(movements: Movements): string {
  const totals = [...movements].map(([studio, changes]) => [studio, changes.reduce((sum, change) => sum + change, 0)] as const);
  return JSON.stringify(totals.toSorted(([one], [other]) => (one < other ? -1 : 1)));
}

/** Yuan as they were given, in fen. */
function fen(amount: unknown): number {
  return Math.round(Number(amount) * 100);
}

function moved(movements: Movements, { command, studioId, answers }: DoneAct): Movements {
  if (studioId === null) return movements;
  const own = movements.get(studioId) ?? [];
  const booked = bookedBy(command, answers, own);
  return booked.length === 0 ? movements : new Map([...movements, [studioId, [...own, ...booked]]]);
}

/** What an act adds to an account that has had these movements. */
function bookedBy(command: string, answers: Readonly<Record<string, unknown>>, own: readonly number[]): readonly number[] {
  if (command === 'record-income') return [fen(answers['amount'])];
  if (command === 'record-expense' || command === 'return-funds') return [-fen(answers['amount'])];
  if (command !== 'correct-fund-entry') return [];
  const wrong = own[Number(answers['entry']) - 1] ?? 0;
  if (answers['cancel'] === '是' || answers['cancel'] === true) return [-wrong];
  const right = answers['amount'] === undefined || answers['amount'] === '' ? wrong : Math.sign(wrong) * fen(answers['amount']);
  // What lowers the balance is booked last.
  return wrong > 0 ? [right, -wrong] : [-wrong, right];
}
