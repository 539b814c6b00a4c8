import { charactersByStrokes } from './characters-by-strokes.ts';

/** More than there are characters of any one number of strokes. */
const strokeStep = 1000;

/** Each known character's place: thousands are its strokes, the rest its order among those of as many strokes. */
const places = new Map(
  charactersByStrokes.flatMap((characters, index) =>
    Array.from(characters, (character, order) => [character, (index + 1) * strokeStep + order] as const),
  ),
);

/** Counts strokes the Taiwanese way (陈 has one more), so it is asked only about characters the list does not have. */
const collator = new Intl.Collator('zh-u-co-stroke');

/**
 * Names in the order of their strokes (姓氏笔画), as public lists go: by the strokes of the surname, their number first and then each in
 * turn; of one surname those with a single given name first; then by the strokes of the given name. Equal names keep the order they came in.
 */
export function inStrokeOrder<Item>(items: readonly Item[], nameOf: (item: Item) => string): Item[] {
  const keyed = items.map((item) => ({ item, key: Array.from(nameOf(item), placeOf) }));
  return keyed.toSorted((one, other) => compareKeys(one.key, other.key)).map(({ item }) => item);
}

function compareKeys([surname = 0, ...given]: readonly number[], [otherSurname = 0, ...otherGiven]: readonly number[]): number {
  if (surname !== otherSurname) return surname - otherSurname;
  if (given.length !== otherGiven.length) return given.length - otherGiven.length;
  const differences = given.map((place, index) => place - (otherGiven[index] ?? 0));
  return differences.find((difference) => difference !== 0) ?? 0;
}

function placeOf(character: string): number {
  return places.get(character) ?? (strokesByCollation(character) + 1) * strokeStep - 1;
}

/** The collation holds a mark before the characters of each number of strokes: U+FDD0 and that number above U+2800. */
function strokesByCollation(character: string): number {
  const most = 64;
  for (let strokes = most; strokes > 0; strokes--) {
    if (collator.compare(character, `\uFDD0${String.fromCharCode(0x2800 + strokes)}`) >= 0) return strokes;
  }
  return 0;
}
