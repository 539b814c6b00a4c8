import { z } from 'zod';
import type { Fen } from '../policy/money.ts';
import type { CommandField } from './contract/command.ts';
import {
  moneyOrNothingSchema,
  moneySchema,
  numberSchema,
  perCodeSchema,
  plainDateSchema,
  textSchema,
  yearSchema,
  yesNoSchema,
} from './contract/fields.ts';

/** One thing a command asks for, declared once: how it is called, shown and checked. */
export interface Field<Value> extends Omit<CommandField, 'key'> {
  readonly schema: z.ZodType<Value>;
}

/** The answers a command gets, by the names of its fields. */
export type Answers<Fields> = { readonly [Name in keyof Fields]: Fields[Name] extends Field<infer Value> ? Value : never };

function field<Value>(kind: CommandField['kind'], label: string, hint: string, schema: z.ZodType<Value>): Field<Value> {
  return { kind, label, hint, schema, required: true, choices: [], among: null };
}

/** A line of text that must not be blank. */
export function textField(label: string, hint = ''): Field<string> {
  return field('text', label, hint, textSchema);
}

/** A day, `YYYY-MM-DD`. */
export function dateField(label: string, hint = '') {
  return field('date', label, hint, plainDateSchema);
}

/** A number, whole or with decimals. */
export function numberField(label: string, hint = ''): Field<number> {
  return field('number', label, hint, numberSchema);
}

/** A year of the calendar, 1900 to 2999. */
export function yearField(label: string, hint = ''): Field<number> {
  return field('number', label, hint, yearSchema);
}

/** An amount of money: asked in yuan, answered in fen. */
export function moneyField(label: string, hint = '以元为单位，最多两位小数'): Field<Fen> {
  return field('money', label, hint, moneySchema);
}

/** An amount of money that may be zero: asked in yuan, answered in fen. */
export function moneyOrNothingField(label: string, hint = '以元为单位，最多两位小数'): Field<Fen> {
  return field('money', label, hint, moneyOrNothingSchema);
}

/** 是 or 否. */
export function yesNoField(label: string, hint = ''): Field<boolean> {
  return field('yes-no', label, hint, yesNoSchema);
}

/** One of several values; people may also answer with what the value is called. */
export function choiceField<Value extends string>(label: string, labels: Readonly<Record<Value, string>>, hint = ''): Field<Value> {
  const choices = (Object.entries(labels) as [Value, string][]).map(([value, name]) => ({ value, label: name }));
  const schema = textSchema.transform((text, context) => {
    const choice = choices.find(({ value, label: name }) => value === text || name === text);
    if (choice !== undefined) return choice.value;
    context.addIssue(`应为${choices.map(({ label: name }) => name).join('、')}之一`);
    return z.NEVER;
  });
  return { ...field('choice', label, hint, schema), choices };
}

/** A number for tasks of the letter, by task code: `actual.2-1=520`. */
export function perTaskNumberField(label: string, hint = ''): Field<Readonly<Record<string, number>>> {
  return field('per-task-number', label, hint, perCodeSchema(numberSchema, '2-1'));
}

/** A text for tasks of the letter, by task code: `evidence.2-1=…`. */
export function perTaskTextField(label: string, hint = ''): Field<Readonly<Record<string, string>>> {
  return field('per-task-text', label, hint, perCodeSchema(textSchema, '2-1'));
}

/** A number for criteria of a score sheet, by their codes: `score.1=27`. */
export function perCriterionNumberField(label: string, hint = ''): Field<Readonly<Record<string, number>>> {
  return field('per-criterion-number', label, hint, perCodeSchema(numberSchema, '1'));
}

/** A text for criteria of a score sheet, by their codes: `title.1=示范引领`. `words` are the texts to choose from, where not every one will do. */
export function perCriterionTextField(label: string, hint = '', words: readonly string[] = []): Field<Readonly<Record<string, string>>> {
  const choices = words.map((word) => ({ value: word, label: word }));
  return { ...field('per-criterion-text', label, hint, perCodeSchema(textSchema, '1')), choices };
}

/** Path of a file on this computer that is kept with the register. */
export function fileField(label: string, hint = '本机文件的路径，存入数据文件夹'): Field<string> {
  return field('file', label, hint, textSchema);
}

/** The same field, answered with one of the things of the register, or several of them. */
export function among<Value>(source: NonNullable<CommandField['among']>, asked: Field<Value>): Field<Value> {
  return { ...asked, among: source };
}

/** The same field, which need not be answered. */
export function optional<Value>(asked: Field<Value>): Field<Value | undefined> {
  return { ...asked, required: false, schema: asked.schema.optional() };
}
