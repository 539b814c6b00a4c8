import type { Migration } from './migration.ts';

/** The day a filing that came by file was written: an older file that arrives late takes nothing back. 第十一条第三项. */
export const writtenFilingsMigration: Migration = {
  id: 280,
  name: 'written-filings',
  since: '0.1.0',
  sql: `
ALTER TABLE filings ADD COLUMN written_on TEXT CHECK (written_on IS date(written_on));
`,
};
