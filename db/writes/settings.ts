import type { Transaction } from '../database.ts';
import { settings } from '../schema.ts';

/** Stores a setting; the value must survive JSON. */
export function writeSetting(tx: Transaction, key: string, value: unknown): void {
  const text = JSON.stringify(value);
  tx.insert(settings)
    .values({ key, value: text })
    .onConflictDoUpdate({ target: settings.key, set: { value: text } })
    .run();
}
