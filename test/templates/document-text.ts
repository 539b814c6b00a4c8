import { strFromU8, unzipSync } from 'fflate';

/** One part of a .docx as text. Throws for a part that is not there. */
export function partOf(docx: Uint8Array, name: string): string {
  const part = unzipSync(docx)[name];
  if (part === undefined) throw new Error(`no ${name} in this document`);
  return strFromU8(part);
}

/** Every stretch of text a document prints, in order, unescaped. */
export function printedTexts(docx: Uint8Array): string[] {
  return Array.from(partOf(docx, 'word/document.xml').matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g), ([, text = '']) => unescape(text));
}

/**
 * A document as people can review it: a line for each paragraph with how it is set and what it says, table rows between bars. Whatever changes the
 * printed page changes this text.
 */
export function outline(docx: Uint8Array): string {
  const body = /<w:body>(.*)<\/w:body>/s.exec(partOf(docx, 'word/document.xml'))?.[1] ?? '';
  const blocks = body.match(/<w:tbl>.*?<\/w:tbl>|<w:p>.*?<\/w:p>|<w:p\/>|<w:sectPr.*$/gs) ?? [];
  return `${blocks.map((block) => (block.startsWith('<w:tbl>') ? tableOutline(block) : block.startsWith('<w:p>') ? paragraphOutline(block) : attributesOf(block))).join('\n')}\n`;
}

function tableOutline(table: string): string {
  const properties = attributesOf(/<w:tblPr>.*?<\/w:tblGrid>/s.exec(table)?.[0] ?? '');
  const rows = table.match(/<w:tr>.*?<\/w:tr>/gs) ?? [];
  return [`table ${properties}`, ...rows.map(rowOutline)].join('\n');
}

function rowOutline(row: string): string {
  const properties = attributesOf(/<w:trPr>.*?<\/w:trPr>/s.exec(row)?.[0] ?? '');
  const cells = row.match(/<w:tc>.*?<\/w:tc>/gs) ?? [];
  const written = cells.map((cell) => {
    const cellProperties = attributesOf(/<w:tcPr>.*?<\/w:tcPr>/s.exec(cell)?.[0] ?? '');
    return `  | ${cellProperties}: ${(cell.match(/<w:p>.*?<\/w:p>/gs) ?? []).map(paragraphOutline).join(' // ')}`;
  });
  return [` row ${properties}`, ...written].join('\n');
}

function paragraphOutline(paragraph: string): string {
  const properties = attributesOf(/<w:pPr>.*?<\/w:pPr>/s.exec(paragraph)?.[0] ?? '');
  const runs = Array.from(paragraph.matchAll(/<w:r><w:rPr>(.*?)<\/w:rPr><w:t[^>]*>([^<]*)<\/w:t><\/w:r>/gs), ([, set = '', text = '']) => {
    const font = /w:eastAsia="([^"]*)"/.exec(set)?.[1] ?? '';
    const rest = attributesOf(set.replace(/<w:rFonts[^>]*>|<w:szCs[^>]*>/g, ''));
    return `{${font} ${rest}}${unescape(text)}`;
  });
  return `[${properties}] ${runs.join('')}`;
}

/** `keepNext spacing(line=589 lineRule=exact)`: every element by its name with its attributes, containers left out. */
function attributesOf(markup: string): string {
  return Array.from(markup.matchAll(/<w:(\w+)((?: [\w:]+="[^"]*")*)\/?>/g), ([, name = '', attributes = '']) => {
    const written = attributes.trim().replace(/\w+:(\w+)="([^"]*)"/g, '$1=$2');
    return written === '' ? name : `${name}(${written})`;
  })
    .filter((text) => !['pPr', 'trPr', 'tcPr', 'tblPr', 'tblGrid', 'sectPr'].includes(text))
    .join(' ');
}

function unescape(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');
}
