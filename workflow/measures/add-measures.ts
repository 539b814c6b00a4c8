import { z } from 'zod';
import { addMeasures as store } from '../../db/writes/added-measures.ts';
import { checkAddedMeasures } from '../../policy/added-measures.ts';
import { actOf } from '../act-of.ts';
import { deskCommand } from '../command.ts';
import type { Field } from '../field.ts';
import { measuresBook } from '../measures-book.ts';

/** Data as it is, or as its JSON text on a command line; what it says is for `checkAddedMeasures` to judge. */
const setSchema = z.unknown().transform((given, context): unknown => {
  if (typeof given !== 'string') return given;
  try {
    return JSON.parse(given);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    context.addIssue('应为参数表的内容：请改用参数表，在「关于本办法」中增加');
    return z.NEVER;
  }
});

/** A whole set as data: what a table comes to. */
const setField: Field<unknown> = {
  kind: 'text',
  label: '办法',
  hint: '参数表的内容；一般在「关于本办法」中增加',
  required: true,
  choices: [],
  among: null,
  schema: setSchema,
};

/**
 * 第二十一条: the leading-group office and the HR bureau interpret the Measures. What they revise is added as data, at every seat from the
 * same file; from its first day on it is what acts are judged by. What has been decided keeps its own set.
 */
export const addMeasures = deskCommand({
  ...actOf('add-measures'),
  summary: '增加一套新的办法参数，自其施行日期起适用；此前的决定仍按原办法。各部门用同一份参数表各自增加。',
  fields: { set: setField },
  run({ tx, answers, context }) {
    const added = checkAddedMeasures(answers.set, measuresBook(tx).added);
    store(tx, added, { addedOn: context.today, departmentId: context.seat.id });
    const count = Object.keys(added.values).length;
    return {
      message: `已增加《${added.title}》（${added.documentNumber}），自 ${added.effectiveFrom} 起施行，改动 ${count} 项。`,
      warnings:
        added.effectiveFrom <= context.today
          ? [`施行日期 ${added.effectiveFrom} 已到：此前作出的决定不变，尚未受理的申报按申报日期适用新办法。`]
          : [],
    };
  },
});
