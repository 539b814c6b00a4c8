import { beforeEach, describe, expect, it } from 'vitest';
import type { AnyCommand } from '../../workflow/command.ts';
import { commandNamed, commands } from '../../workflow/commands.ts';
import { type Field, moneyField, numberField } from '../../workflow/field.ts';
import { education, hr, office, type RoundRegister, roundRegister, studioOf } from './round-register.ts';

const seats = { 'sector-bureau': education, 'hr-bureau': hr, 'leading-group-office': office } as const;

/** Answers of every type there is, most of them of a type no field asks for. */
const values = [{}, { 1: {} }, { 1: '' }, [], ['是'], 7, -1, Number.NaN, true, 'ab', '9'.repeat(400), '2026-02-30'];

/** What the command says when one field is answered so, in the name of a department that may do it; empty when it does not mind. */
function refusalOf(register: RoundRegister, { name, scope, powers }: AnyCommand, key: string, value: unknown): string {
  try {
    register.act(seats[powers[0] ?? 'sector-bureau'], name, scope === 'desk' ? null : studioOf(education, 1), { [key]: value });
    return '';
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

describe('an answer of the wrong type', () => {
  let register: RoundRegister;
  beforeEach(() => {
    register = roundRegister();
  });

  it.each(commands.map((command) => [command.name, command] as const))(
    'to %s is refused in Chinese, by the name of its field',
    (_name, command) => {
      for (const [key, { label, schema }] of Object.entries(command.fields)) {
        for (const value of values.filter((each) => !schema.safeParse(each).success)) {
          const message = refusalOf(register, command, key, value);
          expect(message).toContain(`「${label}」`);
          const ours = message.slice(message.indexOf(`「${label}」`)).split('；')[0] ?? '';
          expect(ours).not.toMatch(/[A-Za-z]{3}/);
        }
      }
    },
  );

  it('is told what is asked for', () => {
    const said = (field: Field<unknown>, value: unknown) => field.schema.safeParse(value).error?.issues.map(({ message }) => message);
    expect(said(numberField('面积'), [])).toEqual(['应为数字']);
    expect(said(numberField('面积'), '9'.repeat(400))).toEqual(['应为数字']);
    expect(said(moneyField('金额'), {})).toEqual(['应为大于 0、不到 10 亿的金额，以元为单位，最多两位小数，如 1234.50']);
    expect(refusalOf(register, commandNamed('record-expert-scores'), 'score', { 2: '优' })).toContain('「得分」编号 2 应为数字');
  });
});
