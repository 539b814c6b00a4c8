import { readRound } from '../../db/queries/district-rounds.ts';
import { addRound } from '../../db/writes/district-rounds.ts';
import { partsOf } from '../../policy/plain-date.ts';
import { mayOpenRound } from '../../policy/round/open-round.ts';
import { actOf } from '../act-of.ts';
import { deskCommand } from '../command.ts';
import { assignNumber } from '../document-number.ts';
import { dateField, optional, textField, yearField } from '../field.ts';
import { measuresBook } from '../measures-book.ts';
import { permit } from '../permit.ts';
import { newTerms } from './new-terms.ts';
import { roundDay } from './round-day.ts';

const act = actOf('open-round');

/** 第十二条: one round a year, in the third quarter; 第十六条 puts the review at the end of the year, so another time is a warning. */
export const openRound = deskCommand({
  ...act,
  summary: '启动当年的区级名师工作室评选，登记评选通知文号。每年一次，一般在第三季度。',
  fields: {
    year: optional(yearField('评选年度', '不填为启动当年')),
    date: optional(dateField('启动日期', '不填为当天')),
    number: optional(textField('评选通知文号', '不填则按本部门文号顺序取号')),
  },
  run({ tx, answers, context }) {
    const openedOn = roundDay(answers.date, context, act, '启动日期');
    const year = answers.year ?? partsOf(openedOn).year;
    const measures = measuresBook(tx).on(openedOn);
    const opened = readRound(tx, year) === undefined ? [] : [year];
    const warnings = permit(act.title, '', mayOpenRound(year, opened, openedOn, measures), '请核对年度和日期。');
    const documentNumber = assignNumber(tx, answers.number, context.seat, openedOn, { document: 'round-notice', about: `${year} 年` });
    addRound(tx, { year, departmentId: context.seat.id, openedOn, documentNumber, ...newTerms(measures) });
    return { message: `已启动 ${year} 年区级名师工作室评选，通知文号 ${documentNumber}。`, warnings };
  },
});
