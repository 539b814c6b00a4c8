import { addCase } from '../../db/writes/cases.ts';
import { misconductLabels } from '../../policy/misconduct/case-record.ts';
import { actingLevel, actOf } from '../act-of.ts';
import { command } from '../command.ts';
import { choiceField, dateField, optional, textField } from '../field.ts';
import { heldTitle, requireTitle } from '../held-title.ts';
import { pastDay } from '../past-day.ts';

const act = actOf('open-case');

/** 第二十条 (动态检查评估机制): what was found, how and when. Nothing follows from it before somebody has verified it. */
export const openCase = command({
  ...act,
  summary: '登记发现的问题线索：如何发现、什么事实。查核属实之前不产生任何后果。',
  fields: {
    kind: choiceField('情形', misconductLabels),
    how: textField('如何发现', '如 群众来信、审计、检查'),
    facts: textField('反映的事实'),
    date: optional(dateField('发现日期', '不填为当天')),
  },
  offered: (studio, _db, { kind }) => heldTitle(studio, actingLevel(act.name, kind)) !== undefined,
  run({ tx, studio, answers, context }) {
    requireTitle(studio, actingLevel(act.name, context.seat.kind), act.title, act.article);
    const foundOn = pastDay(answers.date, context, act.title, '发现日期', act.article);
    const sequence = addCase(tx, {
      studioId: studio.id,
      departmentId: context.seat.id,
      kind: answers.kind,
      foundOn,
      foundHow: answers.how,
      facts: answers.facts,
    });
    return { message: `已登记「${studio.name}」问题线索 ${sequence}（${misconductLabels[answers.kind]}），请查核。` };
  },
});
