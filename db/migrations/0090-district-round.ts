import type { Migration } from './migration.ts';

/** The same check after an insert and after an update: SQLite has no trigger for both. `wrong` looks at the row as it now stands. */
function never(table: string, name: string, wrong: string, reason: string): string {
  return ['INSERT', 'UPDATE']
    .map(
      (event) => `CREATE TRIGGER ${table}_${name}_on_${event.toLowerCase()} AFTER ${event} ON ${table}
WHEN ${wrong}
BEGIN SELECT RAISE(ABORT, '${reason}'); END;`,
    )
    .join('\n');
}

/** Studios of the round's year that hold their title from elsewhere: taken over from before this register ran the round. */
const titlesFromElsewhere = `(SELECT count(*) FROM designations, rounds
    WHERE rounds.id = NEW.round_id AND designations.level = 'district' AND substr(designations.named_on, 1, 4) = CAST(rounds.year AS TEXT)
      AND NOT EXISTS (SELECT 1 FROM round_entries AS own
        WHERE own.studio_id = designations.studio_id AND own.awarded_on = designations.named_on))`;

/**
 * The yearly district round: its terms, who takes part and how far each came, experts and scores, public notices, objections, grants.
 * 第十二条. What the Measures limit is stored with the round as it stood on its opening, and triggers hold every row to it, whoever
 * writes. A part of a round that another department keeps may be absent here (its inspections, its scores); what a limit hangs on may not.
 */
