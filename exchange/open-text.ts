import { streamCsvRows } from 'hucre/csv';
import { Refusal } from '../policy/refusal.ts';
import type { RawCell, RawWorkbook } from './raw-workbook.ts';
import { checkedSheet } from './sheet-limits.ts';
import { workbookLimits } from './workbook-limits.ts';

/** Opens a .csv or tab-separated file in UTF-8, UTF-16 or GBK. Every cell is text, as it stands in the file. */
export function openText(bytes: Uint8Array, fileName: string): RawWorkbook {
  const text = decode(bytes);
  if (text === undefined || text.includes('\u0000')) {
    throw new Refusal(
      `无法读取「${fileName}」：它不是表格文件。可以读取 .xlsx、.xls、.et、.ods 和 .csv，其他格式请用 Excel 或 WPS 另存为 .xlsx。`,
    );
  }
  // A row more than is allowed is read, to notice that there are more.
  const rows = Array.from(streamCsvRows(text, { maxRows: workbookLimits.rows + 1 }), (row) =>
    row.map((value): RawCell | undefined => (value === null || value === '' ? undefined : { kind: 'text', text: String(value) })),
  );
  const sheet = {
    name: 'CSV',
    visibility: 'visible',
    rows,
    merges: [],
    hiddenRows: new Set<number>(),
    hiddenColumns: new Set<number>(),
  } as const;
  return { sheets: [checkedSheet(sheet, fileName)], linksOutside: false };
}

/** Tries the encodings in the order in which each proves itself: a byte order mark, valid UTF-8, then GBK. */
function decode(bytes: Uint8Array): string | undefined {
  const encodings = bytes[0] === 0xff && bytes[1] === 0xfe ? ['utf-16le'] : ['utf-8', 'gb18030'];
  for (const encoding of encodings) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch (fault) {
      // Bytes that are not of this encoding: the next one is tried.
      if (!(fault instanceof TypeError)) throw fault;
    }
  }
  return undefined;
}
