import { defaultOptions, type HElement, renderAsync } from 'docx-preview';
import { strFromU8, unzipSync } from 'fflate';

/** A document taken apart for showing. */
export interface RenderedDocument {
  /** Its rules, for a shadow root. */
  readonly sheet: CSSStyleSheet;
  /** The page's frame with its size and margins, and the column of text in it; not in the window yet. */
  readonly section: HTMLElement;
  readonly column: HTMLElement;
  /** How many rows of each table are its heading, in the order of the tables. */
  readonly headingRows: readonly number[];
}

/** What the library knows of an element of the document, as far as it is needed here. */
interface DocumentElement {
  readonly type?: string;
  /** Absent for a row that is no heading; `null` when the document says so without a value. */
  readonly isHeader?: boolean | null;
  readonly children?: readonly DocumentElement[];
}

/**
 * Draws a .docx. Its style elements never reach the page, whose content security policy would turn them away: their rules go into a
 * sheet for a shadow root, where they can touch nothing else either.
 */
export async function renderDocument(bytes: Uint8Array): Promise<RenderedDocument> {
  const body = document.createElement('div');
  const styles = document.createElement('div');
  const parsed = (await renderAsync(new Blob([new Uint8Array(bytes)]), body, styles, { h: elementOf })) as {
    readonly documentPart: { readonly body: DocumentElement };
  };
  const sheet = new CSSStyleSheet();
  const rules = [...styles.querySelectorAll('style')].map(({ textContent }) => textContent);
  sheet.replaceSync([...rules, `.docx span { letter-spacing: ${characterSpacing(bytes)}pt; }`].join('\n'));
  const section = body.querySelector<HTMLElement>('section.docx');
  const column = section?.querySelector<HTMLElement>('article');
  if (!section || !column) throw new Error('无法显示这份文书：文件里没有页面。请保存后用 Word 或 WPS 打开。');
  return { sheet, section, column, headingRows: tablesIn(parsed.documentPart.body).map(headingRowsOf) };
}

/** As the library makes elements, except that a style given as text is set through the object model: as an attribute it would be refused. */
function elementOf(element: HElement | Node | string): Node {
  if (typeof element === 'string' || element instanceof Node || typeof element.style !== 'string') return defaultOptions.h(element);
  const { style, ...rest } = element;
  const made = defaultOptions.h({ ...rest, tagName: element.tagName });
  if (made instanceof HTMLElement || made instanceof SVGElement) made.style.cssText = style;
  return made;
}

function tablesIn(element: DocumentElement): readonly DocumentElement[] {
  return (element.children ?? []).flatMap((child) => (child.type === 'table' ? [child, ...tablesIn(child)] : tablesIn(child)));
}

function headingRowsOf({ children = [] }: DocumentElement): number {
  const first = children.filter(({ type }) => type === 'row').findIndex(({ isHeader = false }) => isHeader === false);
  return Math.max(first, 0);
}

/** What the document adds between any two characters, in points: the library passes over it, and lines would break elsewhere. */
function characterSpacing(bytes: Uint8Array): number {
  const { 'word/styles.xml': styles } = unzipSync(bytes, { filter: ({ name }) => name === 'word/styles.xml' });
  const defaults = styles === undefined ? undefined : /<w:docDefaults>.*?<\/w:docDefaults>/su.exec(strFromU8(styles))?.[0];
  const twips = /<w:spacing w:val="(-?\d+)"/u.exec(defaults ?? '')?.[1];
  return twips === undefined ? 0 : Number(twips) / 20;
}
