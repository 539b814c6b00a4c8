import type { CellType } from '../cell-type.ts';
import { compactCode } from '../normalise-text.ts';
import { cellText } from '../raw-workbook.ts';

/** One of a few things, each with the label people choose and the other words they use for it. */
export function choice<Value extends string>(
  labels: Readonly<Record<Value, string>>,
  synonyms: Readonly<Record<Value, readonly string[]>>,
  guidance: string,
): CellType<Value> {
  const values = Object.keys(labels) as Value[];
  const byWord = new Map(values.flatMap((value) => [labels[value], ...synonyms[value]].map((word) => [word, value] as const)));
  const choices = values.map((value) => labels[value]);
  return {
    read(cell) {
      const text = cellText(cell);
      const value = byWord.get(compactCode(text));
      if (value !== undefined) return { value };
      return { error: `无法识别「${text}」：请从${choices.map((label) => `「${label}」`).join('')}中选一项。` };
    },
    write: (value) => labels[value],
    show: (value) => labels[value],
    numberFormat: '@',
    align: 'center',
    guidance,
    choices,
  };
}
