import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createRegister, openRegister, openRegisterForReading, registerExists } from '../../db/open-register.ts';
import { departments } from '../../db/schema.ts';
import { newRegister, openedAt } from './new-register.ts';
import { temporaryFolder } from './temporary-folder.ts';

test('a new register holds the departments and leaves only the register and the lock behind', () => {
  const folder = join(temporaryFolder(), '数据 文件夹');
  expect(registerExists(folder)).toBe(false);
  createRegister(folder, openedAt).close();
  expect(registerExists(folder)).toBe(true);
  expect(readdirSync(folder).toSorted()).toEqual(['register.lock', 'register.sqlite']);
  const reader = openRegisterForReading(folder);
  expect(reader.db.select().from(departments).all()).toHaveLength(7);
  reader.close();
});

test('a second writer is refused and told who writes', () => {
  const register = newRegister();
  expect(() => openRegister(register.paths.folder, openedAt)).toThrow(new RegExp(`进程 ${process.pid}，2026/8/10 09:30:00 起`));
  register.close();
  openRegister(register.paths.folder, openedAt).close();
});
