import { Refusal } from '../policy/refusal.ts';
import { openApart } from './open-apart.ts';
import { openHere } from './open-here.ts';
import type { RawWorkbook } from './raw-workbook.ts';
import { workbookLimits } from './workbook-limits.ts';
import { readZipDirectory } from './zip-directory.ts';

/**
 * Opens a spreadsheet file: .xlsx, and through other libraries .xls, .et, .ods and .csv (UTF-8, UTF-16, GBK).
 * Throws a Refusal for everything else, for what is encrypted, damaged, carries macros, or is too large.
 */
export async function openWorkbook(bytes: Uint8Array, fileName: string): Promise<RawWorkbook> {
  if (bytes.length > workbookLimits.fileBytes) {
    throw new Refusal(
      `无法读取「${fileName}」：文件超过 ${workbookLimits.fileBytes / 1024 / 1024} MB。请删除图片和空白的行列后另存为 .xlsx 再导入。`,
    );
  }
  return opensHere(bytes) ? openHere(bytes, fileName) : openApart(bytes, fileName);
}

/**
 * Whether a file is opened where it is asked for, which is quicker: an .xlsx whose parts, as its directory states, are of the size of the
 * exchange files there are, and a short text. Everything else is opened apart.
 */
function opensHere(bytes: Uint8Array): boolean {
  if (bytes[0] === 0xd0) return false;
  if (bytes[0] !== 0x50) return bytes.length <= workbookLimits.textHere;
  try {
    const entries = readZipDirectory(bytes);
    const isSheet = entries.some(({ name }) => name === '[Content_Types].xml');
    const weights = entries.map(({ name, size }) => (/^xl\/(?:worksheets\/|sharedStrings)/iu.test(name) ? size : 4 * size));
    return isSheet && weights.reduce((sum, weight) => sum + weight, 0) <= workbookLimits.unpackedHere;
  } catch (fault) {
    // Cut off: said so at once.
    if (fault instanceof RangeError) return true;
    throw fault;
  }
}
