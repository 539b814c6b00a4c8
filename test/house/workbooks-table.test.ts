import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { workbooksPath, workbooksTable } from '../workbooks-table.ts';

it('the table of workbooks is as their declarations are: npm run workbooks makes it again', () => {
  expect(readFileSync(workbooksPath, 'utf8')).toBe(workbooksTable());
});
