import fc from 'fast-check';
import { expect, test } from 'vitest';
import { idGenerator, newId } from '../../db/new-id.ts';

const form = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

test('an id carries its time, its version and its variant', () => {
  const next = idGenerator({ now: () => 0x017f22e279b0, randomize: (bytes) => bytes.fill(0xff) });
  expect(next()).toBe('017f22e2-79b0-77ff-bfff-ffffffffffff');
  expect(next()).toBe('017f22e2-79b0-7800-bfff-ffffffffffff');
});

test('ids sort in the order they were made, whatever the clock does', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(5), { minLength: 2, maxLength: 50 }), fc.infiniteStream(fc.nat(255)), (clock, random) => {
      const times = clock.values();
      const next = idGenerator({
        now: () => 1_700_000_000_000 + (times.next().value ?? 0),
        randomize: (bytes) => bytes.set([...random.take(bytes.length)]),
      });
      const ids = clock.map(() => next());
      expect(ids).toEqual([...new Set(ids)].toSorted());
      expect(ids.every((id) => form.test(id))).toBe(true);
    }),
  );
});

test('more ids than a millisecond has room for still sort', () => {
  const next = idGenerator({ now: () => 1, randomize: (bytes) => bytes.fill(0x07) });
  const ids = Array.from({ length: 10_000 }, next);
  expect(ids).toEqual([...new Set(ids)].toSorted());
});

test('the program draws its ids from the clock and from chance', () => {
  const ids = Array.from({ length: 1000 }, newId);
  expect(ids).toEqual([...new Set(ids)].toSorted());
  expect(Math.abs(Number.parseInt((ids[0] ?? '').replace('-', '').slice(0, 12), 16) - Date.now())).toBeLessThan(60_000);
});
