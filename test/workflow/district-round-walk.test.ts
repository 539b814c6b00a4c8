import fc from 'fast-check';
import { expect, it } from 'vitest';
import { verifyAudit } from '../../db/audit.ts';
import { addDays, plainDate } from '../../policy/plain-date.ts';
import { Refusal } from '../../policy/refusal.ts';
import { commandNamed } from '../../workflow/commands.ts';
import { roundCommands } from '../../workflow/round/round-commands.ts';
import { roundDutiesOf } from '../../workflow/round/round-duties.ts';
import {
  bureauOf,
  carryRound,
  civil,
  education,
  experts,
  hr,
  office,
  type RoundRegister,
  roundRegister,
  studioOf,
  union,
} from './round-register.ts';

const studios = ([education, union, civil] as const).flatMap((bureau) => [studioOf(bureau, 1), studioOf(bureau, 2), studioOf(bureau, 3)]);

const recommended = studios.filter((_studio, index) => index % 3 < 2);

/** One roll: what is done, on which studio, with which of the answers. */
interface Roll {
  readonly kind: number;
  readonly studio: number;
  readonly choice: number;
}

/** Answers on both sides of the limits. */
function answersOf(command: string, choice: number, studio: string): Readonly<Record<string, unknown>> {
  const pick = <Value>(...values: readonly Value[]) => values[choice % values.length];
  const all: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
    'apply-to-round': { unitAgreed: pick('是', '是', '否') },
    'withdraw-from-round': { reason: '放弃' },
    recommend: { rank: pick(1, 2, 3), reason: '业绩突出' },
    'inspect-candidate': { inspectors: '林清源', result: pick('pass', 'pass', 'fail'), opinion: '已看' },
    'set-round-criteria': { title: { 1: '业绩' }, points: { 1: 100 }, dropExtremes: pick('否', '是') },
    'register-expert': { name: pick(...experts, '钟离远'), employer: '市教育科学研究院', declared: '是' },
    'declare-conflict': { expert: pick(...experts), reason: '亲属' },
    'record-expert-scores': { expert: pick(...experts, '钟离远'), score: { 1: pick(80, 90, 90, 95, 101) }, correction: '重评' },
    'settle-tie': { chosen: studio, decidedBy: '局长办公会', reason: '惠及面更广' },
    shortlist: pick({}, { reason: '行业布局' }) ?? {},
    'approve-shortlist': pick({ minutes: '纪要' }, { minutes: '纪要', rejected: studio, reason: '布局' }) ?? {},
    'register-objection': { objector: '何人', content: '何事' },
    'settle-objection': { outcome: pick('unfounded', 'unfounded', 'upheld'), finding: '已查', objection: pick(1, 2) },
    'decide-grant': {
      nature: pick('public-benefit', 'with-market-function'),
      amount: pick('80000', '50000', '60000', '30000', '29999.99', '80000.01'),
    },
    'pay-grant': { voucher: `付-${choice}`, amount: pick('10000', '80000', '80000.01'), spent: '50000' },
  };
  return all[command] ?? {};
}

function seatOf(command: string, studio: string): string {
  const [kind] = commandNamed(command).powers;
  if (kind === 'sector-bureau') return bureauOf(studio);
  return kind === 'hr-bureau' ? hr : office;
}

