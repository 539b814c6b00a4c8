import type { DeskCommand } from '../desk-command.ts';
import { UsageError } from '../usage-error.ts';

const stateLabels = { new: '新增', changed: '变更', unchanged: '未变', conflict: '冲突', error: '有错' } as const;

/** Reads a workbook into the register, or shows what it would do. */
export const importFile: DeskCommand = {
  name: 'import',
  usage: '文件.xlsx [--kind 种类] [--preview] [--clean-rows-only] [--errors 报告.xlsx]',
  summary: '导入工作簿。有错误时不导入任何一行，除非只导入正确的行。',
  needsRegister: true,
  options: {
    kind: { value: '种类', help: '表的种类，如 application-list；不写则按表头识别' },
    preview: { help: '只预览，不写入登记库' },
    'clean-rows-only': { help: '只导入没有错误的行' },
    errors: { value: '报告.xlsx', help: '把错误标在原表上另存' },
  },
  async run(workflow, given) {
    const [path] = given.words;
    if (path === undefined) throw new UsageError('缺少要导入的文件，例如 desk import 申报汇总表.xlsx。');
    const kind = given.text('kind');
    const file = { path, ...(kind === undefined ? {} : { kind }) };
    const report = given.text('errors');
    if (report !== undefined) await workflow.writeErrorReport({ ...file, target: report });
    const preview = await workflow.previewImport(file);
    const lines = preview.rows.flatMap(({ state, studio, row, changes, errors, warnings }) => [
      `  第 ${row} 行 ${studio}：${stateLabels[state]}`,
      ...changes.map(({ field, before, after }) => `    ${field}：${before} → ${after}`),
      ...errors.map(({ cell, field, message }) => `    ${cell} ${field}：${message}`),
      ...warnings.map((warning) => `    提示：${warning}`),
    ]);
    const errors = preview.rows.flatMap((row) => row.errors);
    const count = (state: keyof typeof stateLabels) => preview.rows.filter((row) => row.state === state).length;
    const counts = {
      rows: preview.rows.length,
      new: count('new'),
      changed: count('changed'),
      unchanged: count('unchanged'),
      conflicts: count('conflict'),
    };
    const head = `「${preview.fileName}」识别为${preview.kindLabel}，共 ${counts.rows} 行：新增 ${counts.new}，变更 ${counts.changed}，未变 ${counts.unchanged}，冲突 ${counts.conflicts}，有错 ${count('error')}。`;
    const warnings = preview.warnings.map((warning) => `  提示：${warning}`);
    const text = [head, ...lines, ...warnings].join('\n');
    const cleanRowsOnly = given.flag('clean-rows-only');
    const blocked = errors.length > 0 || counts.conflicts > 0;
    if (given.flag('preview') || (blocked && !cleanRowsOnly)) {
      const json = { kind: preview.kind, batch: null, ...counts, errors };
      if (given.flag('preview') || !blocked) return { json, text };
      const cells = errors.map(({ sheet, cell, field, message }) => `  ${sheet}!${cell} ${field}：${message}`).join('\n');
      const why = `无法导入「${preview.fileName}」：有 ${errors.length} 处错误、${counts.conflicts} 处冲突，没有写入任何一行。请改正后重新导入，或加 --clean-rows-only 只导入正确的行。`;
      return { json, text, blocked: `${why}\n${cells}`.trimEnd() };
    }
    const result = await workflow.applyImport({ ...file, cleanRowsOnly, sha256: preview.sha256 });
    const done =
      result.batch === null ? '没有可写入的变更。' : `已导入，批号 ${result.batch}（可用 desk undo-import ${result.batch} 撤销）。`;
    return { json: result, text: `${text}\n${done}` };
  },
};
