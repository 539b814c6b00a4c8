import type { ReadableDatabase } from '../../../db/database.ts';
import { prepared } from '../../../db/prepared.ts';

/**
 * What must hold of a register whatever was done to it, read from its tables by SQL and from the Measures, not through the rules and queries
 * of the program.
 */
export interface Invariant {
  /** What is wrong when it does not hold. */
  readonly name: string;
  /** Where it does not hold; nothing when all is well. */
  readonly broken: (db: ReadableDatabase) => readonly string[];
}

type Value = string | number | null;

/** Each row found is a violation, told by the row itself. */
export function none(name: string, sql: string): Invariant {
  return {
    name,
    broken: (db) =>
      prepared<[], Readonly<Record<string, Value>>>(db, sql)
        .all()
        .map((row) => JSON.stringify(row)),
  };
}

/** All that is wrong with a register. */
export function violationsOf(db: ReadableDatabase, held: readonly Invariant[]): readonly string[] {
  return held.flatMap(({ name, broken }) => broken(db).map((where) => `${name}: ${where}`));
}

/** Throws when anything is wrong. */
export function requireNone(violations: readonly string[]): void {
  if (violations.length > 0) throw new Error(violations.join('\n'));
}
