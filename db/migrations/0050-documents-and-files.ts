import type { Migration } from './migration.ts';

/** Documents issued and their numbers, files imported and exported, attachments. */
export const documentsAndFilesMigration: Migration = {
  id: 50,
  name: 'documents-and-files',
  since: '0.1.0',
  sql: `
CREATE TABLE issued_documents (
  id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
  kind TEXT NOT NULL CHECK (kind <> ''),
  studio_id TEXT REFERENCES studios (id),
  subject_id TEXT,
  department_id TEXT NOT NULL REFERENCES departments (id),
  number TEXT CHECK (number <> ''),
  issued_on TEXT NOT NULL CHECK (date(issued_on) IS issued_on),
  file_name TEXT NOT NULL CHECK (file_name <> ''),
  sha256 TEXT NOT NULL CHECK (length(sha256) = 64 AND sha256 NOT GLOB '*[^0-9a-f]*')
) STRICT;
CREATE INDEX issued_documents_by_studio ON issued_documents (studio_id, issued_on, kind, number);
CREATE INDEX issued_documents_by_date ON issued_documents (issued_on, kind, studio_id, number);
CREATE INDEX issued_documents_by_subject ON issued_documents (subject_id, kind);
CREATE INDEX issued_documents_by_number ON issued_documents (number);

CREATE TABLE document_numbers (
  series TEXT NOT NULL CHECK (series <> ''),
  year INTEGER NOT NULL CHECK (year BETWEEN 1900 AND 2999),
  value INTEGER NOT NULL CHECK (value > 0),
  taken_for TEXT NOT NULL CHECK (taken_for <> ''),
  taken_on TEXT NOT NULL CHECK (date(taken_on) IS taken_on),
  PRIMARY KEY (series, year, value)
) STRICT, WITHOUT ROWID;
-- A number once handed out stays handed out. INSERT OR REPLACE would remove a row without asking the DELETE trigger
-- when recursive triggers are off, so the insert itself is asked as well.
CREATE TRIGGER document_numbers_no_update BEFORE UPDATE ON document_numbers
BEGIN SELECT RAISE(ABORT, 'document_numbers is append-only'); END;
CREATE TRIGGER document_numbers_no_delete BEFORE DELETE ON document_numbers
BEGIN SELECT RAISE(ABORT, 'document_numbers is append-only'); END;
CREATE TRIGGER document_numbers_once BEFORE INSERT ON document_numbers
WHEN EXISTS (SELECT 1 FROM document_numbers WHERE series = NEW.series AND year = NEW.year AND value = NEW.value)
BEGIN SELECT RAISE(ABORT, 'document number already taken'); END;

CREATE TABLE import_batches (
  id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
  number INTEGER NOT NULL UNIQUE CHECK (number > 0),
  kind TEXT NOT NULL CHECK (kind <> ''),
  file_name TEXT NOT NULL CHECK (file_name <> ''),
  sha256 TEXT NOT NULL CHECK (length(sha256) = 64 AND sha256 NOT GLOB '*[^0-9a-f]*'),
  imported_on TEXT NOT NULL CHECK (date(imported_on) IS imported_on),
  department_id TEXT NOT NULL REFERENCES departments (id),
  row_count INTEGER NOT NULL CHECK (row_count >= 0),
  new_count INTEGER NOT NULL CHECK (new_count >= 0),
  changed_count INTEGER NOT NULL CHECK (changed_count >= 0),
  unchanged_count INTEGER NOT NULL CHECK (unchanged_count >= 0),
  error_count INTEGER NOT NULL CHECK (error_count >= 0),
  undone_on TEXT CHECK (date(undone_on) IS undone_on)
) STRICT;
CREATE INDEX import_batches_by_file ON import_batches (sha256, undone_on);

CREATE TABLE import_changes (
  id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
  batch_id TEXT NOT NULL REFERENCES import_batches (id),
  sequence INTEGER NOT NULL CHECK (sequence > 0),
  table_name TEXT NOT NULL CHECK (table_name <> ''),
  row_key TEXT NOT NULL CHECK (json_valid(row_key)),
  before TEXT CHECK (json_valid(before)),
  after TEXT CHECK (json_valid(after)),
  CHECK (before IS NOT NULL OR after IS NOT NULL)
) STRICT;
CREATE UNIQUE INDEX import_changes_in_order ON import_changes (batch_id, sequence);

CREATE TABLE exported_files (
  id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
  kind TEXT NOT NULL CHECK (kind <> ''),
  file_name TEXT NOT NULL CHECK (file_name <> ''),
  sha256 TEXT NOT NULL CHECK (length(sha256) = 64 AND sha256 NOT GLOB '*[^0-9a-f]*'),
  exported_on TEXT NOT NULL CHECK (date(exported_on) IS exported_on),
  department_id TEXT NOT NULL REFERENCES departments (id),
  row_count INTEGER NOT NULL CHECK (row_count >= 0)
) STRICT;
CREATE INDEX exported_files_by_date ON exported_files (exported_on, kind);

CREATE TABLE attachments (
  id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
  studio_id TEXT NOT NULL REFERENCES studios (id),
  name TEXT NOT NULL CHECK (name <> ''),
  path TEXT NOT NULL UNIQUE CHECK (path <> ''),
  sha256 TEXT NOT NULL CHECK (length(sha256) = 64 AND sha256 NOT GLOB '*[^0-9a-f]*'),
  added_on TEXT NOT NULL CHECK (date(added_on) IS added_on)
) STRICT;
CREATE INDEX attachments_by_studio ON attachments (studio_id, added_on);
`,
};
