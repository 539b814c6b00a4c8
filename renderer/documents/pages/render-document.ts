import { defaultOptions, type HElement, renderAsync } from 'docx-preview';

/** A document taken apart for showing: its rules, and its sections as elements that are not in the page yet. */
export interface RenderedDocument {
  readonly sheet: CSSStyleSheet;
  readonly sections: readonly HTMLElement[];
}

/**
 * Draws a .docx. Its style elements never reach the page, whose content security policy would turn them away: their rules go into a
 * sheet that is handed to a shadow root, so that they can touch nothing else either.
 */
export async function renderDocument(bytes: Uint8Array): Promise<RenderedDocument> {
  const body = document.createElement('div');
  const styles = document.createElement('div');
  await renderAsync(new Blob([new Uint8Array(bytes)]), body, styles, { h: elementOf, inWrapper: true, ignoreLastRenderedPageBreak: true });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync([...styles.querySelectorAll('style')].map(({ textContent }) => textContent).join('\n'));
  return { sheet, sections: [...body.querySelectorAll<HTMLElement>('section.docx')] };
}

/** As the library makes elements, except that a style given as text is set through the object model: as an attribute it would be refused. */
function elementOf(element: HElement | Node | string): Node {
  if (typeof element === 'string' || element instanceof Node || typeof element.style !== 'string') return defaultOptions.h(element);
  const { style, ...rest } = element;
  const made = defaultOptions.h(rest as HElement);
  if (made instanceof HTMLElement || made instanceof SVGElement) made.style.cssText = style;
  return made;
}
