import { chineseDate, type PlainDate } from '../../policy/plain-date.ts';
import { bodyMarkup } from './body-markup.ts';
import type { Block, DocumentContent } from './document-content.ts';
import { type Appearance, documentShell } from './document-shell.ts';
import { imprintBox } from './imprint.ts';
import { settleImprint } from './imprint-place.ts';
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

/** What the file says of itself. */
export type DocumentProperties = Pick<DocumentContent, 'title' | 'issuer' | 'date'>;

/** Several documents as one file for printing on both sides: each begins on a right-hand page and counts its pages from 1. */
export async function packTogether(
  contents: readonly DocumentContent[],
  properties: DocumentProperties,
  appearance: Appearance,
): Promise<Uint8Array> {
  const together = contents.length > 1;
  const stretches = contents.flatMap((content) => stretchesOf(content, together));
  const { parts, beforeBody, sections, afterBody } = await documentShell(
    appearance,
    stretches.map(({ form }) => form),
  );
  const encoder = new TextEncoder();
  const written = stretches.map(({ form, blocks, begins }, index) => {
    const section = beginning[begins](sections[form]);
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
  readonly begins: Beginning;
}

/** On the next page, on a right-hand page with number 1, or on the next even page, with a blank one before it where that must be. */
type Beginning = 'next' | 'anew' | 'even';

/** A document cut where its pages change their form, with its imprint at the foot of the last text or of an even page of its own. */
function stretchesOf(content: DocumentContent, together: boolean): Stretch[] {
  const begins = together ? 'anew' : 'next';
  const { imprint, foot: laidOut } = content;
  if (laidOut !== undefined) return [...bodyStretches(content, begins), { form: 'cover', blocks: [laidOut], begins: 'even' }];
  if (imprint === undefined) return bodyStretches(content, begins);
  const foot = imprintBox(imprint);
  const { blocks, place } = settleImprint(content, imprint);
  const stretches = bodyStretches({ ...content, blocks }, begins);
  const last = stretches.at(-1);
  if (place.kind === 'last-page' && last !== undefined) return [...stretches.slice(0, -1), { ...last, blocks: [...last.blocks, foot] }];
  const numbered = place.kind === 'own-page' && place.numbered;
  return [...stretches, { form: numbered ? 'standard' : 'cover', blocks: [foot], begins: 'even' }];
}

function bodyStretches({ form = 'standard', blocks }: Pick<DocumentContent, 'form' | 'blocks'>, begins: Beginning): Stretch[] {
  const stretches: { form: PageForm; blocks: Block[]; begins: Beginning }[] = [];
  let current: { form: PageForm; blocks: Block[]; begins: Beginning } = { form, blocks: [], begins };
  for (const block of blocks) {
    if (block.kind !== 'new-pages') {
      current.blocks.push(block);
      continue;
    }
    stretches.push(current);
    current = { form: block.form, blocks: [], begins: 'next' };
  }
  return [...stretches, current];
}

/** A section's properties changed so that it begins where it should. */
const beginning: Readonly<Record<Beginning, (section: string) => string>> = {
  next: (section) => section,
  anew: (section) => changed(changed(section, nextPage, '<w:type w:val="oddPage"/>'), '<w:pgNumType/>', '<w:pgNumType w:start="1"/>'),
  even: (section) => changed(section, nextPage, '<w:type w:val="evenPage"/>'),
};
const nextPage = '<w:type w:val="nextPage"/>';

function changed(section: string, from: string, to: string): string {
  if (!section.includes(from)) throw new Error(`the section has no ${from} to change`);
  return section.replace(from, to);
}

/** A paragraph of one point that ends a section. */
function sectionBreak(section: string): string {
  return `<w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>${section}</w:pPr></w:p>`;
}

function coreProperties({ title, issuer, date }: DocumentProperties): string {
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
