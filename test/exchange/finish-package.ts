import { strFromU8, strToU8, unzipSync } from 'fflate';
import { orderedFonts, packParts } from '../../exchange/package-parts.ts';

/** Puts right what the writing library gets wrong for the Open XML SDK, and packs the parts in order and without times. */
export function finishPackage(bytes: Uint8Array): Uint8Array {
  const parts = Object.entries(unzipSync(bytes));
  return packParts(new Map(parts.map(([name, part]) => [name, name === 'xl/styles.xml' ? strToU8(orderedFonts(strFromU8(part))) : part])));
}
