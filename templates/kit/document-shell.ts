import {
  AlignmentType,
  Document,
  DocumentGridType,
  Footer,
  Header,
  LineRuleType,
  Packer,
  PageNumber,
  Paragraph,
  SectionType,
  TextRun,
} from 'docx';
import { TextWatermark } from 'docx/watermarks';
import { strFromU8, strToU8, unzipSync } from 'fflate';
import { fontTablePart, settingsPart, stylesPart } from './document-styles.ts';
import { points } from './length.ts';
import { linePitch, page } from './page.ts';
import type { FontSettings } from './typefaces.ts';
import { type DeflatedFile, deflate } from './zip-archive.ts';

/** What all documents of one appearance share. */
export interface Appearance {
  readonly fonts: FontSettings;
  /** Writes 草稿 across every page. */
  readonly draft: boolean;
}

/** Everything of a .docx but its text: the other parts, and what stands before and after the text in the main one. */
export interface DocumentShell {
  /** Deflated once, in the order readers look for them. */
  readonly parts: readonly DeflatedFile[];
  readonly beforeBody: string;
  readonly afterBody: string;
}

const shells = new Map<string, Promise<DocumentShell>>();

/** The shell of an appearance, made once and kept: it is the same in every document. */
export function documentShell(appearance: Appearance): Promise<DocumentShell> {
  const key = JSON.stringify(appearance);
  const known = shells.get(key);
  if (known !== undefined) return known;
  const made = makeShell(appearance);
  shells.set(key, made);
  return made;
}

/** The docx package lays out the parts, their relations, the page, its odd and even footers and the watermark. */
async function makeShell({ fonts, draft }: Appearance): Promise<DocumentShell> {
  const { body } = fonts;
  const family = { latin: body.name, eastAsia: body.name };
  const watermark = draft ? { default: watermarkHeader(body.name), even: watermarkHeader(body.name) } : undefined;
  const document = new Document({
    evenAndOddHeaderAndFooters: true,
    theme: { fonts: { headings: family, body: family } },
    sections: [
      {
        properties: {
          type: SectionType.NEXT_PAGE,
          page: {
            size: { width: page.width, height: page.height },
            margin: { ...page.margin, header: page.header, footer: page.footer, gutter: 0 },
          },
          grid: { type: DocumentGridType.LINES, linePitch },
        },
        ...(watermark === undefined ? {} : { headers: watermark }),
        footers: { default: pageNumberFooter('odd', fonts), even: pageNumberFooter('even', fonts) },
        children: [],
      },
    ],
  });
  const packed = await Packer.pack(document, 'uint8array', undefined, [
    { path: 'word/styles.xml', data: stylesPart(fonts) },
    { path: 'word/settings.xml', data: settingsPart },
    { path: 'word/fontTable.xml', data: fontTablePart(fonts) },
  ]);
  const { 'word/document.xml': main, 'docProps/core.xml': _madeToday, ...others } = unzipSync(packed);
  const [beforeBody, afterBody, ...rest] = main === undefined ? [] : strFromU8(main).split('<w:body>');
  if (beforeBody === undefined || afterBody === undefined || rest.length > 0) throw new Error('docx 生成的主文档没有预期的结构');
  const names = Object.keys(others).toSorted((one, other) => rank(one) - rank(other) || (one < other ? -1 : 1));
  const parts = names.map((name) => {
    const part = others[name] ?? new Uint8Array();
    return deflate(name, name.startsWith('word/header') ? withFixedShapeId(part) : part);
  });
  return { parts, beforeBody: `${beforeBody}<w:body>`, afterBody };
}

/** Readers look for the list of content types first, then for the package's relations. */
function rank(name: string): number {
  return name === '[Content_Types].xml' ? 0 : name === '_rels/.rels' ? 1 : 2;
}

/** 4号, one character in from the outer edge: right on odd pages, left on even ones. GB/T 9704-2012 7.5. */
function pageNumberFooter(side: 'odd' | 'even', fonts: FontSettings): Footer {
  const { name } = fonts.pageNumber;
  const size = 14;
  return new Footer({
    children: [
      new Paragraph({
        alignment: side === 'odd' ? AlignmentType.RIGHT : AlignmentType.LEFT,
        indent: side === 'odd' ? { right: points(size) } : { left: points(size) },
        spacing: { line: points(size), lineRule: LineRuleType.EXACT },
        children: [
          new TextRun({
            font: { ascii: name, hAnsi: name, eastAsia: name, cs: name, hint: 'eastAsia' },
            size: size * 2,
            characterSpacing: 0,
            children: ['— ', PageNumber.CURRENT, ' —'],
          }),
        ],
      }),
    ],
  });
}

/** docx names a watermark's shape at random; the same document must be the same file. */
function withFixedShapeId(header: Uint8Array): Uint8Array {
  return strToU8(strFromU8(header).replace(/id="PowerPlusWaterMarkObject[^"]*"/, 'id="PowerPlusWaterMarkObject1"'));
}

function watermarkHeader(font: string): Header {
  return new Header({
    children: [new Paragraph({ children: [new TextWatermark({ text: '草稿', font, width: 360, height: 180, color: 'C0C0C0' })] })],
  });
}
