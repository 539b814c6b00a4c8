import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { commands } from '../../workflow/commands.ts';
import { requireNone, violationsOf } from './invariants/invariant.ts';
import { atTheEnd } from './invariants/invariants.ts';
import { moneyLeft } from './invariants/money.ts';
import { dumpWithoutIds } from './model/dump-register.ts';
import { replay } from './model/replay.ts';
import { makeStartRegisters, type StartRegister, type StartRegisters, withCopyOf } from './model/start-registers.ts';
import { beginWalk } from './model/walk.ts';
import { directedWalk, modelOf, type Tally, walkSteps } from './model/walk-steps.ts';

/**
 * Random walks of acts by all seats on real registers, composed, and when they fail cut short, by fast-check. `npm run walks` takes
 * thousands of them. A failure names a seed, a path and a replayPath; that walk alone is taken again by
 * `MINGSHI_WALK_SEED=… MINGSHI_WALK_PATH=… MINGSHI_WALK_REPLAY=… vitest run test/workflow/model.test.ts`.
 */
const setting = (name: string, usual: number) => Number(process.env[name] ?? usual);
const walks = setting('MINGSHI_WALKS', 30);
const longest = setting('MINGSHI_WALK_STEPS', 240);
const seed = setting('MINGSHI_WALK_SEED', 20_141_010);
const { MINGSHI_WALK_PATH: path, MINGSHI_WALK_REPLAY: replayPath } = process.env;

const tally: Tally = new Map();
const sums = { walks: 0, deeds: 0, takenBack: 0, megabytes: 0 };
/** Commands not done yet. */
const missed = () => commands.map(({ name }) => name).filter((name) => (tally.get(name)?.done ?? 0) === 0);
let registers: StartRegisters | undefined;
beforeAll(async () => {
  registers = await makeStartRegisters();
}, 300_000);
afterAll(() => registers?.remove());

/** Takes a walk from a start, does all of it again, and takes back what can be taken back. */
async function walkFrom(start: StartRegister, steps: ReturnType<typeof walkSteps> extends fc.Arbitrary<infer Steps> ? Steps : never) {
  const { dump, deeds } = await withCopyOf(start, async (dataFolder) => {
    const walk = beginWalk(dataFolder);
    try {
      const model = modelOf(walk, start.day, tally);
      await fc.asyncModelRun(() => ({ model, real: walk }), steps);
      requireNone(violationsOf(walk.db, atTheEnd));
      expect(await walk.balances(model.today, model.look().departments[0]?.name ?? '')).toEqual(moneyLeft(walk.db));
      return { dump: dumpWithoutIds(walk.db), deeds: walk.deeds };
    } finally {
      walk.close();
    }
  });
  const again = await replay(start, deeds);
  if (again.dump !== dump) throw new Error('the same acts on the same days came to another register');
  sums.walks += 1;
  sums.deeds += deeds.length;
  sums.takenBack += again.takenBack;
  sums.megabytes = Math.max(sums.megabytes, Math.round(process.memoryUsage.rss() / 2 ** 20));
}

describe('random acts of all seats', () => {
  it('keep every invariant, change nothing when refused, leave no trace when taken back, and come to the same when done again', async () => {
    const { starts } = registers ?? { starts: [] };
    const from = fc.noShrink(fc.noBias(fc.nat(starts.length - 1)));
    const property = fc.asyncProperty(from, walkSteps(longest, replayPath), async (index, steps) => {
      const start = starts[index];
      if (start === undefined) throw new Error('no register to start from');
      await walkFrom(start, steps);
    });
    await fc.assert(property, {
      numRuns: walks,
      seed,
      ...(path === undefined ? {} : { path }),
    });
  }, 3_600_000);

  it('reach every command, those that chance left out on a directed walk from each start', async () => {
    for (const start of registers?.starts ?? []) {
      if (missed().length === 0) break;
      await withCopyOf(start, async (dataFolder) => {
        const walk = beginWalk(dataFolder);
        try {
          await directedWalk(modelOf(walk, start.day, tally), walk);
          requireNone(violationsOf(walk.db, atTheEnd));
        } finally {
          walk.close();
        }
      });
    }
    if (process.env['MINGSHI_WALKS'] !== undefined) {
      const told = [...tally].map(([name, { tried, done }]) => `${name.padEnd(32)}${done} of ${tried}`);
      const [tried, done] = [...tally.values()].reduce(([all, some], each) => [all + each.tried, some + each.done], [0, 0]);
      console.info(told.join('\n'), { ...sums, tried, done, refused: tried - done });
    }
    expect(missed()).toEqual([]);
  }, 600_000);

  it('take little memory', () => expect(sums.megabytes).toBeLessThan(1500));
});
