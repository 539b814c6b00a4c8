import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { liveThrough, storyOf, storyPath, type TakenStep } from './full-life.ts';

let taken: readonly TakenStep[] = [];
beforeAll(async () => {
  taken = await liveThrough();
}, 300_000);

describe('the lives of two studios at the command line', () => {
  it('are refused where the Measures say so, and nowhere else', () => {
    const refused = taken.filter(({ run }) => run.code !== 0).map(({ day, line, run }) => `${run.code} ${day} ${line.split(' ')[1] ?? ''}`);
    expect(refused).toEqual(['1 2026-09-15 award-plaque', '1 2026-09-18 decide-grant', '1 2027-06-23 apply-to-round']);
  });

  it('are told in docs/full-life.md as they went: node test/headless/full-life.ts writes it anew', () => {
    expect(readFileSync(storyPath, 'utf8')).toBe(storyOf(taken));
  });
});
