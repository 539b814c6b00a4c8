import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { crc32, deflateSync } from 'node:zlib';
import { runOrThrow } from './run-command.ts';

/**
 * Draws every page of a PDF as a PNG of at most 256 colours, to be kept: a third of the size of one in full colour.
 * @param folder where the pictures go; it must exist
 * @returns the paths of the pictures, page by page: `<name of the PDF>-1.png` and so on
 */
export async function drawSmallPages(pdf: string, folder: string, dotsPerInch: number): Promise<string[]> {
  const name = basename(pdf, '.pdf');
  await runOrThrow('pdftoppm', ['-r', String(dotsPerInch), pdf, join(folder, name)], { timeout: 120_000 });
  const drawn = (await readdir(folder)).filter((file) => file.startsWith(`${name}-`) && file.endsWith('.ppm'));
  const number = (file: string) => Number(/-(\d+)\.ppm$/u.exec(file)?.[1]);
  return Promise.all(
    drawn
      .toSorted((one, other) => number(one) - number(other))
      .map(async (file) => {
        const path = join(folder, `${name}-${number(file)}.png`);
        await writeFile(path, smallPicture(await readFile(join(folder, file))));
        await rm(join(folder, file));
        return path;
      }),
  );
}

/** A picture of pdftoppm (PPM, P6, 8 bits) as an indexed PNG. Every channel keeps eight levels, or six where that makes too many colours. */
export function smallPicture(picture: Buffer): Buffer {
  const head = /^P6\s(\d+)\s(\d+)\s255\s/u.exec(picture.toString('latin1', 0, 40));
  if (head === null) throw new Error('This is no picture of pdftoppm.');
  const [width, height] = [Number(head[1]), Number(head[2])];
  const pixels = picture.subarray(head[0].length);
  const indexed = index(pixels, width, height, 8) ?? index(pixels, width, height, 6);
  if (indexed === undefined) throw new Error('Six levels of three channels are 216 colours at most.');
  const size = Buffer.alloc(13);
  size.writeUInt32BE(width, 0);
  size.writeUInt32BE(height, 4);
  // Eight bits an index, colours by palette, nothing else.
  size.set([8, 3], 8);
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    part('IHDR', size),
    part('PLTE', indexed.palette),
    part('IDAT', deflateSync(indexed.rows, { level: 9 })),
    part('IEND', Buffer.alloc(0)),
  ]);
}

/** Rows of indices, each behind the byte that says nothing is done to it, and the palette; `undefined` for more than 256 colours. */
function index(pixels: Buffer, width: number, height: number, levels: number): { rows: Buffer; palette: Buffer } | undefined {
  const step = 255 / (levels - 1);
  const level = Array.from({ length: 256 }, (_, value) => Math.round(Math.round(value / step) * step));
  const colours = new Map<number, number>();
  const rows = Buffer.alloc((width + 1) * height);
  for (let pixel = 0; pixel < width * height; pixel++) {
    const [red = 0, green = 0, blue = 0] = [0, 1, 2].map((channel) => level[pixels[pixel * 3 + channel] ?? 0]);
    const colour = red * 65_536 + green * 256 + blue;
    const place = colours.get(colour) ?? colours.size;
    if (place > 255) return undefined;
    colours.set(colour, place);
    rows[pixel + Math.floor(pixel / width) + 1] = place;
  }
  const palette = Buffer.from([...colours.keys()].flatMap((colour) => [colour >> 16, (colour >> 8) & 255, colour & 255]));
  return { rows, palette };
}

function part(type: string, content: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), content]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(content.length);
  check.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, check]);
}
