/** A source of choices that says the same again from the same number. */
export interface Dice {
  /** A whole number from 0 up to, not including, `below`. */
  readonly below: (below: number) => number;
  /** True in so many of a hundred throws. */
  readonly percent: (chance: number) => boolean;
  /** One of several. Throws for none. */
  readonly oneOf: <Item>(items: readonly Item[]) => Item;
  /** One of several, each as often as its weight says; `undefined` when no weight is above zero. */
  readonly weighted: <Item>(items: readonly Item[], weightOf: (item: Item) => number) => Item | undefined;
}

/** Dice thrown from a seed (mulberry32). */
export function diceFrom(seed: number): Dice {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (limit: number) => Math.floor(next() * limit);
  return {
    below,
    percent: (chance) => below(100) < chance,
    oneOf(items) {
      const item = items[below(items.length)];
      if (item === undefined) throw new Error('nothing to choose from');
      return item;
    },
    weighted(items, weightOf) {
      const weights = items.map(weightOf);
      let left = next() * weights.reduce((sum, weight) => sum + weight, 0);
      return items.find((_item, index) => {
        left -= weights[index] ?? 0;
        return left < 0;
      });
    },
  };
}
