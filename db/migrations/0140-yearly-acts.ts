import type { Migration } from './migration.ts';

/** What the HR bureau does every year: its plan, its supervision at mid-year, its review at year-end. 第十六条. */
export const yearlyActsMigration: Migration = {
  id: 140,
  name: 'yearly-acts',
  since: '0.1.0',
  sql: `
CREATE TABLE yearly_acts (
  id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
  year INTEGER NOT NULL CHECK (year BETWEEN 2014 AND 2999),
  act TEXT NOT NULL CHECK (act IN ('make-yearly-plan', 'supervise-mid-year', 'review-year-end')),
  done_on TEXT NOT NULL CHECK (date(done_on) IS done_on),
  content TEXT NOT NULL CHECK (content <> ''),
  department_id TEXT NOT NULL REFERENCES departments (id)
) STRICT;
CREATE UNIQUE INDEX yearly_acts_once ON yearly_acts (year, act);
CREATE TRIGGER yearly_acts_by_the_hr_bureau AFTER INSERT ON yearly_acts
WHEN NOT EXISTS (SELECT 1 FROM departments WHERE id = NEW.department_id AND kind = 'hr-bureau')
BEGIN SELECT RAISE(ABORT, 'the yearly acts are the HR bureau''s'); END;
`,
};
