import { updateEntry, settleObjection as writeSettlement } from '../../db/writes/district-rounds.ts';
import { Refusal } from '../../policy/refusal.ts';
import { maySettleObjection } from '../../policy/round/public-notice.ts';
import { objectionOutcomeLabels } from '../../policy/round/round-decisions.ts';
import { actOf } from '../act-of.ts';
import { command } from '../command.ts';
import { choiceField, dateField, numberField, optional, textField } from '../field.ts';
import { permit } from '../permit.ts';
import { currentEntry, requireEntry } from './current-round.ts';
import { roundDay } from './round-day.ts';

const act = actOf('settle-objection');

/** 第十二条第五项: only who stands without objection gets the plaque. An objection that holds takes the studio out of the round. */
export const settleObjection = command({
  ...act,
  summary: '登记异议的核查结论。不成立的可以授牌；成立的，工作室退出当年评选。',
  fields: {
    outcome: choiceField('核查结论', objectionOutcomeLabels),
    finding: textField('核查情况', '查了什么、依据何材料'),
    objection: optional(numberField('第几件异议', '只有一件未办结时可不填')),
    date: optional(dateField('办结日期', '不填为当天')),
  },
  offered: ({ id }, db) => currentEntry(db, id)?.objections.some(({ settledOn }) => settledOn === null) === true,
  run({ tx, studio, answers, context }) {
    const { entry } = requireEntry(tx, studio, act.title, act.article);
    const open = entry.objections.filter(({ settledOn }) => settledOn === null);
    const refuse = (why: string): never => {
      throw new Refusal(`无法${act.title}：${why}`, act.article);
    };
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
    updateEntry(tx, entry.id, { endedOn: settledOn, endReason: `${label}：${answers.finding}` });
    return {
      message: `已办结对「${studio.name}」的第 ${objection.number} 件异议：${label}，该工作室退出 ${entry.year} 年评选。`,
      warnings: [...warnings, '涉嫌弄虚作假或违纪违法的，由主管部门作为问题线索登记（第二十条）。'],
    };
  },
});
