import type { DeskCommand } from '../desk-command.ts';
import { UsageError } from '../usage-error.ts';

/** Chooses the department of this computer and makes its register. */
export const init: DeskCommand = {
  name: 'init',
  usage: '--seat 部门名称',
  summary: '新建登记库，选定本机所属部门。',
  needsRegister: false,
  options: {
    contact: { value: '姓名', help: '填报人，印在表格上' },
    phone: { value: '电话', help: '联系电话，印在表格上' },
    sample: { help: '导入样例数据' },
  },
  async run(workflow, given) {
    const seat = given.text('seat');
    if (seat === undefined) throw new UsageError('缺少 --seat 部门名称，例如 desk init --seat 区教育局。');
    const session = await workflow.initialise({
      seat,
      contact: { person: given.text('contact') ?? '', phone: given.text('phone') ?? '' },
      withSample: given.flag('sample'),
    });
    return { json: session, text: `已在「${session.dataFolder}」新建登记库，本机部门：${session.seat?.name ?? ''}。` };
  },
};
