import { actOf } from '../act-of.ts';
import { command } from '../command.ts';
import { dateField, optional, textField } from '../field.ts';
import { pastDay } from '../past-day.ts';
import { returnWaiting } from './answer-filing.ts';
import { filingWaits } from './waiting-filing.ts';

const act = actOf('return-filing');

/** 第十一条第三项, 第十六条: a filing that is not in order goes back to the bureau, which files again. The naming stands. */
export const returnFiling = command({
  ...act,
  summary: '备案材料不合规定的，写明理由退回主管部门；改正后重新报送。命名不受影响。',
  fields: { reason: textField('退回理由', '逐条写明须补正什么'), date: optional(dateField('退回日期', '不填为当天')) },
  offered: filingWaits,
  run({ tx, studio, answers, context }) {
    const answeredOn = pastDay(answers.date, context, act.title, '退回日期', act.article);
    returnWaiting(tx, studio, { by: context.seat, on: answeredOn }, answers.reason);
    return { message: `已退回「${studio.name}」的备案：${answers.reason}` };
  },
});
