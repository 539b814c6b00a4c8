import { Refusal } from '../policy/refusal.ts';
import { openOds } from './open-ods.ts';
import { openText } from './open-text.ts';
import { openXls } from './open-xls.ts';
import { openXlsx } from './open-xlsx.ts';
import type { RawWorkbook } from './raw-workbook.ts';
import { unpackWorkbook } from './workbook-package.ts';

/** What a file is by its first bytes; the ending of its name may lie. */
type Container = 'zip' | 'compound' | 'markup' | 'text' | 'empty';

/**
 * Opens a spreadsheet file where it is asked for, without limits of time and memory beyond those of `workbook-limits.ts`.
 * Throws a Refusal for everything that is not a spreadsheet, for what is encrypted, damaged, carries macros, or is too large.
 */
export async function openHere(bytes: Uint8Array, fileName: string): Promise<RawWorkbook> {
  const container = containerOf(bytes);
  if (container === 'empty') throw new Refusal(`无法读取「${fileName}」：文件是空的。请向报送单位重新索取。`);
  if (container === 'markup') {
    throw new Refusal(`无法读取「${fileName}」：它其实是网页或 XML 文件。请用 Excel 或 WPS 打开，另存为 .xlsx 后再导入。`);
  }
  if (container === 'zip') return openPackage(bytes, fileName);
  if (container === 'text') return openText(bytes, fileName);
  // An encrypted .xlsx is a compound file with one stream of this name.
  if (Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(Buffer.from('EncryptedPackage', 'utf16le'))) {
    throw new Refusal(`无法读取「${fileName}」：文件设有打开密码。请用 Excel 或 WPS 打开，取消密码后另存再导入。`);
  }
  return openXls(bytes, fileName);
}

function containerOf(bytes: Uint8Array): Container {
  if (bytes.length === 0) return 'empty';
  const starts = (...signature: number[]): boolean => signature.every((byte, index) => bytes[index] === byte);
  if (starts(0x50, 0x4b, 0x03, 0x04) || starts(0x50, 0x4b, 0x05, 0x06)) return 'zip';
  if (starts(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1)) return 'compound';
  const head = Buffer.from(bytes.subarray(0, 200))
    .toString('latin1')
    .replace(/^\u00ef\u00bb\u00bf/u, '')
    .trimStart();
  return head.startsWith('<') ? 'markup' : 'text';
}

function openPackage(bytes: Uint8Array, fileName: string): Promise<RawWorkbook> | RawWorkbook {
  const parts = unpackWorkbook(bytes, fileName);
  const names = Object.keys(parts);
  if (names.some((name) => /vbaProject\.bin$/iu.test(name) || /^xl\/macrosheets\//iu.test(name))) {
    throw new Refusal(`无法读取「${fileName}」：文件带有宏，出于安全不予打开。请另存为不带宏的 .xlsx 后再导入。`);
  }
  if (names.includes('xl/workbook.bin')) {
    throw new Refusal(`无法读取「${fileName}」：这是二进制格式（.xlsb）。请用 Excel 或 WPS 打开，另存为 .xlsx 后再导入。`);
  }
  if (names.includes('content.xml') && !names.includes('[Content_Types].xml')) return openOds(parts, fileName);
  if (!names.includes('[Content_Types].xml')) {
    throw new Refusal(`无法读取「${fileName}」：它是压缩包，不是表格。请先解压，再选择其中的 .xlsx 文件。`);
  }
  if (names.some((name) => name.startsWith('word/') || name.startsWith('ppt/'))) {
    throw new Refusal(`无法读取「${fileName}」：它是 Word 或演示文稿，不是表格。请选择 .xlsx 文件。`);
  }
  return openXlsx(bytes, parts, fileName);
}
