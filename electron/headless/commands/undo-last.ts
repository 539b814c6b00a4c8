import type { DeskCommand } from '../desk-command.ts';

/** Takes back the last act. */
export const undoLast: DeskCommand = {
  name: 'undo-last',
  usage: '',
  summary: '撤销本部门最近一次办理，可连续撤销最近 20 次；已经编号、发文或导出的不能撤销。',
  needsRegister: true,
  options: {},
  async run(workflow) {
    const result = await workflow.undoLast({});
    return { json: result, text: result.message };
  },
};
