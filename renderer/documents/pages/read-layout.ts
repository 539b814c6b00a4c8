import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import type { SectionStart } from './number-pages.ts';

/** A page of a section: its size and margins, in points. */
export interface PageSize {
  readonly width: number;
  readonly height: number;
  readonly margin: Readonly<Record<'top' | 'right' | 'bottom' | 'left', number>>;
}

/** What the library passes over in a paragraph. */
export interface ParagraphMarks {
  /** Its last part ends at the right edge. */
  readonly hasRightTab: boolean;
  /** How far the rule under it lies from its lines, in points. */
  readonly ruleDistance: number;
}

/** A box at a place of the page, in points from its top left corner; the paragraphs it holds, and whether they rest on its foot. */
export interface BoxLayout {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  readonly restsOnFoot: boolean;
  readonly paragraphs: readonly ParagraphMarks[];
}

/** How a paragraph or a table stands among the others. The paragraphs of its boxes follow it in the text to be drawn. */
export interface BlockLayout extends ParagraphMarks {
  readonly startsPage: boolean;
  readonly keepNext: boolean;
  /** Of a table: how many rows are its heading, and which rows stay on the page of the next one. */
  readonly headingRows: number;
  readonly rowsKeepNext: readonly boolean[];
  readonly boxes: readonly BoxLayout[];
}

/** Pages of one form, one after the other. */
export interface SectionLayout extends SectionStart {
  readonly page: PageSize;
  readonly numbered: boolean;
  /** Whether its first page has a number, where that has a foot of its own. */
  readonly firstNumbered: boolean;
  readonly blocks: readonly BlockLayout[];
}

/** What a .docx says of its pages, and the same document with the text of its boxes set after the paragraphs that hold them: the library draws no boxes. */
export interface DocumentLayout {
  readonly bytes: Uint8Array;
  readonly sections: readonly SectionLayout[];
}

const mainPart = 'word/document.xml';
const relationsPart = 'word/_rels/document.xml.rels';
const namespace = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const twipsPerPoint = 20;
/** English Metric Units. */
const unitsPerPoint = 12_700;

/** Reads how the pages of a document are made up. Throws when it has no text part. */
export function readLayout(bytes: Uint8Array): DocumentLayout {
  const parts = unzipSync(bytes);
  const main = parts[mainPart];
  if (main === undefined) throw new Error('无法显示这份文书：文件里没有正文。请保存后用 Word 或 WPS 打开。');
  const text = new DOMParser().parseFromString(strFromU8(main), 'application/xml');
  const body = text.getElementsByTagNameNS(namespace, 'body')[0];
  if (body === undefined) throw new Error('无法显示这份文书：文件里没有正文。请保存后用 Word 或 WPS 打开。');
  const isNumbered = (id: string | null): boolean => {
    const relations = strFromU8(parts[relationsPart] ?? new Uint8Array());
    const relation = [...relations.matchAll(/<Relationship [^>]*>/gu)].find(([each]) => each.includes(`Id="${id}"`))?.[0];
    const target = /Target="([^"]*)"/u.exec(relation ?? '')?.[1];
    return strFromU8(parts[`word/${target}`] ?? new Uint8Array()).includes('PAGE');
  };
  const sections: SectionLayout[] = [];
  let blocks: BlockLayout[] = [];
  for (const block of blocksOf(body)) {
    blocks.push(block.localName === 'tbl' ? tableLayout(block) : paragraphLayout(block));
    const ending = inside(inside(block, 'pPr'), 'sectPr');
    if (ending === undefined) continue;
    sections.push(sectionLayout(ending, blocks, isNumbered));
    blocks = [];
  }
  const last = childrenOf(body, 'sectPr')[0];
  if (last !== undefined) sections.push(sectionLayout(last, blocks, isNumbered));
  const lifted = strToU8(new XMLSerializer().serializeToString(text));
  return { bytes: zipSync({ ...parts, [mainPart]: lifted }, { level: 0 }), sections };
}

/** Paragraphs and tables in order, those in content controls too. */
function blocksOf(parent: Element): readonly Element[] {
  return [...parent.children].flatMap((child) => {
    if (child.localName === 'p' || child.localName === 'tbl') return [child];
    return child.localName === 'sdt' ? childrenOf(child, 'sdtContent').flatMap(blocksOf) : [];
  });
}

