import { existsSync, mkdirSync, statSync } from 'node:fs';
import type Database from 'better-sqlite3';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { Refusal } from '../policy/refusal.ts';
import { backupAtOnce } from './backup-at-once.ts';
import type { ReadableDatabase, WritableDatabase } from './database.ts';
import { migrate, pendingMigrations } from './migrate.ts';
import { allMigrations } from './migrations/all-migrations.ts';
import type { Migration } from './migrations/migration.ts';
import { readRegisterHeader, registerApplicationId } from './register-header.ts';
import { lockRegister } from './register-lock.ts';
import { type RegisterPaths, registerPaths } from './register-paths.ts';
import { removeDatabase } from './remove-database.ts';
import { renameDurably } from './rename-durably.ts';
import * as schema from './schema.ts';
import { seedDepartments } from './seed-departments.ts';
import { openClient } from './sqlite-client.ts';
import { asRefusal } from './sqlite-refusal.ts';
import { inTransaction } from './transaction.ts';

/** An open register. `close` may be called twice; a process that ends without it closes in order all the same. */
interface OpenRegister<Access> {
  readonly db: Access;
  readonly paths: RegisterPaths;
  close(): void;
}

/** The register in the hands of its one writer. */
export type WritableRegister = OpenRegister<WritableDatabase>;

/** The register for looking only, beside a writer or without one. */
export type ReadableRegister = OpenRegister<ReadableDatabase>;

/** True when the folder holds a register. */
export function registerExists(dataFolder: string): boolean {
  return existsSync(registerPaths(dataFolder).register);
}

/**
 * Makes a new register with the departments the Measures name, and opens it for writing. The folder is made when it is
 * not there. Refused where a register already lies, and where nothing can be written. A register being made has another name until
 * it is whole. `at` is the instant, ISO 8601 in UTC.
 */
export function createRegister(dataFolder: string, at: string, migrations: readonly Migration[] = allMigrations): WritableRegister {
  const paths = registerPaths(dataFolder);
  try {
    mkdirSync(paths.folder, { recursive: true });
  } catch (error) {
    throw Object.assign(new Refusal(`无法建立数据文件夹「${paths.folder}」：没有权限，或路径不可用。请换一个文件夹。`), { cause: error });
  }
  const unlock = lockRegister(paths.lock, at);
  try {
    if (existsSync(paths.register)) {
      throw new Refusal(`无法新建登记库：「${paths.folder}」里已有登记库。请直接打开它，或换一个文件夹。`);
    }
    makeRegister(paths, at, migrations);
    return openLocked(paths, at, migrations, unlock);
  } catch (error) {
    unlock();
    throw asRefusal(error, paths.register);
  }
}

/**
 * Opens the register of a data folder for writing, and brings an older one up to date after a backup. Refuses a missing, foreign,
 * damaged or newer register without changing it, a read-only folder, and a folder another process writes to.
 * `at` is the instant, ISO 8601 in UTC.
 */
export function openRegister(dataFolder: string, at: string, migrations: readonly Migration[] = allMigrations): WritableRegister {
  const paths = registerPaths(dataFolder);
  refuseMissing(paths);
  const unlock = lockRegister(paths.lock, at);
  try {
    return openLocked(paths, at, migrations, unlock);
  } catch (error) {
    unlock();
    throw error;
  }
}

/** Opens the register of a data folder for looking only. Refuses what `openRegister` refuses, and one that must be upgraded first. */
export function openRegisterForReading(dataFolder: string, migrations: readonly Migration[] = allMigrations): ReadableRegister {
  const paths = registerPaths(dataFolder);
  refuseMissing(paths);
  const client = openInspected(paths, migrations);
  try {
    if (pendingMigrations(client, migrations).length > 0) {
      throw new Refusal(`无法只读打开登记库「${paths.register}」：它由较早的程序写成，须先升级。请先用本程序正常打开一次。`);
    }
    return { db: drizzle(client, { schema }), paths, close: closer(client, () => undefined) };
  } catch (error) {
    client.close();
    throw asRefusal(error, paths.register);
  }
}

function refuseMissing(paths: RegisterPaths): void {
  if (!existsSync(paths.folder) || !statSync(paths.folder).isDirectory()) {
    throw new Refusal(`无法打开数据文件夹「${paths.folder}」：没有这个文件夹。请检查路径，或先新建登记库。`);
  }
  if (!existsSync(paths.register)) {
    throw new Refusal(`无法打开登记库：「${paths.folder}」里没有登记库（register.sqlite）。请检查路径，先新建登记库，或从备份恢复。`);
  }
}

