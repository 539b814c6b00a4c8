import { chineseDate, type PlainDate } from '../../policy/plain-date.ts';
import { bodyMarkup } from './body-markup.ts';
import type { Block, DocumentContent } from './document-content.ts';
import { type Appearance, documentShell } from './document-shell.ts';
import { characterData, element } from './markup.ts';
import type { PageForm } from './page.ts';
import { withDrawingIds } from './text-box.ts';
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
  const together = contents.length > 1;
  const stretches = contents.flatMap((content) => stretchesOf(content, together));
  const { parts, beforeBody, sections, afterBody } = await documentShell(
    appearance,
    stretches.map(({ form }) => form),
  );
  const encoder = new TextEncoder();
  const written = stretches.map(({ form, blocks, anew }, index) => {
    const section = anew ? startingAnew(sections[form]) : sections[form];
    return `${bodyMarkup(blocks, appearance.fonts)}${index === stretches.length - 1 ? section : sectionBreak(section)}`;
  });
  const main = withDrawingIds(`${beforeBody}${written.join('')}${afterBody}`);
  return zipArchive([
    ...parts,
    deflate('docProps/core.xml', encoder.encode(coreProperties(properties))),
    deflate('word/document.xml', encoder.encode(main)),
  ]);
}

/** Blocks on pages of one form. */
interface Stretch {
  readonly form: PageForm;
  readonly blocks: readonly Block[];
  /** Begins on a right-hand page with number 1. */
  readonly anew: boolean;
}

/** A document cut where its pages change their form. */
function stretchesOf({ form = 'standard', blocks }: DocumentContent, anew: boolean): Stretch[] {
  const stretches: { form: PageForm; blocks: Block[]; anew: boolean }[] = [];
  let current: { form: PageForm; blocks: Block[]; anew: boolean } = { form, blocks: [], anew };
  for (const block of blocks) {
    if (block.kind !== 'new-pages') {
      current.blocks.push(block);
      continue;
    }
    stretches.push(current);
    current = { form: block.form, blocks: [], anew: false };
  }
  return [...stretches, current];
}

/** A section's properties, saying that it begins on an odd page and counts from 1. */
function startingAnew(section: string): string {
  const anew = section
    .replace('<w:type w:val="nextPage"/>', '<w:type w:val="oddPage"/>')
    .replace('<w:pgNumType/>', '<w:pgNumType w:start="1"/>');
  if (!anew.includes('oddPage') || !anew.includes('w:start="1"')) throw new Error('the section has no type or page numbers to change');
  return anew;
}

/** A paragraph of one point that ends a section. */
function sectionBreak(section: string): string {
  return `<w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>${section}</w:pPr></w:p>`;
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
