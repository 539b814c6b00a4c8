import { unzipSync } from 'fflate';
import { Refusal } from '../policy/refusal.ts';
import { workbookLimits } from './workbook-limits.ts';

/** The parts of an .xlsx file by name, unpacked. */
export type WorkbookPackage = Readonly<Record<string, Uint8Array>>;

/**
 * Unpacks an Office or OpenDocument package without trusting it: sizes are checked before anything is unpacked, and no part may
 * be larger than the directory says. Refuses what is damaged, too large or a zip bomb.
 */
export function unpackWorkbook(bytes: Uint8Array, fileName: string): WorkbookPackage {
  let parts = 0;
  let unpacked = 0;
  try {
    const entries = unzipSync(bytes, {
      filter(entry) {
        parts += 1;
        unpacked += entry.originalSize;
        if (parts > workbookLimits.parts)
          throw new Refusal(`无法读取「${fileName}」：文件里的部件超过 ${workbookLimits.parts} 个，不是正常的表格。请核对来源。`);
        const tooDense = unpacked > workbookLimits.ratioFrom && unpacked > bytes.length * workbookLimits.ratio;
        if (unpacked > workbookLimits.unpackedBytes || tooDense) throw tooLarge(fileName, unpacked);
        return !entry.name.endsWith('/');
      },
    });
    return entries;
  } catch (fault) {
    if (fault instanceof Refusal) throw fault;
    throw damaged(fileName);
  }
}

/** For a file that is cut off or whose content contradicts itself. */
export function damaged(fileName: string): Refusal {
  return new Refusal(`无法读取「${fileName}」：文件不完整或已损坏。请用 Excel 或 WPS 打开确认后另存为 .xlsx，或向报送单位重新索取。`);
}

function tooLarge(fileName: string, bytes: number): Refusal {
  return new Refusal(
    `无法读取「${fileName}」：展开后超过 ${Math.floor(bytes / 1024 / 1024)} MB，远大于正常的表格。` +
      '请删除空白的行列、图片和多余的工作表后另存；来源不明的文件请勿打开。',
  );
}
