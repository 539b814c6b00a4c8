import { rmSync } from 'node:fs';
import { hostname } from 'node:os';
import type Database from 'better-sqlite3';
import { Refusal } from '../policy/refusal.ts';
import { openClient } from './sqlite-client.ts';
import { asRefusal, isDamage } from './sqlite-refusal.ts';

interface Holder {
  readonly pid: number;
  readonly host: string;
  readonly at: string;
}

/**
 * Takes the one right to write to a data folder; the returned function gives it back. Refuses while another process
 * holds it, naming that process. `file` is `register.lock`, a tiny SQLite file saying who (pid, host, time): the holder keeps a write
 * transaction open in it, which the others may read but not join. The operating system ends that transaction
 * together with the process, however it dies, so a lock never outlives its holder and no pid is mistaken for another.
 * The file itself stays behind: deleting it could hand two processes two locks of the same name.
 */
export function lockRegister(file: string, at: string): () => void {
  try {
    return hold(openLock(file), { pid: process.pid, host: hostname(), at });
  } catch (error) {
    if (!isDamage(error)) throw asRefusal(error, file);
    // It holds nothing worth keeping, and nobody can hold a file that is no database.
    rmSync(file);
    return hold(openLock(file), { pid: process.pid, host: hostname(), at });
  }
}

function openLock(file: string): Database.Database {
  const client = openClient(file, { readonly: false, fileMustExist: false });
  try {
    client.pragma('busy_timeout = 500');
    client.exec('CREATE TABLE IF NOT EXISTS holder (id INTEGER PRIMARY KEY, pid INTEGER, host TEXT, at TEXT) STRICT');
    return client;
  } catch (error) {
    client.close();
    throw error;
  }
}

function hold(client: Database.Database, me: Holder): () => void {
  try {
    // What says who holds the lock must be committed before it is held: whoever finds his own name under the lock has it.
    for (;;) {
      begin(client);
      const holder = readHolder(client);
      if (holder?.pid === me.pid && holder.host === me.host && holder.at === me.at) return () => void client.close();
      client.prepare('INSERT OR REPLACE INTO holder (id, pid, host, at) VALUES (1, ?, ?, ?)').run(me.pid, me.host, me.at);
      client.exec('COMMIT');
    }
  } catch (error) {
    client.close();
    throw error;
  }
}

function begin(client: Database.Database): void {
  try {
    client.exec('BEGIN IMMEDIATE');
  } catch (error) {
    if (!isBusy(error)) throw error;
    throw new Refusal(heldMessage(client.name, readHolder(client)));
  }
}

function readHolder(client: Database.Database): Holder | undefined {
  return client.prepare<[], Holder>('SELECT pid, host, at FROM holder WHERE id = 1').get();
}

function heldMessage(file: string, holder: Holder | undefined): string {
  // The whole country keeps one time; the computer's own zone may be set wrongly.
  const since = (at: string) => new Date(at).toLocaleString('zh-CN', { timeZone: 'Asia/Shanghai', hour12: false });
  const who = holder === undefined ? '另一个程序' : `电脑「${holder.host}」上的程序（进程 ${holder.pid}，${since(holder.at)} 起）`;
  return `无法打开数据文件夹：${who}正在使用它，同一时间只能有一处写入。请先关闭那里的程序，再重新打开。（占用标记：${file}）`;
}

function isBusy(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'SQLITE_BUSY';
}
