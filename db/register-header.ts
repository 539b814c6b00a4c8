import { closeSync, fstatSync, openSync, readSync } from 'node:fs';

/** Marks an SQLite file as a register of this program (`PRAGMA application_id`): MSDK. */
export const registerApplicationId = 0x4d53444b;

/** What the first bytes of a register's file say without opening it. */
export interface RegisterHeader {
  /** False for a file that is no SQLite database, or another program's. */
  readonly isRegister: boolean;
  /** True from a writer's opening to its orderly end: `PRAGMA user_version` is 1 meanwhile. */
  readonly inUse: boolean;
  /** False when the file is shorter than the pages it says it has. SQLite itself does not miss a part of the last page. */
  readonly isWhole: boolean;
}

/**
 * Reads the header as the SQLite file format lays it down (1.3: the magic string, big-endian numbers at 16, 28, 60 and 68).
 * Throws file system errors.
 */
export function readRegisterHeader(file: string): RegisterHeader {
  const header = Buffer.alloc(100);
  const descriptor = openSync(file, 'r');
  let size: number;
  try {
    size = fstatSync(descriptor).size;
    readSync(descriptor, header, 0, header.length, 0);
  } finally {
    closeSync(descriptor);
  }
  const isDatabase = header.toString('latin1', 0, 16) === 'SQLite format 3\0';
  return {
    isRegister: isDatabase && header.readUInt32BE(68) === registerApplicationId,
    inUse: header.readUInt32BE(60) === 1,
    isWhole: size >= header.readUInt16BE(16) * header.readUInt32BE(28),
  };
}
