import { actingLevel, actOf } from '../act-of.ts';
import { command } from '../command.ts';
import { assessmentFields, isAssessable, recordAssessment } from './record-assessment.ts';

const act = actOf('record-process-assessment');

/** 第十九条第一款: the years before the last are assessed as process, in-system by the bureau, at district level by the HR bureau. */
export const recordProcessAssessment = command({
  ...act,
  summary:
    '对照任务承诺书逐项登记考核年度（周期最后一年之前的各年）的完成数和等次；不填的完成数按活动台账合计，程序提出建议等次，由考核组决定。',
  fields: assessmentFields,
  offered: (studio, db, { kind }, today) => isAssessable('process', db, studio, actingLevel(act.name, kind), today),
  run: (given) => recordAssessment('process', given),
});
