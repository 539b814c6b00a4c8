import { type Outcome, simulate } from './simulate.ts';
import { reportOf } from './tally.ts';

/**
 * `npm run simulate`: three years of the district from many seeds, one after the other. `MINGSHI_SEEDS` says how many (20), `MINGSHI_SEED`
 * which comes first (1); a failing one is told and runs again the same with `MINGSHI_SEEDS=1 MINGSHI_SEED=…`.
 */
const first = Number(process.env['MINGSHI_SEED'] ?? 1);
const seeds = Number(process.env['MINGSHI_SEEDS'] ?? 20);

async function tryOne(seed: number): Promise<Outcome | undefined> {
  try {
    return await simulate(seed);
  } catch (error) {
    console.error(`seed ${seed}:`, error);
    process.exitCode = 1;
    return undefined;
  }
}

for (let seed = first; seed < first + seeds; seed += 1) {
  const outcome = await tryOne(seed);
  if (outcome !== undefined)
    console.info(`seed ${seed}: ${reportOf(outcome.tally)}, ${outcome.studios} studios, ${outcome.agreed} facts agreed on`);
}
