import type { Dice } from '../workflow/model/dice.ts';

/** One change to the bytes of a file, by its name. */
const changes: Readonly<Record<string, (bytes: Uint8Array, dice: Dice) => Uint8Array>> = {
  flip(bytes, dice) {
    const changed = bytes.slice();
    for (let count = dice.below(8); count >= 0; count--) changed[dice.below(bytes.length)] = dice.below(256);
    return changed;
  },
  // The directory of an archive stands last: sizes, places and names.
  'flip-end'(bytes, dice) {
    const changed = bytes.slice();
    for (let count = dice.below(4); count >= 0; count--)
      changed[bytes.length - 1 - dice.below(Math.min(bytes.length, 1200))] = dice.below(256);
    return changed;
  },
  'wrong-size'(bytes, dice) {
    const changed = Buffer.from(bytes);
    const entries = [...placesOf(changed, [0x50, 0x4b, 0x01, 0x02])];
    if (entries.length === 0) return changed.subarray(0, dice.below(changed.length));
    const size = dice.oneOf([0, 1, 0x7f_ff_ff_ff, 0xff_ff_ff_ff, dice.below(1_000_000)]);
    changed.writeUInt32LE(size, dice.oneOf(entries) + dice.oneOf([16, 20, 24, 42]));
    return changed;
  },
  cut(bytes, dice) {
    const from = dice.below(bytes.length);
    return joined(bytes.subarray(0, from), bytes.subarray(from + 1 + dice.below(500)));
  },
  truncate: (bytes, dice) => bytes.slice(0, dice.below(bytes.length)),
  insert(bytes, dice) {
    const at = dice.below(bytes.length);
    const more = Uint8Array.from({ length: 1 + dice.below(200) }, () => dice.below(256));
    return joined(bytes.subarray(0, at), more, bytes.subarray(at));
  },
  duplicate(bytes, dice) {
    const from = dice.below(bytes.length);
    const until = from + dice.below(2000);
    return joined(bytes.subarray(0, until), bytes.subarray(from));
  },
};

function* placesOf(bytes: Buffer, signature: readonly number[]): Generator<number> {
  for (let at = bytes.indexOf(Buffer.from(signature)); at !== -1; at = bytes.indexOf(Buffer.from(signature), at + 1)) yield at;
}

function joined(...parts: readonly Uint8Array[]): Uint8Array {
  return new Uint8Array(Buffer.concat(parts));
}

/** The file with one change to its bytes, and the name of the change. */
export function mutateBytes(bytes: Uint8Array, dice: Dice): { readonly change: string; readonly bytes: Uint8Array } {
  const [name, change] = dice.oneOf(Object.entries(changes));
  return { change: `bytes ${name}`, bytes: change(bytes, dice) };
}
