import type { Migration } from './migration.ts';

/** 第十五条, 第十九条, 第二十条: a title also ends here by what the department that gave it tells of its own decision, by file. */
export const toldEndingsMigration: Migration = {
  id: 310,
  name: 'told-endings',
  since: '0.1.0',
  sql: `
CREATE TABLE told_endings (
  designation_id TEXT NOT NULL PRIMARY KEY REFERENCES designations (id),
  number TEXT NOT NULL CHECK (number <> '')
) STRICT;
DROP TRIGGER designations_end_by_decision;
CREATE TRIGGER designations_end_by_decision AFTER UPDATE OF ended_on, end_kind ON designations
WHEN NEW.ended_on IS NOT NULL AND NOT EXISTS (
  SELECT 1 FROM revocations WHERE designation_id = NEW.id AND decided_on = NEW.ended_on AND NEW.end_kind = 'revoked'
  UNION ALL
  SELECT 1 FROM title_endings WHERE designation_id = NEW.id AND ended_on = NEW.ended_on AND NEW.end_kind = 'ended'
  UNION ALL
  SELECT 1 FROM told_endings WHERE designation_id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'a title ends by a revocation or an ending on record'); END;
-- Made anew, so that it goes on speaking before the other.
DROP TRIGGER designations_stay_ended;
CREATE TRIGGER designations_stay_ended AFTER UPDATE OF ended_on, end_kind ON designations
WHEN OLD.ended_on IS NOT NULL
  AND (NEW.ended_on IS NOT OLD.ended_on OR NEW.end_kind IS NOT OLD.end_kind)
  AND EXISTS (
    SELECT 1 FROM revocations WHERE designation_id = NEW.id
    UNION ALL SELECT 1 FROM title_endings WHERE designation_id = NEW.id
  )
BEGIN SELECT RAISE(ABORT, 'a title that has ended stays ended'); END;
`,
};
