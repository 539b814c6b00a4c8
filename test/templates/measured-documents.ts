import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { convertWithLibreOffice } from '../machine/convert-with-libreoffice.ts';
import { type MeasuredPage, measurePdf } from '../machine/measure-pdf.ts';
import { runCommand } from '../machine/run-command.ts';

/** A line of text as it stands on a page. */
export type TextLine = MeasuredPage['lines'][number];

/** Documents by name, as LibreOffice draws them. */
export type MeasuredDocuments = ReadonlyMap<string, readonly MeasuredPage[]>;

/** Writes documents into a folder, lets LibreOffice draw them all in one run, and measures every page, blank ones too. */
export async function measureDocuments(documents: ReadonlyMap<string, Uint8Array>, folder: string): Promise<MeasuredDocuments> {
  const files = await Promise.all(
    Array.from(documents, async ([name, bytes]) => {
      const file = join(folder, `${name}.docx`);
      await writeFile(file, bytes);
      return file;
    }),
  );
  const pdfs = await convertWithLibreOffice(files, 'pdf with blank pages', folder);
  const pages = await Promise.all(pdfs.map(measurePdf));
  return new Map(Array.from(documents.keys(), (name, index) => [name, pages[index] ?? []]));
}

const millimetresPerPoint = 25.4 / 72;

/** The page number: the last line of a page, below the text area. */
export function pageNumber(page: MeasuredPage): TextLine | undefined {
  return page.lines.findLast(({ baseline }) => baseline > 265);
}

/** The lines inside the text area. */
export function textLines(page: MeasuredPage): readonly TextLine[] {
  return page.lines.filter(({ baseline }) => baseline <= 265);
}

/** Upper edge of a line's characters: a Hanzi reaches 0.88 of its size above its baseline. In mm. */
export function topOf({ baseline, size }: TextLine): number {
  return baseline - 0.88 * size * millimetresPerPoint;
}

/** Lower edge of a line's characters: 0.12 of their size below the baseline. In mm. */
export function bottomOf({ baseline, size }: TextLine): number {
  return baseline + 0.12 * size * millimetresPerPoint;
}

/** The first line that has a text in it, with the number of its page. Throws when there is none. */
export function findLine(pages: readonly MeasuredPage[], text: string): { readonly line: TextLine; readonly page: number } {
  for (const [index, page] of pages.entries()) {
    const line = page.lines.find((candidate) => candidate.text.includes(text));
    if (line !== undefined) return { line, page: index + 1 };
  }
  throw new Error(`no line says ${text}`);
}

/** Where red ink begins and ends on the first page of a PDF, block by block from the top, in mm; drawn at 300 dots per inch. */
export async function redBlocks(pdf: string, folder: string): Promise<{ readonly top: number; readonly bottom: number }[]> {
  const dotsPerInch = 300;
  await runCommand('pdftoppm', ['-r', String(dotsPerInch), '-f', '1', '-l', '1', '-singlefile', pdf, join(folder, 'red')]);
  const picture = await readFile(join(folder, 'red.ppm'));
  const header = /^P6\s(\d+)\s(\d+)\s255\s/.exec(picture.subarray(0, 40).toString('latin1'));
  const width = Number(header?.[1]);
  const height = Number(header?.[2]);
  const start = header?.[0].length ?? 0;
  const isRed = (at: number): boolean => (picture[at] ?? 0) > 180 && (picture[at + 1] ?? 255) < 90 && (picture[at + 2] ?? 255) < 90;
  const blocks: { top: number; bottom: number }[] = [];
  let inside = false;
  for (let row = 0; row < height; row++) {
    let hasRed = false;
    for (let column = 0; column < width && !hasRed; column++) hasRed = isRed(start + (row * width + column) * 3);
    const last = blocks.at(-1);
    if (hasRed && inside && last !== undefined) last.bottom = (row * 25.4) / dotsPerInch;
    else if (hasRed) blocks.push({ top: (row * 25.4) / dotsPerInch, bottom: (row * 25.4) / dotsPerInch });
    inside = hasRed;
  }
  return blocks;
}

/** Where red ink begins on the first page, in mm; undefined for a document without any. */
export async function redTop(pdf: string, folder: string): Promise<number | undefined> {
  return (await redBlocks(pdf, folder))[0]?.top;
}
