import type { Migration } from '../../db/migrations/migration.ts';

/** Rewrites a table and fills another for a while, so that a kill can fall into it. */
export const slowMigration: Migration = {
  id: 1000,
  name: 'slow',
  since: '9.0.0',
  sql: `
    CREATE TABLE filled (id INTEGER NOT NULL PRIMARY KEY, text TEXT NOT NULL) STRICT;
    INSERT INTO filled SELECT value, hex(randomblob(200)) FROM (WITH RECURSIVE n (value) AS (SELECT 1 UNION ALL SELECT value + 1 FROM n LIMIT 15000) SELECT value FROM n);
    UPDATE settings SET value = '"new"' WHERE key = 'form';
    CREATE INDEX filled_by_text ON filled (text);
  `,
};
