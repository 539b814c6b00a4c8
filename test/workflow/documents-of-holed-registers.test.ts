import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type Database from 'better-sqlite3';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openClient } from '../../db/sqlite-client.ts';
import { plainDate } from '../../policy/plain-date.ts';
import { Refusal } from '../../policy/refusal.ts';
import { openWorkflow } from '../../workflow/service.ts';
import { printedTexts } from '../templates/document-text.ts';
import { type Dice, diceFrom } from './model/dice.ts';
import { makeStartRegisters, type StartRegister, type StartRegisters, withCopyOf } from './model/start-registers.ts';

let registers: StartRegisters | undefined;
beforeAll(async () => {
  registers = await makeStartRegisters();
}, 300_000);
afterAll(() => registers?.remove());

const seats = ['区教育局', '区人力资源局', '区委人才工作领导小组办公室'];
const forbidden = /\{\{|\}\}|\[object|(?<![A-Za-z])(undefined|NaN|null)(?![A-Za-z])/;

interface Column {
  readonly table: string;
  readonly column: string;
}

/** Every column that may be empty. */
function mayBeEmpty(register: Database.Database): readonly Column[] {
  return register
    .prepare<[], Column>(
      `SELECT m.name AS "table", c.name AS "column" FROM sqlite_schema m, pragma_table_info(m.name) c
       WHERE m.type = 'table' AND c."notnull" = 0 AND c.pk = 0 AND m.sql LIKE '%) STRICT' ORDER BY 1, 2`,
    )
    .all();
}

/** Empties what somebody may have left out: so many columns of random rows, as far as the register itself allows it. Returns how many rows. */
function punchHoles(dataFolder: string, dice: Dice, times: number): number {
  const register = openClient(join(dataFolder, 'register.sqlite'), { readonly: false, fileMustExist: true });
  let punched = 0;
  try {
    const columns = mayBeEmpty(register);
    for (let count = 0; count < times; count += 1) {
      const { table, column } = dice.oneOf(columns);
      const rows = register.prepare<[], { rowid: number }>(`SELECT rowid FROM "${table}" WHERE "${column}" IS NOT NULL`).all();
      if (rows.length === 0) continue;
      try {
        punched += register
          .prepare<[number]>(`UPDATE "${table}" SET "${column}" = NULL WHERE rowid = ?`)
          .run(dice.oneOf(rows).rowid).changes;
      } catch {
        // A limit the database itself keeps: nobody can have left this out.
      }
    }
  } finally {
    register.close();
  }
  return punched;
}

/** Every document every seat can make out of a register: what was printed, and what was refused with which words. */
async function everyDocument(dataFolder: string, day: string, folder: string) {
  const outcome = { printed: [] as (readonly string[])[], refusals: [] as string[] };
  for (const seat of seats) {
    const today = plainDate(day);
    const desk = openWorkflow({ dataFolder, seat, today: () => today, now: () => `${day}T01:00:00.000Z`, sampleWorkbook: '' });
    try {
      for (const { id } of await desk.workflow.listDocumentKinds({})) {
        const asked = { kind: id, year: Number(day.slice(0, 4)), folder: mkdtempSync(join(folder, 'made-')) };
        try {
          const { files, refused } = await desk.workflow.makeDocuments(asked);
          outcome.printed.push(...files.map(({ path }) => printedTexts(readFileSync(path))));
          outcome.refusals.push(...refused.map(({ reason }) => reason));
        } catch (error) {
          if (!(error instanceof Refusal)) throw error;
          outcome.refusals.push(error.message);
        }
      }
    } finally {
      desk.close();
    }
  }
  return outcome;
}

it('whatever a register lacks, its documents are refused by name or print nothing blank', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'holed-'));
  const sums = { holes: 0, printed: 0, refused: 0 };
  const late = (registers?.starts ?? []).slice(4);
  try {
    for (let seed = 1; seed <= 24; seed += 1) {
      const dice = diceFrom(seed);
      const start: StartRegister = dice.oneOf(late);
      await withCopyOf(start, async (dataFolder) => {
        sums.holes += punchHoles(dataFolder, dice, 40);
        const { printed, refusals } = await everyDocument(dataFolder, start.day, folder);
        expect(
          printed.flat().filter((text) => text === '' || forbidden.test(text)),
          `seed ${seed}, ${start.name}`,
        ).toEqual([]);
        expect(
          refusals.filter((said) => !/^无法\p{Script=Han}/u.test(said) || forbidden.test(said)),
          `seed ${seed}, ${start.name}`,
        ).toEqual([]);
        sums.printed += printed.length;
        sums.refused += refusals.length;
      });
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
  expect(sums.holes).toBeGreaterThan(100);
  expect([sums.printed > 50, sums.refused > 50]).toEqual([true, true]);
}, 300_000);
