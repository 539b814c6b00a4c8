import fc from 'fast-check';
import { expect, it } from 'vitest';
import { ledgerOfLetter, readActivities } from '../../db/queries/activity-ledger.ts';
import { readLetters } from '../../db/queries/commitment-letters.ts';
import { addDays, plainDate } from '../../policy/plain-date.ts';
import { Refusal } from '../../policy/refusal.ts';
import { education, type RoundRegister, roundRegister, studioOf } from './round-register.ts';

const studio = studioOf(education, 1);
const from = plainDate('2026-03-01');
const codes = ['1-1', '1-2', '2-1', '2-2', '3-1', '3-2', '4-1', '5-1'] as const;

/** Something a bureau tries with the ledger; days count from the cycle's first on, a few fall outside. Amounts are hundredths. */
const tries = fc.record({
  correct: fc.boolean(),
  row: fc.nat(30),
  cancel: fc.boolean(),
  task: fc.nat(codes.length),
  amount: fc.integer({ min: -1, max: 20_000 }),
  day: fc.integer({ min: -2, max: 740 }),
});
type Try = typeof tries extends fc.Arbitrary<infer Value> ? Value : never;

/** Does it; returns whether it was done. A refusal in Chinese is an answer, whatever else is thrown is not. */
function attempt({ db, idOf, act }: RoundRegister, { correct, row, cancel, task, amount, day }: Try): boolean {
  const code = codes[task] ?? '9-9';
  const what = { task: code, amount: amount / 100, date: addDays(from, day), ...(code === '3-1' ? { level: 'district' } : {}) };
  try {
    if (correct) {
      const activity = 1 + (row % (readActivities(db, idOf(studio)).length + 1));
      act(education, 'correct-activity', studio, { activity, reason: '误', ...(cancel ? { cancel: '是' } : what) });
    } else {
      act(education, 'record-activity', studio, { title: '活动', evidence: '签到表', ...what });
    }
    return true;
  } catch (error) {
    if (error instanceof Refusal && error.message.startsWith('无法')) return false;
    throw error;
  }
}

it('the sums of the ledger are those of the rows that stand, whatever is recorded and corrected', () => {
  let done = 0;
  fc.assert(
    fc.property(fc.array(tries, { minLength: 10, maxLength: 40 }), (sequence) => {
      const register = roundRegister();
      register.moveTo('2026-07-20');
      register.act(education, 'sign-commitment-letter', studio, { cycleFrom: from });
      register.moveTo('2028-12-31');
      const studioId = register.idOf(studio);
      for (const each of sequence) done += attempt(register, each) ? 1 : 0;
      const rows = readActivities(register.db, studioId);
      const standing = rows.filter(({ reversed, reverses }) => !reversed && reverses === null);
      const hundredths = (taskId: string, first: string, last: string) =>
        standing
          .filter((row) => row.taskId === taskId && first <= row.heldOn && row.heldOn <= last)
          .reduce((sum, { amount }) => sum + Math.round(amount * 100), 0);
      const [letter] = readLetters(register.db, studioId);
      if (letter === undefined) throw new Error('no letter');
      const sums = ledgerOfLetter(register.db, letter);
      for (const { id } of letter.tasks) {
        const years = [hundredths(id, '2026-03-01', '2027-02-28'), hundredths(id, '2027-03-01', '2028-02-29')];
        expect(sums.get(id)).toEqual({ years: years.map((year) => year / 100), cycle: ((years[0] ?? 0) + (years[1] ?? 0)) / 100 });
      }
      expect(rows.map(({ sequence: number }) => number)).toEqual(rows.map((_row, index) => index + 1));
    }),
    { numRuns: 40 },
  );
  expect(done).toBeGreaterThan(200);
});
