import { actingLevel, actOf } from '../act-of.ts';
import { command } from '../command.ts';
import { dateField, optional } from '../field.ts';
import { mayDrawUp } from './draw-up-letter.ts';
import { letterFields, letterText, settledLetter } from './letter-fields.ts';

const act = actOf('draw-up-letter');

/** 第九条: a letter is drawn up with its tasks and targets before anybody signs; until then it may be rewritten. */
export const drawUpCommitmentLetter = command({
  ...act,
  summary: '拟定任务承诺书待签，取编号；签订前可以改目标。首份按《办法》的任务和目标，续签的须周期性考核经审定合格以上。',
  fields: { cycleFrom: optional(dateField('周期开始日期', '首份的填写，不填为当天')), ...letterFields },
  offered: (studio, db, { kind }) => mayDrawUp(db, studio, actingLevel(act.name, kind)),
  run(given) {
    const letter = settledLetter(given, null, given.answers.cycleFrom);
    return { message: `已拟定「${given.studio.name}」任务承诺书 ${letterText(letter)}，待签订。` };
  },
});
