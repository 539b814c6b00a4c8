import type Database from 'better-sqlite3';
import type { WithSubquery } from 'drizzle-orm';
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3';
import type * as schema from './schema.ts';

type Drizzle = BetterSQLite3Database<typeof schema>;

declare const writable: unique symbol;
declare const inTransaction: unique symbol;

/** The register for looking only: a query takes this, so that its caller sees that it changes nothing. */
export interface ReadableDatabase extends Pick<Drizzle, 'query' | 'select' | 'selectDistinct' | '$with' | 'all' | 'get' | 'values'> {
  with(...queries: WithSubquery[]): Pick<ReturnType<Drizzle['with']>, 'select' | 'selectDistinct'>;
  /** The connection, for statements that are faster by hand. */
  readonly $client: Pick<Database.Database, 'prepare'>;
}

/** The register for writing. One process has it; every reader function accepts it, no reader passes for it. */
export interface WritableDatabase extends ReadableDatabase, Pick<Drizzle, 'insert' | 'update' | 'delete' | 'run'> {
  with(...queries: WithSubquery[]): ReturnType<Drizzle['with']>;
  readonly $client: Database.Database;
  readonly [writable]: true;
}

/** The register inside `inTransaction`: what must not be written alone, such as an audit row, asks for this. */
export interface Transaction extends WritableDatabase {
  readonly [inTransaction]: true;
}
