import { actOf } from '../act-of.ts';
import { command } from '../command.ts';
import { assignNumber } from '../document-number.ts';
import { dateField, optional, textField } from '../field.ts';
import { pastDay } from '../past-day.ts';
import { acknowledgeWaiting } from './answer-filing.ts';
import { filingWaits } from './waiting-filing.ts';

const act = actOf('acknowledge-filing');

/** 第十一条第三项, 第十六条: the HR bureau keeps the books of in-system studios and gives each its filing number. */
export const acknowledgeFiling = command({
  ...act,
  summary: '对主管部门报送的系统内名师工作室予以备案，编备案号。',
  fields: {
    date: optional(dateField('备案日期', '不填为当天')),
    number: optional(textField('备案号', '不填则按本部门文号顺序取号')),
  },
  offered: filingWaits,
  run({ tx, studio, answers, context }) {
    const answeredOn = pastDay(answers.date, context, act.title, '备案日期', act.article);
    const number = assignNumber(tx, answers.number, context.seat, answeredOn, { document: 'filing-acknowledgement', about: studio.name });
    acknowledgeWaiting(tx, studio, { by: context.seat, on: answeredOn }, number);
    return { message: `已办理「${studio.name}」备案，备案号 ${number}。` };
  },
});
