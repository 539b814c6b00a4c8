import { among, type Field, textField } from '../field.ts';

/**
 * The purpose of an expense, by its code or name. The form proposes those of the set in force on the day of the expense; what somebody
 * writes besides is let through to the rule, which refuses it with its article and names those there are.
 */
export function expensePurposeField(label: string, hint = ''): Field<string> {
  return among('expense-purposes', textField(label, hint));
}
