import type { Migration } from './migration.ts';

/** Where a decision keeps the set of the Measures it was taken under. */
const decisions = ['applications', 'commitment_letters', 'assessments', 'rounds', 'fund_entries', 'revocations'] as const;

/**
 * Sets of the Measures that came after the first one, as data: what each changes, by parameter. A set follows all others and is never
 * changed. It may go again, the last one first, while no decision keeps it.
 */
export const addedMeasuresMigration: Migration = {
  id: 120,
  name: 'added-measures',
  since: '0.1.0',
  sql: `
CREATE TABLE added_measures (
  id TEXT NOT NULL PRIMARY KEY CHECK (id GLOB '[a-z]*-[0-9]*'),
  title TEXT NOT NULL CHECK (title <> ''),
  -- Not called document_number: another's number is no number this desk has given.
  text_number TEXT NOT NULL CHECK (text_number <> ''),
  effective_from TEXT NOT NULL UNIQUE CHECK (date(effective_from) IS effective_from),
  effective_to TEXT CHECK (date(effective_to) IS effective_to),
  changed_values TEXT NOT NULL CHECK (json_type(changed_values) = 'object'),
  added_on TEXT NOT NULL CHECK (date(added_on) IS added_on),
  department_id TEXT NOT NULL REFERENCES departments (id),
  CHECK (effective_to >= effective_from)
) STRICT;

CREATE TRIGGER added_measures_follow BEFORE INSERT ON added_measures
WHEN EXISTS (SELECT 1 FROM added_measures WHERE id = NEW.id OR effective_from >= NEW.effective_from)
BEGIN SELECT RAISE(ABORT, 'a set of the Measures takes effect after the last one'); END;
CREATE TRIGGER added_measures_no_update BEFORE UPDATE ON added_measures
BEGIN SELECT RAISE(ABORT, 'a set of the Measures is never changed'); END;
CREATE TRIGGER added_measures_last_first BEFORE DELETE ON added_measures
WHEN EXISTS (SELECT 1 FROM added_measures WHERE effective_from > OLD.effective_from)
BEGIN SELECT RAISE(ABORT, 'a later set of the Measures stands on this one'); END;
CREATE TRIGGER added_measures_kept BEFORE DELETE ON added_measures
WHEN ${decisions.map((table) => `EXISTS (SELECT 1 FROM ${table} WHERE measures_id = OLD.id)`).join('\n  OR ')}
BEGIN SELECT RAISE(ABORT, 'a decision keeps this set of the Measures'); END;
`,
};
