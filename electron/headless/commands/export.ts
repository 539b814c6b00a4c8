import { studioLevelChoices, studioOrderLabels, studioOrders } from '../../../workflow/contract/studio.ts';
import { type StudioListAsked, studioColumnKeys, studioColumns, usualStudioColumns } from '../../../workflow/contract/studio-columns.ts';
import type { DeskArguments, DeskCommand } from '../desk-command.ts';
import { findStudio } from '../find-studio.ts';
import { UsageError } from '../usage-error.ts';
import { yearOf } from './document.ts';

const levelNames = studioLevelChoices.map(({ label }) => label).join('、');

/** Writes a workbook for another department, or a blank one to be filled in. */
export const exportFile: DeskCommand = {
  name: 'export',
  usage: '种类 --out 文件.xlsx [--year 年度] [--studio 名称] [--to 部门或专家]',
  summary: '导出工作簿，报送其他部门或发给单位填报。本部门可导出的种类见 desk export --help。',
  needsRegister: true,
  options: {
    out: { value: '文件.xlsx', help: '存到哪里，已有的同名文件会被替换' },
    year: { value: '年度', help: '按年度导出的种类，不写为今年；专家评分表和评分汇总表不写为最近一次评选' },
    studio: { value: '名称', help: '按工作室导出的种类，写工作室名称' },
    to: { value: '部门或专家', help: '按收件人导出的种类，写主管部门名称或专家姓名' },
    columns: {
      value: '栏目',
      help: `花名册选用的栏目，用顿号隔开：${studioColumnKeys.map((key) => bareLabel(studioColumns[key].label)).join('、')}`,
    },
    search: { value: '文字', help: '花名册只列查找到的' },
    status: { value: '状态', repeated: true, help: '花名册只列某个状态的，如 accepted' },
    level: { value: '级别', repeated: true, help: `花名册只列某个级别的：${levelNames}` },
    sector: { value: '领域', repeated: true, help: '花名册只列某个领域的，如 教育' },
    order: { value: '次序', help: `花名册的次序：${Object.values(studioOrderLabels).join('、')}` },
    unmasked: { help: '花名册写出完整的身份证号' },
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
    const list = listOf(kind, given);
    const to = given.text('to');
    const studioId = studio === undefined ? {} : { studioId: (await findStudio(workflow, studio)).id };
    const result = await workflow.exportFile({
      kind,
      target,
      ...yearOf(given.text('year')),
      ...studioId,
      ...(to === undefined ? {} : { to }),
      ...(list === undefined ? {} : { list }),
    });
    if (kind === 'roster' && result.rows === 0) {
      return { json: result, text: `没有符合条件的工作室：导出的花名册一行也没有，在 ${result.path}` };
    }
    const what = result.blank ? '空白表' : ` ${result.rows} ${result.counted}`;
    return { json: result, text: `已导出${what}到 ${result.path}` };
  },
};

const listOptions = ['columns', 'search', 'status', 'level', 'sector', 'order'] as const;

/** The list a roster is written of; every other workbook has its own columns and order. */
function listOf(kind: string, given: DeskArguments): StudioListAsked | undefined {
  const named = listOptions.find((option) => given.all(option).length > 0) ?? (given.flag('unmasked') ? 'unmasked' : undefined);
  if (kind !== 'roster') {
    if (named === undefined) return undefined;
    throw new UsageError(`这种表的栏目和次序是固定的，不能用 --${named} 选择；只有花名册（roster）可以。`);
  }
  const columns = given
    .text('columns')
    ?.split(/[、，,]/u)
    .map(columnNamed) ?? [...usualStudioColumns];
  const search = given.text('search');
  const order = given.text('order');
  return {
    query: {
      statuses: [...given.all('status')],
      levels: given.all('level').map(levelNamed),
      sectors: [...given.all('sector')],
      ...(search === undefined ? {} : { search }),
      ...(order === undefined ? {} : { order: orderNamed(order) }),
    },
    columns,
    unmasked: given.flag('unmasked'),
  };
}

/** A column as people write it: without the unit in its brackets. */
function bareLabel(label: string): string {
  return label.replace(/（.*）$/u, '').trim();
}

function columnNamed(name: string) {
  const key = studioColumnKeys.find((each) => each === name || bareLabel(studioColumns[each].label) === bareLabel(name));
  if (key !== undefined) return key;
  const known = studioColumnKeys.map((each) => bareLabel(studioColumns[each].label)).join('、');
  throw new UsageError(`花名册没有「${name}」这个栏目。可选的栏目有 ${known}。`);
}

function levelNamed(name: string) {
  const level = studioLevelChoices.find(({ value, label }) => value === name || label === name);
  if (level !== undefined) return level.value;
  throw new UsageError(`花名册没有「${name}」这个级别。级别有 ${levelNames}。`);
}

function orderNamed(name: string) {
  const order = studioOrders.find((each) => each === name || studioOrderLabels[each] === name);
  if (order !== undefined) return order;
  throw new UsageError(`花名册没有「${name}」这种次序。可选的次序有 ${Object.values(studioOrderLabels).join('、')}。`);
}
