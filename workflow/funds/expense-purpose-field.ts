import { expenseCategories } from '../../policy/parameters/expense-categories.ts';
import { textSchema } from '../contract/fields.ts';
import type { Field } from '../field.ts';

/**
 * The purpose of an expense. The form proposes the purposes of the Measures; what somebody writes besides is let through to the rule,
 * which refuses it with its article and knows what later texts have added.
 */
export function expensePurposeField(label: string, hint = ''): Field<string> {
  const listed = Object.values(expenseCategories.values).flatMap((dated) => dated?.value ?? []);
  return {
    kind: 'choice',
    label,
    hint,
    required: true,
    choices: listed.map(({ code, label: name }) => ({ value: code, label: name })),
    among: null,
    schema: textSchema,
  };
}
