import type { Migration } from './migration.ts';

/**
 * What became of an issued document: made anew or void, and why; what it was made from; scans of the signed paper. A number whose document
 * is void never stands on another one.
 */
export const registerOfDocumentsMigration: Migration = {
  id: 160,
  name: 'register-of-documents',
  since: '0.1.0',
  sql: `
ALTER TABLE issued_documents ADD COLUMN input TEXT CHECK (json_valid(input));
ALTER TABLE issued_documents ADD COLUMN replaces_id TEXT REFERENCES issued_documents (id);
ALTER TABLE issued_documents ADD COLUMN closed TEXT CHECK (closed IN ('renewed', 'void'));
ALTER TABLE issued_documents ADD COLUMN closed_on TEXT CHECK (date(closed_on) IS closed_on);
ALTER TABLE issued_documents ADD COLUMN closed_reason TEXT CHECK (closed_reason <> '');
CREATE UNIQUE INDEX issued_documents_replaced_once ON issued_documents (replaces_id);

CREATE TRIGGER issued_documents_no_delete BEFORE DELETE ON issued_documents
BEGIN SELECT RAISE(ABORT, 'issued_documents is append-only'); END;
CREATE TRIGGER issued_documents_only_close BEFORE UPDATE ON issued_documents
WHEN OLD.closed IS NOT NULL OR NEW.closed IS NULL OR NEW.closed_on IS NULL OR NEW.closed_reason IS NULL
  OR NEW.id <> OLD.id OR NEW.kind <> OLD.kind OR NEW.studio_id IS NOT OLD.studio_id OR NEW.subject_id IS NOT OLD.subject_id
  OR NEW.department_id <> OLD.department_id OR NEW.number IS NOT OLD.number OR NEW.issued_on <> OLD.issued_on
  OR NEW.file_name <> OLD.file_name OR NEW.sha256 <> OLD.sha256 OR NEW.input IS NOT OLD.input OR NEW.replaces_id IS NOT OLD.replaces_id
BEGIN SELECT RAISE(ABORT, 'of an issued document only its end is written later, once'); END;
CREATE TRIGGER issued_documents_number_once BEFORE INSERT ON issued_documents
WHEN NEW.number IS NOT NULL AND EXISTS (SELECT 1 FROM issued_documents WHERE number = NEW.number
  AND (closed = 'void' OR kind = NEW.kind AND studio_id IS NEW.studio_id AND subject_id IS NOT NEW.subject_id))
BEGIN SELECT RAISE(ABORT, 'document number already used'); END;

CREATE TABLE document_scans (
  id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
  document_id TEXT NOT NULL REFERENCES issued_documents (id),
  name TEXT NOT NULL CHECK (name <> ''),
  path TEXT NOT NULL CHECK (path <> ''),
  sha256 TEXT NOT NULL CHECK (length(sha256) = 64 AND sha256 NOT GLOB '*[^0-9a-f]*'),
  added_on TEXT NOT NULL CHECK (date(added_on) IS added_on)
) STRICT;
CREATE UNIQUE INDEX document_scans_once ON document_scans (document_id, sha256);
CREATE TRIGGER document_scans_no_update BEFORE UPDATE ON document_scans
BEGIN SELECT RAISE(ABORT, 'document_scans is append-only'); END;
CREATE TRIGGER document_scans_no_delete BEFORE DELETE ON document_scans
BEGIN SELECT RAISE(ABORT, 'document_scans is append-only'); END;
`,
};
