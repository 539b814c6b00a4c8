import { deflateSync } from 'fflate';

/** A file ready to stand in an archive: what is the same in every document is deflated once. */
export interface DeflatedFile {
  readonly name: string;
  readonly checksum: number;
  readonly size: number;
  readonly deflated: Uint8Array;
}

/** Deflates a file by pure JavaScript: Node's own zlib gives other bytes on another processor. */
export function deflate(name: string, content: Uint8Array): DeflatedFile {
  return { name, checksum: crc32(content), size: content.length, deflated: deflateSync(content, { level: 6 }) };
}

const localHeader = 30;
const centralHeader = 46;
const endRecord = 22;
/** 1980-01-01 00:00, the first moment a zip archive knows: no document carries the time it was made. */
const fixedDate = 0x0021;
/** Deflate needs version 2.0 of the format. Names are UTF-8 (flag 11). */
const version = 20;
const utf8Names = 0x0800;
const deflateMethod = 8;

/** The files as a zip archive, in their order, with sizes in front of each so that every reader takes it. */
export function zipArchive(files: readonly DeflatedFile[]): Uint8Array {
  const named = files.map((file) => ({ ...file, path: new TextEncoder().encode(file.name) }));
  const length = named.reduce(
    (sum, { path, deflated }) => sum + localHeader + centralHeader + 2 * path.length + deflated.length,
    endRecord,
  );
  const archive = new Uint8Array(length);
  const view = new DataView(archive.buffer);
  const offsets: number[] = [];
  let at = 0;
  for (const { path, deflated, ...file } of named) {
    offsets.push(at);
    view.setUint32(at, 0x04034b50, true);
    writeEntry(view, at + 4, path, deflated, file);
    archive.set(path, at + localHeader);
    archive.set(deflated, at + localHeader + path.length);
    at += localHeader + path.length + deflated.length;
  }
  const directory = at;
  for (const [index, { path, deflated, ...file }] of named.entries()) {
    view.setUint32(at, 0x02014b50, true);
    view.setUint16(at + 4, version, true);
    writeEntry(view, at + 6, path, deflated, file);
    view.setUint32(at + 42, offsets[index] ?? 0, true);
    archive.set(path, at + centralHeader);
    at += centralHeader + path.length;
  }
  view.setUint32(at, 0x06054b50, true);
  view.setUint16(at + 8, named.length, true);
  view.setUint16(at + 10, named.length, true);
  view.setUint32(at + 12, at - directory, true);
  view.setUint32(at + 16, directory, true);
  return archive;
}

/** What a local header and the directory say alike. */
function writeEntry(
  view: DataView,
  at: number,
  path: Uint8Array,
  deflated: Uint8Array,
  { checksum, size }: Pick<DeflatedFile, 'checksum' | 'size'>,
): void {
  view.setUint16(at, version, true);
  view.setUint16(at + 2, utf8Names, true);
  view.setUint16(at + 4, deflateMethod, true);
  view.setUint16(at + 8, fixedDate, true);
  view.setUint32(at + 10, checksum, true);
  view.setUint32(at + 14, deflated.length, true);
  view.setUint32(at + 18, size, true);
  view.setUint16(at + 22, path.length, true);
}

const checksums = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value;
});

function crc32(content: Uint8Array): number {
  let value = 0xffffffff;
  for (const byte of content) value = (value >>> 8) ^ (checksums[(value ^ byte) & 0xff] ?? 0);
  return (value ^ 0xffffffff) >>> 0;
}
