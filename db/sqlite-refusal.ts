import { Refusal } from '../policy/refusal.ts';

const damaged = (file: string) =>
  `无法读取登记库「${file}」：文件已损坏。程序没有改动它。请从备份恢复（数据文件夹下的 backups），并保留损坏的文件备查。`;

/**
 * What a clerk can do about an error of SQLite or of the file system, by its code. An extended code of SQLite falls
 * under its first two words.
 */
const causes: Readonly<Record<string, (file: string) => string>> = {
  SQLITE_NOTADB: (file) => `无法打开「${file}」：它不是登记库，或已损坏。程序没有改动它。请从备份恢复（数据文件夹下的 backups）。`,
  SQLITE_CORRUPT: damaged,
  SQLITE_FULL: (file) => `无法保存到「${file}」：磁盘已满。已有数据保持原样。请腾出空间后重试。`,
  SQLITE_BUSY: (file) => `无法写入「${file}」：另一个程序正在使用它。请关闭那个程序后重试。`,
  SQLITE_READONLY: (file) => `无法写入「${file}」：文件或文件夹是只读的。请取消只读，或换一个数据文件夹。`,
  SQLITE_CANTOPEN: (file) => `无法打开「${file}」：文件夹不存在、是只读的，或没有权限。请检查后重试，或换一个数据文件夹。`,
  SQLITE_PERM: (file) => `无法打开「${file}」：没有权限。请向管理员要读写权限，或换一个数据文件夹。`,
  SQLITE_IOERR: (file) => `无法读写「${file}」：磁盘出错。已保存的数据保持原样。请检查磁盘，必要时从备份恢复。`,
  ENOSPC: (file) => `无法保存到「${file}」：磁盘已满。已有数据保持原样。请腾出空间后重试。`,
  EACCES: (file) => `无法读写「${file}」：没有权限。请向管理员要读写权限，或换一个文件夹。`,
  EPERM: (file) => `无法读写「${file}」：没有权限，或文件正被占用。请关闭占用它的程序，或换一个文件夹。`,
  EBUSY: (file) => `无法读写「${file}」：文件正被占用。请关闭占用它的程序后重试。`,
  EROFS: (file) => `无法写入「${file}」：磁盘是只读的。请换一个文件夹。`,
  ENOENT: (file) => `无法读写「${file}」：没有这个文件或文件夹。请检查路径。`,
  ENOTDIR: (file) => `无法读写「${file}」：路径中有一段不是文件夹。请检查路径。`,
};

/** The error as a Refusal when a clerk can do something about it, naming the file; any other error as it is. */
export function asRefusal(error: unknown, file: string): unknown {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return error;
  const cause = causes[error.code.split('_').slice(0, 2).join('_')];
  if (cause === undefined) return error;
  // An error of the file system says itself which file it means.
  const place = 'path' in error && typeof error.path === 'string' ? error.path : file;
  return Object.assign(new Refusal(cause(place)), { cause: error });
}

/** True for what SQLite says of a file that is damaged or no database at all. */
export function isDamage(error: unknown): boolean {
  return error instanceof Error && 'code' in error && /^SQLITE_(NOTADB|CORRUPT)/.test(String(error.code));
}
