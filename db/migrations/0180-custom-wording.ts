import type { Migration } from './migration.ts';

/**
 * Custom wording of a kind of document, by department: the file itself in base64, so that a backup has it; one in force at a time. An issued document
 * says in which wording it was written; null is the built-in one.
 */
export const customWordingMigration: Migration = {
  id: 180,
  name: 'custom-wording',
  since: '0.1.0',
  sql: `
CREATE TABLE custom_wordings (
  id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
  department_id TEXT NOT NULL REFERENCES departments (id),
  kind TEXT NOT NULL CHECK (kind <> ''),
  file_name TEXT NOT NULL CHECK (file_name <> ''),
  sha256 TEXT NOT NULL CHECK (length(sha256) = 64 AND sha256 NOT GLOB '*[^0-9a-f]*'),
  content TEXT NOT NULL CHECK (content <> ''),
  accepted_on TEXT NOT NULL CHECK (date(accepted_on) IS accepted_on),
  ended_on TEXT CHECK (date(ended_on) IS ended_on)
) STRICT;
CREATE UNIQUE INDEX custom_wordings_one_in_force ON custom_wordings (department_id, kind) WHERE ended_on IS NULL;
CREATE TRIGGER custom_wordings_no_delete BEFORE DELETE ON custom_wordings
BEGIN SELECT RAISE(ABORT, 'custom_wordings is append-only'); END;
CREATE TRIGGER custom_wordings_only_end BEFORE UPDATE ON custom_wordings
WHEN OLD.ended_on IS NOT NULL OR NEW.ended_on IS NULL OR NEW.id <> OLD.id OR NEW.department_id <> OLD.department_id OR NEW.kind <> OLD.kind
  OR NEW.file_name <> OLD.file_name OR NEW.sha256 <> OLD.sha256 OR NEW.content <> OLD.content OR NEW.accepted_on <> OLD.accepted_on
BEGIN SELECT RAISE(ABORT, 'of a custom wording only its end is written later, once'); END;

ALTER TABLE issued_documents ADD COLUMN wording_id TEXT REFERENCES custom_wordings (id);
CREATE INDEX issued_documents_by_wording ON issued_documents (wording_id);
CREATE TRIGGER issued_documents_keep_wording BEFORE UPDATE ON issued_documents
WHEN NEW.wording_id IS NOT OLD.wording_id
BEGIN SELECT RAISE(ABORT, 'the wording of an issued document stays'); END;
`,
};
