import { confirmFact } from '../../db/writes/applications.ts';
import { Refusal } from '../../policy/refusal.ts';
import { actOf } from '../act-of.ts';
import { command } from '../command.ts';
import { dateField, optional, textField } from '../field.ts';
import { allowChange, mayChange, recordChange, toFollow } from './changing.ts';

const act = actOf('lead-retires');

/**
 * 第五条第三项: a lead who has left the front line no longer meets the condition. The fact goes on record; who follows, or whether the title
 * ends, is decided next.
 */
export const leadRetires = command({
  ...act,
  summary: '登记领办人退休、调离或离开一线岗位。接下来变更领办人，或终止称号。',
  fields: {
    evidence: textField('证明', '退休或调离的证明'),
    unitOpinion: textField('所在单位意见'),
    date: optional(dateField('离岗日期', '不填为当天')),
  },
  offered: (studio, _db, seat) =>
    mayChange(act.name, studio, seat) &&
    studio.people.some(({ role }) => role === 'lead') &&
    studio.confirmations['lead-front-line']?.holds !== false,
  run({ tx, studio, answers, context }) {
    const lead = studio.people.find(({ role }) => role === 'lead');
    if (lead === undefined) throw new Refusal(`无法${act.title}：「${studio.name}」现在没有领办人。请办理变更领办人。`, act.article);
    const papers = { evidence: answers.evidence, 'unit-opinion': answers.unitOpinion };
    const allowed = allowChange(act.name, studio, answers.date, papers, context);
    if (studio.confirmations['lead-front-line']?.holds === false) {
      throw new Refusal(`无法${act.title}：已登记${lead.name}不在一线岗位。请办理变更领办人或终止称号。`, act.article);
    }
    confirmFact(tx, studio.id, 'lead-front-line', {
      holds: false,
      confirmedBy: answers.unitOpinion,
      confirmedOn: allowed.onDate,
      evidence: answers.evidence,
    });
    recordChange(
      tx,
      act.name,
      studio.id,
      [{ field: '领办人在一线岗位', before: lead.name, after: null }],
      allowed,
      { reason: answers.evidence },
      context,
    );
    return { message: `已登记「${studio.name}」领办人${lead.name}自 ${allowed.onDate} 起离开一线岗位。`, warnings: toFollow(act.name) };
  },
});
