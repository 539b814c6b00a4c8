/**
 * While a Chinese input method composes, Enter chooses a word; it must never reach a form. Chromium holds it back for forms of its
 * own, this holds it back for every listener of the program too.
 */
export function guardComposition(target: Pick<Window, 'addEventListener'>): void {
  target.addEventListener(
    'keydown',
    (event) => {
      if (event.isComposing && event.key === 'Enter') event.stopPropagation();
    },
    { capture: true },
  );
}
