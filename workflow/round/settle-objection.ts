import { updateEntry, settleObjection as writeSettlement } from '../../db/writes/district-rounds.ts';
import { Refusal } from '../../policy/refusal.ts';
import { maySettleObjection } from '../../policy/round/public-notice.ts';
import { objectionOutcomeLabels } from '../../policy/round/round-decisions.ts';
import { actOf } from '../act-of.ts';
import { command } from '../command.ts';
import { among, choiceField, dateField, numberField, optional, textField } from '../field.ts';
import { permit } from '../permit.ts';
import { entryWithObjections } from './entry-with-objections.ts';
import { roundDay } from './round-day.ts';

const act = actOf('settle-objection');

/**
 * 第十二条第五项: only who stands without objection gets the plaque. An objection that holds takes the studio out of the round; one against
 * a studio that has left the round meanwhile is still answered.
 */
export const settleObjection = command({
  ...act,
  afterRevocation: true,
  summary: '登记异议的核查结论。不成立的可以授牌；成立的，工作室退出当年评选。工作室已退出评选的，异议仍须办结。',
  fields: {
    outcome: choiceField('核查结论', objectionOutcomeLabels),
    finding: textField('核查情况', '查了什么、依据何材料'),
    objection: optional(among('objections', numberField('第几件异议', '只有一件未办结时可不填'))),
    date: optional(dateField('办结日期', '不填为当天')),
  },
  offered: ({ id }, db) => entryWithObjections(db, id)?.objections.some(({ settledOn }) => settledOn === null) === true,
  run({ tx, studio, answers, context }) {
    const refuse = (why: string): never => {
      throw new Refusal(`无法${act.title}：${why}`, act.article);
    };
    const entry = entryWithObjections(tx, studio.id);
    if (entry === undefined) return refuse(`没有登记对「${studio.name}」的异议。请先登记异议，或核对工作室。`);
    const open = entry.objections.filter(({ settledOn }) => settledOn === null);
    if (answers.objection === undefined && open.length !== 1) {
      refuse(`「${studio.name}」未办结的异议有 ${open.length} 件。请用 objection 指明是第几件。`);
    }
    const objection = answers.objection === undefined ? open[0] : entry.objections.find(({ number }) => number === answers.objection);
    if (objection === undefined) return refuse(`「${studio.name}」没有第 ${answers.objection ?? 1} 件异议。请核对编号。`);
    const settledOn = roundDay(answers.date, context, act, '办结日期');
    const raised = { raisedOn: objection.receivedOn, settledOn: objection.settledOn ?? undefined };
    const warnings = permit(act.title, studio.name, maySettleObjection(raised, answers.finding, settledOn), '请核对编号和日期。');
    writeSettlement(tx, objection.id, { settledOn, outcome: answers.outcome, finding: answers.finding });
    const label = objectionOutcomeLabels[answers.outcome];
    if (answers.outcome === 'unfounded')
      return { message: `已办结对「${studio.name}」的第 ${objection.number} 件异议：${label}。`, warnings };
    // Who has left the round already stays out of it for its own reason.
    if (entry.endedOn === null) updateEntry(tx, entry.id, { endedOn: settledOn, endReason: `${label}：${answers.finding}` });
    const left = entry.endedOn === null ? '退出' : `已于 ${entry.endedOn} 退出`;
    return {
      message: `已办结对「${studio.name}」的第 ${objection.number} 件异议：${label}，该工作室${left} ${entry.year} 年评选。`,
      warnings: [...warnings, '涉嫌弄虚作假或违纪违法的，由主管部门作为问题线索登记（第二十条）。'],
    };
  },
});
