import type { Migration } from './migration.ts';

/** The day of which a studio's name and lead are known, here or from another department: an older file takes no newer name back. 第二条, 第四条. */
export const toldIdentityMigration: Migration = {
  id: 300,
  name: 'told-identity',
  since: '0.1.0',
  sql: `
ALTER TABLE studios ADD COLUMN identity_on TEXT CHECK (identity_on IS date(identity_on));
UPDATE studios SET identity_on = (
  SELECT max(f.written_on) FROM filings f JOIN designations d ON d.id = f.designation_id WHERE d.studio_id = studios.id
);
`,
};
