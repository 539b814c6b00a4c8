import { createHash } from 'node:crypto';
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createRegister, openRegister, openRegisterForReading, registerExists } from '../../db/open-register.ts';
import { restoreBackup } from '../../db/restore.ts';
import { departmentNames, departments, importBatches, sectors, settings } from '../../db/schema.ts';
import { seedDepartmentList } from '../../db/seed-departments.ts';
import { openClient } from '../../db/sqlite-client.ts';
import { Refusal } from '../../policy/refusal.ts';
import { startChild } from './child-process.ts';
import { newRegister, openedAt } from './new-register.ts';
import { temporaryFolder } from './temporary-folder.ts';

describe('a new register', () => {
  test('holds the departments and leaves only the register and the lock behind', () => {
    const folder = join(temporaryFolder(), '数据 文件夹 %20#?');
    expect(registerExists(folder)).toBe(false);
    createRegister(folder, openedAt).close();
    expect(registerExists(folder)).toBe(true);
    expect(readdirSync(folder).toSorted()).toEqual(['register.lock', 'register.sqlite']);
    const reader = openRegisterForReading(folder);
    expect(reader.db.select().from(departments).all()).toHaveLength(seedDepartmentList.length);
    reader.close();
  });

  test('is the same in its departments on every computer', () => {
    const [one, other] = [newRegister(), newRegister()];
    for (const table of [departments, departmentNames, sectors]) {
      expect(one.db.select().from(table).all()).toEqual(other.db.select().from(table).all());
    }
  });

  test('knows one name of each department for each day since the Measures', () => {
    const { db } = newRegister();
    const nameOn = db.$client.prepare<[string, string], { name: string }>(
      'SELECT name FROM department_names WHERE valid_from <= ? AND (valid_to IS NULL OR valid_to >= ?) ORDER BY department_id',
    );
    const names = ['2014-10-10', '2018-12-31', '2019-01-01', '2026-08-10'].map((day) => nameOn.all(day, day).map(({ name }) => name));
    const others = ['区文体旅广局', '区总工会', '区民政局', '区人力资源局', '区委人才工作领导小组办公室'];
    const [before, after] = [
      ['区教育局', '区卫计委', ...others],
      ['区教育局', '区卫生健康局', ...others],
    ];
    expect(names).toEqual([before, before, after, after]);
  });

  test('is not made where one lies already', () => {
    const { paths } = newRegister();
    expect(() => createRegister(paths.folder, openedAt)).toThrow('正在使用它');
    const folder = temporaryFolder();
    createRegister(folder, openedAt).close();
    expect(() => createRegister(folder, openedAt)).toThrow('里已有登记库');
  });

  test('is not made where a file stands in the way', () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'file'), '');
    expect(() => createRegister(join(folder, 'file'), openedAt)).toThrow('无法建立数据文件夹');
  });

  test('writes so that a commit survives a power cut', () => {
    const { db } = newRegister();
    const pragma = (name: string) => db.$client.pragma(name, { simple: true });
    expect([pragma('journal_mode'), pragma('synchronous'), pragma('foreign_keys'), pragma('busy_timeout')]).toEqual(['wal', 2, 1, 5000]);
  });
});

describe('the one right to write', () => {
  test('is refused to a second writer of the same process, who is told who has it', () => {
    const register = newRegister();
    expect(() => openRegister(register.paths.folder, openedAt)).toThrow(`进程 ${process.pid}，2026/8/10 09:30:00 起）正在使用它`);
    register.close();
    openRegister(register.paths.folder, openedAt).close();
  });

  test('is refused while another process has it, and free as soon as that one is dead', async () => {
    const folder = temporaryFolder();
    createRegister(folder, openedAt).close();
    const child = startChild('hold', folder);
    await child.said(1);
    const attempt = () => openRegister(folder, openedAt);
    expect(attempt).toThrow(Refusal);
    expect(attempt).toThrow(`进程 ${child.process.pid ?? ''}，`);
    const reader = openRegisterForReading(folder);
    expect(reader.db.select().from(departments).all()).toHaveLength(7);
    reader.close();
    await child.kill();
    attempt().close();
  });

  test('survives a damaged lock file', () => {
    const folder = temporaryFolder();
    createRegister(folder, openedAt).close();
    for (const damage of ['', 'x'.repeat(8192), 'SQLite format 3\0']) {
      writeFileSync(join(folder, 'register.lock'), damage);
      const register = openRegister(folder, openedAt);
      expect(() => openRegister(folder, openedAt)).toThrow('正在使用它');
      register.close();
    }
  });

  test('is given back when opening fails', () => {
    const folder = temporaryFolder();
    createRegister(folder, openedAt).close();
    const register = join(folder, 'register.sqlite');
    renameSync(register, `${register}.away`);
    writeFileSync(register, 'not a database');
    expect(() => openRegister(folder, openedAt)).toThrow('不是本程序的登记库');
    renameSync(`${register}.away`, register);
    openRegister(folder, openedAt).close();
  });
});

