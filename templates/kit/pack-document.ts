import { chineseDate, type PlainDate } from '../../policy/plain-date.ts';
import { bodyMarkup } from './body-markup.ts';
import type { DocumentContent } from './document-content.ts';
import { type Appearance, documentShell } from './document-shell.ts';
import { characterData, element } from './markup.ts';
import { deflate, zipArchive } from './zip-archive.ts';

/**
 * A document as the bytes of a .docx. The same content and appearance give the same bytes on any day and machine: the
 * properties carry the document's own date, the archive a fixed one, and the parts stand in a fixed order.
 */
export function packDocument(content: DocumentContent, appearance: Appearance): Promise<Uint8Array> {
  return packTogether([content], content, appearance);
}

/**
 * Several documents as one file for printing on both sides: each begins on a right-hand page and counts its pages from 1. `properties`
 * is what the file says of itself.
 */
export async function packTogether(
  contents: readonly DocumentContent[],
  properties: Omit<DocumentContent, 'blocks'>,
  appearance: Appearance,
): Promise<Uint8Array> {
  const { parts, beforeBody, afterBody } = await documentShell(appearance);
  const encoder = new TextEncoder();
  const bodies = contents.map(({ blocks }) => bodyMarkup(blocks, appearance.fonts));
  const end = contents.length === 1 ? afterBody : startingAnew(afterBody);
  const main = `${beforeBody}${bodies.join(sectionBreak(end))}${end}`;
  return zipArchive([
    ...parts,
    deflate('docProps/core.xml', encoder.encode(coreProperties(properties))),
    deflate('word/document.xml', encoder.encode(main)),
  ]);
}

/** The last section's properties, saying that it begins on an odd page and counts from 1. */
function startingAnew(afterBody: string): string {
  const anew = afterBody
    .replace('<w:type w:val="nextPage"/>', '<w:type w:val="oddPage"/>')
    .replace('<w:pgNumType/>', '<w:pgNumType w:start="1"/>');
  if (!anew.includes('oddPage') || !anew.includes('w:start="1"')) throw new Error('the section has no type or page numbers to change');
  return anew;
}

/** A paragraph of one point that ends a section with the properties the last one has. */
function sectionBreak(afterBody: string): string {
  const properties = afterBody.slice(0, afterBody.indexOf('</w:body>'));
  return `<w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>${properties}</w:pPr></w:p>`;
}

function coreProperties({ title, issuer, date }: Omit<DocumentContent, 'blocks'>): string {
  const properties = element(
    'cp:coreProperties',
    {
      'xmlns:cp': 'http://schemas.openxmlformats.org/package/2006/metadata/core-properties',
      'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
      'xmlns:dcterms': 'http://purl.org/dc/terms/',
      'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
    },
    element('dc:title', {}, characterData(title)),
    element('dc:creator', {}, characterData(issuer)),
    element('dc:description', {}, characterData(`${issuer} ${chineseDate(date)}`)),
    element('cp:lastModifiedBy', {}, characterData(issuer)),
    element('dcterms:created', { 'xsi:type': 'dcterms:W3CDTF' }, midnight(date)),
    element('dcterms:modified', { 'xsi:type': 'dcterms:W3CDTF' }, midnight(date)),
  );
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>${properties}`;
}

function midnight(date: PlainDate) {
  return characterData(`${date}T00:00:00Z`);
}
