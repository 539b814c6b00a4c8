import type { Migration } from './migration.ts';

/** What a filing that came by file states beyond the register of the one who receives it: meeting, minutes, letter, cycle. 第十一条第三项. */
export const receivedFilingsMigration: Migration = {
  id: 190,
  name: 'received-filings',
  since: '0.1.0',
  sql: `
ALTER TABLE filings ADD COLUMN stated TEXT CHECK (json_valid(stated));
`,
};
