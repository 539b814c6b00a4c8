import { Document, Header, Packer, Paragraph } from 'docx';
import { TextWatermark } from 'docx/watermarks';
import { strFromU8, strToU8, unzipSync } from 'fflate';
import { fontTablePart, settingsPart, stylesPart } from './document-styles.ts';
import { type PageForm, pageForms } from './page.ts';
import { sectionOf } from './section.ts';
import type { FontSettings } from './typefaces.ts';
import { type DeflatedFile, deflate } from './zip-archive.ts';

/** What all documents of one appearance share. */
export interface Appearance {
  readonly fonts: FontSettings;
  /** Writes 草稿 across every page. */
  readonly draft: boolean;
}

/** Everything of a .docx but its text: the other parts, and what stands before, between and after the text in the main one. */
export interface DocumentShell {
  /** Deflated once, in the order readers look for them. */
  readonly parts: readonly DeflatedFile[];
  readonly beforeBody: string;
  /** For each form of pages asked for, the properties that end a section of them. */
  readonly sections: Readonly<Record<PageForm, string>>;
  readonly afterBody: string;
}

const shells = new Map<string, Promise<DocumentShell>>();

/** The shell of an appearance with pages of these forms, made once and kept: it is the same in every document. */
export function documentShell(appearance: Appearance, used: readonly PageForm[]): Promise<DocumentShell> {
  const forms = pageForms.filter((form) => used.includes(form));
  const key = JSON.stringify([appearance, forms]);
  const known = shells.get(key);
  if (known !== undefined) return known;
  const made = makeShell(appearance, forms);
  shells.set(key, made);
  return made;
}

/** The docx package lays out the parts, their relations, the pages, their footers and the watermark. */
async function makeShell({ fonts, draft }: Appearance, forms: readonly PageForm[]): Promise<DocumentShell> {
  const { body } = fonts;
  const family = { latin: body.name, eastAsia: body.name };
  const document = new Document({
    evenAndOddHeaderAndFooters: true,
    theme: { fonts: { headings: family, body: family } },
    sections: forms.map((form) => ({
      ...sectionOf(form, fonts),
      ...(draft ? { headers: watermark(body.name, form === 'letter') } : {}),
      children: [],
    })),
  });
  const packed = await Packer.pack(document, 'uint8array', undefined, [
    { path: 'word/styles.xml', data: stylesPart(fonts) },
    { path: 'word/settings.xml', data: settingsPart },
    { path: 'word/fontTable.xml', data: fontTablePart(fonts) },
  ]);
  const { 'word/document.xml': main, 'docProps/core.xml': _madeToday, ...others } = unzipSync(packed);
  const [beforeBody, inside, afterBody, ...rest] = main === undefined ? [] : strFromU8(main).split(/(?<=<w:body>)|(?=<\/w:body>)/);
  const properties = inside?.match(/<w:sectPr.*?<\/w:sectPr>/gs) ?? [];
  if (beforeBody === undefined || afterBody === undefined || rest.length > 0 || properties.length !== forms.length) {
    throw new Error('docx 生成的主文档没有预期的结构');
  }
  const names = Object.keys(others).toSorted((one, other) => rank(one) - rank(other) || (one < other ? -1 : 1));
  const parts = names.map((name) => {
    const part = others[name] ?? new Uint8Array();
    return deflate(name, /^word\/(?:header|footer)/.test(name) ? withFixedShapeId(part) : part);
  });
  const byForm = new Map(forms.map((form, index) => [form, properties[index] ?? '']));
  const sections = Object.fromEntries(pageForms.map((form) => [form, byForm.get(form) ?? ''])) as Readonly<Record<PageForm, string>>;
  return { parts, beforeBody, sections, afterBody };
}

/** Readers look for the list of content types first, then for the package's relations. */
function rank(name: string): number {
  return name === '[Content_Types].xml' ? 0 : name === '_rels/.rels' ? 1 : 2;
}

/** docx names a watermark's shape at random; the same document must be the same file. */
function withFixedShapeId(header: Uint8Array): Uint8Array {
  return strToU8(strFromU8(header).replace(/id="PowerPlusWaterMarkObject[^"]*"/, 'id="PowerPlusWaterMarkObject1"'));
}

/** On every page, and on the first one where that has a header of its own. */
function watermark(font: string, hasFirstPage: boolean) {
  const header = () =>
    new Header({
      children: [new Paragraph({ children: [new TextWatermark({ text: '草稿', font, width: 360, height: 180, color: 'C0C0C0' })] })],
    });
  return { default: header(), even: header(), ...(hasFirstPage ? { first: header() } : {}) };
}
