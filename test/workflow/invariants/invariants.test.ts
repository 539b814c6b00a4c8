import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openRegisterForReading } from '../../../db/open-register.ts';
import { openClient } from '../../../db/sqlite-client.ts';
import { makeStartRegisters, type StartRegisters, withCopyOf } from '../model/start-registers.ts';
import { type Invariant, violationsOf } from './invariant.ts';
import { afterEachAct, atTheEnd } from './invariants.ts';

const invariants = [...afterEachAct, ...atTheEnd];

/** What breaks each invariant, by its name: written around the program into a register without its triggers. */
const harms: Readonly<Record<string, readonly string[]>> = {
  'an act outside its power': [
    `UPDATE audit SET command = 'revoke', department_id = (SELECT id FROM departments WHERE kind = 'hr-bureau')
     WHERE sequence = (SELECT entries FROM audit_head)`,
    `UPDATE audit SET command = 'name', department_id = (SELECT bureau_id FROM sectors WHERE name = '教育'),
       studio_id = (SELECT studios.id FROM studios JOIN sectors ON sectors.id = sector_id WHERE sectors.name = '民生' LIMIT 1)
     WHERE sequence = (SELECT entries FROM audit_head)`,
    "UPDATE audit SET command = 'whatever' WHERE sequence = (SELECT entries FROM audit_head)",
  ],
  'given to a studio that has no title any more': [
    `UPDATE audit SET command = 'pay-grant', studio_id = (SELECT studio_id FROM revocations) WHERE sequence = (SELECT entries FROM audit_head)`,
  ],
  'more than five district plaques of a year': ["UPDATE round_entries SET awarded_on = '2026-08-30'"],
  'more than two recommendations': [
    'UPDATE round_entries SET department_id = (SELECT min(department_id) FROM round_entries), recommendation_rank = rowid',
  ],
  'a plaque before its time': [
    "UPDATE public_notices SET last_day = '2026-08-30'",
    "UPDATE public_notices SET posted_on = '2026-08-25', first_day = '2026-08-25'",
    'UPDATE round_entries SET notice_id = NULL',
    "UPDATE round_entries SET approval = 'reject'",
    ...['NULL, NULL', "'2026-08-31', 'unfounded'", "'2026-08-29', 'upheld'"].map(
      (settled) => `INSERT INTO objections (id, entry_id, department_id, number, received_on, objector, content, settled_on, outcome)
        SELECT id, id, department_id, 1, '2026-08-28', '何人', '何事', ${settled} FROM round_entries WHERE awarded_on IS NOT NULL LIMIT 1`,
    ),
  ],
  'a district title and its round do not agree': [
    "DELETE FROM designations WHERE level = 'district'",
    'UPDATE round_entries SET awarded_on = NULL',
  ],
  'dated after the title was revoked': [
    "UPDATE grant_payments SET paid_on = '2027-04-13'",
    "UPDATE grants SET decided_on = '2027-04-13'",
    "UPDATE commitment_letters SET signed_on = '2027-04-13'",
  ],
  'written by the body of another level': [
    "UPDATE designations SET department_id = (SELECT id FROM departments WHERE kind = 'hr-bureau')",
    "UPDATE revocations SET department_id = (SELECT id FROM departments WHERE kind = 'hr-bureau')",
  ],
  'overdrawn without a reason': ["UPDATE fund_entries SET amount = 99999999 WHERE kind = 'expense'"],
  'more went back than came': ["UPDATE fund_entries SET kind = 'return', source = 'host-unit', amount = 99999999 WHERE kind = 'expense'"],
  'granted is not kept and reclaimed': [
    'UPDATE grant_payments SET amount = 6000001',
    `INSERT INTO reclaim_payments (id, revocation_id, department_id, paid_on, amount, voucher)
     SELECT id, id, department_id, '2027-05-01', reclaim_amount + 1, '退-1' FROM revocations`,
    'UPDATE revocations SET reclaim_amount = 4000001',
  ],
  'received more than was paid': ["UPDATE fund_entries SET amount = 4000001 WHERE source = 'district-grant'"],
  'a grant outside its range': [
    'UPDATE grants SET amount = 8000001',
    "UPDATE grants SET nature = 'with-market-function', amount = 6000001",
    "UPDATE grants SET nature = 'with-market-function', amount = 2999999",
  ],
  'the last step does not say the status': ["UPDATE applications SET status = 'approved' WHERE status = 'filed'"],
  'a document number twice': [
    'UPDATE commitment_letters SET number = (SELECT number FROM public_notices) WHERE id = (SELECT min(id) FROM commitment_letters)',
  ],
  'a status without its act': ['name', 'recommend', 'award-plaque', 'decide-grant', 'revoke', 'accept', 'record-periodic-assessment'].map(
    (command) => `DELETE FROM audit WHERE command = '${command}'`,
  ),
  'a reference to nothing': ['DELETE FROM people'],
  'the log is broken': [
    "UPDATE audit SET details = '{}' WHERE sequence = 5",
    'DELETE FROM audit WHERE sequence = 5',
    'DELETE FROM audit WHERE sequence = (SELECT entries FROM audit_head)',
    'UPDATE audit_head SET entries = entries + 1',
  ],
};

let registers: StartRegisters | undefined;
beforeAll(async () => {
  registers = await makeStartRegisters();
}, 300_000);
afterAll(() => registers?.remove());

/** What is wrong with a copy of the richest register after a harm; nothing is done to it without one. */
async function wrongAfter(harm: string | null, held: readonly Invariant[]): Promise<readonly string[]> {
  const start = registers?.starts.at(-1);
  if (start === undefined) throw new Error('no register');
  return withCopyOf(start, async (dataFolder) => {
    const client = openClient(`${dataFolder}/register.sqlite`, { readonly: false, fileMustExist: true });
    try {
      if (harm !== null) {
        client.exec('PRAGMA foreign_keys = OFF; PRAGMA ignore_check_constraints = ON');
        const triggers = client.prepare<[], { name: string }>("SELECT name FROM sqlite_schema WHERE type = 'trigger'").all();
        for (const { name } of triggers) client.exec(`DROP TRIGGER "${name}"`);
        if (client.prepare(harm).run().changes === 0) throw new Error('nothing was harmed');
      }
    } finally {
      client.close();
    }
    const reading = openRegisterForReading(dataFolder);
    try {
      return await Promise.resolve(violationsOf(reading.db, held));
    } finally {
      reading.close();
    }
  });
}

describe('the invariants', () => {
  it('have each a name of its own, and something here that breaks it', () => {
    expect(invariants.map(({ name }) => name).toSorted()).toEqual(Object.keys(harms).toSorted());
  });

  it('hold of a register in which years of work were done by the rules', async () => {
    expect(await wrongAfter(null, invariants)).toEqual([]);
  });

  it.each(Object.entries(harms).flatMap(([name, each]) => each.map((harm) => ({ name, harm }))))(
    'report $name: $harm',
    async ({ name, harm }) => {
      const held = invariants.filter((invariant) => invariant.name === name);
      expect((await wrongAfter(harm, held)).join()).toContain(name);
    },
  );
});
