import type { Migration } from './migration.ts';

/**
 * 第九条, 第十九条第二款: from the day on which its title ended nothing more is counted for a studio, yet what was recorded wrongly is still put
 * right: a row that mirrors another is taken on any day, and one in its stead when it counts no more, for the same task on the same day.
 */
export const correctedActivitiesMigration: Migration = {
  id: 170,
  name: 'corrected-activities',
  since: '0.1.0',
  sql: `
DROP TRIGGER activities_under_title;
CREATE TRIGGER activities_under_title AFTER INSERT ON activities
WHEN NEW.reverses_id IS NULL AND (
  SELECT max(coalesce(title.ended_on, '9999-12-31'))
  FROM commitment_tasks AS task JOIN commitment_letters AS letter ON letter.id = task.letter_id
  JOIN designations AS title ON title.studio_id = letter.studio_id AND title.level = letter.level
  WHERE task.id = NEW.task_id) <= NEW.held_on
  AND NOT EXISTS (SELECT 1 FROM activities AS original WHERE original.id = NEW.replaces_id
    AND original.task_id = NEW.task_id AND original.held_on = NEW.held_on AND original.amount >= NEW.amount)
BEGIN SELECT RAISE(ABORT, 'an activity is earlier than the end of the title'); END;
`,
};
