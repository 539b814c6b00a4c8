import { expect, it } from 'vitest';
import { simulate } from './simulate.ts';
import { reportOf } from './tally.ts';

/** Another seed than the usual one: `MINGSHI_SEED=…`. */
const seed = Number(process.env['MINGSHI_SEED'] ?? 1);

it('seven desks with nothing but files between them keep the Measures for three years, and agree at the end on what they share', async () => {
  const { tally, studios, agreed } = await simulate(seed);
  console.info(`seed ${seed}: ${reportOf(tally)}, ${studios} studios, ${agreed} facts agreed on`);
  // What was to be tried was tried: a district in which nothing happens agrees on everything.
  expect(studios).toBeGreaterThanOrEqual(200);
  expect(agreed).toBeGreaterThan(300);
  for (const times of [tally.lost, tally.twice, tally.late, tally.edited, tally.conflicts, tally.partly, tally.unchanged, tally.takenBack])
    expect(times).toBeGreaterThan(0);
  const acts = [
    'return',
    'award-plaque',
    'decide-grant',
    'issue-rectification-notice',
    'record-reinspection',
    'record-periodic-assessment',
    'approve-periodic-result',
    'renew-letter',
    'change-lead',
    'rename-studio',
  ];
  const files = [
    'application-list',
    'filing',
    'filing-receipt',
    'recommendation',
    'round-result',
    'assessment-approval',
    'assessment-decision',
    'score-sheet',
    'activity-ledger',
    'expense-ledger',
  ];
  const wanted = [...acts, 'revoke', 'change-departments', 'add-measures', ...files];
  expect(wanted.filter((what) => !tally.done.has(what))).toEqual([]);
}, 600_000);
