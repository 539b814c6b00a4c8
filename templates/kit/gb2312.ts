/**
 * Rows and columns that GB/T 2312-1980 fills, as [row, first, last] in EUC bytes. Rows B0 to F7 are its 6763 Hanzi.
 * The decoder knows the wider GBK, which fills the gaps with later characters: hence the list.
 */
const filled: readonly (readonly [row: number, first: number, last: number])[] = [
  [0xa1, 0xa1, 0xfe],
  [0xa2, 0xb1, 0xe2],
  [0xa2, 0xe5, 0xee],
  [0xa2, 0xf1, 0xfc],
  [0xa3, 0xa1, 0xfe],
  [0xa4, 0xa1, 0xf3],
  [0xa5, 0xa1, 0xf6],
  [0xa6, 0xa1, 0xb8],
  [0xa6, 0xc1, 0xd8],
  [0xa7, 0xa1, 0xc1],
  [0xa7, 0xd1, 0xf1],
  [0xa8, 0xa1, 0xba],
  [0xa8, 0xc5, 0xe9],
  [0xa9, 0xa4, 0xef],
  ...Array.from({ length: 0xf8 - 0xb0 }, (_, offset) => [0xb0 + offset, 0xa1, offset === 0xd7 - 0xb0 ? 0xf9 : 0xfe] as const),
];

const characters = new Set(decodeAll());

/**
 * True when a typeface cut to GB2312, such as 仿宋_GB2312, has the character. ASCII is in every typeface. Names such as
 * 堃, 镕, 頔 and the round zero 〇 are not.
 */
export function isGb2312(character: string): boolean {
  return character.charCodeAt(0) < 0x80 || characters.has(character);
}

function decodeAll(): string {
  const bytes = filled.flatMap(([row, first, last]) =>
    Array.from({ length: last - first + 1 }, (_, offset) => [row, first + offset]).flat(),
  );
  return new TextDecoder('gbk', { fatal: true }).decode(Uint8Array.from(bytes));
}
