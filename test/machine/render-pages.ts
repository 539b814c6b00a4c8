import { readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { runOrThrow } from './run-command.ts';

/**
 * Draws every page of a PDF as a PNG, to be looked at.
 * @param folder where the pictures go; it must exist
 * @param dotsPerInch 100 when left out: an A4 page of 827 × 1169 pixels
 * @returns the paths of the pictures, page by page: `<name of the PDF>-1.png` and so on
 */
export async function renderPages(pdf: string, folder: string, dotsPerInch = 100): Promise<string[]> {
  const name = basename(pdf, '.pdf');
  await runOrThrow('pdftoppm', ['-png', '-r', String(dotsPerInch), pdf, join(folder, name)], { timeout: 120_000 });
  const pages = (await readdir(folder)).flatMap((file) => {
    const number = file.startsWith(`${name}-`) ? /^(\d+)\.png$/u.exec(file.slice(name.length + 1))?.[1] : undefined;
    return number === undefined ? [] : [{ path: join(folder, file), number: Number(number) }];
  });
  return pages.toSorted((one, other) => one.number - other.number).map(({ path }) => path);
}
