import { layOutPages, type Strip } from './lay-out-pages.ts';
import { linesOf } from './lines-of.ts';
import { pageSheet } from './page-sheet.ts';
import type { RenderedDocument } from './render-document.ts';

/** Room around the pages, in pixels. */
const margin = 32;

/**
 * Draws a document into a shadow root as pages: the column is drawn once to be measured, cut at lines and rows, and every page shows
 * its part of it. Where Word or WPS break lines otherwise, their pages differ; this one is for reading before saving.
 */
export function showPages(root: ShadowRoot, { sheet, section, column, headingRows }: RenderedDocument, watermark: string | null): void {
  root.adoptedStyleSheets = [sheet, pageSheet()];
  const measured = document.createElement('div');
  measured.className = 'measured';
  measured.append(section);
  root.replaceChildren(measured);

  const { paddingTop, paddingRight, paddingBottom, paddingLeft, width, minHeight } = getComputedStyle(section);
  const height = Number.parseFloat(minHeight);
  const room = height - Number.parseFloat(paddingTop) - Number.parseFloat(paddingBottom);
  const pages = layOutPages(linesOf(column, headingRows), room);
  const template = section.cloneNode() as HTMLElement;
  const sheets = pages.map((strips, index) => {
    const page = document.createElement('div');
    page.className = 'sheet';
    Object.assign(page.style, { width, height: minHeight, paddingTop, paddingRight, paddingBottom, paddingLeft });
    page.append(
      ...strips.map((strip) => stripOf(strip, column, template)),
      pageNumber(index + 1, paddingLeft, paddingRight, paddingBottom),
    );
    if (watermark !== null) page.append(watermarkOf(watermark));
    return page;
  });
  const wrapper = document.createElement('div');
  wrapper.className = 'sheets';
  const available = root.host.clientWidth - margin;
  wrapper.style.zoom = String(Math.min(1, available / Number.parseFloat(width)));
  wrapper.append(...sheets);
  root.replaceChildren(wrapper);
}

/** A window onto part of the column, which is drawn behind it as far up as the part lies. */
function stripOf({ top, bottom }: Strip, column: HTMLElement, template: HTMLElement): HTMLElement {
  const strip = document.createElement('div');
  strip.className = 'strip';
  strip.style.height = `${bottom - top}px`;
  const frame = template.cloneNode() as HTMLElement;
  Object.assign(frame.style, {
    display: 'block',
    width: 'auto',
    minHeight: '0',
    padding: '0',
    overflow: 'visible',
    marginTop: `${-top}px`,
  });
  frame.append(column.cloneNode(true));
  strip.append(frame);
  return strip;
}

/** GB/T 9704-2012 7.5: between dashes, 7 mm under the text, one character in from the right on odd pages and from the left on even ones. */
function pageNumber(number: number, paddingLeft: string, paddingRight: string, paddingBottom: string): HTMLElement {
  const place = document.createElement('div');
  place.className = 'page-number';
  place.textContent = `— ${number} —`;
  Object.assign(place.style, {
    top: `calc(100% - ${paddingBottom} + 7mm)`,
    textAlign: number % 2 === 1 ? 'right' : 'left',
    paddingLeft: `calc(${paddingLeft} + 14pt)`,
    paddingRight: `calc(${paddingRight} + 14pt)`,
  });
  return place;
}

function watermarkOf(text: string): HTMLElement {
  const mark = document.createElement('div');
  mark.className = 'watermark';
  mark.textContent = text;
  return mark;
}
