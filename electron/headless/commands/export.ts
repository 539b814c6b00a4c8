import type { DeskCommand } from '../desk-command.ts';
import { findStudio } from '../find-studio.ts';
import { UsageError } from '../usage-error.ts';
import { yearOf } from './document.ts';

/** Writes a workbook for another department, or a blank one to be filled in. */
export const exportFile: DeskCommand = {
  name: 'export',
  usage: '种类 --out 文件.xlsx [--year 年度] [--studio 名称] [--to 部门或专家]',
  summary: '导出工作簿，报送其他部门或发给单位填报。本部门可导出的种类见 desk export --help。',
  needsRegister: true,
  options: {
    out: { value: '文件.xlsx', help: '存到哪里，已有的同名文件会被替换' },
    year: { value: '年度', help: '按年度导出的种类，不写为今年' },
    studio: { value: '名称', help: '按工作室导出的种类，写工作室名称' },
    to: { value: '部门或专家', help: '按收件人导出的种类，写主管部门名称或专家姓名' },
    columns: { value: '栏目', help: '花名册选用的栏目；其他各表的栏目是固定的' },
  },
  async more(workflow) {
    // Help is given before a seat is chosen, too.
    if (!(await workflow.session({})).initialised) return '选定所属部门之后，这里列出该部门可导出的种类。';
    const kinds = await workflow.listExports({});
    return ['种类：', ...kinds.map(({ id, title, summary, article }) => `  ${id}　${title}：${summary}（${article}）`)].join('\n');
  },
  async run(workflow, given) {
    const [kind] = given.words;
    const target = given.text('out');
    const studio = given.text('studio');
    if (kind === undefined) throw new UsageError('缺少种类，例如 desk export filing --out 备案汇总表.xlsx。');
    if (target === undefined) throw new UsageError('缺少 --out 文件.xlsx。');
    if (given.text('columns') !== undefined) throw new UsageError('这种表的栏目是固定的，不能用 --columns 选择。');
    const to = given.text('to');
    const studioId = studio === undefined ? {} : { studioId: (await findStudio(workflow, studio)).id };
    const result = await workflow.exportFile({
      kind,
      target,
      ...yearOf(given.text('year')),
      ...studioId,
      ...(to === undefined ? {} : { to }),
    });
    const what = result.rows === 0 ? '空白表' : ` ${result.rows} ${result.counted}`;
    return { json: result, text: `已导出${what}到 ${result.path}` };
  },
};
