import { actingLevel, actOf } from '../act-of.ts';
import { command } from '../command.ts';
import { assessmentFields, isAssessable, recordAssessment } from './record-assessment.ts';

const act = actOf('record-periodic-assessment');

/** 第十九条第一款: the last year is assessed as the whole cycle. The result takes effect when the right body has approved it. */
export const recordPeriodicAssessment = command({
  ...act,
  summary: '对照任务承诺书逐项登记周期最后一年的完成数，连同以前年度评定等次，报请审定；被退回的重新考核后再登记。',
  fields: assessmentFields,
  offered: (studio, db, { kind }, today) => isAssessable('periodic', db, studio, actingLevel(act.name, kind), today),
  run: (given) => recordAssessment('periodic', given),
});
