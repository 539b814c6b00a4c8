import type { DeskCommand } from '../desk-command.ts';
import { UsageError } from '../usage-error.ts';
import { yearOf } from './document.ts';

/** Writes a workbook for another department, or a blank one to be filled in. */
export const exportFile: DeskCommand = {
  name: 'export',
  usage: '种类 --out 文件.xlsx [--year 年度]',
  summary: '导出工作簿。种类：filing 备案汇总表，application-list 空白申报汇总表。',
  needsRegister: true,
  options: {
    out: { value: '文件.xlsx', help: '存到哪里，已有的同名文件会被替换' },
    year: { value: '年度', help: '备案的年度，不写为今年' },
    columns: { value: '栏目', help: '花名册选用的栏目；备案汇总表的栏目是固定的' },
  },
  async run(workflow, given) {
    const [kind] = given.words;
    const target = given.text('out');
    if (target === undefined) throw new UsageError('缺少 --out 文件.xlsx。');
    if (given.text('columns') !== undefined) throw new UsageError('这种表的栏目是固定的，不能用 --columns 选择。');
    if (kind === 'filing') {
      const result = await workflow.exportFiling({ target, ...yearOf(given.text('year')) });
      return { json: result, text: `已导出 ${result.rows} 个工作室到 ${result.path}` };
    }
    if (kind === 'application-list') {
      const result = await workflow.writeTemplate({ target });
      return { json: result, text: `已导出空白申报汇总表到 ${result.path}` };
    }
    throw new UsageError('种类应为 filing（备案汇总表）或 application-list（空白申报汇总表）。');
  },
};
