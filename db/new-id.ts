import { randomFillSync } from 'node:crypto';

/** Where ids come from: milliseconds since 1970 and random bytes. Passed in, so that a test can repeat itself. */
export interface IdSource {
  now(): number;
  /** Overwrites the array with random bytes. */
  randomize(bytes: Uint8Array): void;
}

/**
 * Makes a function that returns a new UUIDv7 (RFC 9562) at each call. Ids of one such function sort in the order they
 * were made, also within a millisecond and when the clock is set back: the 12 bits after the time count up from a random start,
 * and when they run over, the time field moves on by one.
 */
export function idGenerator(source: IdSource): () => string {
  const random = new Uint8Array(10);
  let time = -1;
  let counter = 0;
  return () => {
    source.randomize(random);
    const start = (((random[0] ?? 0) << 8) | (random[1] ?? 0)) & 0x7ff;
    const now = source.now();
    if (now > time) {
      time = now;
      counter = start;
    } else if (counter < 0xfff) {
      counter += 1;
    } else {
      time += 1;
      counter = start;
    }
    const hexTime = time.toString(16).padStart(12, '0');
    const variant = (((random[2] ?? 0) & 0x3f) | 0x80).toString(16);
    const rest = Buffer.from(random.buffer, 3, 7).toString('hex');
    return `${hexTime.slice(0, 8)}-${hexTime.slice(8)}-7${counter.toString(16).padStart(3, '0')}-${variant}${rest.slice(0, 2)}-${rest.slice(2)}`;
  };
}

/** A new UUIDv7 from the computer's clock and randomness. */
export const newId: () => string = idGenerator({ now: Date.now, randomize: randomFillSync });
