import { endRole } from '../../db/writes/team.ts';
import { Refusal } from '../../policy/refusal.ts';
import { actOf } from '../act-of.ts';
import { command } from '../command.ts';
import { dateField, optional, textField } from '../field.ts';
import { allowChange, mayChange, recordChange, toFollow } from './changing.ts';

const act = actOf('lead-dies');

/** 第四条: the studio is built around its lead. It stays without one until somebody follows or the title ends. */
export const leadDies = command({
  ...act,
  summary: '登记领办人去世。工作室暂无领办人，专户暂停开支；接下来变更领办人，或终止称号。',
  fields: { evidence: textField('证明', '所在单位的证明'), date: optional(dateField('去世日期', '不填为当天')) },
  offered: (studio, _db, seat) => mayChange(act.name, studio, seat) && studio.people.some(({ role }) => role === 'lead'),
  run({ tx, studio, answers, context }) {
    const lead = studio.people.find(({ role }) => role === 'lead');
    if (lead === undefined) throw new Refusal(`无法${act.title}：「${studio.name}」现在没有领办人。请核对。`, act.article);
    const allowed = allowChange(act.name, studio, answers.date, { evidence: answers.evidence }, context);
    endRole(tx, lead.roleId, allowed.onDate);
    recordChange(
      tx,
      act.name,
      studio.id,
      [{ field: '领办人', before: lead.name, after: null }],
      allowed,
      { reason: answers.evidence },
      context,
    );
    return { message: `已登记「${studio.name}」领办人${lead.name}于 ${allowed.onDate} 去世。`, warnings: toFollow(act.name) };
  },
});
