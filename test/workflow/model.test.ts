import { rmSync } from 'node:fs';
import { dirname } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { invariants, moneyLeft, violationsOf } from './invariants.ts';
import { diceFrom } from './model/dice.ts';
import { dumpWithoutIds } from './model/dump-register.ts';
import { copyOf, makeStartRegisters, type StartRegister } from './model/start-register.ts';
import { beginWalk, type Tally } from './model/walk.ts';

/**
 * Random acts by all seats against real registers. More of them: `MINGSHI_WALKS=200 MINGSHI_WALK_ACTS=1500 vitest run test/workflow/model.test.ts`;
 * other ones: `MINGSHI_WALK_SEED=…`. A failure names its seed, and tells the story of the walk, cut short as far as it still fails.
 */
const setting = (name: string, usual: number) => Number(process.env[name] ?? usual);
const walks = setting('MINGSHI_WALKS', 5);
const acts = setting('MINGSHI_WALK_ACTS', 400);
const seed = setting('MINGSHI_WALK_SEED', 20_141_010);

const total: Tally = new Map();
/** The last walk that came to its end, and the register it left. */
let walked: { readonly start: number; readonly walk: number; readonly dump: string } | undefined;
let starts: readonly StartRegister[] = [];
beforeAll(async () => {
  starts = await makeStartRegisters();
});
afterAll(() => rmSync(dirname(starts[0]?.file ?? ''), { recursive: true }));

/** What a walk ends with: its dump and tally, or what went wrong and its story. */
type Ended = { readonly dump: string; readonly tally: Tally } | { readonly wrong: Error; readonly story: readonly string[] };

/** A walk is a list of dice; 0 is a step not taken, so that a failing walk can be cut short. */
async function walkThrough(start: number, dice: readonly number[]): Promise<Ended> {
  const from = starts[[0, 1, 2, 2][start] ?? 0];
  if (from === undefined) throw new Error('no register to start from');
  const dataFolder = copyOf(from);
  const walk = beginWalk(dataFolder, from.day);
  try {
    for (const die of dice) {
      await walk.step(die);
      if (die !== 0) requireNone(violationsOf(walk.db, invariants.afterEachAct));
    }
    requireNone(violationsOf(walk.db, invariants.atTheEnd));
    expect(await walk.balances()).toEqual(moneyLeft(walk.db));
    return { dump: dumpWithoutIds(walk.db), tally: walk.tally };
  } catch (error) {
    return { wrong: error instanceof Error ? error : new Error(String(error)), story: walk.story };
  } finally {
    walk.close();
    rmSync(dirname(dataFolder), { recursive: true });
  }
}

function requireNone(violations: readonly string[]): void {
  if (violations.length > 0) throw new Error(violations.join('\n'));
}

/** The dice of a failing walk with as many steps left out as half a minute finds, and what then goes wrong. */
async function shortened(start: number, dice: readonly number[], failed: Extract<Ended, { wrong: Error }>) {
  const until = Date.now() + 30_000;
  let best = { dice, failed };
  for (let size = Math.ceil(dice.length / 2); size >= 1 && Date.now() < until; size = size === 1 ? 0 : Math.ceil(size / 2)) {
    for (let from = 0; from < dice.length && Date.now() < until; from += size) {
      const without = best.dice.map((die, index) => (index >= from && index < from + size ? 0 : die));
      if (without.every((die, index) => die === best.dice[index])) continue;
      const ended = await walkThrough(start, without);
      if ('wrong' in ended) best = { dice: without, failed: ended };
    }
  }
  return best.failed;
}

/** The dice of a walk, never 0. */
function diceOf(walk: number): readonly number[] {
  const dice = diceFrom(walk);
  return Array.from({ length: acts }, () => dice.below(0x7fff_fffe) + 1);
}

/** Walks from a start, and fails with a short story when something goes wrong. */
async function sound(start: number, walk: number): Promise<Extract<Ended, { dump: string }>> {
  const ended = await walkThrough(start, diceOf(walk));
  if (!('wrong' in ended)) return ended;
  const { wrong, story } = await shortened(start, diceOf(walk), ended);
  throw Object.assign(new Error(`${wrong.message}\n\n${story.join('\n')}`), { cause: wrong });
}

describe('random acts of all seats', () => {
  it('keep every invariant of the Measures, change nothing when refused, and leave no trace when taken back', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(3), fc.noBias(fc.nat()), async (start, walk) => {
        const { dump, tally } = await sound(start, walk);
        walked = { start, walk, dump };
        for (const [name, { tried, done }] of tally) {
          const sum = total.get(name) ?? { tried: 0, done: 0 };
          total.set(name, { tried: sum.tried + tried, done: sum.done + done });
        }
      }),
      { numRuns: walks, seed, endOnFailure: true },
    );
  }, 3_600_000);

  it('end the same when done again on the same days', async () => {
    if (walked === undefined) throw new Error('no walk came to its end');
    const { start, walk, dump } = walked;
    expect((await sound(start, walk)).dump).toBe(dump);
  }, 3_600_000);

  it('reach most commands', () => {
    const reached = [...total].filter(([, { done }]) => done > 0).length;
    if (process.env['MINGSHI_WALKS'] !== undefined) {
      console.info([...total].map(([name, { tried, done }]) => `${name.padEnd(32)}${done} of ${tried}`).join('\n'));
    }
    expect(reached).toBeGreaterThan(total.size / 2);
  });
});
