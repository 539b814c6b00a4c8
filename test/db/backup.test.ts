import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { appendAudit, verifyAudit } from '../../db/audit.ts';
import { backupRegister } from '../../db/backup.ts';
import { backupFileName } from '../../db/backup-file-name.ts';
import { allMigrations } from '../../db/migrations/all-migrations.ts';
import { createRegister, openRegister, openRegisterForReading, type WritableRegister } from '../../db/open-register.ts';
import { restoreBackup } from '../../db/restore.ts';
import { settings, studios } from '../../db/schema.ts';
import { inTransaction } from '../../db/transaction.ts';
import { verifyRegister } from '../../db/verify.ts';
import { newRegister, openedAt } from './new-register.ts';
import { studioRow, today } from './sample-rows.ts';
import { temporaryFolder } from './temporary-folder.ts';

const later = '2026-08-11T00:00:00.000Z';
const savedName = 'register-20260811T000000Z-before-restore.sqlite';

function addStudio(register: WritableRegister, number: number): void {
  inTransaction(register.db, (tx) => {
    tx.insert(studios).values(studioRow(number)).run();
    appendAudit(tx, { at: openedAt, onDate: today, departmentId: null, command: 'add', studioId: studioRow(number).id, details: {} });
  });
}

function studioNames(folder: string): string[] {
  const reader = openRegisterForReading(folder);
  try {
    return reader.db
      .select({ name: studios.name })
      .from(studios)
      .all()
      .map(({ name }) => name);
  } finally {
    reader.close();
  }
}

describe('a backup', () => {
  test('is one whole register, made while the register stays open', async () => {
    const register = newRegister();
    addStudio(register, 1);
    const file = join(register.paths.folder, '备份 盘', 'copy.sqlite');
    const rows = await backupRegister(register.db, file);
    expect(rows).toMatchObject({ studios: 1, audit: 1, departments: 7, import_batches: 0 });
    expect(readdirSync(join(register.paths.folder, '备份 盘'))).toEqual(['copy.sqlite']);

    const folder = temporaryFolder();
    expect(restoreBackup(folder, file, later)).toEqual({ saved: null, rows });
    const restored = openRegister(folder, later);
    expect(verifyRegister(restored.db)).toEqual({ database: 'ok', audit: { entries: 1, firstBroken: null } });
    restored.close();
  });

  test('holds what is written while it is made', async () => {
    const register = newRegister();
    for (let number = 1; number <= 200; number += 1) {
      register.db
        .insert(settings)
        .values({ key: `k${number}`, value: JSON.stringify('长'.repeat(5000)) })
        .run();
    }
    const file = join(register.paths.folder, 'copy.sqlite');
    const backup = backupRegister(register.db, file);
    let written = 0;
    const timer = setInterval(() => addStudio(register, ++written), 0);
    const rows = await backup;
    clearInterval(timer);
    expect(written).toBeGreaterThan(0);
    expect(rows).toMatchObject({ studios: written, audit: written, settings: 200 });
  });

  test('does not overwrite a file, and leaves nothing unfinished', async () => {
    const register = newRegister();
    const file = join(register.paths.folder, 'copy.sqlite');
    writeFileSync(file, 'mine');
    await expect(backupRegister(register.db, file)).rejects.toThrow('已有同名文件');
    expect(readFileSync(file, 'utf8')).toBe('mine');
    expect(readdirSync(register.paths.folder).filter((name) => name.includes('unfinished'))).toEqual([]);
  });

  test('has a name that sorts by time', () => {
    expect(backupFileName('2026-08-10T01:30:00.123Z', 'regular')).toBe('register-20260810T013000Z-regular.sqlite');
    expect(backupFileName('2026-08-10T01:30:00Z', 'on-quit')).toBe('register-20260810T013000Z-on-quit.sqlite');
  });
});

