import { addStep, resubmitApplication } from '../../db/writes/applications.ts';
import { article } from '../../policy/article.ts';
import { applicationAt, standsAt } from '../application-of.ts';
import { command } from '../command.ts';
import { dateField, optional } from '../field.ts';
import { stepDate } from './step-date.ts';

const place = article(11, 1);

/** 第十一条第一项: the materials of an application, or of a returned one, reach the bureau. */
export const receive = command({
  name: 'receive',
  title: '登记收件',
  summary: '登记收到申报材料；退回后补正重报的，也在此登记。',
  article: place,
  powers: ['sector-bureau'],
  fields: {
    date: optional(dateField('收件日期', '不填为当天')),
    appliedOn: optional(dateField('重新申报日期', '退回后重新申报的填写；年龄按此日计算')),
  },
  offered: standsAt('submitted', 'returned'),
  run({ tx, studio, answers, context }) {
    const application = applicationAt(studio, ['submitted', 'returned'], '登记收件', place);
    const onDate = stepDate(answers.date, application, context, '收件日期', place);
    if (answers.appliedOn !== undefined) resubmitApplication(tx, application.id, answers.appliedOn);
    addStep(tx, { applicationId: application.id, status: 'received', onDate, departmentId: context.seat.id, details: {} });
    return { message: `已登记收到「${studio.name}」的申报材料。` };
  },
});
