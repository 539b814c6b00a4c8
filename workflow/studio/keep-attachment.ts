import { join, parse } from 'node:path';
import { dataFolderOf } from '../../db/data-folder-of.ts';
import type { Transaction } from '../../db/database.ts';
import { addAttachment } from '../../db/writes/attachments.ts';
import type { Context } from '../context.ts';
import { readGivenFile, writeWholeFile } from '../files.ts';

/**
 * Copies a file somebody chose into the data folder and enters it as the studio's. It lies under a name made of its bytes: the same file
 * is kept once, and no name from outside becomes a path. Should the act be refused later, the copy stays behind and nothing refers
 * to it. Returns the attachment's id; refuses a file that cannot be read.
 */
export function keepAttachment(tx: Transaction, studioId: string, path: string, { today }: Pick<Context, 'today'>): string {
  const { fileName, bytes, sha256 } = readGivenFile(path);
  const { ext } = parse(fileName);
  const kept = `attachments/${studioId}/${sha256}${/^\.[a-z0-9]{1,8}$/i.test(ext) ? ext.toLowerCase() : ''}`;
  writeWholeFile(join(dataFolderOf(tx), kept), bytes);
  return addAttachment(tx, { studioId, name: fileName, path: kept, sha256, addedOn: today });
}
