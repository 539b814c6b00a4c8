import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type FuzzTally, fillFolder, runCases, stateOf } from './run-cases.ts';

/**
 * Changed workbooks through the recognition and preview of real registers. `npm run fuzz` looks at thousands of them. A failure names its
 * number and its file, which is kept; the case alone is made again by `MINGSHI_FUZZ_SEED=… MINGSHI_FUZZ_CASE=… npm run fuzz`.
 */
const setting = (name: string, usual: number) => Number(process.env[name] ?? usual);
const first = setting('MINGSHI_FUZZ_CASE', 0);
const cases = process.env['MINGSHI_FUZZ_CASE'] === undefined ? setting('MINGSHI_FUZZ', 200) : 1;
const seed = setting('MINGSHI_FUZZ_SEED', 20_141_010);

const folder = mkdtempSync(join(tmpdir(), 'mingshi-fuzz-'));
/** Two processes look at a time, each at registers of its own: a register has one writer. */
const lanes = ['one', 'two'].map((name) => join(folder, name));
const tally: FuzzTally = { counts: new Map(), failures: [], slowest: 0, largest: 0 };
beforeAll(async () => {
  const [made = folder, ...copies] = lanes;
  await fillFolder(made);
  for (const copy of copies) cpSync(made, copy, { recursive: true });
}, 300_000);
afterAll(() => {
  if (tally.failures.length === 0) rmSync(folder, { recursive: true });
});

it('every changed workbook comes to a preview, its errors marked, or a refusal, within its time and memory, and nothing is written', async () => {
  const before = lanes.map(stateOf);
  await Promise.all(lanes.map((lane, index) => runCases(lane, seed, first + index, first + cases, lanes.length, tally)));
  const counts = [...tally.counts].toSorted(([one], [other]) => (one < other ? -1 : 1));
  const sum = (of: 'previewed' | 'refused') => counts.reduce((total, [, count]) => total + count[of], 0);
  if (process.env['MINGSHI_FUZZ'] !== undefined)
    console.log(counts.map(([change, { previewed, refused }]) => `${change}: ${previewed} previewed, ${refused} refused`).join('\n'));
  console.log(
    `seed ${seed}: ${sum('previewed')} previewed, ${sum('refused')} refused; ` +
      `the slowest took ${tally.slowest.toFixed(2)} s of the processor, the largest ${tally.largest} MB`,
  );
  expect(tally.failures).toEqual([]);
  expect(lanes.map((lane, index) => stateOf(lane) === before[index])).toEqual(lanes.map(() => true));
  expect(sum('previewed') + sum('refused')).toBe(cases);
}, 7_200_000);
