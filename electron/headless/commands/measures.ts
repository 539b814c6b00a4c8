import type { Workflow } from '../../../workflow/contract/contract.ts';
import type { MeasuresComparison, MeasuresView } from '../../../workflow/contract/measures.ts';
import type { DeskAnswer, DeskCommand } from '../desk-command.ts';
import { UsageError } from '../usage-error.ts';

function setLine({ id, title, documentNumber, effectiveFrom, effectiveTo }: MeasuresView['shown']): string {
  return `${id}　《${title}》（${documentNumber}）　${effectiveFrom} 起${effectiveTo === null ? '' : `，至 ${effectiveTo}`}`;
}

function shownText({ sets, shown, lines }: MeasuresView): string {
  return [
    ...sets.map((set) => `${setLine(set)}${set.inForce ? '　现行' : ''}`),
    '',
    `${shown.documentNumber} 的数值：`,
    ...lines.map(({ label, value, unit, article, documentNumber }) => `  ${label}　${value}${unit}　${article}　${documentNumber}`),
  ].join('\n');
}

function comparisonText({ before, after, changes, studios }: MeasuresComparison): string {
  return [
    `由 ${setLine(before)}`,
    `到 ${after === null ? '' : setLine(after)}`,
    changes.length === 0 ? '数值没有变化。' : `改动 ${changes.length} 项：`,
    ...changes.map((change) => `  ${change.label}（${change.article}）　${change.before} → ${change.after}${change.unit}`),
    studios.length === 0 ? '不涉及现有工作室。' : `涉及 ${studios.length} 家工作室：`,
    ...studios.flatMap(({ studio, changes: touched }) => [
      `  ${studio}`,
      ...touched.map(({ article, before: from, after: to, outcomeLabel }) => `    ${article}　${outcomeLabel}：${from} 改为：${to}`),
    ]),
  ].join('\n');
}

async function compare(workflow: Workflow, wanted: string): Promise<DeskAnswer> {
  const known = (await workflow.showMeasures({})).sets.some(({ id }) => id === wanted);
  const comparison = await workflow.compareMeasures(known ? { id: wanted } : { path: wanted });
  const { problems, file } = comparison;
  if (comparison.after !== null) return { json: comparison, text: comparisonText(comparison) };
  const cells = problems.map(({ sheet, cell, field, message }) => `  ${sheet}!${cell} ${field}：${message}`);
  const why = `无法比较「${file?.fileName ?? ''}」：有 ${problems.length} 处错误。请改正后再试。`;
  return { json: comparison, text: '', blocked: [why, ...cells].join('\n') };
}

/** The sets of the Measures: shown, compared, written out as a table, added from one. */
export const measures: DeskCommand = {
  name: 'measures',
  usage: '[编号] [--compare 编号或参数表.xlsx] [--export 参数表.xlsx] [--add 参数表.xlsx] [--withdraw 编号 --reason 原因]',
  summary: '显示各套办法和数值；导出参数表、增加新的办法、比较新旧办法及涉及的工作室。',
  needsRegister: true,
  options: {
    compare: { value: '编号或参数表.xlsx', help: '与前一套办法相比改了什么、涉及哪些工作室；参数表不必先增加' },
    export: { value: '参数表.xlsx', help: '导出最后一套办法的参数表，改好后用 --add 增加' },
    add: { value: '参数表.xlsx', help: '增加参数表写明的办法，自其施行日期起适用' },
    withdraw: { value: '编号', help: '撤回尚未施行、没有决定采用的办法' },
    reason: { value: '原因', help: '撤回的原因' },
  },
  async run(workflow, given) {
    const wanted = ['compare', 'export', 'add', 'withdraw'].filter((option) => given.text(option) !== undefined);
    if (wanted.length > 1) throw new UsageError(`一次只办一件：${wanted.map((option) => `--${option}`).join('、')} 请分开运行。`);
    const [compared, target, path, id] = [given.text('compare'), given.text('export'), given.text('add'), given.text('withdraw')];
    if (compared !== undefined) return compare(workflow, compared);
    if (target !== undefined) {
      const written = await workflow.exportMeasures({ target });
      return { json: written, text: `已导出参数表到 ${written.path}` };
    }
    if (path !== undefined || id !== undefined) {
      const reason = given.text('reason');
      if (id !== undefined && reason === undefined) throw new UsageError('缺少 --reason 原因。');
      const outcome =
        path === undefined
          ? await workflow.runCommand({ command: 'withdraw-measures', answers: { id, reason } })
          : await workflow.addMeasures({ path });
      return { json: outcome, text: [outcome.message, ...outcome.warnings.map((warning) => `  提示：${warning}`)].join('\n') };
    }
    const [word] = given.words;
    const shown = await workflow.showMeasures(word === undefined ? {} : { id: word });
    return { json: shown, text: shownText(shown) };
  },
};
