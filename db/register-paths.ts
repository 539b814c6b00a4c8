import { join, resolve } from 'node:path';

/** The files of a data folder, as absolute paths. */
export interface RegisterPaths {
  readonly folder: string;
  readonly register: string;
  /** What is written but not merged into the register yet (SQLite's write-ahead log). */
  readonly log: string;
  /** SQLite's index of the log; made anew when it is missing. */
  readonly logIndex: string;
  /** Says who may write: see `lockRegister`. */
  readonly lock: string;
  /** A register being made or restored, before it gets its name. */
  readonly unfinished: string;
  readonly backups: string;
}

/** Where everything lies below a data folder. */
export function registerPaths(dataFolder: string): RegisterPaths {
  const folder = resolve(dataFolder);
  const register = join(folder, 'register.sqlite');
  return {
    folder,
    register,
    log: `${register}-wal`,
    logIndex: `${register}-shm`,
    lock: join(folder, 'register.lock'),
    unfinished: join(folder, 'register.sqlite.unfinished'),
    backups: join(folder, 'backups'),
  };
}
