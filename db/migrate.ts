import { createHash } from 'node:crypto';
import type Database from 'better-sqlite3';
import { Refusal } from '../policy/refusal.ts';
import type { Migration } from './migrations/migration.ts';

interface AppliedMigration {
  readonly id: number;
  readonly name: string;
  readonly since: string;
  readonly sha256: string;
}

/**
 * The migrations a register still lacks; none when it is up to date, all when it is new. Refuses a register that was
 * written by a newer program, and one whose applied migrations are not, one by one and word by word, the first of ours.
 */
export function pendingMigrations(
  client: Database.Database,
  migrations: readonly Migration[],
  file: string = client.name,
): readonly Migration[] {
  const applied = appliedMigrations(client);
  for (const [index, { id, name, since, sha256 }] of applied.entries()) {
    const ours = migrations[index];
    if (ours === undefined) {
      const needed = applied.at(-1)?.since ?? since;
      throw new Refusal(
        `无法打开登记库「${file}」：它由更新的程序写成，需要 ${needed} 或更新的版本。程序没有改动它。请安装新版本后再打开。`,
      );
    }
    if (ours.id !== id || sha256Of(ours) !== sha256) {
      throw new Refusal(
        `无法打开登记库「${file}」：它的结构（第 ${id} 步 ${name}）与本程序（第 ${ours.id} 步 ${ours.name}）不一致。` +
          `程序没有改动它。请用写成它的程序（${since} 或更新的版本）打开，或从备份恢复。`,
      );
    }
  }
  return migrations.slice(applied.length);
}

/**
 * Brings a register up to date in one transaction: all pending migrations, or none when one of them fails or leaves a
 * broken reference or index behind. `beforeUpgrade` is called first when the register already holds something.
 * `at` is the instant, ISO 8601 in UTC. Returns the migrations applied.
 */
export function migrate(
  client: Database.Database,
  migrations: readonly Migration[],
  at: string,
  beforeUpgrade: () => void,
): readonly Migration[] {
  const pending = pendingMigrations(client, migrations);
  if (pending.length === 0) return pending;
  if (pending.length < migrations.length) beforeUpgrade();
  // A migration may rebuild a table that others refer to; the references are checked as a whole before the commit.
  client.pragma('foreign_keys = OFF');
  try {
    client.transaction(() => applyAll(client, pending, at)).exclusive();
  } finally {
    client.pragma('foreign_keys = ON');
  }
  return pending;
}

function applyAll(client: Database.Database, pending: readonly Migration[], at: string): void {
  client.exec(`CREATE TABLE IF NOT EXISTS migrations (
    id INTEGER NOT NULL PRIMARY KEY, name TEXT NOT NULL, since TEXT NOT NULL, sha256 TEXT NOT NULL, applied_at TEXT NOT NULL
  ) STRICT`);
  const record = client.prepare('INSERT INTO migrations (id, name, since, sha256, applied_at) VALUES (?, ?, ?, ?, ?)');
  for (const migration of pending) {
    client.exec(migration.sql);
    record.run(migration.id, migration.name, migration.since, sha256Of(migration), at);
  }
  const brokenReferences = client.pragma('foreign_key_check') as readonly { table: string }[];
  const integrity = client.pragma('integrity_check', { simple: true });
  if (brokenReferences.length === 0 && integrity === 'ok') return;
  const tables = [...new Set(brokenReferences.map(({ table }) => table))].join('、');
  throw new Refusal(
    `无法升级登记库「${client.name}」：升级后的检查没有通过（${integrity === 'ok' ? `引用断开：${tables}` : String(integrity)}）。` +
      '登记库保持原样。请从备份恢复，或把登记库文件交给维护人员。',
  );
}

function appliedMigrations(client: Database.Database): readonly AppliedMigration[] {
  const exists = client.prepare("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'migrations'").get() !== undefined;
  if (!exists) return [];
  return client.prepare<[], AppliedMigration>('SELECT id, name, since, sha256 FROM migrations ORDER BY id').all();
}

function sha256Of(migration: Migration): string {
  return createHash('sha256').update(migration.sql).digest('hex');
}
