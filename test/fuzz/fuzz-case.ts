import { openWorkbook } from '../../exchange/open-workbook.ts';
import type { RawSheet } from '../../exchange/raw-workbook.ts';
import { incomingKinds } from '../../workflow/exchange/incoming-kinds.ts';
import { type Dice, diceFrom } from '../workflow/model/dice.ts';
import { type FuzzPlan, readSeed, type Seed, type Stage, seats, stages } from './fuzz-folder.ts';
import { mutateBytes } from './mutate-bytes.ts';
import { mutateCells } from './mutate-cells.ts';
import { mutateParts } from './mutate-parts.ts';
import { saveSheets } from './save-sheets.ts';

/** A changed file, and the desk that looks at it. */
export interface FuzzCase {
  readonly change: string;
  readonly fileName: string;
  readonly bytes: Uint8Array;
  readonly stage: Stage;
  readonly seat: string;
}

/** Cases of a plan by number; the same seed and number come to the same file in every run. */
export function fuzzCases({ seeds }: FuzzPlan, folder: string, seed: number): (number: number) => Promise<FuzzCase> {
  const kinds = [...new Set(seeds.map(({ kind }) => kind))];
  const opened = new Map<string, readonly RawSheet[]>();
  const sheetsOf = async (from: Seed) => {
    const sheets = opened.get(from.file) ?? (await openWorkbook(readSeed(folder, from), from.file)).sheets;
    opened.set(from.file, sheets);
    return sheets;
  };
  async function mutated(from: Seed, dice: Dice) {
    const isPackage = from.format === 'xlsx' || from.format === 'ods';
    const way = dice.below(100);
    if (way < 20) return mutateBytes(readSeed(folder, from), dice);
    if (way < 60 && isPackage) return mutateParts(readSeed(folder, from), dice);
    const { change, sheets } = mutateCells(await sheetsOf(from), dice);
    return { change, bytes: saveSheets(sheets, from.format) };
  }
  return async (number) => {
    const dice = diceFrom(Math.imul(seed, 0x9e_37_79_b1) + number);
    const kind = dice.oneOf(kinds);
    const format = dice.weighted(['xlsx', 'xls', 'ods', 'csv'] as const, (each) => ({ xlsx: 60, xls: 15, ods: 15, csv: 10 })[each]);
    const from = dice.oneOf(seeds.filter((each) => each.kind === kind && each.format === format));
    const { change, bytes } = await mutated(from, dice);
    const receivers = incomingKinds.find(({ id }) => id === kind)?.receivers ?? ['hr-bureau'];
    return {
      change,
      bytes,
      fileName: `${number}-${from.file}`,
      stage: from.stage ?? dice.oneOf(stages),
      seat: dice.percent(95) ? seats[dice.oneOf(receivers)] : dice.oneOf(Object.values(seats)),
    };
  };
}
