import type { Migration } from './migration.ts';

/**
 * The activity ledger: what a studio did for a task of its letter, when, and on what paper. 第八条, 第九条. Rows are added and nothing
 * else: a mistake is taken back by a row that mirrors it, with a reason.
 */
export const activityLedgerMigration: Migration = {
  id: 70,
  name: 'activity-ledger',
  since: '0.1.0',
  sql: `
CREATE TABLE activities (
  id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
  studio_id TEXT NOT NULL REFERENCES studios (id),
  sequence INTEGER NOT NULL CHECK (sequence > 0),
  task_id TEXT NOT NULL REFERENCES commitment_tasks (id),
  kind TEXT NOT NULL CHECK (kind IN ('lecture', 'method', 'training', 'plan', 'topic', 'event', 'theory', 'innovation')),
  held_on TEXT NOT NULL CHECK (date(held_on) IS held_on),
  title TEXT NOT NULL CHECK (title <> ''),
  amount REAL NOT NULL CHECK (amount <> 0 AND abs(amount) <= 10000000 AND round(amount, 2) = amount),
  level TEXT CHECK (level IN ('district', 'municipal', 'provincial', 'national')),
  evidence TEXT NOT NULL CHECK (evidence <> ''),
  attachment_id TEXT REFERENCES attachments (id),
  department_id TEXT NOT NULL REFERENCES departments (id),
  recorded_on TEXT NOT NULL CHECK (date(recorded_on) IS recorded_on),
  reverses_id TEXT UNIQUE REFERENCES activities (id),
  -- Whoever replaces a row must also take it back: asked at the end of the transaction.
  replaces_id TEXT UNIQUE REFERENCES activities (reverses_id) DEFERRABLE INITIALLY DEFERRED,
  reason TEXT CHECK (reason <> ''),
  CHECK (recorded_on >= held_on),
  CHECK ((level IS NOT NULL) = (kind = 'topic')),
  CHECK ((amount < 0) = (reverses_id IS NOT NULL)),
  CHECK (reverses_id IS NULL OR replaces_id IS NULL),
  CHECK ((reason IS NOT NULL) = (reverses_id IS NOT NULL OR replaces_id IS NOT NULL))
) STRICT;
CREATE UNIQUE INDEX activities_in_order ON activities (studio_id, sequence);
-- Sums per task and span of days are read off the index alone.
CREATE INDEX activities_by_task ON activities (task_id, held_on, amount);
CREATE INDEX activities_by_attachment ON activities (attachment_id);

CREATE TRIGGER activities_no_update BEFORE UPDATE ON activities
BEGIN SELECT RAISE(ABORT, 'activities is append-only'); END;
CREATE TRIGGER activities_no_delete BEFORE DELETE ON activities
BEGIN SELECT RAISE(ABORT, 'activities is append-only'); END;
-- Asked before a REPLACE could remove a row, too.
CREATE TRIGGER activities_once BEFORE INSERT ON activities
WHEN EXISTS (SELECT 1 FROM activities WHERE id = NEW.id)
  OR EXISTS (SELECT 1 FROM activities WHERE studio_id = NEW.studio_id AND sequence = NEW.sequence)
  OR EXISTS (SELECT 1 FROM activities WHERE reverses_id = NEW.reverses_id)
  OR EXISTS (SELECT 1 FROM activities WHERE replaces_id = NEW.replaces_id)
BEGIN SELECT RAISE(ABORT, 'activity is already recorded, reversed or replaced'); END;
CREATE TRIGGER activities_follow AFTER INSERT ON activities
WHEN NEW.sequence <> (SELECT count(*) FROM activities WHERE studio_id = NEW.studio_id)
BEGIN SELECT RAISE(ABORT, 'activities are numbered without gaps'); END;
CREATE TRIGGER activities_in_cycle AFTER INSERT ON activities
WHEN EXISTS (
  SELECT 1 FROM studios, commitment_tasks AS task JOIN commitment_letters AS letter ON letter.id = task.letter_id
  WHERE studios.id = NEW.studio_id AND task.id = NEW.task_id AND (
    letter.studio_id <> NEW.studio_id OR letter.signed_on IS NULL OR NEW.held_on NOT BETWEEN letter.cycle_from AND letter.cycle_to))
BEGIN SELECT RAISE(ABORT, 'an activity falls within the cycle of a signed letter of its studio'); END;
CREATE TRIGGER activities_under_title AFTER INSERT ON activities
WHEN (
  SELECT max(coalesce(title.ended_on, '9999-12-31'))
  FROM commitment_tasks AS task JOIN commitment_letters AS letter ON letter.id = task.letter_id
  JOIN designations AS title ON title.studio_id = letter.studio_id AND title.level = letter.level
  WHERE task.id = NEW.task_id) <= NEW.held_on
BEGIN SELECT RAISE(ABORT, 'an activity is earlier than the end of the title'); END;
CREATE TRIGGER activities_mirror AFTER INSERT ON activities
WHEN EXISTS (
  SELECT 1 FROM activities AS original WHERE original.id = NEW.reverses_id AND (
    original.reverses_id IS NOT NULL OR original.studio_id <> NEW.studio_id OR original.task_id <> NEW.task_id
    OR original.held_on <> NEW.held_on OR original.amount <> -NEW.amount))
BEGIN SELECT RAISE(ABORT, 'a reversal mirrors one row that is no reversal itself'); END;
CREATE TRIGGER activities_own AFTER INSERT ON activities
WHEN EXISTS (SELECT 1 FROM studios WHERE id = NEW.studio_id) AND (
  EXISTS (SELECT 1 FROM activities WHERE id = NEW.replaces_id AND studio_id <> NEW.studio_id)
  OR EXISTS (SELECT 1 FROM attachments WHERE id = NEW.attachment_id AND studio_id <> NEW.studio_id))
BEGIN SELECT RAISE(ABORT, 'an activity refers to its own studio only'); END;
`,
};
