import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from 'fflate';

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
  const names = [...parts.keys()]
    .filter((name) => !name.endsWith('/'))
    .toSorted((one, other) => rank(one) - rank(other) || (one < other ? -1 : 1));
  const zip: Zippable = {};
  for (const name of names) zip[name] = parts.get(name) ?? new Uint8Array();
  // The packer takes the parts of the local time, so a local time is what is the same everywhere.
  return zipSync(zip, { level: 6, mtime: new Date(1980, 0, 1), os: 0 });
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
