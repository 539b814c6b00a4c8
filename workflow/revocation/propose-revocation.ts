import { readProposals } from '../../db/queries/revocations.ts';
import { addProposal } from '../../db/writes/revocations.ts';
import { Refusal } from '../../policy/refusal.ts';
import { actOf } from '../act-of.ts';
import { command } from '../command.ts';
import { dateField, optional, textField } from '../field.ts';
import { heldTitle, requireTitle } from '../held-title.ts';
import { pastDay } from '../past-day.ts';
import { permit } from '../permit.ts';
import { chosenGround, groundField } from './chosen-ground.ts';
import { foundGrounds } from './found-grounds.ts';

const act = actOf('propose-revocation');

/** Who named revokes: a district title is the leading-group office's, on the proposal of the HR bureau that manages it. 第十六条, 第十九条. */
export const proposeRevocation = command({
  ...act,
  summary: '区级名师工作室应撤销称号的，由区人力资源局提请区委人才工作领导小组办公室决定。',
  fields: {
    ground: groundField,
    reason: optional(textField('提请理由', '不填为依据的记录')),
    date: optional(dateField('提请日期', '不填为当天')),
  },
  offered: (studio, db, _seat, today) => {
    const title = heldTitle(studio, 'district');
    return (
      title !== undefined &&
      !readProposals(db, studio.id).some(({ designationId }) => designationId === title.id) &&
      foundGrounds(db, studio, title, today).some(({ permission }) => permission.against.length === 0)
    );
  },
  run({ tx, studio, answers, context }) {
    const title = requireTitle(studio, 'district', act.title, act.article);
    const proposedOn = pastDay(answers.date, context, act.title, '提请日期', act.article);
    const earlier = readProposals(tx, studio.id).find(({ designationId }) => designationId === title.id);
    if (earlier !== undefined) {
      throw new Refusal(`无法${act.title}：「${studio.name}」已于 ${earlier.proposedOn} 提请撤销，等待决定。`, act.article);
    }
    const found = chosenGround(foundGrounds(tx, studio, title, proposedOn), answers.ground, studio.name, act.title, act.article);
    const warnings = permit(act.title, studio.name, found.permission, '请先办结后再提请。');
    const reason = answers.reason ?? found.reason;
    addProposal(tx, {
      studioId: studio.id,
      designationId: title.id,
      departmentId: context.seat.id,
      ...found.record,
      proposedOn,
      reason,
    });
    return { message: `已提请撤销「${studio.name}」区级名师工作室称号：${reason}。`, warnings };
  },
});
