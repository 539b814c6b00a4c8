import type { CellType } from '../cell-type.ts';
import { compactCode } from '../normalise-text.ts';
import { cellText } from '../raw-workbook.ts';

/** What came of one task over the cycle. */
export interface TaskOutcome {
  readonly code: string;
  readonly actual: number;
  readonly target: number;
}

const one = /^(\d{1,2}-\d{1,2}):(\d+(?:\.\d+)?)\/(\d+(?:\.\d+)?)$/u;

/** Every task of a letter in one cell, done of promised: `1-1：2/2；2-1：990/1000`. */
export const taskOutcomes: CellType<readonly TaskOutcome[]> = {
  read(cell) {
    const text = cellText(cell);
    const parts = compactCode(text)
      .split(/[;；]/u)
      .filter((part) => part !== '');
    const outcomes = parts.flatMap((part): TaskOutcome[] => {
      const [, code, actual, target] = one.exec(part) ?? [];
      return code === undefined ? [] : [{ code, actual: Number(actual), target: Number(target) }];
    });
    if (outcomes.length === parts.length) return { value: outcomes };
    return { error: `无法识别任务完成情况「${text}」：请保留程序写出的样子，如「1-1：2/2；2-1：990/1000」。` };
  },
  write: outcomesText,
  show: outcomesText,
  numberFormat: '@',
  align: 'left',
  guidance: '各任务的「编号：完成/目标」，与「逐项结果」工作表一致。',
};

function outcomesText(outcomes: readonly TaskOutcome[]): string {
  return outcomes.map(({ code, actual, target }) => `${code}：${actual}/${target}`).join('；');
}
