import { escapeXml } from './sheet-markup.ts';

/** Characters given out at a time. */
const pieceLength = 1 << 16;

/** The texts of a workbook, each written once. */
export class SharedTexts {
  readonly #indexes = new Map<string, number>();
  #uses = 0;

  /** Index of a text; a new one is added. */
  indexOf(text: string): number {
    this.#uses += 1;
    const known = this.#indexes.get(text);
    if (known !== undefined) return known;
    const index = this.#indexes.size;
    this.#indexes.set(text, index);
    return index;
  }

  /** The part `sharedStrings.xml` (ECMA-376-1, 18.4.9), piece by piece. Text stays text: what looks like an escape of the format is escaped itself. */
  *markup(): Generator<string> {
    const counts = `count="${this.#uses}" uniqueCount="${this.#indexes.size}"`;
    yield `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" ${counts}>`;
    let markup = '';
    for (const text of this.#indexes.keys()) {
      markup += `<si><t xml:space="preserve">${escapeXml(text.replaceAll(/_(?=x[0-9A-Fa-f]{4}_)/gu, '_x005F_'))}</t></si>`;
      if (markup.length < pieceLength) continue;
      yield markup;
      markup = '';
    }
    yield `${markup}</sst>`;
  }
}
