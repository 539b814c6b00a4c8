import type Database from 'better-sqlite3';

/** Looks through the whole file: structure, indexes, checks, references. What is wrong, in Chinese, or `null`. Slow on a large register. */
export function registerDamage(client: Pick<Database.Database, 'pragma'>): string | null {
  const integrity = client.pragma('integrity_check(5)') as readonly { integrity_check: string }[];
  const faults = integrity.map((row) => row.integrity_check).filter((text) => text !== 'ok');
  if (faults.length > 0) return `数据库结构损坏（${faults.join('；')}）。`;
  const references = client.pragma('foreign_key_check') as readonly { table: string; parent: string }[];
  const [first] = references;
  return first === undefined ? null : `有 ${references.length} 处引用断开（如 ${first.table} → ${first.parent}）。`;
}