/** Looks at the file from outside, so that what must not be opened is not touched. */
function refuseForeign(paths: RegisterPaths): void {
  const header = readRegisterHeader(paths.register);
  if (!header.isRegister) {
    throw new Refusal(
      `无法打开「${paths.register}」：它不是本程序的登记库，或文件开头已损坏。程序没有改动它。请从备份恢复（数据文件夹下的 backups）。`,
    );
  }
  if (header.inUse && !existsSync(paths.log)) {
    throw new Refusal(
      `无法打开登记库「${paths.register}」：上次没有正常退出，而存放最近记录的 register.sqlite-wal 不见了。程序没有改动它。` +
        '请把这个文件放回原处；找不到时，从备份恢复，或把现有的 register.sqlite 当作备份来恢复（可能缺少最近的记录）。',
    );
  }
  // While there is a log, it may hold what the file lacks.
  if (!header.isWhole && !existsSync(paths.log)) {
    throw new Refusal(
      `无法读取登记库「${paths.register}」：文件已损坏，末尾缺了一截。程序没有改动它。请从备份恢复（数据文件夹下的 backups），并保留损坏的文件备查。`,
    );
  }
}

/**
 * A connection that cannot write, to a register that may be opened: not foreign, damaged or newer. Whatever is refused is
 * refused before a connection that could merge a log into the file has seen it.
 */
function openInspected(paths: RegisterPaths, migrations: readonly Migration[]): Database.Database {
  let client: Database.Database | undefined;
  try {
    refuseForeign(paths);
    const endedInDisorder = existsSync(paths.log) && statSync(paths.log).size > 0;
    client = openClient(paths.register, { readonly: true, fileMustExist: true });
    client.pragma('query_only = ON');
    refuseDamaged(client, endedInDisorder);
    pendingMigrations(client, migrations);
    return client;
  } catch (error) {
    client?.close();
    throw asRefusal(error, paths.register);
  }
}

/** Reading the schema finds a truncated file; after a disorderly end every page is looked at. */
function refuseDamaged(client: Database.Database, everyPage: boolean): void {
  client.pragma('cell_size_check = ON');
  client.prepare('SELECT count(*) FROM sqlite_schema').get();
  if (!everyPage) return;
  const result = client.pragma('quick_check(1)', { simple: true });
  if (result !== 'ok') {
    throw new Refusal(
      `无法打开登记库「${client.name}」：文件已损坏（${String(result)}）。程序没有改动它。请从备份恢复（数据文件夹下的 backups），并保留损坏的文件备查。`,
    );
  }
}

function openLocked(paths: RegisterPaths, at: string, migrations: readonly Migration[], unlock: () => void): WritableRegister {
  openInspected(paths, migrations).close();
  let client: Database.Database | undefined;
  try {
    client = openClient(paths.register, { readonly: false, fileMustExist: true });
    const opened = client;
    if (opened.pragma('journal_mode = WAL', { simple: true }) !== 'wal') {
      throw new Refusal(`无法在「${paths.folder}」使用登记库：这个磁盘（可能是网络盘）不支持安全写入。请把数据文件夹放到本机磁盘。`);
    }
    opened.pragma('synchronous = FULL');
    opened.pragma('foreign_keys = ON');
    opened.pragma('cell_size_check = ON');
    migrate(opened, migrations, at, () => {
      backupAtOnce(opened, paths.backups, at, 'before-upgrade');
    });
    // Merged at once: from here to the orderly end the main file itself says that a log belongs to it.
    opened.pragma('user_version = 1');
    opened.pragma('wal_checkpoint(PASSIVE)');
    return { db: drizzle(opened, { schema }) as unknown as WritableDatabase, paths, close: closer(opened, unlock) };
  } catch (error) {
    if (client !== undefined) closeInOrder(client);
    throw asRefusal(error, paths.register);
  }
}

/** Takes the mark of an open register away together with the log: SQLite merges and removes the log when the last connection closes. */
function closeInOrder(client: Database.Database): void {
  try {
    if (!client.readonly) client.pragma('user_version = 0');
  } finally {
    client.close();
  }
}

/** What is open, to be closed when a process ends by itself: better-sqlite3 would close it too, and leave the mark behind. */
const stillOpen = new Set<() => void>();
process.on('exit', () => {
  for (const close of stillOpen) close();
});

function closer(client: Database.Database, unlock: () => void): () => void {
  const close = () => {
    stillOpen.delete(close);
    if (!client.open) return;
    try {
      closeInOrder(client);
    } finally {
      unlock();
    }
  };
  stillOpen.add(close);
  return close;
}

function makeRegister(paths: RegisterPaths, at: string, migrations: readonly Migration[]): void {
  removeDatabase(paths.unfinished);
  const client = openClient(paths.unfinished, { readonly: false, fileMustExist: false });
  try {
    client.pragma(`application_id = ${registerApplicationId}`);
    migrate(client, migrations, at, () => undefined);
    inTransaction(drizzle(client, { schema }) as unknown as WritableDatabase, seedDepartments);
  } finally {
    client.close();
  }
  renameDurably(paths.unfinished, paths.register);
}
