import { readAssessments } from '../../db/queries/assessments.ts';
import { Refusal } from '../../policy/refusal.ts';
import { actingLevel, actOf } from '../act-of.ts';
import { command } from '../command.ts';
import { dateField, optional } from '../field.ts';
import { heldTitle, requireTitle } from '../held-title.ts';
import { lettersUnder } from './draw-up-letter.ts';
import { letterFields, letterText, settledLetter, signingDay } from './letter-fields.ts';

const act = actOf('renew-letter');

/**
 * 第十九条第二款: after an approved periodic result of qualified or better the letter is renewed. The new one names the one it follows and
 * begins the day after that ended, however late it is signed.
 */
export const renewLetter = command({
  ...act,
  summary: '周期性考核经审定合格以上的，登记续签任务承诺书，进入下一周期；不填的基准值取上一周期末年的完成数。',
  fields: { date: optional(dateField('签订日期', '不填为当天')), ...letterFields },
  offered: (studio, db, { kind }) => {
    const title = heldTitle(studio, actingLevel(act.name, kind));
    const signed = title === undefined ? undefined : lettersUnder(db, studio.id, title).findLast(({ signedOn }) => signedOn !== null);
    return readAssessments(db, studio.id).some(
      ({ letterId, kind: assessed, grade, approval }) =>
        letterId === signed?.id && assessed === 'periodic' && grade !== 'unqualified' && approval?.decision === 'approved',
    );
  },
  run(given) {
    const { tx, studio, answers, context } = given;
    const signedOn = signingDay(answers.date, context, act.article);
    const title = requireTitle(studio, actingLevel(act.name, context.seat.kind), act.title, act.article);
    const previous = lettersUnder(tx, studio.id, title).findLast((letter) => letter.signedOn !== null);
    if (previous === undefined) {
      throw new Refusal(`无法${act.title}：「${studio.name}」还没有签订过任务承诺书。请先办理「签订任务承诺书」。`, act.article);
    }
    const letter = settledLetter(given, signedOn);
    return { message: `已登记「${studio.name}」续签任务承诺书 ${letterText(letter)}，承接 ${previous.number}。` };
  },
});
