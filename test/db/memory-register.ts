import { drizzle } from 'drizzle-orm/better-sqlite3';
import { onTestFinished } from 'vitest';
import type { WritableDatabase } from '../../db/database.ts';
import { migrate } from '../../db/migrate.ts';
import { allMigrations } from '../../db/migrations/all-migrations.ts';
import * as schema from '../../db/schema.ts';
import { seedDepartments } from '../../db/seed-departments.ts';
import { openClient } from '../../db/sqlite-client.ts';
import { inTransaction } from '../../db/transaction.ts';
import { openedAt } from './new-register.ts';

/** A new register without a file, for tests of its structure and of what is written into it. */
export function memoryRegister(): WritableDatabase {
  const client = openClient(':memory:', { readonly: false, fileMustExist: false });
  onTestFinished(() => void client.close());
  migrate(client, allMigrations, openedAt, () => undefined);
  const db = drizzle(client, { schema }) as unknown as WritableDatabase;
  inTransaction(db, seedDepartments);
  return db;
}
