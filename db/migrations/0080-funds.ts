import type { Migration } from './migration.ts';

/**
 * The dedicated account of a studio and what went in and out of it. 第十八条. Amounts are fen above zero; the kind of a row, and
 * whether it reverses another, give the sign. Rows are added and nothing else.
 *
 * What may be bought is for the Measures in force to say, which may change: `expense_categories` holds the codes there have been, and
 * each expense keeps whether it counted as construction (先建后补) when it was booked.
 */
export const fundsMigration: Migration = {
  id: 80,
  name: 'funds',
  since: '0.1.0',
  sql: `
CREATE TABLE expense_categories (
  code TEXT NOT NULL PRIMARY KEY CHECK (code <> ''),
  label TEXT NOT NULL CHECK (label <> '')
) STRICT, WITHOUT ROWID;
INSERT INTO expense_categories (code, label) VALUES
  ('construction', '工作室基础建设'),
  ('activity', '教育科研活动'),
  ('allowance', '名师工作津贴'),
  ('reward', '团队成员和学员奖励'),
  ('running', '工作室日常开支');

CREATE TABLE fund_accounts (
  id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
  studio_id TEXT NOT NULL REFERENCES studios (id),
  host_unit_id TEXT NOT NULL REFERENCES host_units (id),
  name TEXT NOT NULL CHECK (name <> ''),
  bank TEXT CHECK (bank <> ''),
  account_number TEXT CHECK (account_number <> ''),
  opened_on TEXT NOT NULL CHECK (date(opened_on) IS opened_on),
  closed_on TEXT CHECK (date(closed_on) IS closed_on),
  close_reason TEXT CHECK (close_reason <> ''),
  department_id TEXT NOT NULL REFERENCES departments (id),
  CHECK (closed_on >= opened_on),
  CHECK ((closed_on IS NULL) = (close_reason IS NULL))
) STRICT;
CREATE UNIQUE INDEX fund_accounts_open ON fund_accounts (studio_id) WHERE closed_on IS NULL;
CREATE INDEX fund_accounts_by_studio ON fund_accounts (studio_id, opened_on, closed_on);
CREATE INDEX fund_accounts_by_host_unit ON fund_accounts (host_unit_id);
CREATE TRIGGER fund_accounts_one_by_one BEFORE INSERT ON fund_accounts
WHEN EXISTS (
  SELECT 1 FROM fund_accounts
  WHERE id = NEW.id OR (studio_id = NEW.studio_id AND (closed_on IS NULL OR closed_on > NEW.opened_on)))
BEGIN SELECT RAISE(ABORT, 'a studio has one dedicated account at a time'); END;
CREATE TRIGGER fund_accounts_only_close BEFORE UPDATE ON fund_accounts
WHEN OLD.closed_on IS NOT NULL OR NEW.closed_on IS NULL OR NEW.id <> OLD.id OR NEW.studio_id <> OLD.studio_id
  OR NEW.host_unit_id <> OLD.host_unit_id OR NEW.name <> OLD.name OR NEW.bank IS NOT OLD.bank OR NEW.account_number IS NOT OLD.account_number
  OR NEW.opened_on <> OLD.opened_on OR NEW.department_id <> OLD.department_id
BEGIN SELECT RAISE(ABORT, 'of a dedicated account only the end is written later'); END;
CREATE TRIGGER fund_accounts_no_delete BEFORE DELETE ON fund_accounts
BEGIN SELECT RAISE(ABORT, 'a dedicated account must stay'); END;

CREATE TABLE fund_entries (
  id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
  studio_id TEXT NOT NULL REFERENCES studios (id),
  account_id TEXT NOT NULL REFERENCES fund_accounts (id),
  sequence INTEGER NOT NULL CHECK (sequence > 0),
  kind TEXT NOT NULL CHECK (kind IN ('income', 'expense', 'return')),
  source TEXT CHECK (source IN ('host-unit', 'sector-bureau', 'district-grant')),
  category TEXT REFERENCES expense_categories (code),
  construction INTEGER CHECK (construction IN (0, 1)),
  on_date TEXT NOT NULL CHECK (date(on_date) IS on_date),
  voucher_number TEXT NOT NULL CHECK (voucher_number <> ''),
  summary TEXT NOT NULL CHECK (summary <> ''),
  amount INTEGER NOT NULL CHECK (amount BETWEEN 1 AND 99999999999),
  counterparty TEXT CHECK (counterparty <> ''),
  handler TEXT CHECK (handler <> ''),
  signed_by TEXT CHECK (signed_by <> ''),
  signed_on TEXT CHECK (date(signed_on) IS signed_on),
  checked_by TEXT CHECK (checked_by <> ''),
  checked_on TEXT CHECK (date(checked_on) IS checked_on),
  overdraft_reason TEXT CHECK (overdraft_reason <> ''),
  measures_id TEXT NOT NULL CHECK (measures_id <> ''),
  department_id TEXT NOT NULL REFERENCES departments (id),
  recorded_on TEXT NOT NULL CHECK (date(recorded_on) IS recorded_on),
  reverses_id TEXT UNIQUE REFERENCES fund_entries (id),
  -- Whoever replaces a row must also take it back: asked at the end of the transaction.
  replaces_id TEXT UNIQUE REFERENCES fund_entries (reverses_id) DEFERRABLE INITIALLY DEFERRED,
  reason TEXT CHECK (reason <> ''),
  CHECK (recorded_on >= on_date),
  CHECK (signed_on <= recorded_on),
  CHECK (checked_on <= recorded_on),
  CHECK ((kind = 'expense') = (source IS NULL)),
  CHECK ((kind = 'expense') = (category IS NOT NULL)),
  CHECK ((kind = 'expense') = (construction IS NOT NULL)),
  -- 第十八条: the lead answers for each expense; 第十四条: the unit sees to the lawful use.
  CHECK (kind <> 'expense' OR (counterparty IS NOT NULL AND handler IS NOT NULL
    AND signed_by IS NOT NULL AND signed_on IS NOT NULL AND checked_by IS NOT NULL AND checked_on IS NOT NULL)),
  CHECK (signed_by <> checked_by),
  CHECK (reverses_id IS NULL OR replaces_id IS NULL),
  CHECK ((reason IS NOT NULL) = (reverses_id IS NOT NULL OR replaces_id IS NOT NULL))
) STRICT;
CREATE UNIQUE INDEX fund_entries_in_order ON fund_entries (studio_id, sequence);
CREATE INDEX fund_entries_by_day ON fund_entries (studio_id, on_date, kind, amount, reverses_id);
CREATE INDEX fund_entries_by_account ON fund_entries (account_id, on_date);
CREATE INDEX fund_entries_by_category ON fund_entries (category, studio_id, on_date);

CREATE TRIGGER fund_entries_no_update BEFORE UPDATE ON fund_entries
BEGIN SELECT RAISE(ABORT, 'fund_entries is append-only'); END;
CREATE TRIGGER fund_entries_no_delete BEFORE DELETE ON fund_entries
BEGIN SELECT RAISE(ABORT, 'fund_entries is append-only'); END;
-- Asked before a REPLACE could remove a row, too.
CREATE TRIGGER fund_entries_once BEFORE INSERT ON fund_entries
WHEN EXISTS (SELECT 1 FROM fund_entries WHERE id = NEW.id)
  OR EXISTS (SELECT 1 FROM fund_entries WHERE studio_id = NEW.studio_id AND sequence = NEW.sequence)
  OR EXISTS (SELECT 1 FROM fund_entries WHERE reverses_id = NEW.reverses_id)
  OR EXISTS (SELECT 1 FROM fund_entries WHERE replaces_id = NEW.replaces_id)
BEGIN SELECT RAISE(ABORT, 'fund entry is already booked, reversed or replaced'); END;
CREATE TRIGGER fund_entries_follow AFTER INSERT ON fund_entries
WHEN NEW.sequence <> (SELECT count(*) FROM fund_entries WHERE studio_id = NEW.studio_id)
BEGIN SELECT RAISE(ABORT, 'fund entries are numbered without gaps'); END;
CREATE TRIGGER fund_entries_in_account AFTER INSERT ON fund_entries
WHEN EXISTS (
  SELECT 1 FROM studios, fund_accounts AS account WHERE studios.id = NEW.studio_id AND account.id = NEW.account_id AND (
    account.studio_id <> NEW.studio_id OR NEW.on_date < account.opened_on OR NEW.on_date > account.closed_on))
BEGIN SELECT RAISE(ABORT, 'a fund entry falls in the time of the dedicated account of its studio'); END;
CREATE TRIGGER fund_accounts_close_after_entries BEFORE UPDATE ON fund_accounts
WHEN EXISTS (SELECT 1 FROM fund_entries WHERE account_id = OLD.id AND on_date > NEW.closed_on)
BEGIN SELECT RAISE(ABORT, 'a dedicated account ends after its last entry'); END;

-- 第十二条第六项: the district pays district studios only. 第十九条, 第二十条: who has lost the title gets and spends nothing more; only
-- the host unit may still pay in, to give back what has been spent.
CREATE TRIGGER fund_entries_district_grant AFTER INSERT ON fund_entries
WHEN NEW.kind = 'income' AND NEW.source = 'district-grant' AND NEW.reverses_id IS NULL AND NOT EXISTS (
  SELECT 1 FROM designations WHERE studio_id = NEW.studio_id AND level = 'district'
    AND named_on <= NEW.on_date AND (ended_on IS NULL OR ended_on > NEW.on_date))
BEGIN SELECT RAISE(ABORT, 'the district grant is for district studios'); END;
CREATE TRIGGER fund_entries_under_title AFTER INSERT ON fund_entries
WHEN NEW.reverses_id IS NULL AND (NEW.kind = 'expense' OR (NEW.kind = 'income' AND NEW.source <> 'host-unit'))
  AND (SELECT max(coalesce(ended_on, '9999-12-31')) FROM designations WHERE studio_id = NEW.studio_id) <= NEW.on_date
BEGIN SELECT RAISE(ABORT, 'no money moves for a studio that has lost its title'); END;

CREATE TRIGGER fund_entries_mirror AFTER INSERT ON fund_entries
WHEN EXISTS (
  SELECT 1 FROM fund_entries AS original WHERE original.id = NEW.reverses_id AND (
    original.reverses_id IS NOT NULL OR original.studio_id <> NEW.studio_id OR original.kind <> NEW.kind
    OR original.source IS NOT NEW.source OR original.category IS NOT NEW.category OR original.construction IS NOT NEW.construction
    OR original.amount <> NEW.amount OR NEW.on_date < original.on_date))
BEGIN SELECT RAISE(ABORT, 'a reversal mirrors one entry that is no reversal itself'); END;
CREATE TRIGGER fund_entries_own AFTER INSERT ON fund_entries
WHEN EXISTS (SELECT 1 FROM fund_entries WHERE id = NEW.replaces_id AND studio_id <> NEW.studio_id)
BEGIN SELECT RAISE(ABORT, 'a fund entry refers to its own studio only'); END;

-- What lowers the balance must leave no day from its own on below zero, or say why.
CREATE TRIGGER fund_entries_no_overdraft AFTER INSERT ON fund_entries
WHEN NEW.overdraft_reason IS NULL AND (NEW.kind = 'income') = (NEW.reverses_id IS NOT NULL) AND EXISTS (
  SELECT 1 FROM (
    SELECT on_date, sum(sum(CASE WHEN (kind = 'income') = (reverses_id IS NULL) THEN amount ELSE -amount END)) OVER (ORDER BY on_date) AS balance
    FROM fund_entries WHERE studio_id = NEW.studio_id GROUP BY on_date)
  WHERE on_date >= NEW.on_date AND balance < 0)
BEGIN SELECT RAISE(ABORT, 'the dedicated account would be overdrawn'); END;
-- Nobody gets back more than came from them.
CREATE TRIGGER fund_entries_return_what_came AFTER INSERT ON fund_entries
WHEN (NEW.kind = 'return' AND NEW.reverses_id IS NULL) OR (NEW.kind = 'income' AND NEW.reverses_id IS NOT NULL)
BEGIN
  SELECT RAISE(ABORT, 'more would go back than came from the source')
  WHERE (
    SELECT sum(CASE WHEN (kind = 'income') = (reverses_id IS NULL) THEN amount ELSE -amount END)
    FROM fund_entries WHERE studio_id = NEW.studio_id AND source = NEW.source) < 0;
END;
`,
};
