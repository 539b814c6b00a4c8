import type { Migration } from './migration.ts';

/** The rows the latest acts wrote, so that they can be taken back: what an undo needs, and nothing the log does not say already. */
export const undoMigration: Migration = {
  id: 110,
  name: 'undo',
  since: '0.1.0',
  sql: `
CREATE TABLE acts (
  id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
  audit_sequence INTEGER NOT NULL UNIQUE CHECK (audit_sequence > 0),
  undone_on TEXT CHECK (date(undone_on) IS undone_on)
) STRICT;

CREATE TABLE act_changes (
  id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
  act_id TEXT NOT NULL REFERENCES acts (id),
  sequence INTEGER NOT NULL CHECK (sequence > 0),
  table_name TEXT NOT NULL CHECK (table_name <> ''),
  row_key TEXT NOT NULL CHECK (json_valid(row_key)),
  before TEXT CHECK (json_valid(before)),
  after TEXT CHECK (json_valid(after)),
  CHECK (before IS NOT NULL OR after IS NOT NULL)
) STRICT;
CREATE UNIQUE INDEX act_changes_in_order ON act_changes (act_id, sequence);
`,
};
