import { dirname } from 'node:path';
import type { WritableDatabase } from './database.ts';

/** The data folder a register lies in. Paths of attachments are written from there, so that both can move together. */
export function dataFolderOf(db: WritableDatabase): string {
  return dirname(db.$client.name);
}
