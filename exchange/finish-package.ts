import { strFromU8, strToU8, unzipSync, Zip, ZipDeflate, type Zippable, zipSync } from 'fflate';

/** Neither a time nor a machine: the packer takes the parts of the local time, so a local time is what is the same everywhere. */
const unmarked = { mtime: new Date(1980, 0, 1), os: 0 } as const;

/** The order CT_Font asks for (ECMA-376-1, 18.8.22), which the library does not keep. */
const fontChildren = [
  'b',
  'i',
  'strike',
  'condense',
  'extend',
  'outline',
  'shadow',
  'u',
  'vertAlign',
  'sz',
  'color',
  'name',
  'family',
  'charset',
  'scheme',
];

/**
 * The last step of every .xlsx written: puts right what the writing library gets wrong for the Open XML SDK, and packs the
 * parts in order and without times, so that the same content is the same file.
 */
export function finishPackage(bytes: Uint8Array): Uint8Array {
  const parts = Object.entries(unzipSync(bytes));
  return packParts(new Map(parts.map(([name, part]) => [name, name === 'xl/styles.xml' ? strToU8(orderedFonts(strFromU8(part))) : part])));
}

/** Packs parts of an Office file: the content types first, as the format recommends, and the same time for all. */
export function packParts(parts: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const names = [...parts.keys()].filter((name) => !name.endsWith('/')).toSorted(comparePartNames);
  const zip: Zippable = {};
  for (const name of names) zip[name] = parts.get(name) ?? new Uint8Array();
  return zipSync(zip, { level: 6, ...unmarked });
}

/** Packs parts in their order as they come, so that a long one is never whole in memory. */
export function packPieces(parts: Iterable<readonly [name: string, content: Uint8Array | Iterable<string>]>): Uint8Array {
  const packed: Uint8Array[] = [];
  const encoder = new TextEncoder();
  const zip = new Zip((fault, piece) => {
    if (fault !== null) throw fault;
    packed.push(piece);
  });
  for (const [name, content] of parts) {
    const file = Object.assign(new ZipDeflate(name, { level: 6 }), unmarked);
    zip.add(file);
    if (content instanceof Uint8Array) file.push(content);
    else for (const piece of content) file.push(encoder.encode(piece));
    file.push(new Uint8Array(), true);
  }
  zip.end();
  return new Uint8Array(Buffer.concat(packed));
}

/** The order of parts in a package: the content types first. */
export function comparePartNames(one: string, other: string): number {
  return rank(one) - rank(other) || (one < other ? -1 : 1);
}

function rank(name: string): number {
  return name === '[Content_Types].xml' ? 0 : name === '_rels/.rels' ? 1 : 2;
}

/** The fonts of `styles.xml` with their children in order, whichever program wrote them. */
export function orderedFonts(styles: string): string {
  return styles.replaceAll(/(<(?:\w+:)?font>)(.*?)(<\/(?:\w+:)?font>)/gsu, (_, open: string, inside: string, close: string) => {
    const children = [...inside.matchAll(/<(?:\w+:)?(\w+)\b[^>]*?(?:\/>|>\s*<\/[^>]+>)/gu)];
    const placed = children.map(([text, name = '']) => ({ text, place: fontChildren.indexOf(name) }));
    return (
      open +
      placed
        .toSorted((one, other) => one.place - other.place)
        .map(({ text }) => text)
        .join('') +
      close
    );
  });
}
