import type { Migration } from './migration.ts';

/** Settings, departments with their names over time, sectors. `date(x) IS x` holds for null and for a day that exists. */
export const departmentsMigration: Migration = {
  id: 10,
  name: 'departments',
  since: '0.1.0',
  sql: `
CREATE TABLE settings (
  key TEXT NOT NULL PRIMARY KEY CHECK (key <> ''),
  value TEXT NOT NULL CHECK (json_valid(value))
) STRICT, WITHOUT ROWID;

CREATE TABLE departments (
  id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
  kind TEXT NOT NULL CHECK (kind IN ('sector-bureau', 'hr-bureau', 'leading-group-office'))
) STRICT;

CREATE TABLE department_names (
  id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
  department_id TEXT NOT NULL REFERENCES departments (id),
  name TEXT NOT NULL CHECK (name <> ''),
  official_name TEXT NOT NULL CHECK (official_name <> ''),
  number_prefix TEXT NOT NULL CHECK (number_prefix <> ''),
  valid_from TEXT NOT NULL CHECK (date(valid_from) IS valid_from),
  valid_to TEXT CHECK (date(valid_to) IS valid_to),
  CHECK (valid_to >= valid_from)
) STRICT;
CREATE UNIQUE INDEX department_names_by_department ON department_names (department_id, valid_from);
CREATE UNIQUE INDEX department_names_in_use ON department_names (department_id) WHERE valid_to IS NULL;

CREATE TABLE sectors (
  id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
  name TEXT NOT NULL UNIQUE CHECK (name <> ''),
  bureau_id TEXT NOT NULL REFERENCES departments (id)
) STRICT;
CREATE INDEX sectors_by_bureau ON sectors (bureau_id, name);
`,
};
