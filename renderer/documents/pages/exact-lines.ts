/** A line this much higher than its characters holds them whatever their typeface. */
const ample = 1.1;

/**
 * Makes lines exactly as high as they say. A browser makes a line higher where typefaces with other metrics meet on it, and not by the same on the screen and on
 * paper; Word does not. `root` is drawn in the window.
 */
export function exactLines(root: HTMLElement): void {
  const set = [...root.querySelectorAll('p')].flatMap((paragraph) => {
    const { lineHeight, display } = getComputedStyle(paragraph);
    const sizes = [...paragraph.querySelectorAll('span')].map((run) => Number.parseFloat(getComputedStyle(run).fontSize));
    const size = Math.max(0, ...sizes);
    // Parts set apart on a line have lines of their own.
    return display !== 'flex' && size > 0 && Number.parseFloat(lineHeight) >= ample * size ? [{ paragraph, lineHeight, size }] : [];
  });
  for (const { paragraph, lineHeight, size } of set) {
    paragraph.classList.add('exact');
    Object.assign(paragraph.style, { lineHeight, fontSize: `${size}px` });
  }
}