test('a reader that outlives the writer costs nothing', () => {
  const folder = temporaryFolder();
  const writer = createRegister(folder, openedAt);
  const reader = openRegisterForReading(folder);
  writer.db.insert(settings).values({ key: 'seat', value: '1' }).run();
  writer.close();
  reader.close();
  const next = openRegister(folder, openedAt);
  expect(next.db.select().from(settings).all()).toEqual([{ key: 'seat', value: '1' }]);
  next.close();
  expect(existsSync(join(folder, 'register.sqlite-wal'))).toBe(false);
});

describe('what must not be opened', () => {
  /** Opens as a writer and as a reader; both must be refused with the message, and every file must stay as it was. */
  function expectRefused(folder: string, ...messages: readonly string[]): void {
    const files = readdirSync(folder).filter((name) => name.startsWith('register.sqlite'));
    const hashes = () =>
      files.map((name) =>
        createHash('sha256')
          .update(readFileSync(join(folder, name)))
          .digest('hex'),
      );
    const before = hashes();
    for (const attempt of [() => openRegister(folder, openedAt), () => openRegisterForReading(folder)]) {
      expect(attempt).toThrow(Refusal);
      for (const message of messages) expect(attempt).toThrow(message);
    }
    expect(hashes()).toEqual(before);
  }

  function closedRegister(): { folder: string; file: string } {
    const folder = temporaryFolder();
    createRegister(folder, openedAt).close();
    return { folder, file: join(folder, 'register.sqlite') };
  }

  test('is a folder that is not there, is a file, or holds no register', () => {
    const folder = temporaryFolder();
    expectRefused(folder, '里没有登记库', folder);
    writeFileSync(join(folder, 'file'), '');
    for (const place of ['nowhere', 'file']) {
      expect(() => openRegister(join(folder, place), openedAt)).toThrow('没有这个文件夹');
      expect(() => openRegisterForReading(join(folder, place))).toThrow('没有这个文件夹');
    }
  });

  test('is a file that is no database, or an empty one', () => {
    const { folder, file } = closedRegister();
    for (const content of ['', '序号,姓名\n1,王芳\n', 'SQLite format 3\0']) {
      writeFileSync(file, content);
      expectRefused(folder, '不是本程序的登记库', file);
    }
  });

  test('is a database of another program', () => {
    const { folder, file } = closedRegister();
    rmSync(file);
    const other = openClient(file, { readonly: false, fileMustExist: false });
    other.exec('CREATE TABLE notes (text)');
    other.close();
    expectRefused(folder, '不是本程序的登记库', file);
  });

  test('is a register cut short anywhere', () => {
    const { folder, file } = closedRegister();
    const whole = readFileSync(file);
    for (const size of [whole.length - 1, whole.length - 4096, Math.floor(whole.length / 2), 8192, 4096, 100]) {
      writeFileSync(file, whole);
      truncateSync(file, size);
      expectRefused(folder, '已损坏', file);
    }
  });

  test('is a register whose log is gone, until the log is back or the file is restored as it is', async () => {
    const { folder, file } = closedRegister();
    const child = startChild('import', folder);
    await child.said(20);
    await child.kill();
    const finished = Number(child.lines().at(-1));
    renameSync(`${file}-wal`, join(folder, 'log'));
    rmSync(`${file}-shm`);
    expectRefused(folder, 'register.sqlite-wal 不见了', '从备份恢复', file);

    const elsewhere = temporaryFolder();
    restoreBackup(elsewhere, file, openedAt);
    const partial = openRegister(elsewhere, openedAt);
    expect(partial.db.select().from(importBatches).all().length).toBeLessThanOrEqual(finished);
    partial.close();

    renameSync(join(folder, 'log'), `${file}-wal`);
    const register = openRegister(folder, openedAt);
    expect(register.db.select().from(importBatches).all().length).toBeGreaterThanOrEqual(finished);
    register.close();
    expect(existsSync(`${file}-wal`)).toBe(false);
  });

  test('is not a register whose process ended without closing it', async () => {
    const { folder } = closedRegister();
    const child = startChild('end-without-close', folder);
    expect(await child.ended).toBe('');
    const register = openRegister(folder, openedAt);
    expect(register.db.select().from(settings).all()).toEqual([{ key: 'seat', value: '1' }]);
    register.close();
  });

  test('is a copy made while the register was open, without its log', () => {
    const register = newRegister();
    const folder = temporaryFolder();
    copyFileSync(register.paths.register, join(folder, 'register.sqlite'));
    expectRefused(folder, 'register.sqlite-wal 不见了');
  });

  test('is a register in a folder where nothing may be written', async () => {
    const parent = temporaryFolder();
    const folder = join(parent, '只读');
    createRegister(folder, openedAt).close();
    rmSync(join(folder, 'register.lock'));
    for (const path of [parent, folder]) chmodSync(path, 0o555);
    // The superuser may write anywhere.
    const child = startChild('open', folder, process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {});
    expect(await child.ended).toBe('');
    expect(child.lines()).toEqual([
      `Refusal: 无法打开「${join(folder, 'register.lock')}」：文件夹不存在、是只读的，或没有权限。请检查后重试，或换一个数据文件夹。`,
    ]);
    for (const path of [parent, folder]) chmodSync(path, 0o755);
    mkdirSync(join(folder, 'writable again'));
  });
});
