/** Things one after the other, made when they are asked for, so that a long list is never whole in memory. An array is one too. */
export interface Series<Item> extends Iterable<Item> {
  readonly length: number;
}

/** What is made of each of a series, anew whenever it is gone through. */
export function mapSeries<Item, Result>(items: Series<Item>, make: (item: Item, index: number) => Result): Series<Result> {
  return {
    length: items.length,
    *[Symbol.iterator]() {
      let index = 0;
      for (const item of items) {
        yield make(item, index);
        index += 1;
      }
    },
  };
}

/** Several series, one after the other. */
export function joinSeries<Item>(parts: readonly Series<Item>[]): Series<Item> {
  return {
    length: parts.reduce((sum, { length }) => sum + length, 0),
    *[Symbol.iterator]() {
      for (const part of parts) yield* part;
    },
  };
}
