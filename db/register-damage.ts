import type { ReadableDatabase } from './database.ts';

/** Looks through the whole file: structure, indexes, checks, references. What is wrong, in Chinese, or `null`. Slow on a large register. */
export function registerDamage(client: ReadableDatabase['$client']): string | null {
  const faults = client
    .prepare<[], { integrity_check: string }>('PRAGMA integrity_check(5)')
    .all()
    .map((row) => row.integrity_check)
    .filter((fault) => fault !== 'ok');
  if (faults.length > 0) return `数据库结构损坏（${faults.join('；')}）。`;
  const references = client.prepare<[], { table: string; parent: string }>('PRAGMA foreign_key_check').all();
  const [first] = references;
  return first === undefined ? null : `有 ${references.length} 处引用断开（如 ${first.table} → ${first.parent}）。`;
}
