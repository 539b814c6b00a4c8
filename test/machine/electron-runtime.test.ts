import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { electronRuntime } from './electron-runtime.ts';
import { describeWith } from './require-tools.ts';
import { repository } from './runtime-folder.ts';
import { sqliteBinding } from './sqlite-binding.ts';
import { type OpenWindow, openWindow } from './window.ts';

/** The smallest program of the shape of ours: a sandboxed window, and a utility process that owns a database. */
const mainProcess = `
  import { app, BrowserWindow, utilityProcess } from 'electron';
  import { join } from 'node:path';
  app.on('window-all-closed', () => app.quit());
  app.whenReady().then(async () => {
    const window = new BrowserWindow({ show: false, webPreferences: { sandbox: true, contextIsolation: true } });
    const owner = utilityProcess.fork(join(import.meta.dirname, 'database.mjs'), [], { stdio: 'inherit' });
    const answer = await new Promise((resolve) => owner.once('message', resolve));
    globalThis.proof = { argv: process.argv.slice(2), name: app.getName(), version: app.getVersion(), path: app.getAppPath(), answer };
    await window.loadURL('data:text/html,<title>ready</title>');
  });
`;

const databaseProcess = `
  import { createRequire } from 'node:module';
  const require = createRequire(${JSON.stringify(join(repository, 'package.json'))});
  const Database = require('better-sqlite3');
  const file = process.env.PROOF_DATABASE;
  const options = { nativeBinding: process.env.MINGSHI_SQLITE_BINDING };
  const database = new Database(file, options);
  database.pragma('journal_mode = WAL');
  database.exec('CREATE TABLE studio (name TEXT NOT NULL, area INTEGER NOT NULL) STRICT');
  const insert = database.prepare('INSERT INTO studio VALUES (@name, @area)');
  database.transaction((rows) => rows.forEach((row) => insert.run(row)))([{ name: '尉迟川小学数学名师工作室', area: 62 }, { name: '龘頔工作室', area: 50 }]);
  database.close();
  const again = new Database(file, { ...options, readonly: true });
  const rows = again.prepare('SELECT name, area FROM studio WHERE area >= ? ORDER BY area').all(50);
  const found = again.prepare("SELECT upper('a') AS letter, json_extract('[1,2]', '$[1]') AS second").get();
  const compiled = again.pragma('compile_options', { simple: false }).map((row) => row.compile_options);
  let refused = '';
  try { again.prepare('DELETE FROM studio').run(); } catch (error) { refused = error.code; }
  process.parentPort.postMessage({ rows, found, compiled, refused, electron: process.versions.electron, type: process.type });
`;

type Proof = {
  argv: string[];
  name: string;
  version: string;
  path: string;
  answer: { rows: unknown[]; found: unknown; compiled: string[]; refused: string; electron: string; type: string };
};

describeWith(['electron'], 'the Electron of the tests', () => {
  let folder: string;
  let opened: OpenWindow;
  let proof: Proof;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'mingshi-proof-'));
    await writeFile(join(folder, 'package.json'), JSON.stringify({ name: 'proof', version: '4.5.6', type: 'module', main: 'main.js' }));
    await writeFile(join(folder, 'main.js'), mainProcess);
    await writeFile(join(folder, 'database.mjs'), databaseProcess);
    opened = await openWindow({
      program: folder,
      dataFolder: '数据 夹',
      seat: '区教育局',
      today: '2026-08-10',
      env: { PROOF_DATABASE: join(folder, 'register.db') },
    });
    proof = await opened.application.evaluate(() => (globalThis as unknown as { proof: Proof }).proof);
  });

  afterAll(async () => {
    await opened.close();
    await rm(folder, { recursive: true });
  });

  test('opens a window whose page Playwright holds', async () => {
    expect(await opened.page.title()).toBe('ready');
  });

  test('starts the program as Electron does: its folder, its name, its version, and the arguments after it', () => {
    expect(proof).toMatchObject({
      argv: ['--data', '数据 夹', '--seat', '区教育局', '--today', '2026-08-10'],
      name: 'proof',
      version: '4.5.6',
      path: folder,
    });
  });

  test('writes and reads a database in a utility process through the rebuilt binding', () => {
    expect(proof.answer).toMatchObject({
      rows: [
        { name: '龘頔工作室', area: 50 },
        { name: '尉迟川小学数学名师工作室', area: 62 },
      ],
      found: { letter: 'A', second: 2 },
      refused: 'SQLITE_READONLY',
      electron: electronRuntime.version,
      type: 'utility',
    });
  });

  test('has the SQLite the program ships, setting for setting', async () => {
    const { default: Database } = await import('better-sqlite3');
    const settings = (database: InstanceType<typeof Database>) =>
      (database.pragma('compile_options') as { compile_options: string }[])
        .map((row) => row.compile_options)
        .filter((option) => !option.startsWith('COMPILER='));
    const shipped = new Database(':memory:');
    const rebuilt = new Database(':memory:', { nativeBinding: sqliteBinding() });
    expect(settings(rebuilt)).toEqual(settings(shipped));
    shipped.close();
    rebuilt.close();
    expect(proof.answer.compiled.filter((option) => option.startsWith('ENABLE_FTS5'))).toEqual(['ENABLE_FTS5']);
  });
});
