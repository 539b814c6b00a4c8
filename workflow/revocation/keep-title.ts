import { readRevocations } from '../../db/queries/revocations.ts';
import { addKeptTitle } from '../../db/writes/revocations.ts';
import { Refusal } from '../../policy/refusal.ts';
import { studioLevelLabels } from '../../policy/seat.ts';
import { actingLevel, actOf } from '../act-of.ts';
import { command } from '../command.ts';
import { dateField, optional, textField } from '../field.ts';
import { heldTitle, requireTitle } from '../held-title.ts';
import { pastDay } from '../past-day.ts';
import { askingAbout } from './found-grounds.ts';

const act = actOf('keep-title');

/** The studio's other title was revoked: the department that gave this one decides for itself, and may leave it, with a reason. 第十九条. */
export const keepTitle = command({
  ...act,
  summary: '另一级称号被撤销后，命名部门研究决定保留本级称号的，写明理由；决定一并撤销的，办理撤销称号。',
  fields: { reason: textField('保留理由'), date: optional(dateField('决定日期', '不填为当天')) },
  offered: (studio, db, { kind }) => {
    const title = heldTitle(studio, actingLevel(act.name, kind));
    return title !== undefined && askingAbout(readRevocations(db, studio.id), title).length > 0;
  },
  run({ tx, studio, answers, context }) {
    const title = requireTitle(studio, actingLevel(act.name, context.seat.kind), act.title, act.article);
    const decidedOn = pastDay(answers.date, context, act.title, '决定日期', act.article);
    const asking = askingAbout(readRevocations(tx, studio.id), title);
    if (asking.length === 0) {
      throw new Refusal(`无法${act.title}：「${studio.name}」没有另一级称号被撤销而待决定的情形。请核对。`, act.article);
    }
    const early = asking.find((revocation) => decidedOn < revocation.decidedOn);
    if (early !== undefined) {
      throw new Refusal(`无法${act.title}：决定日期 ${decidedOn} 早于撤销日期 ${early.decidedOn}。请核对日期。`, act.article);
    }
    for (const { id } of asking) {
      addKeptTitle(tx, { revocationId: id, designationId: title.id, departmentId: context.seat.id, decidedOn, reason: answers.reason });
    }
    return { message: `已决定保留「${studio.name}」${studioLevelLabels[title.level]}名师工作室称号：${answers.reason}。` };
  },
});
