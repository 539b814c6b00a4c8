import Database from 'better-sqlite3';
import { Refusal } from '../policy/refusal.ts';
import { unsupportedNode } from './node-version.mjs';

/**
 * Opens an SQLite file. `MINGSHI_SQLITE_BINDING` names a binary of better-sqlite3 built for this runtime, where the
 * prebuilt one does not fit. Refuses a Node on which the prebuilt one would crash, and a binary that this system cannot load.
 * Throws better-sqlite3's errors.
 */
export function openClient(file: string, options: { readonly: boolean; fileMustExist: boolean }): Database.Database {
  const binding = process.env['MINGSHI_SQLITE_BINDING'] ?? '';
  const reason = unsupportedNode(process.version, binding !== '');
  if (reason !== null) throw new Refusal(reason);
  try {
    return new Database(file, binding === '' ? options : { ...options, nativeBinding: binding });
  } catch (error) {
    if (!isLoadFailure(error)) throw error;
    const which = binding === '' ? '随程序带的 better-sqlite3' : `MINGSHI_SQLITE_BINDING 指定的「${binding}」`;
    const message = `无法打开登记库：数据库部件（${which}）不能在这台电脑上载入（${error.message}）。请把这句话交给维护人员。`;
    throw Object.assign(new Refusal(message), { cause: error });
  }
}

function isLoadFailure(error: unknown): error is Error {
  return error instanceof Error && 'code' in error && (error.code === 'ERR_DLOPEN_FAILED' || error.code === 'MODULE_NOT_FOUND');
}