function paragraphLayout(paragraph: Element): BlockLayout {
  const properties = inside(paragraph, 'pPr');
  const boxes = [...paragraph.getElementsByTagNameNS(namespace, 'drawing')].flatMap((drawing) => {
    const content = drawing.getElementsByTagNameNS(namespace, 'txbxContent')[0];
    const box = content === undefined ? undefined : boxLayout(drawing, [...content.children].map(marksOf));
    if (content === undefined || box === undefined) return [];
    return [{ box, drawing, paragraphs: [...content.children] }];
  });
  paragraph.after(...boxes.flatMap(({ paragraphs }) => paragraphs));
  for (const { drawing } of boxes) drawing.remove();
  return {
    startsPage: isOn(inside(properties, 'pageBreakBefore')),
    keepNext: isOn(inside(properties, 'keepNext')),
    ...marksOf(paragraph),
    headingRows: 0,
    rowsKeepNext: [],
    boxes: boxes.map(({ box }) => box),
  };
}

/** A box with its place; nothing for one that stands in the line. */
function boxLayout(drawing: Element, paragraphs: BoxLayout['paragraphs']): BoxLayout | undefined {
  const [left, top] = [...drawing.getElementsByTagNameNS('*', 'posOffset')].map(({ textContent }) => Number(textContent) / unitsPerPoint);
  const extent = drawing.getElementsByTagNameNS('*', 'extent')[0];
  const anchor = drawing.getElementsByTagNameNS('*', 'bodyPr')[0]?.getAttribute('anchor');
  if (left === undefined || top === undefined || extent === undefined) return undefined;
  return {
    left,
    top,
    width: Number(extent.getAttribute('cx')) / unitsPerPoint,
    height: Number(extent.getAttribute('cy')) / unitsPerPoint,
    restsOnFoot: anchor === 'b',
    paragraphs,
  };
}

function marksOf(paragraph: Element): ParagraphMarks {
  const properties = inside(paragraph, 'pPr');
  const tabs = inside(properties, 'tabs');
  const rule = inside(inside(properties, 'pBdr'), 'bottom');
  return {
    hasRightTab: tabs !== undefined && childrenOf(tabs, 'tab').some((tab) => tab.getAttributeNS(namespace, 'val') === 'right'),
    ruleDistance: Number(rule?.getAttributeNS(namespace, 'space') ?? 0),
  };
}

function tableLayout(table: Element): BlockLayout {
  const rows = childrenOf(table, 'tr');
  const heading = rows.findIndex((row) => !isOn(inside(inside(row, 'trPr'), 'tblHeader')));
  const keeps = rows.map((row) => {
    const paragraph = row.getElementsByTagNameNS(namespace, 'p')[0];
    return isOn(inside(inside(paragraph, 'pPr'), 'keepNext'));
  });
  return {
    startsPage: false,
    keepNext: keeps.at(-1) ?? false,
    hasRightTab: false,
    ruleDistance: 0,
    headingRows: Math.max(heading, 0),
    rowsKeepNext: keeps,
    boxes: [],
  };
}

function sectionLayout(properties: Element, blocks: readonly BlockLayout[], isNumbered: (id: string | null) => boolean): SectionLayout {
  const size = inside(properties, 'pgSz');
  const margins = inside(properties, 'pgMar');
  const length = (element: Element | undefined, name: string): number =>
    Number(element?.getAttributeNS(namespace, name) ?? 0) / twipsPerPoint;
  const footer = (type: string): boolean =>
    childrenOf(properties, 'footerReference').some(
      (reference) =>
        reference.getAttributeNS(namespace, 'type') === type &&
        isNumbered(reference.getAttributeNS('http://schemas.openxmlformats.org/officeDocument/2006/relationships', 'id')),
    );
  const type = inside(properties, 'type')?.getAttributeNS(namespace, 'val');
  const start = inside(properties, 'pgNumType')?.getAttributeNS(namespace, 'start') ?? null;
  const numbered = footer('default');
  return {
    page: {
      width: length(size, 'w'),
      height: length(size, 'h'),
      margin: {
        top: length(margins, 'top'),
        right: length(margins, 'right'),
        bottom: length(margins, 'bottom'),
        left: length(margins, 'left'),
      },
    },
    begins: type === 'evenPage' ? 'even' : type === 'oddPage' ? 'odd' : 'next',
    startsAt: start === null ? null : Number(start),
    numbered,
    firstNumbered: isOn(inside(properties, 'titlePg')) ? footer('first') : numbered,
    blocks,
  };
}

function childrenOf(parent: Element, name: string): readonly Element[] {
  return [...parent.children].filter(({ localName }) => localName === name);
}

function inside(parent: Element | undefined, name: string): Element | undefined {
  return parent === undefined ? undefined : childrenOf(parent, name)[0];
}

/** A property that is there, unless it says that it is off. */
function isOn(property: Element | undefined): boolean {
  const value = property?.getAttributeNS(namespace, 'val') ?? 'true';
  return property !== undefined && value !== '0' && value !== 'false';
}
