import type { Migration } from './migration.ts';

/** An approval of periodic results is often on paper: the number of that paper, where there is one. 第十九条第三款. */
export const approvalNumberMigration: Migration = {
  id: 240,
  name: 'approval-number',
  since: '0.1.0',
  sql: `
ALTER TABLE assessment_approvals ADD COLUMN number TEXT CHECK (number <> '');
`,
};
