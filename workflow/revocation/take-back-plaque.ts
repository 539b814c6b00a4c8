import { readRevocations } from '../../db/queries/revocations.ts';
import { markPlaqueReturned } from '../../db/writes/revocations.ts';
import { Refusal } from '../../policy/refusal.ts';
import { actingLevel, actOf } from '../act-of.ts';
import { command } from '../command.ts';
import { dateField, optional, textField } from '../field.ts';
import { pastDay } from '../past-day.ts';
import { requireRevocation } from './revocation-of.ts';

const act = actOf('take-back-plaque');

/** 第十九条第二款 (收回命名): the plaque of a revoked title is handed back to who named. */
export const takeBackPlaque = command({
  ...act,
  afterRevocation: true,
  summary: '登记被撤销称号的工作室交回牌匾和命名文件。',
  fields: { receivedBy: textField('接收人'), date: optional(dateField('交回日期', '不填为当天')) },
  offered: ({ id }, db, { kind }) => {
    const revocation = readRevocations(db, id).findLast(({ level }) => level === actingLevel(act.name, kind));
    return revocation !== undefined && revocation.plaqueReturnedOn === null;
  },
  run({ tx, studio, answers, context }) {
    const revocation = requireRevocation(tx, studio, actingLevel(act.name, context.seat.kind), act.title, act.article);
    const returnedOn = pastDay(answers.date, context, act.title, '交回日期', act.article);
    if (revocation.plaqueReturnedOn !== null) {
      throw new Refusal(`无法${act.title}：「${studio.name}」的牌匾已于 ${revocation.plaqueReturnedOn} 交回。请核对工作室。`, act.article);
    }
    if (returnedOn < revocation.decidedOn) {
      throw new Refusal(`无法${act.title}：交回日期 ${returnedOn} 早于撤销日期 ${revocation.decidedOn}。请核对日期。`, act.article);
    }
    markPlaqueReturned(tx, revocation.id, returnedOn, answers.receivedBy);
    return { message: `已登记收回「${studio.name}」的牌匾，接收人 ${answers.receivedBy}。` };
  },
});
