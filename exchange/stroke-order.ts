import cncharOrder from 'cnchar-order';

/** Strokes of 6,939 characters in the order they are written, a letter each. The package declares its plug-in, not its data. */
const { orders } = (cncharOrder as unknown as { readonly dict: { readonly orders: Readonly<Record<string, string>> } }).dict;

/** The five classes in their order: 横 (with 提), 竖 (with 竖钩), 撇, 点 (with 捺), 折. GF 3003-1999. */
const strokeClasses: Readonly<Record<string, number>> = { j: 1, i: 1, f: 2, g: 2, s: 3, k: 4, d: 4, l: 4 };
const turning = 5;
const fallback = new Intl.Collator('zh-CN-u-co-stroke');

/**
 * Order by strokes of the name (按姓氏笔画为序): fewer strokes first, then stroke by stroke 横竖撇点折, character after character.
 * The collation `zh-u-co-stroke` of ICU counts 阝 and 艹 as traditional characters do and would put 陈 and 黄 in the wrong place; it
 * only orders characters the data does not have, after all that it has.
 */
export function compareByStrokes(one: string, other: string): number {
  const [first, second] = [[...one], [...other]];
  for (let index = 0; index < Math.min(first.length, second.length); index++) {
    const difference = compareCharacters(first[index] ?? '', second[index] ?? '');
    if (difference !== 0) return difference;
  }
  return first.length - second.length;
}

function compareCharacters(one: string, other: string): number {
  if (one === other) return 0;
  const [first, second] = [orders[one], orders[other]];
  if (first === undefined || second === undefined) {
    if (first !== undefined) return -1;
    if (second !== undefined) return 1;
    return fallback.compare(one, other) || (one < other ? -1 : 1);
  }
  if (first.length !== second.length) return first.length - second.length;
  for (let index = 0; index < first.length; index++) {
    const difference = strokeClass(first[index]) - strokeClass(second[index]);
    if (difference !== 0) return difference;
  }
  return one < other ? -1 : 1;
}

function strokeClass(letter: string | undefined): number {
  return strokeClasses[letter ?? ''] ?? turning;
}
