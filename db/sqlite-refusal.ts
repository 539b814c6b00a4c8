import { Refusal } from '../policy/refusal.ts';

const damaged = (file: string) =>
  `无法读取登记库「${file}」：文件已损坏。程序没有改动它。请从备份恢复（数据文件夹下的 backups），并保留损坏的文件备查。`;

/** What a clerk can do about an error of SQLite, by its result code (an extended code falls under its first two words). */
const causes: Readonly<Record<string, (file: string) => string>> = {
  SQLITE_NOTADB: (file) => `无法打开「${file}」：它不是登记库，或已损坏。程序没有改动它。请从备份恢复（数据文件夹下的 backups）。`,
  SQLITE_CORRUPT: damaged,
  SQLITE_FULL: (file) => `无法保存到「${file}」：磁盘已满。已有数据保持原样。请腾出空间后重试。`,
  SQLITE_BUSY: (file) => `无法写入「${file}」：另一个程序正在使用它。请关闭那个程序后重试。`,
  SQLITE_READONLY: (file) => `无法写入「${file}」：文件或文件夹是只读的。请取消只读，或换一个数据文件夹。`,
  SQLITE_CANTOPEN: (file) => `无法打开「${file}」：文件夹不存在、是只读的，或没有权限。请检查后重试，或换一个数据文件夹。`,
  SQLITE_PERM: (file) => `无法打开「${file}」：没有权限。请向管理员要读写权限，或换一个数据文件夹。`,
  SQLITE_IOERR: (file) => `无法读写「${file}」：磁盘出错。已保存的数据保持原样。请检查磁盘，必要时从备份恢复。`,
};

/** The error as a Refusal when a clerk can do something about it, naming the file; any other error as it is. */
export function asRefusal(error: unknown, file: string): unknown {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return error;
  const cause = causes[error.code.split('_').slice(0, 2).join('_')];
  if (cause === undefined) return error;
  return Object.assign(new Refusal(cause(file)), { cause: error });
}
