import Database from 'better-sqlite3';
import { Refusal } from '../policy/refusal.ts';
import { unsupportedNode } from './node-version.mjs';

/**
 * Opens an SQLite file. `MINGSHI_SQLITE_BINDING` names a binary of better-sqlite3 built for this runtime, where the
 * prebuilt one does not fit. Refuses a Node on which the prebuilt one would crash. Throws better-sqlite3's errors.
 */
export function openClient(file: string, options: { readonly: boolean; fileMustExist: boolean }): Database.Database {
  const binding = process.env['MINGSHI_SQLITE_BINDING'] ?? '';
  const reason = unsupportedNode(process.version, binding !== '');
  if (reason !== null) throw new Refusal(reason);
  return new Database(file, binding === '' ? options : { ...options, nativeBinding: binding });
}
