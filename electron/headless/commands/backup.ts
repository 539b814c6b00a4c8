import type { DeskCommand } from '../desk-command.ts';
import { UsageError } from '../usage-error.ts';

/** Copies the register to a file. */
export const backup: DeskCommand = {
  name: 'backup',
  usage: '文件',
  summary: '备份登记库到一个文件；已有的同名文件不会被覆盖。',
  needsRegister: true,
  options: {},
  async run(workflow, given) {
    const [target] = given.words;
    if (target === undefined) throw new UsageError('缺少备份文件名，例如 desk backup 备份.sqlite。');
    const result = await workflow.backup({ target });
    return { json: result, text: `已备份到 ${result.path}` };
  },
};

/** Brings a backup back; the present state is kept first. */
export const restore: DeskCommand = {
  name: 'restore',
  usage: '备份文件',
  summary: '从备份恢复登记库；恢复前先把现状另存一份。',
  needsRegister: true,
  options: {},
  async run(workflow, given) {
    const [source] = given.words;
    if (source === undefined) throw new UsageError('缺少备份文件名。');
    const result = await workflow.restore({ source });
    return { json: result, text: `已恢复。恢复前的登记库另存为 ${result.previous}` };
  },
};

/** Checks the register and its log. */
export const verify: DeskCommand = {
  name: 'verify',
  usage: '',
  summary: '检查登记库是否完好，操作记录是否被改动，附件和扫描件是否还是存入时的样子。',
  needsRegister: true,
  options: {},
  async run(workflow) {
    const result = await workflow.verify({});
    const { database, audit, files } = result;
    const chain = audit.firstBroken === null ? '完整' : `第 ${audit.firstBroken} 条起不可信`;
    const kept = files.broken.map(({ file, reason }) => `\n  ${file}：${reason}`).join('');
    const text = `登记库：${database === 'ok' ? '完好' : database}\n操作记录：${audit.entries} 条，${chain}\n附件和扫描件：${files.checked} 份，${files.broken.length === 0 ? '完好' : `${files.broken.length} 份有问题`}${kept}`;
    const whole = database === 'ok' && audit.firstBroken === null && files.broken.length === 0;
    return { json: result, text, ...(whole ? {} : { blocked: `检查发现问题，请停止办理，从备份恢复。\n${text}` }) };
  },
};
