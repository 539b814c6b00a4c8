const lineHeight = 14;

/** Points a text of 10 points needs in a cell so many characters wide. */
export function heightFor(text: string, width: number): number {
  const lines = text.split('\n').reduce((count, line) => count + Math.max(1, Math.ceil(displayWidth(line) / Math.max(1, width - 1.5))), 0);
  return Math.min(400, Math.max(1, lines) * lineHeight + 4);
}

/** Width of a text in characters: a Chinese character counts two. */
export function displayWidth(text: string): number {
  let width = 0;
  for (const character of text) width += (character.codePointAt(0) ?? 0) < 0x2e80 ? 1 : 2;
  return width;
}
