/** One file of a zip archive as its directory describes it. */
export interface ZipEntry {
  readonly name: string;
  readonly encrypted: boolean;
  /** 0 is stored, 8 is deflated. */
  readonly method: number;
  readonly crc: number;
  readonly size: number;
  /** The packed bytes. */
  readonly packed: Uint8Array;
}

const endOfDirectory = 0x06054b50;
const directoryEntry = 0x02014b50;
const zip64Locator = 0x07064b50;
const localHeader = 0x04034b50;
const extended = 0xffffffff;

/**
 * The directory of a zip archive (APPNOTE 6.3, 4.3), with ZIP64 sizes. Nothing is unpacked, so that sizes can be judged first.
 * Throws a RangeError when the archive is cut off or its parts do not fit together.
 */
export function readZipDirectory(bytes: Uint8Array): ZipEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  let count = view.getUint16(end + 10, true);
  let position = view.getUint32(end + 16, true);
  if (end >= 20 && view.getUint32(end - 20, true) === zip64Locator) {
    const record = Number(view.getBigUint64(end - 12, true));
    count = Number(view.getBigUint64(record + 32, true));
    position = Number(view.getBigUint64(record + 48, true));
  }
  const entries: ZipEntry[] = [];
  for (let index = 0; index < count; index++) {
    if (view.getUint32(position, true) !== directoryEntry) throw new RangeError('No directory entry where one should be.');
    const [nameLength, extraLength, commentLength] = [28, 30, 32].map((offset) => view.getUint16(position + offset, true));
    const name = new TextDecoder().decode(slice(bytes, position + 46, nameLength ?? 0));
    const sizes = entrySizes(view, position, 46 + (nameLength ?? 0), extraLength ?? 0);
    if (view.getUint32(sizes.offset, true) !== localHeader) throw new RangeError('No file where the directory says.');
    const start = sizes.offset + 30 + view.getUint16(sizes.offset + 26, true) + view.getUint16(sizes.offset + 28, true);
    entries.push({
      name,
      encrypted: (view.getUint16(position + 8, true) & 1) === 1,
      method: view.getUint16(position + 10, true),
      crc: view.getUint32(position + 16, true),
      size: sizes.size,
      packed: slice(bytes, start, sizes.packedSize),
    });
    position += 46 + (nameLength ?? 0) + (extraLength ?? 0) + (commentLength ?? 0);
  }
  return entries;
}

/** The end record stands last, before a comment of up to 65,535 bytes. */
function findEnd(view: DataView): number {
  for (let position = view.byteLength - 22; position >= Math.max(0, view.byteLength - 65_557); position--) {
    if (view.getUint32(position, true) === endOfDirectory) return position;
  }
  throw new RangeError('The archive has no end.');
}

/** Sizes and place of a file; those too large for 32 bits stand in the extra field 1, in this order. */
function entrySizes(
  view: DataView,
  entry: number,
  extraStart: number,
  extraLength: number,
): { size: number; packedSize: number; offset: number } {
  const stated = [24, 20, 42].map((offset) => view.getUint32(entry + offset, true));
  let field = entry + extraStart;
  const extraEnd = field + extraLength;
  while (stated.includes(extended) && field + 4 <= extraEnd) {
    const length = view.getUint16(field + 2, true);
    if (view.getUint16(field, true) === 1) {
      let place = field + 4;
      for (const [index, value] of stated.entries()) {
        if (value !== extended) continue;
        stated[index] = Number(view.getBigUint64(place, true));
        place += 8;
      }
      break;
    }
    field += 4 + length;
  }
  const [size = 0, packedSize = 0, offset = 0] = stated;
  return { size, packedSize, offset };
}

function slice(bytes: Uint8Array, start: number, length: number): Uint8Array {
  if (start + length > bytes.length) throw new RangeError('The archive is cut off.');
  return bytes.subarray(start, start + length);
}
