import { exactLines } from './exact-lines.ts';
import { layOutPages, type Strip } from './lay-out-pages.ts';
import { linesOf } from './lines-of.ts';
import { numberPages } from './number-pages.ts';
import { pageSheet } from './page-sheet.ts';
import type { PageSize } from './read-layout.ts';
import type { RenderedDocument, RenderedSection } from './render-document.ts';

/** Room around the pages, in pixels. */
const margin = 32;

/**
 * Draws a document into a shadow root as pages, as they would be printed: each section's column is drawn once to be measured, cut at lines and
 * rows, and every page shows its part of it; a section that begins on an even or odd page has a blank one before it where that must be.
 */
export function showPages(root: ShadowRoot, { sheet, sections }: RenderedDocument, watermark: string | null): void {
  root.adoptedStyleSheets = [sheet, pageSheet()];
  const measured = document.createElement('div');
  measured.className = 'measured';
  measured.append(...sections.flatMap(({ frame, boxes }) => [frame, ...boxes.map(({ content }) => content)]));
  root.replaceChildren(measured);
  exactLines(measured);

  const cut = sections.map(cutSection);
  const sheets = numberPages(cut.map(({ layout, pages }) => ({ ...layout, pages: pages.length }))).map((each) => {
    const section = cut[each.section];
    if (section === undefined) throw new RangeError(`no section ${each.section}`);
    return each.kind === 'blank' ? blankSheet(section.layout.page) : pageSheetOf(section, each.page, each.number, watermark);
  });
  const wrapper = document.createElement('div');
  wrapper.className = 'sheets';
  const widest = Math.max(...sections.map(({ layout }) => layout.page.width));
  wrapper.style.zoom = String(Math.min(1, (root.host.clientWidth - margin) / ((widest * 96) / 72)));
  wrapper.append(...sheets);
  root.replaceChildren(wrapper);
}

/** A section with its pages, and its boxes with how far down the column they hang. */
interface Cut extends RenderedSection {
  readonly pages: readonly (readonly Strip[])[];
  readonly hung: readonly { readonly top: number; readonly content: HTMLElement }[];
}

function cutSection(section: RenderedSection): Cut {
  const { layout, column, boxes } = section;
  const { height, margin: margins } = layout.page;
  const pages = layOutPages(linesOf(column, layout.blocks), ((height - margins.top - margins.bottom) * 96) / 72);
  const origin = column.getBoundingClientRect().top;
  return { ...section, pages, hung: boxes.map(({ anchor, content }) => ({ top: anchor.getBoundingClientRect().top - origin, content })) };
}

/** A page of a section, counted from 0. */
function pageSheetOf({ layout, frame, column, pages, hung }: Cut, index: number, number: number, watermark: string | null): HTMLElement {
  const strips = pages[index] ?? [];
  const shown = sheetOf(layout.page);
  const template = frame.cloneNode() as HTMLElement;
  shown.append(...strips.map((strip) => stripOf(strip, column, template)));
  for (const { top, content } of hung) {
    if (strips.some((strip) => strip.top <= top + 0.5 && top + 0.5 < strip.bottom)) shown.append(content);
  }
  if (index === 0 ? layout.firstNumbered : layout.numbered) shown.append(pageNumber(number, layout.page));
  if (watermark !== null) shown.append(watermarkOf(watermark));
  return shown;
}

function sheetOf({ width, height, margin: margins }: PageSize): HTMLElement {
  const sheet = document.createElement('div');
  sheet.className = width > height ? 'sheet landscape' : 'sheet';
  Object.assign(sheet.style, {
    width: `${width}pt`,
    height: `${height}pt`,
    padding: `${margins.top}pt ${margins.right}pt ${margins.bottom}pt ${margins.left}pt`,
  });
  return sheet;
}

/** A page with nothing on it, not even a number, so that the next one has the right side. */
function blankSheet(page: PageSize): HTMLElement {
  const sheet = sheetOf(page);
  sheet.classList.add('blank');
  sheet.setAttribute('aria-label', '空白页');
  return sheet;
}

/** A window onto part of the column, which is drawn behind it as far up as the part lies. */
function stripOf({ top, bottom }: Strip, column: HTMLElement, template: HTMLElement): HTMLElement {
  const strip = document.createElement('div');
  strip.className = 'strip';
  strip.style.height = `${bottom - top}px`;
  const frame = template.cloneNode() as HTMLElement;
  frame.style.marginTop = `${-top}px`;
  frame.append(column.cloneNode(true));
  strip.append(frame);
  return strip;
}

/**
 * GB/T 9704-2012 7.5: between dashes, 7 mm under the text, one character in from the right on odd pages and from the left on even ones. A page that lies on its
 * side has it where it would be if it stood. 8.
 */
function pageNumber(number: number, { width, height, margin: { right, left } }: PageSize): HTMLElement {
  const place = document.createElement('div');
  place.className = 'page-number';
  place.textContent = `— ${number} —`;
  const outer = number % 2 === 1 ? 'end' : 'start';
  place.style.textAlign = outer;
  if (width > height) {
    Object.assign(place.style, {
      left: '22mm',
      top: '28mm',
      height: '156mm',
      writingMode: 'vertical-rl',
      paddingBlock: '0',
      paddingInline: '14pt',
    });
  } else {
    Object.assign(place.style, {
      left: '0',
      right: '0',
      top: `calc(${height}pt - 28mm - 7pt)`,
      paddingLeft: `calc(${left}pt + 14pt)`,
      paddingRight: `calc(${right}pt + 14pt)`,
    });
  }
  return place;
}

function watermarkOf(text: string): HTMLElement {
  const mark = document.createElement('div');
  mark.className = 'watermark';
  mark.textContent = text;
  return mark;
}
