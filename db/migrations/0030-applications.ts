import type { Migration } from './migration.ts';

/** Applications, their steps, special cases, and the titles that come of them. 第十条, 第十一条. */
export const applicationsMigration: Migration = {
  id: 30,
  name: 'applications',
  since: '0.1.0',
  sql: `
CREATE TABLE applications (
  id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
  studio_id TEXT NOT NULL REFERENCES studios (id),
  level TEXT NOT NULL CHECK (level IN ('in-system', 'district')),
  applied_on TEXT NOT NULL CHECK (date(applied_on) IS applied_on),
  unit_opinion TEXT,
  status TEXT NOT NULL CHECK (status IN ('submitted', 'received', 'returned', 'accepted', 'inspected', 'approved', 'rejected', 'named', 'filed')),
  measures_id TEXT NOT NULL CHECK (measures_id <> '')
) STRICT;
CREATE INDEX applications_by_studio ON applications (studio_id, level, applied_on, status);
CREATE INDEX applications_by_status ON applications (status, level, applied_on, studio_id);

CREATE TABLE application_steps (
  id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
  application_id TEXT NOT NULL REFERENCES applications (id),
  sequence INTEGER NOT NULL CHECK (sequence > 0),
  status TEXT NOT NULL CHECK (status IN ('submitted', 'received', 'returned', 'accepted', 'inspected', 'approved', 'rejected', 'named', 'filed')),
  on_date TEXT NOT NULL CHECK (date(on_date) IS on_date),
  department_id TEXT NOT NULL REFERENCES departments (id),
  reason TEXT,
  details TEXT NOT NULL CHECK (json_valid(details))
) STRICT;
CREATE UNIQUE INDEX application_steps_in_order ON application_steps (application_id, sequence);
-- A step taken is not rewritten. It goes only with the whole import that brought its application.
CREATE TRIGGER application_steps_no_update BEFORE UPDATE ON application_steps
BEGIN SELECT RAISE(ABORT, 'application_steps is append-only'); END;

CREATE TABLE special_approvals (
  id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
  application_id TEXT NOT NULL REFERENCES applications (id),
  rule TEXT NOT NULL CHECK (rule <> ''),
  reason TEXT NOT NULL CHECK (reason <> ''),
  approver TEXT NOT NULL CHECK (approver <> ''),
  on_date TEXT NOT NULL CHECK (date(on_date) IS on_date)
) STRICT;
CREATE INDEX special_approvals_by_application ON special_approvals (application_id, rule);

CREATE TABLE designations (
  id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
  studio_id TEXT NOT NULL REFERENCES studios (id),
  application_id TEXT REFERENCES applications (id),
  level TEXT NOT NULL CHECK (level IN ('in-system', 'district')),
  department_id TEXT NOT NULL REFERENCES departments (id),
  named_on TEXT NOT NULL CHECK (date(named_on) IS named_on),
  document_number TEXT CHECK (document_number <> ''),
  filed_on TEXT CHECK (date(filed_on) IS filed_on),
  filing_number TEXT CHECK (filing_number <> ''),
  ended_on TEXT CHECK (date(ended_on) IS ended_on),
  end_reason TEXT,
  CHECK (ended_on >= named_on),
  CHECK (filed_on >= named_on),
  CHECK (filing_number IS NULL OR filed_on IS NOT NULL),
  CHECK (end_reason IS NULL OR ended_on IS NOT NULL)
) STRICT;
CREATE UNIQUE INDEX designations_held ON designations (studio_id, level) WHERE ended_on IS NULL;
CREATE INDEX designations_by_studio ON designations (studio_id, level, ended_on, named_on);
CREATE INDEX designations_by_level ON designations (level, ended_on, named_on, studio_id, filed_on);
CREATE INDEX designations_by_application ON designations (application_id);
`,
};
