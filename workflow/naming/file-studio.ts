import { addStep } from '../../db/writes/applications.ts';
import { addFiling } from '../../db/writes/filings.ts';
import { article } from '../../policy/article.ts';
import { Refusal } from '../../policy/refusal.ts';
import { applicationAt, standsAt } from '../application-of.ts';
import { command } from '../command.ts';
import { dateField, optional } from '../field.ts';
import { heldTitle } from '../held-title.ts';
import { stepDate } from './step-date.ts';

const place = article(11, 3);

/**
 * 第十一条第三项: a named studio is reported to the HR bureau for filing, and again after the HR bureau has returned it. The filing number
 * is the HR bureau's to give.
 */
export const fileStudio = command({
  name: 'file',
  title: '报送备案',
  summary: '登记已向区人力资源局报送备案；被退回的，改正后再次报送。备案汇总表在数据交换中导出。',
  article: place,
  powers: ['sector-bureau'],
  fields: { date: optional(dateField('报送日期', '不填为当天')) },
  offered: (studio) => standsAt('named')(studio) && heldTitle(studio, 'in-system') !== undefined,
  run({ tx, studio, answers, context }) {
    const application = applicationAt(studio, ['named'], '报送备案', place);
    const onDate = stepDate(answers.date, application, context, '报送日期', place);
    const title = heldTitle(studio, 'in-system');
    if (title === undefined) throw new Refusal(`无法报送备案：「${studio.name}」已没有系统内名师工作室称号。请核对工作室。`, place);
    addFiling(tx, { designationId: title.id, departmentId: context.seat.id, sentOn: onDate });
    addStep(tx, { applicationId: application.id, status: 'filed', onDate, departmentId: context.seat.id, details: {} });
    return { message: `已登记「${studio.name}」报区人力资源局备案。` };
  },
});
