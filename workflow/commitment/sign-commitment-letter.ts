import { Refusal } from '../../policy/refusal.ts';
import { actingLevel, actOf } from '../act-of.ts';
import { command } from '../command.ts';
import { dateField, optional } from '../field.ts';
import { heldTitle, requireTitle } from '../held-title.ts';
import { lettersUnder } from './draw-up-letter.ts';
import { letterFields, letterText, settledLetter, signingDay } from './letter-fields.ts';

const act = actOf('sign-commitment-letter');

/**
 * 第九条: a named studio signs a letter with the competent department (in-system the bureau, at district level the HR bureau) and commits
 * itself to the five groups of tasks. The letters after the first are renewals.
 */
export const signCommitmentLetter = command({
  ...act,
  summary: '登记首份任务承诺书的签订。任务按《办法》第九条列出，目标可以提高；降低须写明理由。',
  fields: {
    date: optional(dateField('签订日期', '不填为当天')),
    cycleFrom: optional(dateField('周期开始日期', '不填为签订日期')),
    ...letterFields,
  },
  offered: (studio, db, { kind }) => {
    const title = heldTitle(studio, actingLevel(act.name, kind));
    return title !== undefined && lettersUnder(db, studio.id, title).every(({ signedOn }) => signedOn === null);
  },
  run(given) {
    const { tx, studio, answers, context } = given;
    const signedOn = signingDay(answers.date, context, act.article);
    const title = requireTitle(studio, actingLevel(act.name, context.seat.kind), act.title, act.article);
    const signed = lettersUnder(tx, studio.id, title).findLast((letter) => letter.signedOn !== null);
    if (signed !== undefined) {
      throw new Refusal(
        `无法${act.title}：「${studio.name}」已签订 ${signed.number}，周期至 ${signed.cycleTo}。请在周期性考核审定合格后办理「续签任务承诺书」。`,
        act.article,
      );
    }
    const letter = settledLetter(given, signedOn, answers.cycleFrom);
    return { message: `已登记「${studio.name}」签订任务承诺书 ${letterText(letter)}。` };
  },
});
