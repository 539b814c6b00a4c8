import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { dataFolderOf } from './data-folder-of.ts';
import type { WritableDatabase } from './database.ts';
import { attachments, documentScans } from './schema.ts';

/** Files the register refers to: how many, and which are gone or no longer as they were kept. */
export interface KeptFilesVerification {
  readonly checked: number;
  readonly broken: readonly { readonly file: string; readonly reason: string }[];
}

/** Reads every file kept in the data folder and compares its SHA-256 with the register's. */
export function verifyKeptFiles(db: WritableDatabase): KeptFilesVerification {
  const columns = { path: attachments.path, sha256: attachments.sha256 };
  const kept = [
    ...db.select(columns).from(attachments).all(),
    ...db.select({ path: documentScans.path, sha256: documentScans.sha256 }).from(documentScans).all(),
  ];
  const broken = kept.flatMap(({ path, sha256 }) => {
    const reason = whatIsWrong(join(dataFolderOf(db), path), sha256);
    return reason === undefined ? [] : [{ file: path, reason }];
  });
  return { checked: kept.length, broken };
}

function whatIsWrong(file: string, sha256: string): string | undefined {
  if (!existsSync(file)) return '文件不见了';
  return createHash('sha256').update(readFileSync(file)).digest('hex') === sha256 ? undefined : '内容与存入时不同';
}
