import type { ReadableDatabase } from '../../db/database.ts';
import { personByIdNumber } from '../../db/queries/people.ts';
import { readIdNumber } from '../../exchange/id-number.ts';
import type { PlainDate } from '../../policy/plain-date.ts';
import type { Sex } from '../../policy/qualification.ts';
import { type Field, textField } from '../field.ts';

/** An ID number of 18 characters whose check character is right. GB 11643-1999. */
export function idNumberField(label: string, hint = ''): Field<string> {
  const asked = textField(label, hint);
  const schema = asked.schema
    .transform((text) => text.toUpperCase())
    .refine((number) => !('fault' in readIdNumber(number)), '应为 18 位身份证号，请按身份证核对');
  return { ...asked, schema };
}

/** What an ID number says against a person's name, birth date and sex; nothing where they agree. `undefined` is not asked about. */
export function idNumberProblems(
  db: ReadableDatabase,
  idNumber: string,
  person: {
    readonly id?: string | undefined;
    readonly name: string;
    readonly birthDate?: PlainDate | undefined;
    readonly sex?: Sex | undefined;
  },
): readonly string[] {
  const reading = readIdNumber(idNumber);
  const bearer = personByIdNumber(db, idNumber);
  const other = bearer !== undefined && bearer.id !== person.id && (person.id !== undefined || bearer.name !== person.name);
  return [
    ...(other ? [`身份证号已登记为${bearer.name}的`] : []),
    ...('fault' in reading
      ? []
      : [
          ...(person.birthDate !== undefined && person.birthDate !== reading.birthDate
            ? [`身份证号中的出生日期是 ${reading.birthDate}`]
            : []),
          ...(person.sex !== undefined && person.sex !== reading.sex ? ['身份证号中的性别不同'] : []),
        ]),
  ];
}