describe('a restore', () => {
  async function registerWithBackup(): Promise<{ folder: string; backup: string }> {
    const register = newRegister();
    addStudio(register, 1);
    const backup = join(register.paths.folder, 'copy.sqlite');
    await backupRegister(register.db, backup);
    addStudio(register, 2);
    register.close();
    return { folder: register.paths.folder, backup };
  }

  test('saves what was there first, so that it can be taken back', async () => {
    const { folder, backup } = await registerWithBackup();
    const saved = join(folder, 'backups', savedName);
    expect(restoreBackup(folder, backup, later)).toMatchObject({ saved, rows: { studios: 1 } });
    expect(studioNames(folder)).toEqual([studioRow(1).name]);
    expect(restoreBackup(folder, saved, '2026-08-12T00:00:00.000Z')).toMatchObject({ rows: { studios: 2 } });
    expect(studioNames(folder)).toEqual([studioRow(1).name, studioRow(2).name]);
  });

  test('renames a register that nothing can read, and never deletes it', async () => {
    const { folder, backup } = await registerWithBackup();
    const register = join(folder, 'register.sqlite');
    writeFileSync(register, readFileSync(register).fill(0x55, 4096, 40_960));
    const damaged = readFileSync(register);
    expect(() => openRegister(folder, later)).toThrow('已损坏');
    const aside = join(folder, 'backups', 'register-20260811T000000Z-damaged.sqlite');
    expect(restoreBackup(folder, backup, later)).toMatchObject({ saved: aside, rows: { studios: 1 } });
    expect(readFileSync(aside).equals(damaged)).toBe(true);
    expect(studioNames(folder)).toEqual([studioRow(1).name]);
  });

  test.each([
    ['is not there', (file: string) => void file, '没有'],
    ['is another file', (file: string) => writeFileSync(file, 'x'.repeat(5000)), '不是本程序的备份'],
    ['is empty', (file: string) => writeFileSync(file, ''), '不是本程序的备份'],
    ['is cut short', (file: string, whole: Buffer) => writeFileSync(file, whole.subarray(0, 40_960)), '已损坏'],
    ['has a damaged page', (file: string, whole: Buffer) => writeFileSync(file, Buffer.from(whole).fill(0x55, 8192, 40_960)), '损坏'],
  ])('of a backup that %s is refused, and nothing is touched', async (_title, damage, message) => {
    const { folder, backup } = await registerWithBackup();
    const before = readFileSync(join(folder, 'register.sqlite'));
    const bad = join(folder, 'bad.sqlite');
    damage(bad, readFileSync(backup));
    expect(() => restoreBackup(folder, bad, later)).toThrow(message);
    expect(() => restoreBackup(folder, bad, later)).toThrow('bad.sqlite');
    expect(readFileSync(join(folder, 'register.sqlite')).equals(before)).toBe(true);
    expect(readdirSync(folder).filter((name) => name.includes('unfinished'))).toEqual([]);
  });

  test('of a backup by a newer program is refused, and nothing is touched', async () => {
    const { folder } = await registerWithBackup();
    const newer = temporaryFolder();
    createRegister(newer, openedAt, [...allMigrations, { id: 1000, name: 'newer', since: '9.0.0', sql: 'SELECT 1;' }]).close();
    expect(() => restoreBackup(folder, join(newer, 'register.sqlite'), later)).toThrow('需要 9.0.0 或更新的版本');
    expect(studioNames(folder)).toHaveLength(2);
  });

  test('is refused while the register is open', async () => {
    const { folder, backup } = await registerWithBackup();
    const register = openRegister(folder, later);
    expect(() => restoreBackup(folder, backup, later)).toThrow('正在使用它');
    register.close();
  });

  test('of a register that another folder has open is refused', () => {
    const other = newRegister();
    addStudio(other, 1);
    expect(() => restoreBackup(temporaryFolder(), other.paths.register, later)).toThrow('请先在它所在的数据文件夹打开程序并正常退出');
  });

  test('into a new folder makes it', async () => {
    const { backup } = await registerWithBackup();
    const folder = join(temporaryFolder(), '新', '文件夹');
    restoreBackup(folder, backup, later);
    expect(studioNames(folder)).toEqual([studioRow(1).name]);
    expect(existsSync(join(folder, 'backups'))).toBe(true);
  });

  test('is not led astray by a journal left beside an unfinished restore', async () => {
    const { folder, backup } = await registerWithBackup();
    mkdirSync(join(folder, 'backups'));
    for (const suffix of ['', '-journal', '-wal', '-shm'])
      writeFileSync(join(folder, `register.sqlite.unfinished${suffix}`), readFileSync(backup));
    restoreBackup(folder, backup, later);
    const restored = openRegister(folder, later);
    expect(verifyAudit(restored.db)).toEqual({ entries: 1, firstBroken: null });
    restored.close();
    expect(readdirSync(folder).filter((name) => name.includes('unfinished'))).toEqual([]);
  });
});
