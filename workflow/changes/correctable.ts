import type { Transaction } from '../../db/database.ts';
import type { StudioRecord, TeamPerson } from '../../db/queries/studios.ts';
import { enterHostUnit, updateApplicationFacts, updatePerson, updateStudio } from '../../db/writes/studios.ts';
import { yuanText } from '../../policy/money.ts';
import { sexLabels } from '../../policy/qualification.ts';
import { hostUnitLabels } from '../../policy/studio-facts.ts';
import { choiceField, dateField, type Field, moneyOrNothingField, numberField, textField } from '../field.ts';
import { idNumberField } from './id-number-field.ts';

/** One thing of a record that can be corrected: how it is read for people, checked, and written. */
export interface Correctable<Value> {
  readonly field: Field<Value>;
  /** What stands there, as people read it; null when nothing does. */
  readonly read: (studio: StudioRecord) => string | null;
  /** A value as people read it. */
  readonly text: (value: Value) => string;
  readonly write: (tx: Transaction, studio: StudioRecord, value: Value) => void;
}

function leadOf({ people }: StudioRecord): TeamPerson | undefined {
  return people.find(({ role }) => role === 'lead');
}

function notNegative(asked: Field<number>): Field<number> {
  return { ...asked, schema: asked.schema.refine((number) => number >= 0, '不能小于 0') };
}

function wholeNumber(asked: Field<number>): Field<number> {
  return { ...asked, schema: asked.schema.refine((number) => Number.isInteger(number) && number >= 0, '应为不小于 0 的整数') };
}

function correctable<Value>(declared: Correctable<Value>): Correctable<Value> {
  return declared;
}

/** A fact about the lead, in a column of its own. */
function ofLead<Value extends string>(
  field: Field<Value>,
  column: 'name' | 'sex' | 'birthDate' | 'idNumber' | 'professionalTitle' | 'phone',
  text: (value: Value) => string = String,
): Correctable<Value> {
  return {
    field,
    text,
    read(studio) {
      const value = leadOf(studio)?.[column] ?? null;
      return value === null ? null : text(value as Value);
    },
    write(tx, studio, value) {
      const lead = leadOf(studio);
      if (lead === undefined) throw new Error(`${studio.name} has no lead`);
      updatePerson(tx, lead.personId, { [column]: value });
    },
  };
}

/** What of a submitted record can be corrected, by the key people name it by. Titles, numbers and decisions are not: they went out. */
export const correctables = {
  name: correctable({
    field: textField('工作室名称'),
    text: String,
    read: ({ name }) => name,
    write: (tx, { id }, name) => updateStudio(tx, id, { name }),
  }),
  leadName: ofLead(textField('领办人姓名'), 'name'),
  leadSex: ofLead(choiceField('领办人性别', sexLabels), 'sex', (sex) => sexLabels[sex]),
  leadBirthDate: ofLead(dateField('领办人出生日期'), 'birthDate'),
  leadIdNumber: ofLead(idNumberField('领办人身份证号'), 'idNumber'),
  leadTitle: ofLead(textField('领办人职称'), 'professionalTitle'),
  leadPhone: ofLead(textField('领办人联系电话'), 'phone'),
  hostUnit: correctable({
    field: textField('所在单位名称'),
    text: String,
    read: ({ hostUnit }) => hostUnit?.name ?? null,
    write: (tx, { id }, name) => updateStudio(tx, id, { hostUnitId: enterHostUnit(tx, name, undefined, undefined) }),
  }),
  hostUnitKind: correctable({
    field: choiceField('单位性质', hostUnitLabels),
    text: (kind) => hostUnitLabels[kind],
    read: ({ hostUnit }) => (hostUnit === null || hostUnit.kind === null ? null : hostUnitLabels[hostUnit.kind]),
    write(tx, { name, hostUnit }, kind) {
      if (hostUnit === null) throw new Error(`${name} has no host unit`);
      enterHostUnit(tx, hostUnit.name, kind, undefined);
    },
  }),
  area: correctable({
    field: notNegative(numberField('场所面积')),
    text: (area) => `${area} 平方米`,
    read: ({ area }) => (area === null ? null : `${area} 平方米`),
    write: (tx, { id }, area) => updateStudio(tx, id, { area }),
  }),
  traineeCount: correctable({
    field: wholeNumber(numberField('固定学员人数')),
    text: (count) => `${count} 人`,
    read: ({ traineeCount }) => (traineeCount === null ? null : `${traineeCount} 人`),
    write: (tx, { id }, traineeCount) => updateStudio(tx, id, { traineeCount }),
  }),
  trainingAudience: correctable({
    field: textField('培训对象'),
    text: String,
    read: ({ trainingAudience }) => trainingAudience,
    write: (tx, { id }, trainingAudience) => updateStudio(tx, id, { trainingAudience }),
  }),
  dedicatedFunds: correctable({
    field: moneyOrNothingField('单位专项经费'),
    text: (funds) => `${yuanText(funds)} 元`,
    read: ({ dedicatedFunds }) => (dedicatedFunds === null ? null : `${yuanText(dedicatedFunds)} 元`),
    write: (tx, { id }, dedicatedFunds) => updateStudio(tx, id, { dedicatedFunds }),
  }),
  unitOpinion: correctable({
    field: textField('所在单位推荐意见'),
    text: String,
    read: ({ application }) => application?.unitOpinion ?? null,
    write(tx, { application, name }, unitOpinion) {
      if (application === null) throw new Error(`${name} has no application`);
      updateApplicationFacts(tx, application.id, { unitOpinion });
    },
  }),
  appliedOn: correctable({
    field: dateField('申报日期'),
    text: String,
    read: ({ application }) => application?.appliedOn ?? null,
    write(tx, { application, name }, appliedOn) {
      if (application === null) throw new Error(`${name} has no application`);
      updateApplicationFacts(tx, application.id, { appliedOn });
    },
  }),
  remarks: correctable({
    field: textField('备注'),
    text: String,
    read: ({ remarks }) => remarks,
    write: (tx, { id }, remarks) => updateStudio(tx, id, { remarks }),
  }),
} as const;

export type CorrectableKey = keyof typeof correctables;

/** What people call each of them. */
export const correctableLabels = Object.fromEntries(Object.entries(correctables).map(([key, { field }]) => [key, field.label])) as Readonly<
  Record<CorrectableKey, string>
>;

/** A value somebody gave, read as the thing asks for; with how it reads and how it is written. Throws the check's own problems as text. */
export function readCorrection(key: CorrectableKey, given: string) {
  const { field, text, write } = correctables[key] as Correctable<unknown>;
  const read = field.schema.safeParse(given);
  if (!read.success) return { problem: read.error.issues.map(({ message }) => message).join('，') };
  return { text: text(read.data), write: (tx: Transaction, studio: StudioRecord) => write(tx, studio, read.data) };
}