/** What the Measures never allow, read from the tables. */
const never: Readonly<Record<string, string>> = {
  'six plaques of a year': 'SELECT round_id FROM round_entries WHERE awarded_on IS NOT NULL GROUP BY round_id HAVING count(*) > 5',
  'six on the list': `SELECT round_id FROM round_entries WHERE shortlisted_on IS NOT NULL AND ended_on IS NULL GROUP BY round_id HAVING count(*) > 5`,
  'three recommendations': `SELECT round_id FROM round_entries WHERE recommended_on IS NOT NULL GROUP BY round_id, department_id HAVING count(*) > 2`,
  'a plaque before its time': `SELECT entry.id FROM round_entries AS entry LEFT JOIN public_notices AS notice ON notice.id = entry.notice_id
    WHERE awarded_on IS NOT NULL AND (notice.id IS NULL OR awarded_on <= date(notice.posted_on, '+5 days') OR approval IS NOT 'approve')`,
  'a plaque against an objection': `SELECT entry.id FROM round_entries AS entry JOIN objections ON objections.entry_id = entry.id
    WHERE awarded_on IS NOT NULL AND (settled_on IS NULL OR settled_on > awarded_on OR outcome <> 'unfounded')`,
  'a title without its plaque': `SELECT studio_id FROM designations WHERE level = 'district'
    EXCEPT SELECT studio_id FROM round_entries WHERE awarded_on IS NOT NULL`,
  'a grant outside its range': `SELECT id FROM grants WHERE amount NOT BETWEEN CASE nature WHEN 'public-benefit' THEN 5000000 ELSE 3000000 END
    AND CASE nature WHEN 'public-benefit' THEN 8000000 ELSE 6000000 END`,
  'more paid than granted': `SELECT grants.id FROM grants JOIN grant_payments ON grant_id = grants.id GROUP BY grants.id
    HAVING sum(grant_payments.amount) > grants.amount`,
  'a score against a conflict': `SELECT round_entries.id FROM round_entries JOIN expert_scores ON entry_id = round_entries.id
    JOIN round_conflicts USING (entry_id, expert_id) WHERE scored_on > declared_on`,
};

function step({ act, contextOf, moveTo }: RoundRegister, day: string, { kind, studio: index, choice }: Roll): string {
  const studio = studios[index % studios.length] ?? '';
  const run = (command: string, of: string) => {
    const asked = commandNamed(command);
    act(seatOf(command, of), command, asked.scope === 'desk' ? null : of, answersOf(command, choice, of));
  };
  if (kind === 0) {
    const later = addDays(plainDate(day), choice % 12 === 0 ? 200 : choice % 9);
    moveTo(later);
    return later;
  }
  // Most of the time somebody does what is due; otherwise anybody tries anything.
  const seat = [bureauOf(studio), hr, office][choice % 3] ?? hr;
  const due = kind < 5 ? roundDutiesOf(contextOf(seat)) : [];
  const duty = due[choice % Math.max(due.length, 1)];
  const random = roundCommands[(choice + kind) % roundCommands.length]?.name ?? '';
  const command = duty?.action ?? random;
  try {
    run(command, duty?.studio ?? studio);
    done.set(command, (done.get(command) ?? 0) + 1);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    refusals.add(error.message);
  }
  return day;
}

const done = new Map<string, number>();
const refusals = new Set<string>();

it('random acts of all seats over years of rounds never break a limit, and the database never has to say so itself', () => {
  // A reviewed round to begin with, ties included; the rounds of later years begin from nothing.
  const points = fc.array(fc.integer({ min: 89, max: 92 }), { minLength: 6, maxLength: 6 });
  const roll = fc.record({ kind: fc.nat(9), studio: fc.nat(8), choice: fc.nat(719) });
  fc.assert(
    fc.property(points, fc.array(roll, { minLength: 200, maxLength: 200 }), (given, rolls) => {
      const register = roundRegister();
      carryRound(register, Object.fromEntries(given.map((each, index) => [recommended[index] ?? '', each])), 'reviewed');
      let day = '2026-07-20';
      for (const each of rolls) day = step(register, day, each);
      const broken = Object.entries(never).filter(([, sql]) => register.db.$client.prepare(sql).get() !== undefined);
      expect(broken.map(([what]) => what)).toEqual([]);
      expect(verifyAudit(register.db).firstBroken).toBeNull();
      register.db.$client.close();
    }),
    { numRuns: 20, seed: 20_141_010, endOnFailure: true },
  );
  expect([...refusals].filter((message) => !/^无法.*。（《办法》第.*条.*）$/su.test(message))).toEqual([]);
  // The walk is worth nothing when it never gets far.
  const far = ['recommend', 'shortlist', 'settle-tie', 'post-public-notice', 'settle-objection', 'award-plaque', 'decide-grant'];
  expect(far.filter((name) => !done.has(name))).toEqual([]);
}, 300_000);
