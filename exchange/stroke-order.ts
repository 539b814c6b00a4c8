import cncharOrder from 'cnchar-order';

/** Strokes of 6,939 characters in the order they are written, a letter each. The package declares its plug-in, not its data. */
const { orders } = (cncharOrder as unknown as { readonly dict: { readonly orders: Readonly<Record<string, string>> } }).dict;

/** The five classes in their order: 横 (with 提), 竖 (with 竖钩), 撇, 点 (with 捺), 折. GF 3003-1999. */
const strokeClasses: Readonly<Record<string, string>> = { j: '1', i: '1', f: '2', g: '2', s: '3', k: '4', d: '4', l: '4' };
const turning = '5';

/**
 * Names in the order of their strokes (姓氏笔画), as public lists go: the surname by its number of strokes, then stroke by stroke
 * 横竖撇点折; of one surname the single given names first; then the given name in the same way. Equal names keep the order they came in.
 *
 * The collation `zh-u-co-stroke` of ICU will not do: it counts 阝 and 艹 as traditional characters do and puts 陈 and 黄 in the wrong place.
 */
export function inStrokeOrder<Item>(items: readonly Item[], nameOf: (item: Item) => string): Item[] {
  const keyed = items.map((item) => ({ item, key: Array.from(nameOf(item), placeOf) }));
  return keyed.toSorted((one, other) => compareKeys(one.key, other.key)).map(({ item }) => item);
}

function compareKeys([surname = '', ...given]: readonly string[], [otherSurname = '', ...otherGiven]: readonly string[]): number {
  if (surname !== otherSurname) return surname < otherSurname ? -1 : 1;
  if (given.length !== otherGiven.length) return given.length - otherGiven.length;
  const differs = given.findIndex((place, index) => place !== otherGiven[index]);
  return differs === -1 ? 0 : (given[differs] ?? '') < (otherGiven[differs] ?? '') ? -1 : 1;
}

/** Sorts as text: number of strokes, the strokes, the character. A character without data stands behind all others. */
function placeOf(character: string): string {
  const strokes = orders[character];
  const classes = strokes === undefined ? '' : Array.from(strokes, (letter) => strokeClasses[letter] ?? turning).join('');
  return `${strokes === undefined ? '99' : String(strokes.length).padStart(2, '0')}${classes}${character}`;
}
