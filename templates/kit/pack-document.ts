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
export async function packDocument(content: DocumentContent, appearance: Appearance): Promise<Uint8Array> {
  const { parts, beforeBody, afterBody } = await documentShell(appearance);
  const encoder = new TextEncoder();
  const main = `${beforeBody}${bodyMarkup(content.blocks, appearance.fonts)}${afterBody}`;
  return zipArchive([
    ...parts,
    deflate('docProps/core.xml', encoder.encode(coreProperties(content))),
    deflate('word/document.xml', encoder.encode(main)),
  ]);
}

function coreProperties({ title, issuer, date }: DocumentContent): string {
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
