import type { Migration } from './migration.ts';

/** Commitment letters with their tasks, assessments task by task, rectifications. 第九条, 第十九条. */
export const assessmentMigration: Migration = {
  id: 40,
  name: 'assessment',
  since: '0.1.0',
  sql: `
CREATE TABLE commitment_letters (
  id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
  studio_id TEXT NOT NULL REFERENCES studios (id),
  level TEXT NOT NULL CHECK (level IN ('in-system', 'district')),
  department_id TEXT NOT NULL REFERENCES departments (id),
  number TEXT NOT NULL UNIQUE CHECK (number <> ''),
  signed_on TEXT CHECK (date(signed_on) IS signed_on),
  cycle_from TEXT NOT NULL CHECK (date(cycle_from) IS cycle_from),
  cycle_to TEXT NOT NULL CHECK (date(cycle_to) IS cycle_to),
  copies INTEGER NOT NULL CHECK (copies > 0),
  measures_id TEXT NOT NULL CHECK (measures_id <> ''),
  previous_letter_id TEXT UNIQUE REFERENCES commitment_letters (id),
  CHECK (cycle_to > cycle_from)
) STRICT;
CREATE UNIQUE INDEX commitment_letters_by_studio ON commitment_letters (studio_id, level, cycle_from);
CREATE INDEX commitment_letters_by_cycle ON commitment_letters (cycle_to, studio_id, level, cycle_from);

CREATE TABLE commitment_tasks (
  id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
  letter_id TEXT NOT NULL REFERENCES commitment_letters (id),
  code TEXT NOT NULL CHECK (code <> ''),
  sequence INTEGER NOT NULL CHECK (sequence > 0),
  task_group TEXT NOT NULL CHECK (task_group IN ('demonstration', 'training', 'research', 'theory', 'innovation')),
  title TEXT NOT NULL CHECK (title <> ''),
  unit TEXT NOT NULL CHECK (unit <> ''),
  baseline REAL CHECK (baseline >= 0),
  yearly_target REAL NOT NULL CHECK (yearly_target >= 0),
  evidence TEXT NOT NULL,
  schedule TEXT NOT NULL,
  lowered_reason TEXT CHECK (lowered_reason <> '')
) STRICT;
CREATE UNIQUE INDEX commitment_tasks_in_order ON commitment_tasks (letter_id, sequence);
CREATE UNIQUE INDEX commitment_tasks_by_code ON commitment_tasks (letter_id, code);

CREATE TABLE assessments (
  id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
  studio_id TEXT NOT NULL REFERENCES studios (id),
  letter_id TEXT NOT NULL REFERENCES commitment_letters (id),
  department_id TEXT NOT NULL REFERENCES departments (id),
  kind TEXT NOT NULL CHECK (kind IN ('process', 'periodic')),
  cycle_year INTEGER NOT NULL CHECK (cycle_year > 0),
  assessed_on TEXT NOT NULL CHECK (date(assessed_on) IS assessed_on),
  assessors TEXT NOT NULL CHECK (assessors <> ''),
  grade TEXT NOT NULL CHECK (grade IN ('excellent', 'qualified', 'unqualified')),
  opinion TEXT,
  measures_id TEXT NOT NULL CHECK (measures_id <> '')
) STRICT;
CREATE UNIQUE INDEX assessments_by_letter ON assessments (letter_id, cycle_year);
CREATE INDEX assessments_by_studio ON assessments (studio_id, assessed_on, kind, grade);
CREATE INDEX assessments_by_grade ON assessments (grade, kind, assessed_on, studio_id);

CREATE TABLE assessment_items (
  id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
  assessment_id TEXT NOT NULL REFERENCES assessments (id),
  task_id TEXT NOT NULL REFERENCES commitment_tasks (id),
  target REAL NOT NULL CHECK (target >= 0),
  actual REAL NOT NULL CHECK (actual >= 0),
  evidence TEXT,
  remark TEXT
) STRICT;
CREATE UNIQUE INDEX assessment_items_by_task ON assessment_items (assessment_id, task_id);
CREATE INDEX assessment_items_of_task ON assessment_items (task_id);

CREATE TABLE rectifications (
  id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
  studio_id TEXT NOT NULL REFERENCES studios (id),
  assessment_id TEXT NOT NULL UNIQUE REFERENCES assessments (id),
  department_id TEXT NOT NULL REFERENCES departments (id),
  number TEXT NOT NULL UNIQUE CHECK (number <> ''),
  issued_on TEXT NOT NULL CHECK (date(issued_on) IS issued_on),
  deadline TEXT NOT NULL CHECK (date(deadline) IS deadline),
  CHECK (deadline >= issued_on)
) STRICT;
CREATE INDEX rectifications_by_studio ON rectifications (studio_id, deadline);
CREATE INDEX rectifications_by_deadline ON rectifications (deadline, studio_id);

CREATE TABLE rectification_problems (
  id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
  rectification_id TEXT NOT NULL REFERENCES rectifications (id),
  task_id TEXT NOT NULL REFERENCES commitment_tasks (id),
  sequence INTEGER NOT NULL CHECK (sequence > 0),
  problem TEXT NOT NULL CHECK (problem <> ''),
  target REAL NOT NULL CHECK (target >= 0),
  actual REAL NOT NULL CHECK (actual >= 0),
  measure TEXT NOT NULL CHECK (measure <> '')
) STRICT;
CREATE UNIQUE INDEX rectification_problems_in_order ON rectification_problems (rectification_id, sequence);
CREATE INDEX rectification_problems_of_task ON rectification_problems (task_id);
`,
};
