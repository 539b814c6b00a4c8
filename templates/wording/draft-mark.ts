import { Document, Header, Packer, Paragraph } from 'docx';
import { TextWatermark } from 'docx/watermarks';
import { strFromU8, strToU8, unzipSync } from 'fflate';
import type { Appearance } from '../kit/document-shell.ts';
import type { WordingParts } from './wording-file.ts';

/** The kinds of header a section may have. */
const headerTypes = ['default', 'even', 'first'] as const;

const headerType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml';
const headerRelation = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/header';
/** A part of its own, so that headers a wording brings keep what they say. */
const markPart = 'draft-mark.xml';
const markRelation = 'rIdDraftMark';

/**
 * Writes 草稿 across the pages of a wording: a header of its own where a section has none, and a paragraph more in each header that is there.
 */
export async function withDraftMark(parts: WordingParts, { fonts }: Appearance): Promise<WordingParts> {
  const mark = await markHeader(fonts.body.name);
  const paragraph = /<w:p>.*<\/w:p>|<w:p\s.*<\/w:p>/su.exec(mark)?.[0];
  const text = (name: string): string => strFromU8(parts[name] ?? new Uint8Array());
  if (paragraph === undefined) throw new Error('the watermark has no paragraph');
  const marked: Record<string, Uint8Array> = { ...parts };
  for (const [name, part] of Object.entries(parts)) {
    if (/^word\/header\d*\.xml$/u.test(name))
      marked[name] = strToU8(strFromU8(part).replace('</w:hdr>', `${declared(paragraph, mark)}</w:hdr>`));
  }
  const references = headerTypes.map((type) => ({ type, reference: `<w:headerReference w:type="${type}" r:id="${markRelation}"/>` }));
  let first = true;
  const main = text('word/document.xml').replace(/<w:sectPr(?:\s[^>]*)?>(?=(.*?)<\/w:sectPr>)/gsu, (opening, inside: string) => {
    // A later section without a header of its own has that of the section before.
    const missing = first ? references.filter(({ type }) => !new RegExp(`<w:headerReference[^>]*w:type="${type}"`, 'u').test(inside)) : [];
    first = false;
    return `${opening}${missing.map(({ reference }) => reference).join('')}`;
  });
  marked['word/document.xml'] = strToU8(main);
  marked[`word/${markPart}`] = strToU8(mark);
  marked['word/_rels/document.xml.rels'] = strToU8(
    text('word/_rels/document.xml.rels').replace(
      '</Relationships>',
      `<Relationship Id="${markRelation}" Type="${headerRelation}" Target="${markPart}"/></Relationships>`,
    ),
  );
  marked['[Content_Types].xml'] = strToU8(
    text('[Content_Types].xml').replace('</Types>', `<Override PartName="/word/${markPart}" ContentType="${headerType}"/></Types>`),
  );
  return marked;
}

/** The paragraph with the names its prefixes stand for: another header may not declare them. */
function declared(paragraph: string, header: string): string {
  const [, root = ''] = /<w:hdr\s([^>]*)>/u.exec(header) ?? [];
  const names = root.match(/xmlns:\w+="[^"]*"/gu) ?? [];
  return paragraph.replace(/^<w:p/u, `<w:p ${names.join(' ')}`);
}

async function markHeader(font: string): Promise<string> {
  const watermark = new TextWatermark({ text: '草稿', font, width: 360, height: 180, color: 'C0C0C0' });
  const header = new Header({ children: [new Paragraph({ children: [watermark] })] });
  const packed = unzipSync(await Packer.pack(new Document({ sections: [{ headers: { default: header }, children: [] }] }), 'uint8array'));
  const part = packed['word/header1.xml'];
  if (part === undefined) throw new Error('docx made no header');
  return strFromU8(part).replace(/id="PowerPlusWaterMarkObject[^"]*"/u, 'id="PowerPlusWaterMarkObject1"');
}
