import type { Migration } from './migration.ts';

/** 第十九条第二款, 第二十条: a title that a decision on record has ended does not come back, and keeps its last day. */
export const endedTitlesMigration: Migration = {
  id: 150,
  name: 'ended-titles',
  since: '0.1.0',
  sql: `
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
