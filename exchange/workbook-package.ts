import { crc32, inflateRawSync } from 'node:zlib';
import { Refusal } from '../policy/refusal.ts';
import { workbookLimits } from './workbook-limits.ts';
import { readZipDirectory, type ZipEntry } from './zip-directory.ts';

/** The parts of an .xlsx or .ods file by name, unpacked. */
export type WorkbookPackage = Readonly<Record<string, Uint8Array>>;

/**
 * Unpacks an Office or OpenDocument package without trusting it: what the directory states is judged before anything is unpacked,
 * nothing may unpack to more than is stated, and every part must have its checksum. Refuses what is damaged, encrypted, too large
 * or a zip bomb.
 */
export function unpackWorkbook(bytes: Uint8Array, fileName: string): WorkbookPackage {
  const entries = directoryOf(bytes, fileName).filter(({ name }) => !name.endsWith('/'));
  const unpacked = entries.reduce((sum, { size }) => sum + size, 0);
  if (entries.length > workbookLimits.parts) {
    throw new Refusal(`无法读取「${fileName}」：文件里的部件超过 ${workbookLimits.parts} 个，不是正常的表格。请核对来源。`);
  }
  if (unpacked > workbookLimits.unpackedBytes) {
    throw new Refusal(
      `无法读取「${fileName}」：展开后超过 ${workbookLimits.unpackedBytes / 1024 / 1024} MB，远大于正常的表格。请删除空白的行列、图片和多余的工作表后另存。`,
    );
  }
  if (unpacked > workbookLimits.ratioFrom && unpacked > bytes.length * workbookLimits.ratio) {
    throw new Refusal(
      `无法读取「${fileName}」：展开后是文件本身的 ${Math.round(unpacked / bytes.length)} 倍，不是正常的表格。` +
        '如确需导入，请删除空白的行列后另存；来源不明的文件请勿打开。',
    );
  }
  if (entries.some(({ encrypted }) => encrypted)) {
    throw new Refusal(`无法读取「${fileName}」：文件设有打开密码。请取消密码后另存再导入。`);
  }
  return Object.fromEntries(entries.map((entry) => [entry.name, unpackEntry(entry, fileName)]));
}

function directoryOf(bytes: Uint8Array, fileName: string): ZipEntry[] {
  try {
    const entries = readZipDirectory(bytes);
    // Of two parts with one name every reader takes another.
    if (new Set(entries.map(({ name }) => name.toLowerCase())).size === entries.length) return entries;
  } catch (fault) {
    if (!(fault instanceof RangeError)) throw fault;
  }
  throw damaged(fileName);
}

function unpackEntry({ method, packed, size, crc }: ZipEntry, fileName: string): Uint8Array {
  const content = method === 0 ? packed : method === 8 ? inflated(packed, size) : undefined;
  if (content?.length !== size || crc32(content) !== crc) throw damaged(fileName);
  return content;
}

/** The unpacked bytes, or `undefined` when they are not what they should be or more than was stated. */
function inflated(packed: Uint8Array, size: number): Uint8Array | undefined {
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, size) });
  } catch (fault) {
    if (fault instanceof Error && 'code' in fault) return undefined;
    throw fault;
  }
}

/** For a file that is cut off or whose content contradicts itself. */
export function damaged(fileName: string): Refusal {
  return new Refusal(`无法读取「${fileName}」：文件不完整或已损坏。请用 Excel 或 WPS 打开确认后另存为 .xlsx，或向报送单位重新索取。`);
}
