import type { ReadableDatabase } from './database.ts';

/** Looks through the whole file: structure, indexes, checks, references. What is wrong, in Chinese, or `null`. Slow on a large register. */
export function registerDamage(client: ReadableDatabase['$client']): string | null {
  const faults = client
    .prepare<[], { fault: string }>('SELECT integrity_check AS fault FROM pragma_integrity_check(5)')
    .all()
    .map(({ fault }) => fault)
    .filter((fault) => fault !== 'ok');
  if (faults.length > 0) return `数据库结构损坏（${faults.join('；')}）。`;
  const references = client
    .prepare<[], { child: string; parent: string }>('SELECT "table" AS child, parent FROM pragma_foreign_key_check')
    .all();
  const [first] = references;
  return first === undefined ? null : `有 ${references.length} 处引用断开（如 ${first.child} → ${first.parent}）。`;
}
