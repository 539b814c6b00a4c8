import { fundMovements } from '../../db/queries/funds.ts';
import { paidGrants, readEndings, readRevocations } from '../../db/queries/revocations.ts';
import { addEnding } from '../../db/writes/revocations.ts';
import { mayEndWithoutFault, unspentGrant } from '../../policy/life/ending.ts';
import { lifeEvents } from '../../policy/life/life-event.ts';
import { moneyText } from '../../policy/money.ts';
import { Refusal } from '../../policy/refusal.ts';
import { studioLevelLabels } from '../../policy/seat.ts';
import { actingLevel, actOf } from '../act-of.ts';
import { command } from '../command.ts';
import { assignSharedNumber } from '../document-number.ts';
import { dateField, optional, textField } from '../field.ts';
import { heldTitle, requireTitle } from '../held-title.ts';
import { pastDay } from '../past-day.ts';
import { permit } from '../permit.ts';
import { titleStanding } from '../title-standing.ts';
import { toFollow } from './changing.ts';

const act = actOf('end-without-fault');

/**
 * A title may end without anybody's fault. Distinct from a revocation: nothing is reclaimed but what was not spent; and never a way around
 * one: not while something is left to mend, or a case or a revocation is open. 第十三条, 第十八条.
 */
export const endWithoutFault = command({
  ...act,
  summary: '领办人退休、去世、调离而无人接任，或单位撤并等情形，终止称号；不是撤销，已用于建设的资助不收回。',
  fields: {
    reason: textField('终止原因'),
    unitOpinion: textField('所在单位意见'),
    settlement: textField('专户结清', '结清的情况；没有专户的填无'),
    number: optional(textField('终止文号', '不填则按本部门文号顺序取号；同一文件终止多家的填同一文号')),
    date: optional(dateField('终止日期', '不填为当天')),
  },
  offered: (studio, db, { kind }) =>
    heldTitle(studio, actingLevel(act.name, kind)) !== undefined &&
    mayEndWithoutFault(titleStanding(db, studio), true).against.length === 0,
  run({ tx, studio, answers, context }) {
    const { seat } = context;
    const title = requireTitle(studio, actingLevel(act.name, seat.kind), act.title, act.article);
    const endedOn = pastDay(answers.date, context, act.title, '终止日期', act.article);
    permit(act.title, studio.name, mayEndWithoutFault(titleStanding(tx, studio), true), '请先办结。');
    if (endedOn < title.namedOn) {
      throw new Refusal(`无法${act.title}：终止日期 ${endedOn} 早于命名日期 ${title.namedOn}。请核对日期。`, act.article);
    }
    const { needs } = lifeEvents['end-without-fault'];
    const papers = { reason: answers.reason, 'unit-opinion': answers.unitOpinion, 'account-settlement': answers.settlement };
    const borne = readEndings(tx)
      .filter((other) => other.endedOn === endedOn && other.departmentId === seat.id)
      .map(({ number }) => number);
    const number = assignSharedNumber(tx, answers.number, borne, seat, endedOn, { document: 'title-ending', about: studio.name });
    const balance = fundMovements(tx, studio.id).reduce((sum, { change }) => sum + change, 0);
    const granted = paidGrants(tx, studio.id).reduce((sum, { amount }) => sum + amount, 0);
    const reclaimed = readRevocations(tx, studio.id)
      .flatMap(({ payments }) => payments)
      .reduce((sum, { amount }) => sum + amount, 0);
    const unspent = title.level === 'district' ? unspentGrant(balance, granted, reclaimed) : 0;
    addEnding(tx, {
      studioId: studio.id,
      designationId: title.id,
      departmentId: seat.id,
      endedOn,
      number,
      reason: answers.reason,
      papers: Object.fromEntries(Object.entries(papers).map(([key, value]) => [needs[key] ?? key, value])),
      unspentGrant: unspent,
    });
    const other = studio.designations.find(({ endedOn: ended, id }) => ended === null && id !== title.id);
    return {
      message: `「${studio.name}」${studioLevelLabels[title.level]}名师工作室称号于 ${endedOn} 终止，文号 ${number}：${answers.reason}。`,
      warnings: [
        ...(unspent > 0 ? [`未用完的区财政资助 ${moneyText(unspent)}须交回（第十八条）。`] : []),
        ...(other === undefined ? [] : [`${studioLevelLabels[other.level]}名师工作室称号仍然有效，由命名部门另行决定。`]),
        ...toFollow('end-without-fault'),
      ],
    };
  },
});
