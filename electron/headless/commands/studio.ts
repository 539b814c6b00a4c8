import type { DeskCommand } from '../desk-command.ts';
import { findStudio } from '../find-studio.ts';
import { UsageError } from '../usage-error.ts';

/** What the register holds. */
export const studio: DeskCommand = {
  name: 'studio',
  usage: 'list [--search 文字] | show 名称',
  summary: '列出工作室，或显示一个工作室的全部登记。',
  needsRegister: true,
  options: {
    search: { value: '文字', help: '按名称、领办人、单位、拼音或身份证号查找' },
    status: { value: '状态', repeated: true, help: '只列某个状态的，如 accepted' },
    sector: { value: '领域', repeated: true, help: '只列某个领域的，如 教育' },
  },
  async run(workflow, given) {
    const [what, name] = given.words;
    if (what === 'list') {
      const search = given.text('search');
      const rows = await workflow.listStudios({
        statuses: [...given.all('status')],
        sectors: [...given.all('sector')],
        ...(search === undefined ? {} : { search }),
      });
      const text = rows.map((row) => `${row.name}　${row.statusLabel}　${row.lead?.name ?? ''}　${row.hostUnit ?? ''}`).join('\n');
      return { json: rows, text: rows.length === 0 ? '没有工作室。' : text };
    }
    if (what === 'show' && name !== undefined) {
      const { id } = await findStudio(workflow, name);
      const detail = await workflow.showStudio({ studioId: id });
      return { json: detail, text: JSON.stringify(detail, null, 2) };
    }
    throw new UsageError('应写成 desk studio list，或 desk studio show 名称。');
  },
};
