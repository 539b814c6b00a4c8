import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { appendAudit } from '../../db/audit.ts';
import { createRegister, openRegister } from '../../db/open-register.ts';
import { people, studios, teamRoles } from '../../db/schema.ts';
import { inTransaction } from '../../db/transaction.ts';
import { verifyRegister } from '../../db/verify.ts';
import { Refusal } from '../../policy/refusal.ts';
import { openedAt } from './new-register.ts';
import { numberedId, personRow, roleRow, studioRow, today } from './sample-rows.ts';
import { temporaryFolder } from './temporary-folder.ts';

/** A register with some hundred rows in its tables and its log. */
function filledRegister(): string {
  const folder = temporaryFolder();
  const register = createRegister(folder, openedAt);
  inTransaction(register.db, (tx) => {
    for (let number = 1; number <= 100; number += 1) {
      tx.insert(studios).values(studioRow(number)).run();
      tx.insert(people).values(personRow(number)).run();
      tx.insert(teamRoles)
        .values(roleRow(number, numberedId(number), numberedId(number)))
        .run();
      appendAudit(tx, {
        at: openedAt,
        onDate: today,
        departmentId: null,
        command: 'add',
        studioId: numberedId(number),
        details: { number },
      });
    }
  });
  register.close();
  return join(folder, 'register.sqlite');
}

/** What becomes of a damaged register: refused at the door, found by the check, or not found. */
function outcomeOf(folder: string): 'refused' | 'found' | 'unnoticed' {
  let register: ReturnType<typeof openRegister>;
  try {
    register = openRegister(folder, openedAt);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return 'refused';
  }
  try {
    const { database, audit } = verifyRegister(register.db);
    return database === 'ok' && audit.firstBroken === null ? 'unnoticed' : 'found';
  } finally {
    register.close();
  }
}

test('a page overwritten with rubbish is refused or found, wherever it lies', () => {
  const file = filledRegister();
  const whole = readFileSync(file);
  const folder = temporaryFolder();
  const outcomes: string[] = [];
  for (let page = 0; page < whole.length / 4096; page += 1) {
    const damaged = Buffer.from(whole);
    for (let place = page * 4096; place < (page + 1) * 4096; place += 1) damaged[place] = (place * 7 + page) & 0xff;
    writeFileSync(join(folder, 'register.sqlite'), damaged);
    outcomes.push(outcomeOf(folder));
  }
  expect(outcomes.length).toBeGreaterThan(50);
  expect(outcomes).not.toContain('unnoticed');
});

test('a flipped bit never brings the program down, and never goes unnoticed in the log of acts', () => {
  const file = filledRegister();
  const whole = readFileSync(file);
  const folder = temporaryFolder();
  const copy = join(folder, 'register.sqlite');
  const outcomes: string[] = [];
  // A fixed walk over the file: primes, so that it meets every page and every bit.
  for (let step = 1; step <= 200; step += 1) {
    const damaged = Buffer.from(whole);
    const place = (step * 7919) % whole.length;
    damaged[place] = (damaged[place] ?? 0) ^ (1 << (step % 8));
    writeFileSync(copy, damaged);
    outcomes.push(outcomeOf(folder));
  }
  expect(outcomes).toHaveLength(200);

  const command = whole.indexOf(`add${numberedId(50)}{"number":50}`);
  expect(command).toBeGreaterThan(0);
  copyFileSync(file, copy);
  const damaged = readFileSync(copy);
  damaged[command] = (damaged[command] ?? 0) ^ 1;
  writeFileSync(copy, damaged);
  const register = openRegister(folder, openedAt);
  expect(verifyRegister(register.db).audit).toEqual({ entries: 100, firstBroken: 50 });
  register.close();
});
