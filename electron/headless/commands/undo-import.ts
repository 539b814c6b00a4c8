import type { DeskCommand } from '../desk-command.ts';
import { UsageError } from '../usage-error.ts';

/** Takes back a whole import. */
export const undoImport: DeskCommand = {
  name: 'undo-import',
  usage: '批号',
  summary: '撤销一批导入；导入之后已办理的不能撤销。',
  needsRegister: true,
  options: {},
  async run(workflow, given) {
    const number = Number(given.words[0]);
    if (!Number.isInteger(number) || number < 1) throw new UsageError('批号应为正整数，例如 desk undo-import 3。');
    const result = await workflow.undoImport({ number });
    return { json: result, text: result.message };
  },
};