export const districtRoundMigration: Migration = {
  id: 90,
  name: 'district-round',
  since: '0.1.0',
  sql: `
CREATE TABLE rounds (
  id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
  year INTEGER NOT NULL UNIQUE CHECK (year BETWEEN 2014 AND 2999),
  department_id TEXT NOT NULL REFERENCES departments (id),
  opened_on TEXT NOT NULL CHECK (date(opened_on) IS opened_on),
  document_number TEXT CHECK (document_number <> ''),
  measures_id TEXT NOT NULL CHECK (measures_id <> ''),
  quota INTEGER NOT NULL CHECK (quota > 0),
  recommendation_limit INTEGER NOT NULL CHECK (recommendation_limit > 0),
  notice_days INTEGER NOT NULL CHECK (notice_days > 0),
  public_benefit_least INTEGER NOT NULL CHECK (public_benefit_least > 0),
  public_benefit_most INTEGER NOT NULL CHECK (public_benefit_most >= public_benefit_least),
  market_least INTEGER NOT NULL CHECK (market_least > 0),
  market_most INTEGER NOT NULL CHECK (market_most >= market_least),
  drops_extremes INTEGER NOT NULL CHECK (drops_extremes IN (0, 1))
) STRICT;
CREATE TRIGGER rounds_terms_stay BEFORE UPDATE OF year, opened_on, measures_id, quota, recommendation_limit, notice_days,
  public_benefit_least, public_benefit_most, market_least, market_most ON rounds
BEGIN SELECT RAISE(ABORT, 'a round keeps the terms it was opened under'); END;

CREATE TABLE public_notices (
  id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
  round_id TEXT NOT NULL REFERENCES rounds (id),
  department_id TEXT NOT NULL REFERENCES departments (id),
  number TEXT NOT NULL CHECK (number <> ''),
  posted_on TEXT NOT NULL CHECK (date(posted_on) IS posted_on),
  first_day TEXT NOT NULL CHECK (date(first_day) IS first_day),
  last_day TEXT NOT NULL CHECK (date(last_day) IS last_day),
  place TEXT CHECK (place <> ''),
  CHECK (first_day >= posted_on),
  CHECK (last_day >= first_day)
) STRICT;
CREATE INDEX public_notices_by_round ON public_notices (round_id, posted_on);
CREATE INDEX public_notices_by_end ON public_notices (last_day, round_id);
-- Working days make the span longer, never shorter.
${never(
  'public_notices',
  'long_enough',
  'julianday(NEW.last_day) - julianday(NEW.first_day) + 1 < (SELECT notice_days FROM rounds WHERE id = NEW.round_id)',
  'the public notice is shorter than the Measures ask',
)}

CREATE TABLE round_entries (
  id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
  round_id TEXT NOT NULL REFERENCES rounds (id),
  studio_id TEXT NOT NULL REFERENCES studios (id),
  department_id TEXT NOT NULL REFERENCES departments (id),
  applied_on TEXT NOT NULL CHECK (date(applied_on) IS applied_on),
  unit_agreed_on TEXT NOT NULL CHECK (date(unit_agreed_on) IS unit_agreed_on),
  unit_opinion TEXT CHECK (unit_opinion <> ''),
  recommended_on TEXT CHECK (date(recommended_on) IS recommended_on),
  recommendation_rank INTEGER CHECK (recommendation_rank > 0),
  recommendation_reason TEXT CHECK (recommendation_reason <> ''),
  inspected_on TEXT CHECK (date(inspected_on) IS inspected_on),
  inspectors TEXT CHECK (inspectors <> ''),
  inspection_passed INTEGER CHECK (inspection_passed IN (0, 1)),
  inspection_opinion TEXT CHECK (inspection_opinion <> ''),
  tie_chosen INTEGER CHECK (tie_chosen IN (0, 1)),
  tie_reason TEXT CHECK (tie_reason <> ''),
  tie_decided_by TEXT CHECK (tie_decided_by <> ''),
  shortlisted_on TEXT CHECK (date(shortlisted_on) IS shortlisted_on),
  shortlist_place INTEGER CHECK (shortlist_place > 0),
  shortlist_average REAL CHECK (shortlist_average >= 0),
  shortlist_reason TEXT CHECK (shortlist_reason <> ''),
  approval_on TEXT CHECK (date(approval_on) IS approval_on),
  approval TEXT CHECK (approval IN ('approve', 'reject')),
  approval_minutes TEXT CHECK (approval_minutes <> ''),
  approval_opinion TEXT CHECK (approval_opinion <> ''),
  notice_id TEXT REFERENCES public_notices (id),
  awarded_on TEXT CHECK (date(awarded_on) IS awarded_on),
  ended_on TEXT CHECK (date(ended_on) IS ended_on),
  end_reason TEXT CHECK (end_reason <> ''),
  CHECK (unit_agreed_on <= applied_on),
  CHECK ((recommended_on IS NULL OR recommended_on >= applied_on) IS TRUE),
  CHECK ((recommended_on IS NULL) = (recommendation_rank IS NULL) AND (recommended_on IS NULL) = (recommendation_reason IS NULL)),
  CHECK ((inspected_on IS NULL) = (inspectors IS NULL) AND (inspected_on IS NULL) = (inspection_passed IS NULL)),
  CHECK ((tie_chosen IS NULL) = (tie_reason IS NULL) AND (tie_chosen IS NULL) = (tie_decided_by IS NULL)),
  CHECK ((shortlisted_on IS NULL OR shortlisted_on >= recommended_on) IS TRUE),
  CHECK (shortlisted_on IS NULL OR inspection_passed IS NOT 0),
  CHECK ((approval_on IS NULL OR approval_on >= shortlisted_on) IS TRUE),
  CHECK ((approval_on IS NULL) = (approval IS NULL) AND (approval_on IS NULL) = (approval_minutes IS NULL)),
  CHECK (approval IS NOT 'reject' OR ended_on IS NOT NULL),
  CHECK (notice_id IS NULL OR approval IS 'approve'),
  CHECK ((awarded_on IS NULL OR awarded_on >= approval_on) IS TRUE),
  CHECK (awarded_on IS NULL OR notice_id IS NOT NULL),
  CHECK (awarded_on IS NULL OR ended_on IS NULL),
  CHECK ((ended_on IS NULL) = (end_reason IS NULL)),
  CHECK (ended_on >= applied_on)
) STRICT;
CREATE UNIQUE INDEX round_entries_held ON round_entries (round_id, studio_id) WHERE ended_on IS NULL;
CREATE UNIQUE INDEX round_entries_ranks ON round_entries (round_id, department_id, recommendation_rank);
CREATE INDEX round_entries_by_studio ON round_entries (studio_id, awarded_on);
CREATE INDEX round_entries_by_notice ON round_entries (notice_id);

CREATE TABLE objections (
  id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
  entry_id TEXT NOT NULL REFERENCES round_entries (id),
  number INTEGER NOT NULL CHECK (number > 0),
  department_id TEXT NOT NULL REFERENCES departments (id),
  received_on TEXT NOT NULL CHECK (date(received_on) IS received_on),
  objector TEXT NOT NULL CHECK (objector <> ''),
  content TEXT NOT NULL CHECK (content <> ''),
  settled_on TEXT CHECK (date(settled_on) IS settled_on),
  outcome TEXT CHECK (outcome IN ('unfounded', 'upheld')),
  finding TEXT CHECK (finding <> ''),
  CHECK (settled_on >= received_on),
  CHECK ((settled_on IS NULL) = (outcome IS NULL) AND (settled_on IS NULL) = (finding IS NULL))
) STRICT;
CREATE UNIQUE INDEX objections_in_order ON objections (entry_id, number);
${never(
  'objections',
  'before_the_plaque',
  `EXISTS (SELECT 1 FROM round_entries WHERE id = NEW.entry_id AND awarded_on IS NOT NULL
    AND (NEW.outcome IS NOT 'unfounded' OR NEW.settled_on > awarded_on))`,
  'the plaque has been awarded: what comes in now is a case',
)}

${never(
  'round_entries',
  'recommendation_limit',
  `NEW.recommended_on IS NOT NULL AND (SELECT count(*) FROM round_entries AS other
    WHERE other.round_id = NEW.round_id AND other.department_id = NEW.department_id
      AND other.recommended_on IS NOT NULL)
  > (SELECT recommendation_limit FROM rounds WHERE id = NEW.round_id)`,
  'the bureau has recommended as many studios as it may this year',
)}
${never(
  'round_entries',
  'quota',
  `NEW.shortlisted_on IS NOT NULL AND (SELECT count(*) FROM round_entries AS other
    WHERE other.round_id = NEW.round_id AND other.shortlisted_on IS NOT NULL AND other.ended_on IS NULL)
  + ${titlesFromElsewhere}
  > (SELECT quota FROM rounds WHERE id = NEW.round_id)`,
  'the district studios of the year are complete',
)}
${never(
  'round_entries',
  'notice_ended',
  `NEW.awarded_on IS NOT NULL AND EXISTS (SELECT 1 FROM public_notices JOIN rounds ON rounds.id = NEW.round_id
    WHERE public_notices.id = NEW.notice_id AND (public_notices.round_id <> rounds.id OR public_notices.last_day >= NEW.awarded_on))`,
  'no plaque before the public notice has ended',
)}
${never(
  'round_entries',
  'no_objection',
  `NEW.awarded_on IS NOT NULL AND EXISTS (SELECT 1 FROM objections
    WHERE objections.entry_id = NEW.id AND (objections.outcome IS NOT 'unfounded' OR objections.settled_on > NEW.awarded_on))`,
  'no plaque with an objection open or upheld',
)}
${never(
  'round_entries',
  'in_system_title',
  `NEW.awarded_on IS NOT NULL AND EXISTS (SELECT 1 FROM studios WHERE id = NEW.studio_id) AND NOT EXISTS (SELECT 1 FROM designations
    WHERE designations.studio_id = NEW.studio_id AND designations.level = 'in-system'
      AND designations.named_on <= NEW.awarded_on AND (designations.ended_on IS NULL OR designations.ended_on > NEW.awarded_on))`,
  'no plaque without an in-system title',
)}
CREATE TRIGGER round_entries_awarded_no_delete BEFORE DELETE ON round_entries
WHEN OLD.awarded_on IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'a plaque that was awarded stays in the round'); END;
CREATE TRIGGER round_entries_award_stays BEFORE UPDATE OF awarded_on, round_id, studio_id ON round_entries
WHEN OLD.awarded_on IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'a plaque that was awarded stays in the round'); END;
-- Titles from before this register's first round are taken over as they are; from then on one comes of a plaque.
CREATE TRIGGER designations_district_by_plaque BEFORE INSERT ON designations
WHEN NEW.level = 'district' AND EXISTS (SELECT 1 FROM rounds WHERE opened_on <= NEW.named_on)
  AND NOT EXISTS (SELECT 1 FROM round_entries WHERE studio_id = NEW.studio_id AND awarded_on = NEW.named_on)
BEGIN SELECT RAISE(ABORT, 'a district title comes of a plaque of the round'); END;

-- 第十条: only in-system studios take part. Whoever loses that title leaves the round and makes room, by whatever act it was lost.
CREATE TRIGGER designations_end_leaves_round AFTER UPDATE OF ended_on ON designations
WHEN NEW.level = 'in-system' AND NEW.ended_on IS NOT NULL AND OLD.ended_on IS NULL
BEGIN
  UPDATE round_entries SET ended_on = max(NEW.ended_on, applied_on), end_reason = '系统内名师工作室称号已终止'
  WHERE studio_id = NEW.studio_id AND awarded_on IS NULL AND ended_on IS NULL;
END;
CREATE TRIGGER designations_keep_level BEFORE UPDATE OF level ON designations WHEN NEW.level <> OLD.level
BEGIN SELECT RAISE(ABORT, 'a title keeps its level'); END;

CREATE TABLE round_criteria (
  id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
  round_id TEXT NOT NULL REFERENCES rounds (id),
  sequence INTEGER NOT NULL CHECK (sequence > 0),
  code TEXT NOT NULL CHECK (code <> ''),
  title TEXT NOT NULL CHECK (title <> ''),
  points REAL NOT NULL CHECK (points > 0),
  weight REAL NOT NULL CHECK (weight > 0)
) STRICT;
CREATE UNIQUE INDEX round_criteria_in_order ON round_criteria (round_id, sequence);
CREATE UNIQUE INDEX round_criteria_by_code ON round_criteria (round_id, code);

CREATE TABLE round_experts (
  id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
  round_id TEXT NOT NULL REFERENCES rounds (id),
  name TEXT NOT NULL CHECK (name <> ''),
  employer TEXT NOT NULL CHECK (employer <> ''),
  professional_title TEXT CHECK (professional_title <> ''),
  declared_on TEXT NOT NULL CHECK (date(declared_on) IS declared_on)
) STRICT;
CREATE UNIQUE INDEX round_experts_by_name ON round_experts (round_id, name);

CREATE TABLE round_conflicts (
  id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
  expert_id TEXT NOT NULL REFERENCES round_experts (id),
  entry_id TEXT NOT NULL REFERENCES round_entries (id),
  reason TEXT NOT NULL CHECK (reason <> ''),
  declared_on TEXT NOT NULL CHECK (date(declared_on) IS declared_on)
) STRICT;
CREATE UNIQUE INDEX round_conflicts_once ON round_conflicts (expert_id, entry_id);
CREATE INDEX round_conflicts_by_entry ON round_conflicts (entry_id);

CREATE TABLE expert_scores (
  id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
  entry_id TEXT NOT NULL REFERENCES round_entries (id),
  expert_id TEXT NOT NULL REFERENCES round_experts (id),
  criterion_id TEXT NOT NULL REFERENCES round_criteria (id),
  score REAL NOT NULL CHECK (score >= 0),
  scored_on TEXT NOT NULL CHECK (date(scored_on) IS scored_on)
) STRICT;
CREATE UNIQUE INDEX expert_scores_once ON expert_scores (entry_id, expert_id, criterion_id);
CREATE INDEX expert_scores_by_expert ON expert_scores (expert_id);
CREATE INDEX expert_scores_by_criterion ON expert_scores (criterion_id);
CREATE TRIGGER expert_scores_within_points BEFORE INSERT ON expert_scores
WHEN NEW.score > (SELECT points FROM round_criteria WHERE id = NEW.criterion_id)
BEGIN SELECT RAISE(ABORT, 'a score is at most the full mark of its criterion'); END;
CREATE TRIGGER expert_scores_without_conflict BEFORE INSERT ON expert_scores
WHEN EXISTS (SELECT 1 FROM round_conflicts WHERE expert_id = NEW.expert_id AND entry_id = NEW.entry_id)
BEGIN SELECT RAISE(ABORT, 'an expert with a conflict of interest does not score'); END;

CREATE TABLE grants (
  id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
  entry_id TEXT NOT NULL UNIQUE REFERENCES round_entries (id),
  department_id TEXT NOT NULL REFERENCES departments (id),
  nature TEXT NOT NULL CHECK (nature IN ('public-benefit', 'with-market-function')),
  amount INTEGER NOT NULL CHECK (amount > 0),
  decided_on TEXT NOT NULL CHECK (date(decided_on) IS decided_on),
  document_number TEXT NOT NULL CHECK (document_number <> '')
) STRICT;
${never(
  'grants',
  'within_range',
  `EXISTS (SELECT 1 FROM rounds, round_entries WHERE round_entries.id = NEW.entry_id AND rounds.id = round_entries.round_id
    AND CASE NEW.nature WHEN 'public-benefit' THEN NEW.amount NOT BETWEEN rounds.public_benefit_least AND rounds.public_benefit_most
      ELSE NEW.amount NOT BETWEEN rounds.market_least AND rounds.market_most END)`,
  'the grant is outside the range of its nature',
)}
${never(
  'grants',
  'after_the_plaque',
  'EXISTS (SELECT 1 FROM round_entries WHERE id = NEW.entry_id AND (awarded_on IS NULL OR awarded_on > NEW.decided_on))',
  'a grant comes after the plaque',
)}

CREATE TABLE grant_payments (
  id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
  grant_id TEXT NOT NULL REFERENCES grants (id),
  department_id TEXT NOT NULL REFERENCES departments (id),
  paid_on TEXT NOT NULL CHECK (date(paid_on) IS paid_on),
  amount INTEGER NOT NULL CHECK (amount > 0),
  construction_spent INTEGER NOT NULL CHECK (construction_spent >= 0),
  voucher TEXT NOT NULL CHECK (voucher <> '')
) STRICT;
CREATE UNIQUE INDEX grant_payments_by_voucher ON grant_payments (grant_id, voucher);
CREATE TRIGGER grant_payments_within_grant AFTER INSERT ON grant_payments
WHEN (SELECT sum(amount) FROM grant_payments WHERE grant_id = NEW.grant_id) > (SELECT amount FROM grants WHERE id = NEW.grant_id)
BEGIN SELECT RAISE(ABORT, 'more would be paid than was granted'); END;
CREATE TRIGGER grant_payments_after_decision AFTER INSERT ON grant_payments
WHEN NEW.paid_on < (SELECT decided_on FROM grants WHERE id = NEW.grant_id)
BEGIN SELECT RAISE(ABORT, 'a grant is paid after it was decided'); END;
-- A studio without its title gets nothing more: 第十九条第二款, 第二十条.
CREATE TRIGGER grant_payments_to_the_titled AFTER INSERT ON grant_payments
WHEN (
  SELECT max(coalesce(designations.ended_on, '9999-12-31')) FROM grants, round_entries, designations
  WHERE grants.id = NEW.grant_id AND round_entries.id = grants.entry_id AND designations.studio_id = round_entries.studio_id
    AND designations.level = 'district') <= NEW.paid_on
BEGIN SELECT RAISE(ABORT, 'no payment to a studio whose district title has ended'); END;
-- Money that went out is corrected by what comes back, never written anew.
CREATE TRIGGER grant_payments_no_update BEFORE UPDATE ON grant_payments
BEGIN SELECT RAISE(ABORT, 'grant_payments is append-only'); END;
CREATE TRIGGER grant_payments_no_delete BEFORE DELETE ON grant_payments
BEGIN SELECT RAISE(ABORT, 'grant_payments is append-only'); END;
CREATE TRIGGER grants_paid_stay BEFORE UPDATE ON grants WHEN EXISTS (SELECT 1 FROM grant_payments WHERE grant_id = OLD.id)
BEGIN SELECT RAISE(ABORT, 'a grant that is being paid stays as it was decided'); END;
`,
};
