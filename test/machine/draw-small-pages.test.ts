import { inflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { smallPicture } from './draw-small-pages.ts';

const picture = (width: number, height: number, pixels: readonly number[]) =>
  Buffer.concat([Buffer.from(`P6\n${width} ${height}\n255\n`), Buffer.from(pixels)]);

/** Contents of the parts of a PNG by their names. */
function partsOf(png: Buffer): ReadonlyMap<string, Buffer> {
  const parts = new Map<string, Buffer>();
  for (let at = 8; at < png.length; ) {
    const length = png.readUInt32BE(at);
    parts.set(png.toString('latin1', at + 4, at + 8), png.subarray(at + 8, at + 8 + length));
    at += length + 12;
  }
  return parts;
}

test('a picture keeps its black, its white and its red, each named once', () => {
  const parts = partsOf(smallPicture(picture(2, 2, [0, 0, 0, 255, 255, 255, 255, 0, 0, 255, 254, 253])));
  expect([...(parts.get('PLTE') ?? [])]).toEqual([0, 0, 0, 255, 255, 255, 255, 0, 0]);
  expect([...inflateSync(parts.get('IDAT') ?? Buffer.alloc(0))]).toEqual([0, 0, 1, 0, 2, 1]);
});

test('however many colours there are, 256 are enough', () => {
  const pixels = Array.from({ length: 8 ** 3 }, (_, colour) =>
    [colour % 8, (colour >> 3) % 8, colour >> 6].map((level) => Math.round(level * 36.4)),
  );
  const parts = partsOf(smallPicture(picture(8 ** 3, 1, pixels.flat())));
  expect((parts.get('PLTE') ?? []).length / 3).toBe(216);
});

test('anything but a picture of pdftoppm is an error', () => {
  expect(() => smallPicture(Buffer.from('P5\n1 1\n255\n0'))).toThrow('pdftoppm');
});
