import type { DeskCommand } from '../desk-command.ts';
import { UsageError } from '../usage-error.ts';

/** What has to be done within so many days. */
export const duties: DeskCommand = {
  name: 'duties',
  usage: '[--days 30] [--ics 日历.ics]',
  summary: '列出待办事项，按期限排列。',
  needsRegister: true,
  options: { days: { value: '天数', help: '看多少天之内的，不写为 30' }, ics: { value: '日历.ics', help: '另存为日历文件' } },
  async run(workflow, given) {
    const days = Number(given.text('days') ?? 30);
    if (!Number.isInteger(days) || days < 0) throw new UsageError('--days 应为不小于 0 的整数。');
    const list = await workflow.listDuties({ days });
    const target = given.text('ics');
    if (target !== undefined) await workflow.exportCalendar({ days, target });
    const text = list.map(({ due, studio, duty, article }) => `${due}　${studio ?? ''}　${duty}（${article}）`).join('\n');
    return { json: list, text: list.length === 0 ? '没有待办事项。' : text };
  },
};
