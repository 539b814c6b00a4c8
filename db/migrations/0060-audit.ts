import type { Migration } from './migration.ts';

/**
 * The log of acts: rows are added and nothing else. `audit_head` keeps its count and last hash, so that a cut-off end
 * shows. The triggers hold against the program and a curious SQL tool; the hashes, against whoever removes the triggers.
 */
export const auditMigration: Migration = {
  id: 60,
  name: 'audit',
  since: '0.1.0',
  sql: `
CREATE TABLE audit (
  sequence INTEGER NOT NULL PRIMARY KEY,
  at TEXT NOT NULL CHECK (at GLOB '????-??-??T??:??:??*Z'),
  on_date TEXT NOT NULL CHECK (date(on_date) IS on_date),
  department_id TEXT,
  command TEXT NOT NULL CHECK (command <> ''),
  studio_id TEXT,
  details TEXT NOT NULL CHECK (json_valid(details)),
  previous_hash TEXT NOT NULL CHECK (length(previous_hash) = 64),
  hash TEXT NOT NULL CHECK (length(hash) = 64)
) STRICT;
CREATE INDEX audit_by_studio ON audit (studio_id, sequence);
CREATE INDEX audit_by_command ON audit (command, sequence);

CREATE TABLE audit_head (
  id INTEGER NOT NULL PRIMARY KEY CHECK (id = 1),
  entries INTEGER NOT NULL,
  hash TEXT NOT NULL
) STRICT;
INSERT INTO audit_head (id, entries, hash) VALUES (1, 0, '0000000000000000000000000000000000000000000000000000000000000000');

CREATE TRIGGER audit_no_update BEFORE UPDATE ON audit
BEGIN SELECT RAISE(ABORT, 'audit is append-only'); END;
CREATE TRIGGER audit_no_delete BEFORE DELETE ON audit
BEGIN SELECT RAISE(ABORT, 'audit is append-only'); END;
-- Asked before a REPLACE could remove a row, too.
CREATE TRIGGER audit_continues_chain BEFORE INSERT ON audit
WHEN NOT EXISTS (SELECT 1 FROM audit_head WHERE NEW.sequence = entries + 1 AND NEW.previous_hash = hash)
BEGIN SELECT RAISE(ABORT, 'audit row does not continue the chain'); END;
CREATE TRIGGER audit_moves_head AFTER INSERT ON audit
BEGIN UPDATE audit_head SET entries = NEW.sequence, hash = NEW.hash; END;

CREATE TRIGGER audit_head_no_delete BEFORE DELETE ON audit_head
BEGIN SELECT RAISE(ABORT, 'audit_head must stay'); END;
CREATE TRIGGER audit_head_no_insert BEFORE INSERT ON audit_head
BEGIN SELECT RAISE(ABORT, 'audit_head has one row'); END;
CREATE TRIGGER audit_head_follows BEFORE UPDATE ON audit_head
WHEN NOT EXISTS (SELECT 1 FROM audit WHERE sequence = NEW.entries AND hash = NEW.hash AND NEW.entries = OLD.entries + 1)
BEGIN SELECT RAISE(ABORT, 'audit_head follows the last row of audit'); END;
`,
};
