/** The stroke collation of the Unicode CLDR: number of strokes, then their order, character by character. */
const collator = new Intl.Collator('zh-u-co-stroke');

/**
 * People in the order of the strokes of their names (姓氏笔画), as lists of public notices go. Those of the same name
 * keep the order they came in.
 */
export function inStrokeOrder<Item>(items: readonly Item[], nameOf: (item: Item) => string): Item[] {
  return items.toSorted((one, other) => collator.compare(nameOf(one), nameOf(other)));
}
