import { defaultOptions, type HElement, renderAsync } from 'docx-preview';
import { strFromU8, unzipSync } from 'fflate';
import { type BoxLayout, type ParagraphMarks, readLayout, type SectionLayout } from './read-layout.ts';

/** A document taken apart for showing. */
export interface RenderedDocument {
  /** Its rules, for a shadow root. */
  readonly sheet: CSSStyleSheet;
  readonly sections: readonly RenderedSection[];
}

/** Pages of one form: their text as one column as wide as they are, in a frame that its rules ask for; not in the window yet. */
export interface RenderedSection {
  readonly layout: SectionLayout;
  readonly frame: HTMLElement;
  readonly column: HTMLElement;
  readonly boxes: readonly RenderedBox[];
}

/** A box and the block of the column whose page it stands on. */
export interface RenderedBox {
  readonly anchor: Element;
  readonly layout: BoxLayout;
  readonly content: HTMLElement;
}

/**
 * Draws a .docx. Its style elements never reach the page, whose content security policy would turn them away: their rules go into a
 * sheet for a shadow root, where they can touch nothing else either. The library draws paragraphs and tables; what is a page is read from
 * the document itself.
 */
export async function renderDocument(bytes: Uint8Array): Promise<RenderedDocument> {
  const layout = readLayout(bytes);
  const body = document.createElement('div');
  const styles = document.createElement('div');
  const options = { h: elementOf, renderHeaders: false, renderFooters: false };
  await renderAsync(new Blob([new Uint8Array(layout.bytes)]), body, styles, options);
  const sheet = new CSSStyleSheet();
  const rules = [...styles.querySelectorAll('style')].map(({ textContent }) => textContent);
  sheet.replaceSync([...rules, `.docx span { letter-spacing: ${characterSpacing(bytes)}pt; }`].join('\n'));
  const drawn = [...body.querySelectorAll('article')].flatMap((article) => [...article.children]);
  const sections = layout.sections.map((section) => sectionOf(section, drawn));
  if (drawn.length > 0 || sections.length === 0) {
    throw new Error('无法显示这份文书：页面的内容与文件对不上。请保存后用 Word 或 WPS 打开。');
  }
  return { sheet, sections };
}

/** Takes the blocks of a section, and those of its boxes, from what was drawn. */
function sectionOf(layout: SectionLayout, drawn: Element[]): RenderedSection {
  const frame = document.createElement('section');
  frame.className = 'docx';
  frame.style.width = `${layout.page.width - layout.page.margin.left - layout.page.margin.right}pt`;
  const column = document.createElement('article');
  frame.append(column);
  const boxes: RenderedBox[] = [];
  for (const block of layout.blocks) {
    const [element] = drawn.splice(0, 1);
    if (element === undefined) break;
    setMarks(element, block);
    column.append(element);
    boxes.push(...block.boxes.map((box) => ({ anchor: element, layout: box, content: boxOf(box, drawn) })));
  }
  return { layout, frame, column, boxes };
}

function boxOf(box: BoxLayout, drawn: Element[]): HTMLElement {
  const content = document.createElement('div');
  content.className = 'box docx';
  Object.assign(content.style, {
    left: `${box.left}pt`,
    top: `${box.top}pt`,
    width: `${box.width}pt`,
    height: `${box.height}pt`,
    justifyContent: box.restsOnFoot ? 'flex-end' : 'flex-start',
  });
  for (const marks of box.paragraphs) {
    const [paragraph] = drawn.splice(0, 1);
    if (paragraph === undefined) break;
    setMarks(paragraph, marks);
    content.append(paragraph);
  }
  return content;
}

/** The part after a right tab stands at the right edge, and a rule as far from the text as it should, moving nothing below it. */
function setMarks(paragraph: Element, { hasRightTab, ruleDistance }: ParagraphMarks): void {
  if (!(paragraph instanceof HTMLElement)) return;
  if (ruleDistance > 0) Object.assign(paragraph.style, { paddingBottom: `${ruleDistance}pt`, marginBottom: `-${ruleDistance}pt` });
  // The library draws a tab as a wide blank before the text of its run.
  const run = [...paragraph.children].find(({ firstElementChild }) => firstElementChild?.textContent === '\u2003');
  if (!hasRightTab || !(run instanceof HTMLElement)) return;
  run.firstElementChild?.remove();
  run.style.marginInlineStart = 'auto';
  Object.assign(paragraph.style, { display: 'flex', textIndent: '0', whiteSpace: 'pre-wrap' });
}

/** As the library makes elements, except that a style given as text is set through the object model: as an attribute it would be refused. */
function elementOf(element: HElement | Node | string): Node {
  if (typeof element === 'string' || element instanceof Node || typeof element.style !== 'string') return defaultOptions.h(element);
  const { style, ...rest } = element;
  const made = defaultOptions.h({ ...rest, tagName: element.tagName });
  if (made instanceof HTMLElement || made instanceof SVGElement) made.style.cssText = style;
  return made;
}

/** What the document adds between any two characters, in points: the library passes over it, and lines would break elsewhere. */
function characterSpacing(bytes: Uint8Array): number {
  const { 'word/styles.xml': styles } = unzipSync(bytes, { filter: ({ name }) => name === 'word/styles.xml' });
  const defaults = styles === undefined ? undefined : /<w:docDefaults>.*?<\/w:docDefaults>/su.exec(strFromU8(styles))?.[0];
  const twips = /<w:spacing w:val="(-?\d+)"/u.exec(defaults ?? '')?.[1];
  return twips === undefined ? 0 : Number(twips) / 20;
}
