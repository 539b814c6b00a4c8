import { strFromU8, strToU8 } from 'fflate';
import { EncryptedFileError } from 'hucre';
import { readOds } from 'hucre/ods';
import { Refusal } from '../policy/refusal.ts';
import { checkMarkup, rawSheet } from './open-xlsx.ts';
import { packParts } from './package-parts.ts';
import type { RawWorkbook } from './raw-workbook.ts';
import { checkedSheet } from './sheet-limits.ts';
import { damaged, type WorkbookPackage } from './workbook-package.ts';

/** Elements around rows and columns that are repeated in print or outlined: the library passes over what stands inside them. */
const groups = /<\/?table:table-(?:header-rows|rows|row-group|header-columns|columns|column-group)\b[^>]*>/gu;

/** Opens an OpenDocument spreadsheet whose parts have been unpacked and found to be of a sane size. */
export async function openOds(parts: WorkbookPackage, fileName: string): Promise<RawWorkbook> {
  if (strFromU8(parts['META-INF/manifest.xml'] ?? new Uint8Array()).includes('encryption-data')) throw encrypted(fileName);
  checkMarkup(parts, fileName);
  const content = strFromU8(parts['content.xml'] ?? new Uint8Array());
  const hidden = hiddenTables(content);
  try {
    const { sheets } = await readOds(
      packParts(new Map(Object.entries({ ...parts, 'content.xml': strToU8(content.replaceAll(groups, '')) }))),
      { readStyles: true },
    );
    return {
      sheets: sheets.map((sheet, index) =>
        checkedSheet({ ...rawSheet(sheet), visibility: hidden[index] === true ? 'hidden' : 'visible' }, fileName),
      ),
      linksOutside: false,
    };
  } catch (fault) {
    if (fault instanceof Refusal) throw fault;
    throw fault instanceof EncryptedFileError ? encrypted(fileName) : damaged(fileName);
  }
}

function encrypted(fileName: string): Refusal {
  return new Refusal(`无法读取「${fileName}」：文件设有打开密码。请用 WPS 或 LibreOffice 打开，取消密码后另存再导入。`);
}

/** Whether each table is hidden, in order: the library does not say. */
function hiddenTables(content: string): boolean[] {
  const styles = [...content.matchAll(/<style:style\b[^>]*\bstyle:family="table"[^>]*>.*?<\/style:style>/gsu)].map(([style]) => style);
  const hiding = styles
    .filter((style) => style.includes('table:display="false"'))
    .map((style) => /\bstyle:name="([^"]*)"/u.exec(style)?.[1]);
  return [...content.matchAll(/<table:table\s([^>]*)>/gu)].map(([, attributes = '']) =>
    hiding.includes(/\btable:style-name="([^"]*)"/u.exec(attributes)?.[1]),
  );
}
