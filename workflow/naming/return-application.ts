import { addStep } from '../../db/writes/applications.ts';
import { article } from '../../policy/article.ts';
import { applicationAt, standsAt } from '../application-of.ts';
import { command } from '../command.ts';
import { dateField, optional, textField } from '../field.ts';
import { stepDate } from './step-date.ts';

const place = article(11, 2);
const returnable = ['submitted', 'received', 'accepted', 'inspected'] as const;

/** 第十一条第二项: what does not meet the standards goes back, with the reasons. */
export const returnApplication = command({
  name: 'return',
  title: '退回申报',
  summary: '不符合申报标准的，写明理由退回。',
  article: place,
  powers: ['sector-bureau'],
  fields: { reason: textField('退回理由', '逐条写明不符合哪一条、须补正什么'), date: optional(dateField('退回日期', '不填为当天')) },
  offered: standsAt(...returnable),
  run({ tx, studio, answers, context }) {
    const application = applicationAt(studio, returnable, '退回申报', place);
    const onDate = stepDate(answers.date, application, context, '退回日期', place);
    addStep(tx, {
      applicationId: application.id,
      status: 'returned',
      onDate,
      departmentId: context.seat.id,
      reason: answers.reason,
      details: {},
    });
    return { message: `已退回「${studio.name}」的申报：${answers.reason}` };
  },
});
