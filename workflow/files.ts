import { createHash } from 'node:crypto';
import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, rmSync, statSync, writeSync } from 'node:fs';
import { basename, dirname, join, parse } from 'node:path';
import { Refusal } from '../policy/refusal.ts';

/** Nobody's list of studios is larger; what is gets refused before it is read into memory. Bytes. */
const largestFile = 50 * 1024 * 1024;

/** A file somebody handed in: its name without the folder, its bytes and their SHA-256 in hex. */
export interface GivenFile {
  readonly fileName: string;
  readonly bytes: Uint8Array;
  readonly sha256: string;
}

/** SHA-256 in hex. */
export function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** Reads a file somebody chose. Refuses one that is not there, cannot be read, is a folder, is empty or too large. */
export function readGivenFile(path: string): GivenFile {
  const fileName = basename(path);
  if (!existsSync(path)) throw new Refusal(`无法读取「${path}」：没有这个文件。请检查路径和文件名。`);
  const { size } = statSync(path);
  if (!statSync(path).isFile()) throw new Refusal(`无法读取「${path}」：它不是文件。请选择一个文件。`);
  if (size === 0) throw new Refusal(`无法读取「${fileName}」：文件是空的。请向发送方索取完整的文件。`);
  if (size > largestFile)
    throw new Refusal(`无法读取「${fileName}」：文件有 ${Math.ceil(size / 1024 / 1024)} MB，超过 50 MB。请核对是否选错文件。`);
  try {
    const bytes = readFileSync(path);
    return { fileName, bytes, sha256: sha256(bytes) };
  } catch (error) {
    throw Object.assign(new Refusal(`无法读取「${fileName}」：文件可能被其他程序占用，或没有权限。请关闭 Excel 或 WPS 后再试。`), {
      cause: error,
    });
  }
}

/** Writes a whole file or none: under a temporary name first, synced, then renamed; replaces what is there. */
export function writeWholeFile(path: string, bytes: Uint8Array): void {
  const temporary = `${path}.${process.pid}.tmp`;
  try {
    mkdirSync(dirname(path), { recursive: true });
    const file = openSync(temporary, 'w');
    try {
      for (let written = 0; written < bytes.length; ) written += writeSync(file, bytes, written);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(temporary, path);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw Object.assign(
      new Refusal(`无法写入「${path}」：没有权限、磁盘已满，或文件正被其他程序打开。请换一个位置，或关闭该文件后再试。`),
      { cause: error },
    );
  }
}

/**
 * Writes a file beside those that are there: never over a different one of that name, which gets a （2）, （3） … instead.
 * The same bytes under the same name are left as they are. Returns the path it now has.
 */
export function writeBeside(folder: string, fileName: string, bytes: Uint8Array): string {
  const { name, ext } = parse(fileName);
  for (let copy = 1; ; copy += 1) {
    const path = join(folder, copy === 1 ? fileName : `${name}（${copy}）${ext}`);
    if (!existsSync(path)) {
      writeWholeFile(path, bytes);
      return path;
    }
    if (statSync(path).isFile() && sha256(readFileSync(path)) === sha256(bytes)) return path;
  }
}
