import type { Migration } from './migration.ts';

/** Host units, people, studios and who does what in them. 第三条 to 第七条. */
export const studiosMigration: Migration = {
  id: 20,
  name: 'studios',
  since: '0.1.0',
  sql: `
CREATE TABLE host_units (
  id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
  name TEXT NOT NULL UNIQUE CHECK (name <> ''),
  kind TEXT CHECK (kind IN ('enterprise', 'public-institution', 'other')),
  in_district INTEGER CHECK (in_district IN (0, 1))
) STRICT;

CREATE TABLE people (
  id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
  name TEXT NOT NULL CHECK (name <> ''),
  sex TEXT CHECK (sex IN ('male', 'female')),
  birth_date TEXT CHECK (date(birth_date) IS birth_date),
  id_number TEXT UNIQUE CHECK (id_number <> ''),
  professional_title TEXT,
  phone TEXT
) STRICT;
CREATE INDEX people_by_name ON people (name, id);

CREATE TABLE qualifications (
  id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
  person_id TEXT NOT NULL REFERENCES people (id),
  sequence INTEGER NOT NULL,
  kind TEXT CHECK (kind IN ('government-allowance', 'discipline-leader', 'professional-title', 'talent-programme', 'competition-award')),
  level TEXT CHECK (level IN ('district', 'municipal', 'provincial', 'national')),
  name TEXT NOT NULL CHECK (name <> ''),
  issuing_body TEXT,
  year INTEGER CHECK (year BETWEEN 1900 AND 2999),
  evidence TEXT
) STRICT;
-- Not unique: an import may exchange two places, one row after the other.
CREATE INDEX qualifications_by_person ON qualifications (person_id, sequence);

CREATE TABLE studios (
  id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
  name TEXT NOT NULL CHECK (name <> ''),
  sector_id TEXT NOT NULL REFERENCES sectors (id),
  host_unit_id TEXT REFERENCES host_units (id),
  trainee_count INTEGER CHECK (trainee_count >= 0),
  training_audience TEXT,
  area REAL CHECK (area >= 0),
  dedicated_funds INTEGER CHECK (dedicated_funds >= 0),
  remarks TEXT
) STRICT;
-- Lists are paged by name; sector and host unit are in the index so that filters need not read the row.
CREATE INDEX studios_by_name ON studios (name, id, sector_id, host_unit_id);
CREATE INDEX studios_by_sector ON studios (sector_id, name, id);
CREATE INDEX studios_by_host_unit ON studios (host_unit_id, name);

CREATE TABLE team_roles (
  id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
  studio_id TEXT NOT NULL REFERENCES studios (id),
  person_id TEXT NOT NULL REFERENCES people (id),
  role TEXT NOT NULL CHECK (role IN ('lead', 'member', 'trainee')),
  sequence INTEGER NOT NULL,
  from_date TEXT NOT NULL CHECK (date(from_date) IS from_date),
  to_date TEXT CHECK (date(to_date) IS to_date),
  CHECK (to_date >= from_date)
) STRICT;
-- A draft may have two leads (a finding under 第三条), but nobody holds one role in one studio twice at a time.
CREATE UNIQUE INDEX team_roles_held ON team_roles (studio_id, person_id, role) WHERE to_date IS NULL;
CREATE INDEX team_roles_by_studio ON team_roles (studio_id, role, sequence, to_date, person_id);
CREATE INDEX team_roles_by_person ON team_roles (person_id, role, to_date, studio_id);

-- What must be confirmed is for the Measures to say, which may change: the list of subjects stands in policy.
CREATE TABLE confirmations (
  studio_id TEXT NOT NULL REFERENCES studios (id),
  subject TEXT NOT NULL CHECK (subject <> ''),
  holds INTEGER NOT NULL CHECK (holds IN (0, 1)),
  confirmed_by TEXT NOT NULL CHECK (confirmed_by <> ''),
  confirmed_on TEXT NOT NULL CHECK (date(confirmed_on) IS confirmed_on),
  evidence TEXT,
  PRIMARY KEY (studio_id, subject)
) STRICT, WITHOUT ROWID;
`,
};
