import type { Migration } from './migration.ts';

/** True while the studio of a row holds the title of a level. */
const held = (studio: string, level: string) =>
  `EXISTS (SELECT 1 FROM designations WHERE studio_id = ${studio} AND level = ${level} AND ended_on IS NULL)`;

/** True when a department is of the kind that acts at the level of a row: one kind in-system, another at district level. */
const ofKind = (department: string, level: string, inSystem: string, district: string) =>
  `EXISTS (SELECT 1 FROM departments WHERE id = ${department} AND kind = CASE ${level} WHEN 'district' THEN '${district}' ELSE '${inSystem}' END)`;

/** The level of the letter an assessment stands on. */
const levelOfAssessment = (assessment: string) =>
  `(SELECT letter.level FROM assessments JOIN commitment_letters AS letter ON letter.id = assessments.letter_id WHERE assessments.id = ${assessment})`;

/** Takes an insert or update back when the condition holds of the row as it now stands. */
function refuse(name: string, event: string, condition: string, reason: string): string {
  return `CREATE TRIGGER ${name} AFTER ${event} WHEN ${condition}\nBEGIN SELECT RAISE(ABORT, '${reason}'); END;`;
}

/** A table whose rows are written once. They go only with the act that wrote them. */
const writtenOnce = (table: string) => refuse(`${table}_no_update`, `UPDATE ON ${table}`, 'TRUE', `${table} is append-only`);

/**
 * What follows from an assessment, how a title is lost, and what happens to a studio in between: approval of periodic results, mending and
 * re-inspection, rewards, cases, revocations, endings without fault, changes and corrections, filings, the bureau's own review criteria.
 * 第十一条, 第十九条, 第二十条. Triggers hold each act to its right body and its order; who has lost a title gets nothing more under it.
 */
export const consequencesMigration: Migration = {
  id: 100,
  name: 'consequences',
  since: '0.1.0',
  sql: `
ALTER TABLE assessments ADD COLUMN self_assessment TEXT CHECK (self_assessment <> '');
ALTER TABLE assessments ADD COLUMN suggested_grade TEXT CHECK (suggested_grade IN ('excellent', 'qualified', 'unqualified'));
ALTER TABLE assessments ADD COLUMN suggestion TEXT CHECK (suggestion <> '');
ALTER TABLE assessments ADD COLUMN replaces_id TEXT REFERENCES assessments (id);
ALTER TABLE assessment_items ADD COLUMN self_reported REAL CHECK (self_reported >= 0);
-- A periodic result is the sum over the cycle; the assessed year alone has its own target.
ALTER TABLE assessment_items ADD COLUMN year_target REAL CHECK (year_target >= 0);
ALTER TABLE assessment_items ADD COLUMN year_actual REAL CHECK (year_actual >= 0);
-- A periodic result that was sent back is assessed again; the first one stays on record.
DROP INDEX assessments_by_letter;
CREATE INDEX assessments_by_letter ON assessments (letter_id, cycle_year, assessed_on);
CREATE UNIQUE INDEX assessments_first ON assessments (letter_id, cycle_year) WHERE replaces_id IS NULL;
CREATE UNIQUE INDEX assessments_replaced ON assessments (replaces_id);

CREATE TABLE assessment_approvals (
  id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
  assessment_id TEXT NOT NULL UNIQUE REFERENCES assessments (id),
  department_id TEXT NOT NULL REFERENCES departments (id),
  decision TEXT NOT NULL CHECK (decision IN ('approved', 'returned')),
  decided_on TEXT NOT NULL CHECK (date(decided_on) IS decided_on),
  opinion TEXT CHECK (opinion <> ''),
  CHECK (decision = 'approved' OR opinion IS NOT NULL)
) STRICT;
CREATE INDEX assessment_approvals_by_date ON assessment_approvals (decided_on, decision);

CREATE TABLE rewards (
  id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
  studio_id TEXT NOT NULL REFERENCES studios (id),
  assessment_id TEXT NOT NULL UNIQUE REFERENCES assessments (id),
  department_id TEXT NOT NULL REFERENCES departments (id),
  rewarded_on TEXT NOT NULL CHECK (date(rewarded_on) IS rewarded_on),
  content TEXT NOT NULL CHECK (content <> ''),
  amount INTEGER CHECK (amount > 0),
  number TEXT CHECK (number <> '')
) STRICT;
CREATE INDEX rewards_by_studio ON rewards (studio_id, rewarded_on);

CREATE TABLE rectification_reports (
  id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
  rectification_id TEXT NOT NULL REFERENCES rectifications (id),
  department_id TEXT NOT NULL REFERENCES departments (id),
  reported_on TEXT NOT NULL CHECK (date(reported_on) IS reported_on),
  reporter TEXT NOT NULL CHECK (reporter <> ''),
  summary TEXT NOT NULL CHECK (summary <> '')
) STRICT;
CREATE INDEX rectification_reports_by_notice ON rectification_reports (rectification_id, reported_on);

CREATE TABLE rectification_results (
  id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
  report_id TEXT NOT NULL REFERENCES rectification_reports (id),
  problem_id TEXT NOT NULL REFERENCES rectification_problems (id),
  result TEXT NOT NULL CHECK (result <> ''),
  evidence TEXT CHECK (evidence <> '')
) STRICT;
CREATE UNIQUE INDEX rectification_results_by_problem ON rectification_results (report_id, problem_id);
CREATE INDEX rectification_results_of_problem ON rectification_results (problem_id);

CREATE TABLE reinspections (
  id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
  rectification_id TEXT NOT NULL REFERENCES rectifications (id),
  department_id TEXT NOT NULL REFERENCES departments (id),
  inspected_on TEXT NOT NULL CHECK (date(inspected_on) IS inspected_on),
  inspectors TEXT NOT NULL CHECK (inspectors <> ''),
  passed INTEGER NOT NULL CHECK (passed IN (0, 1)),
  opinion TEXT CHECK (opinion <> ''),
  excuse TEXT CHECK (excuse <> '')
) STRICT;
CREATE INDEX reinspections_by_notice ON reinspections (rectification_id, inspected_on);
CREATE UNIQUE INDEX reinspections_passed ON reinspections (rectification_id) WHERE passed = 1;

CREATE TABLE reinspection_items (
  id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
  reinspection_id TEXT NOT NULL REFERENCES reinspections (id),
  problem_id TEXT NOT NULL REFERENCES rectification_problems (id),
  mended INTEGER NOT NULL CHECK (mended IN (0, 1)),
  finding TEXT CHECK (finding <> '')
) STRICT;
CREATE UNIQUE INDEX reinspection_items_by_problem ON reinspection_items (reinspection_id, problem_id);
CREATE INDEX reinspection_items_of_problem ON reinspection_items (problem_id);

CREATE TABLE filings (
  id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
  designation_id TEXT NOT NULL REFERENCES designations (id),
  department_id TEXT NOT NULL REFERENCES departments (id),
  sent_on TEXT NOT NULL CHECK (date(sent_on) IS sent_on),
  answer TEXT CHECK (answer IN ('acknowledged', 'returned')),
  answered_on TEXT CHECK (date(answered_on) IS answered_on),
  answered_by TEXT REFERENCES departments (id),
  number TEXT CHECK (number <> ''),
  reason TEXT CHECK (reason <> ''),
  CHECK (answered_on >= sent_on),
  CHECK ((answer IS NULL) = (answered_on IS NULL) AND (answer IS NULL) = (answered_by IS NULL)),
  CHECK ((answer IS 'acknowledged') = (number IS NOT NULL)),
  CHECK ((answer IS 'returned') = (reason IS NOT NULL))
) STRICT;
CREATE INDEX filings_by_designation ON filings (designation_id, sent_on);
CREATE UNIQUE INDEX filings_waiting ON filings (designation_id) WHERE answer IS NULL;
CREATE UNIQUE INDEX filings_acknowledged ON filings (designation_id) WHERE answer = 'acknowledged';
-- One day of sending was all there was before; its filing takes the id of the title.
INSERT INTO filings (id, designation_id, department_id, sent_on)
SELECT id, id, department_id, filed_on FROM designations WHERE filed_on IS NOT NULL AND filing_number IS NULL;
INSERT INTO filings (id, designation_id, department_id, sent_on, answer, answered_on, answered_by, number)
SELECT id, id, department_id, filed_on, 'acknowledged', filed_on, (SELECT id FROM departments WHERE kind = 'hr-bureau'), filing_number
FROM designations WHERE filed_on IS NOT NULL AND filing_number IS NOT NULL;

CREATE TABLE review_sheets (
  id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
  department_id TEXT NOT NULL REFERENCES departments (id),
  title TEXT NOT NULL CHECK (title <> ''),
  valid_from TEXT NOT NULL CHECK (date(valid_from) IS valid_from),
  sheet TEXT NOT NULL CHECK (json_valid(sheet))
) STRICT;
CREATE UNIQUE INDEX review_sheets_by_department ON review_sheets (department_id, valid_from);

CREATE TABLE review_scores (
  id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
  application_id TEXT NOT NULL REFERENCES applications (id),
  sheet_id TEXT NOT NULL REFERENCES review_sheets (id),
  department_id TEXT NOT NULL REFERENCES departments (id),
  scored_on TEXT NOT NULL CHECK (date(scored_on) IS scored_on),
  scorers TEXT NOT NULL CHECK (scorers <> ''),
  answers TEXT NOT NULL CHECK (json_valid(answers)),
  total REAL,
  vetoed_by TEXT NOT NULL CHECK (json_valid(vetoed_by)),
  grade TEXT CHECK (grade IN ('excellent', 'qualified', 'unqualified')),
  opinion TEXT CHECK (opinion <> '')
) STRICT;
CREATE INDEX review_scores_by_application ON review_scores (application_id, scored_on);
CREATE INDEX review_scores_by_sheet ON review_scores (sheet_id);

CREATE TABLE studio_changes (
  id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
  studio_id TEXT NOT NULL REFERENCES studios (id),
  sequence INTEGER NOT NULL CHECK (sequence > 0),
  kind TEXT NOT NULL CHECK (kind IN
    ('change-lead', 'change-members', 'change-host-unit', 'rename-studio', 'lead-retires', 'lead-dies', 'correction')),
  field TEXT NOT NULL CHECK (field <> ''),
  old_value TEXT,
  new_value TEXT,
  reason TEXT NOT NULL CHECK (reason <> ''),
  papers TEXT NOT NULL CHECK (json_valid(papers)),
  approver TEXT CHECK (approver <> ''),
  on_date TEXT NOT NULL CHECK (date(on_date) IS on_date),
  recorded_on TEXT NOT NULL CHECK (date(recorded_on) IS recorded_on),
  department_id TEXT NOT NULL REFERENCES departments (id),
  CHECK (old_value IS NOT new_value),
  CHECK (recorded_on >= on_date)
) STRICT;
CREATE UNIQUE INDEX studio_changes_in_order ON studio_changes (studio_id, sequence);
${writtenOnce('studio_changes')}

CREATE TABLE cases (
  id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
  studio_id TEXT NOT NULL REFERENCES studios (id),
  sequence INTEGER NOT NULL CHECK (sequence > 0),
  department_id TEXT NOT NULL REFERENCES departments (id),
  kind TEXT NOT NULL CHECK (kind IN ('fraud', 'violation', 'grave-fault')),
  found_on TEXT NOT NULL CHECK (date(found_on) IS found_on),
  found_how TEXT NOT NULL CHECK (found_how <> ''),
  facts TEXT NOT NULL CHECK (facts <> '')
) STRICT;
CREATE UNIQUE INDEX cases_in_order ON cases (studio_id, sequence);

CREATE TABLE case_verifications (
  id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
  case_id TEXT NOT NULL UNIQUE REFERENCES cases (id),
  department_id TEXT NOT NULL REFERENCES departments (id),
  verified_on TEXT NOT NULL CHECK (date(verified_on) IS verified_on),
  verified_by TEXT NOT NULL CHECK (verified_by <> ''),
  holds INTEGER NOT NULL CHECK (holds IN (0, 1)),
  findings TEXT NOT NULL CHECK (findings <> ''),
  evidence TEXT NOT NULL CHECK (json_array_length(evidence) > 0),
  impact TEXT CHECK (impact <> ''),
  statement TEXT CHECK (statement <> '')
) STRICT;

CREATE TABLE revocation_proposals (
  id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
  studio_id TEXT NOT NULL REFERENCES studios (id),
  designation_id TEXT NOT NULL UNIQUE REFERENCES designations (id),
  department_id TEXT NOT NULL REFERENCES departments (id),
  ground TEXT NOT NULL CHECK (ground IN ('rectification', 'periodic', 'misconduct')),
  assessment_id TEXT REFERENCES assessments (id),
  rectification_id TEXT REFERENCES rectifications (id),
  case_id TEXT REFERENCES cases (id),
  follows_id TEXT REFERENCES revocations (id),
  proposed_on TEXT NOT NULL CHECK (date(proposed_on) IS proposed_on),
  reason TEXT NOT NULL CHECK (reason <> ''),
  CHECK ((ground = 'periodic') = (assessment_id IS NOT NULL)),
  CHECK ((ground = 'rectification') = (rectification_id IS NOT NULL)),
  CHECK ((ground = 'misconduct') = (case_id IS NOT NULL))
) STRICT;
CREATE INDEX revocation_proposals_by_studio ON revocation_proposals (studio_id);
CREATE INDEX revocation_proposals_by_assessment ON revocation_proposals (assessment_id);
CREATE INDEX revocation_proposals_by_rectification ON revocation_proposals (rectification_id);
CREATE INDEX revocation_proposals_by_case ON revocation_proposals (case_id);
CREATE INDEX revocation_proposals_by_followed ON revocation_proposals (follows_id);

CREATE TABLE revocations (
  id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
  studio_id TEXT NOT NULL REFERENCES studios (id),
  designation_id TEXT NOT NULL UNIQUE REFERENCES designations (id),
  department_id TEXT NOT NULL REFERENCES departments (id),
  proposal_id TEXT UNIQUE REFERENCES revocation_proposals (id),
  ground TEXT NOT NULL CHECK (ground IN ('rectification', 'periodic', 'misconduct')),
  assessment_id TEXT REFERENCES assessments (id),
  rectification_id TEXT REFERENCES rectifications (id),
  case_id TEXT REFERENCES cases (id),
  follows_id TEXT REFERENCES revocations (id),
  decided_on TEXT NOT NULL CHECK (date(decided_on) IS decided_on),
  minutes TEXT NOT NULL CHECK (minutes <> ''),
  number TEXT NOT NULL CHECK (number <> ''),
  reason TEXT NOT NULL CHECK (reason <> ''),
  other_designation_id TEXT REFERENCES designations (id),
  granted INTEGER NOT NULL CHECK (granted >= 0),
  reclaim_amount INTEGER NOT NULL CHECK (reclaim_amount >= 0),
  reclaim_reason TEXT CHECK (reclaim_reason <> ''),
  measures_id TEXT NOT NULL CHECK (measures_id <> ''),
  plaque_returned_on TEXT CHECK (date(plaque_returned_on) IS plaque_returned_on),
  plaque_received_by TEXT CHECK (plaque_received_by <> ''),
  CHECK ((ground = 'periodic') = (assessment_id IS NOT NULL)),
  CHECK ((ground = 'rectification') = (rectification_id IS NOT NULL)),
  CHECK ((ground = 'misconduct') = (case_id IS NOT NULL)),
  CHECK (reclaim_amount = granted OR reclaim_reason IS NOT NULL),
  CHECK (plaque_returned_on >= decided_on),
  CHECK ((plaque_returned_on IS NULL) = (plaque_received_by IS NULL))
) STRICT;
CREATE INDEX revocations_by_studio ON revocations (studio_id, decided_on);
CREATE INDEX revocations_by_assessment ON revocations (assessment_id);
CREATE INDEX revocations_by_rectification ON revocations (rectification_id);
CREATE INDEX revocations_by_case ON revocations (case_id);
CREATE INDEX revocations_by_followed ON revocations (follows_id);
CREATE INDEX revocations_by_other ON revocations (other_designation_id);

CREATE TABLE reclaim_payments (
  id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
  revocation_id TEXT NOT NULL REFERENCES revocations (id),
  department_id TEXT NOT NULL REFERENCES departments (id),
  paid_on TEXT NOT NULL CHECK (date(paid_on) IS paid_on),
  amount INTEGER NOT NULL CHECK (amount > 0),
  voucher TEXT NOT NULL CHECK (voucher <> '')
) STRICT;
CREATE INDEX reclaim_payments_by_revocation ON reclaim_payments (revocation_id, paid_on, amount);

CREATE TABLE kept_titles (
  id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
  revocation_id TEXT NOT NULL UNIQUE REFERENCES revocations (id),
  designation_id TEXT NOT NULL REFERENCES designations (id),
  department_id TEXT NOT NULL REFERENCES departments (id),
  decided_on TEXT NOT NULL CHECK (date(decided_on) IS decided_on),
  reason TEXT NOT NULL CHECK (reason <> '')
) STRICT;
CREATE INDEX kept_titles_by_designation ON kept_titles (designation_id);

CREATE TABLE criticism_circulars (
  id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
  case_id TEXT NOT NULL REFERENCES cases (id),
  department_id TEXT NOT NULL REFERENCES departments (id),
  number TEXT NOT NULL CHECK (number <> ''),
  issued_on TEXT NOT NULL CHECK (date(issued_on) IS issued_on),
  people TEXT NOT NULL CHECK (people <> ''),
  sanctions TEXT CHECK (sanctions <> '')
) STRICT;
CREATE UNIQUE INDEX criticism_circulars_once ON criticism_circulars (case_id, department_id);

CREATE TABLE title_endings (
  id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
  studio_id TEXT NOT NULL REFERENCES studios (id),
  designation_id TEXT NOT NULL UNIQUE REFERENCES designations (id),
  department_id TEXT NOT NULL REFERENCES departments (id),
  ended_on TEXT NOT NULL CHECK (date(ended_on) IS ended_on),
  number TEXT NOT NULL CHECK (number <> ''),
  reason TEXT NOT NULL CHECK (reason <> ''),
  papers TEXT NOT NULL CHECK (json_valid(papers)),
  unspent_grant INTEGER NOT NULL CHECK (unspent_grant >= 0)
) STRICT;
CREATE INDEX title_endings_by_studio ON title_endings (studio_id, ended_on);

ALTER TABLE designations ADD COLUMN end_kind TEXT CHECK (end_kind IN ('revoked', 'ended'));
UPDATE designations SET end_kind = 'ended' WHERE ended_on IS NOT NULL;

-- 第十九条, 第二十条: a title ends by a decision on record, and stays ended.
${refuse(
  'designations_end_by_decision',
  'UPDATE OF ended_on, end_kind ON designations',
  `NEW.ended_on IS NOT NULL AND NOT EXISTS (
    SELECT 1 FROM revocations WHERE designation_id = NEW.id AND decided_on = NEW.ended_on AND NEW.end_kind = 'revoked'
    UNION ALL
    SELECT 1 FROM title_endings WHERE designation_id = NEW.id AND ended_on = NEW.ended_on AND NEW.end_kind = 'ended')`,
  'a title ends by a revocation or an ending on record',
)}

-- Who has lost a title gets nothing more under it: letters, assessments, notices, rewards, recommendations.
${refuse(
  'commitment_letters_under_title',
  'INSERT ON commitment_letters',
  `NOT ${held('NEW.studio_id', 'NEW.level')}`,
  'a letter is for the holder of the title',
)}
${refuse(
  'commitment_letters_signed_under_title',
  'UPDATE OF signed_on ON commitment_letters',
  `NEW.signed_on IS NOT NULL AND NOT ${held('NEW.studio_id', 'NEW.level')}`,
  'a letter is for the holder of the title',
)}
${refuse(
  'assessments_under_title',
  'INSERT ON assessments',
  `NOT EXISTS (SELECT 1 FROM commitment_letters AS letter WHERE letter.id = NEW.letter_id AND letter.studio_id = NEW.studio_id
    AND letter.signed_on <= NEW.assessed_on AND ${held('letter.studio_id', 'letter.level')})`,
  'an assessment is of the holder of the title, against its own signed letter',
)}
${refuse(
  'rectifications_under_title',
  'INSERT ON rectifications',
  `NOT EXISTS (SELECT 1 FROM assessments JOIN commitment_letters AS letter ON letter.id = assessments.letter_id
    WHERE assessments.id = NEW.assessment_id AND letter.studio_id = NEW.studio_id AND ${held('letter.studio_id', 'letter.level')})`,
  'a rectification notice is for the holder of the title',
)}
${refuse(
  'rewards_under_title',
  'INSERT ON rewards',
  `NOT ${held('NEW.studio_id', levelOfAssessment('NEW.assessment_id'))}`,
  'a reward is for the holder of the title',
)}
${['INSERT', 'UPDATE OF applied_on, recommended_on, inspected_on, shortlisted_on, approval_on, notice_id, awarded_on']
  .map((event, index) =>
    refuse(
      `round_entries_under_title_${index + 1}`,
      `${event} ON round_entries`,
      `NEW.ended_on IS NULL AND EXISTS (SELECT 1 FROM designations WHERE studio_id = NEW.studio_id)
    AND NOT ${held('NEW.studio_id', "'in-system'")}`,
      'the district round is for holders of the in-system title',
    ),
  )
  .join('\n')}
${refuse(
  'designations_not_for_the_revoked',
  'INSERT ON designations',
  `EXISTS (SELECT 1 FROM designations AS lost WHERE lost.studio_id = NEW.studio_id AND lost.end_kind = 'revoked')
    AND NOT EXISTS (SELECT 1 FROM designations AS own WHERE own.studio_id = NEW.studio_id AND own.ended_on IS NULL AND own.id <> NEW.id)`,
  'a revoked studio gets nothing more',
)}
${refuse(
  'applications_not_for_the_revoked',
  'INSERT ON applications',
  `EXISTS (SELECT 1 FROM designations AS lost WHERE lost.studio_id = NEW.studio_id AND lost.end_kind = 'revoked')
    AND NOT EXISTS (SELECT 1 FROM designations AS own WHERE own.studio_id = NEW.studio_id AND own.ended_on IS NULL)`,
  'a revoked studio gets nothing more',
)}
${refuse(
  'grants_under_title',
  'INSERT ON grants',
  `EXISTS (SELECT 1 FROM round_entries WHERE id = NEW.entry_id AND NOT ${held('round_entries.studio_id', "'district'")}
    AND EXISTS (SELECT 1 FROM designations WHERE studio_id = round_entries.studio_id AND level = 'district'))`,
  'no grant to a studio whose district title has ended',
)}
${refuse(
  'studio_changes_under_title',
  'INSERT ON studio_changes',
  `NEW.kind <> 'correction' AND NOT ${held('NEW.studio_id', "'in-system'")} AND NOT ${held('NEW.studio_id', "'district'")}`,
  'a studio without a title is corrected, not changed',
)}

-- 第十九条第一款: who assesses, in which year of the cycle, and in what order.
${refuse(
  'assessments_by_their_body',
  'INSERT ON assessments',
  `NOT EXISTS (SELECT 1 FROM commitment_letters AS letter
    WHERE letter.id = NEW.letter_id AND ${ofKind('NEW.department_id', 'letter.level', 'sector-bureau', 'hr-bureau')})`,
  'in-system studios are assessed by their bureau, district studios by the HR bureau',
)}
${refuse(
  'assessments_kind_of_year',
  'INSERT ON assessments',
  `(NEW.kind = 'periodic') <> (SELECT NEW.cycle_year = CAST(round((julianday(cycle_to) + 1 - julianday(cycle_from)) / 365.2425) AS INTEGER)
    FROM commitment_letters WHERE id = NEW.letter_id)`,
  'the last year of the cycle is assessed as the whole period, the others as process',
)}
${refuse(
  'assessments_after_mending',
  'INSERT ON assessments',
  `EXISTS (SELECT 1 FROM assessments AS earlier WHERE earlier.letter_id = NEW.letter_id AND earlier.kind = 'process'
    AND earlier.grade = 'unqualified' AND earlier.id <> NEW.id AND NOT EXISTS (
      SELECT 1 FROM rectifications JOIN reinspections ON reinspections.rectification_id = rectifications.id
      WHERE rectifications.assessment_id = earlier.id AND reinspections.passed = 1))`,
  'an unqualified process assessment is mended before the next one',
)}
${refuse(
  'assessments_replace_the_returned',
  'INSERT ON assessments',
  `NEW.replaces_id IS NOT NULL AND NOT EXISTS (
    SELECT 1 FROM assessments AS first JOIN assessment_approvals AS approval ON approval.assessment_id = first.id
    WHERE first.id = NEW.replaces_id AND first.letter_id = NEW.letter_id AND first.cycle_year = NEW.cycle_year
      AND approval.decision = 'returned')`,
  'only a result that was sent back is assessed again',
)}
${writtenOnce('assessments')}
${writtenOnce('assessment_items')}

-- 第十九条第三款: who approves what.
${refuse(
  'assessment_approvals_by_their_body',
  'INSERT ON assessment_approvals',
  `NOT EXISTS (SELECT 1 FROM assessments JOIN commitment_letters AS letter ON letter.id = assessments.letter_id
    WHERE assessments.id = NEW.assessment_id AND assessments.kind = 'periodic' AND assessments.assessed_on <= NEW.decided_on
      AND ${ofKind('NEW.department_id', 'letter.level', 'hr-bureau', 'leading-group-office')})`,
  'periodic results are approved by the HR bureau in-system, by the leading-group office at district level',
)}
${writtenOnce('assessment_approvals')}
${refuse(
  'rewards_for_the_excellent',
  'INSERT ON rewards',
  `NOT EXISTS (SELECT 1 FROM assessments JOIN assessment_approvals AS approval ON approval.assessment_id = assessments.id
    WHERE assessments.id = NEW.assessment_id AND assessments.kind = 'periodic' AND assessments.grade = 'excellent'
      AND approval.decision = 'approved' AND approval.decided_on <= NEW.rewarded_on)`,
  'a reward is for an approved excellent periodic result',
)}

-- 第十九条第二款: renewal after an approved periodic result of qualified or better, notices for unqualified process assessments only.
${refuse(
  'commitment_letters_renewal',
  'INSERT ON commitment_letters',
  `EXISTS (SELECT 1 FROM commitment_letters AS earlier JOIN designations AS title
      ON title.studio_id = earlier.studio_id AND title.level = earlier.level AND title.ended_on IS NULL
    WHERE earlier.studio_id = NEW.studio_id AND earlier.level = NEW.level AND earlier.signed_on IS NOT NULL
      AND earlier.cycle_from >= title.named_on AND earlier.id <> NEW.id)
    AND NOT EXISTS (SELECT 1 FROM commitment_letters AS earlier
      JOIN assessments ON assessments.letter_id = earlier.id AND assessments.kind = 'periodic' AND assessments.grade <> 'unqualified'
      JOIN assessment_approvals AS approval ON approval.assessment_id = assessments.id AND approval.decision = 'approved'
      WHERE earlier.id = NEW.previous_letter_id AND earlier.studio_id = NEW.studio_id AND earlier.level = NEW.level
        AND earlier.cycle_to < NEW.cycle_from)`,
  'a letter is renewed after an approved periodic result of qualified or better',
)}
${refuse(
  'rectifications_for_the_unqualified',
  'INSERT ON rectifications',
  `NOT EXISTS (SELECT 1 FROM assessments WHERE id = NEW.assessment_id AND kind = 'process' AND grade = 'unqualified'
    AND assessed_on <= NEW.issued_on)`,
  'only an unqualified process assessment gets a rectification notice',
)}
${writtenOnce('rectifications')}
${refuse(
  'rectification_reports_in_time',
  'INSERT ON rectification_reports',
  `NOT EXISTS (SELECT 1 FROM rectifications WHERE id = NEW.rectification_id AND NEW.reported_on BETWEEN issued_on AND deadline)
    OR EXISTS (SELECT 1 FROM reinspections WHERE rectification_id = NEW.rectification_id AND passed = 1)`,
  'a rectification is reported from the notice to its last day, and not after it has passed',
)}
${writtenOnce('rectification_reports')}
${refuse(
  'reinspections_of_what_was_reported',
  'INSERT ON reinspections',
  `NOT EXISTS (SELECT 1 FROM rectifications AS notice WHERE notice.id = NEW.rectification_id AND (
      EXISTS (SELECT 1 FROM rectification_reports WHERE rectification_id = notice.id AND reported_on <= NEW.inspected_on)
      OR (NEW.inspected_on > notice.deadline AND (NEW.passed = 0 OR NEW.excuse IS NOT NULL))))
    OR EXISTS (SELECT 1 FROM reinspections WHERE rectification_id = NEW.rectification_id AND passed = 1 AND id <> NEW.id)`,
  'a re-inspection follows a report, or the last day; who reported nothing passes for a stated reason only',
)}
${writtenOnce('reinspections')}

-- 第二十条: nothing is revoked on an unverified case; 第十九条第二款: nor while there is time to mend, nor on a result nobody approved.
${['revocation_proposals', 'revocations']
  .map((table) => {
    const day = table === 'revocations' ? 'decided_on' : 'proposed_on';
    return refuse(
      `${table}_on_their_ground`,
      `INSERT ON ${table}`,
      `NOT EXISTS (
    SELECT 1 FROM assessments JOIN assessment_approvals AS approval ON approval.assessment_id = assessments.id
    WHERE assessments.id = NEW.assessment_id AND assessments.studio_id = NEW.studio_id AND assessments.kind = 'periodic'
      AND assessments.grade = 'unqualified' AND approval.decision = 'approved' AND approval.decided_on <= NEW.${day}
    UNION ALL
    SELECT 1 FROM rectifications AS notice WHERE notice.id = NEW.rectification_id AND notice.studio_id = NEW.studio_id
      AND notice.deadline < NEW.${day}
      AND NOT EXISTS (SELECT 1 FROM reinspections WHERE rectification_id = notice.id AND passed = 1)
      AND (SELECT count(*) FROM rectification_reports WHERE rectification_id = notice.id)
        <= (SELECT count(*) FROM reinspections WHERE rectification_id = notice.id)
    UNION ALL
    SELECT 1 FROM cases JOIN case_verifications AS verified ON verified.case_id = cases.id
    WHERE cases.id = NEW.case_id AND cases.studio_id = NEW.studio_id AND verified.holds = 1 AND verified.verified_on <= NEW.${day}
      AND (cases.kind <> 'grave-fault' OR verified.impact IS NOT NULL))`,
      'a title is revoked on an approved unqualified result, a rectification that ran out, or a case verified as true',
    );
  })
  .join('\n')}
${refuse(
  'revocation_proposals_by_the_hr_bureau',
  'INSERT ON revocation_proposals',
  `NOT EXISTS (SELECT 1 FROM designations WHERE id = NEW.designation_id AND studio_id = NEW.studio_id AND level = 'district'
    AND ended_on IS NULL) OR NOT EXISTS (SELECT 1 FROM departments WHERE id = NEW.department_id AND kind = 'hr-bureau')`,
  'the HR bureau proposes the revocation of a district title',
)}
${refuse(
  'revocations_by_who_named',
  'INSERT ON revocations',
  `NOT EXISTS (SELECT 1 FROM designations AS title WHERE title.id = NEW.designation_id AND title.studio_id = NEW.studio_id
    AND title.ended_on IS NULL AND title.named_on <= NEW.decided_on
    AND ${ofKind('NEW.department_id', 'title.level', 'sector-bureau', 'leading-group-office')}
    AND (title.level = 'in-system' OR EXISTS (SELECT 1 FROM revocation_proposals
      WHERE id = NEW.proposal_id AND designation_id = title.id AND proposed_on <= NEW.decided_on)))`,
  'who named revokes; a district title on the proposal of the HR bureau',
)}
${refuse(
  'revocations_only_plaque',
  'UPDATE ON revocations',
  `OLD.plaque_returned_on IS NOT NULL AND NEW.plaque_returned_on IS NOT NULL OR ${[
    'id',
    'studio_id',
    'designation_id',
    'department_id',
    'proposal_id',
    'ground',
    'assessment_id',
    'rectification_id',
    'case_id',
    'follows_id',
    'decided_on',
    'minutes',
    'number',
    'reason',
    'other_designation_id',
    'granted',
    'reclaim_amount',
    'reclaim_reason',
    'measures_id',
  ]
    .map((column) => `NEW.${column} IS NOT OLD.${column}`)
    .join(' OR ')}`,
  'of a revocation only the return of the plaque is written later',
)}
-- Granted = kept + reclaimed: nobody gives back more than was decided, and nothing is reclaimed that the district did not pay.
${refuse(
  'reclaim_payments_within_the_decision',
  'INSERT ON reclaim_payments',
  `(SELECT sum(amount) FROM reclaim_payments WHERE revocation_id = NEW.revocation_id)
    > (SELECT reclaim_amount FROM revocations WHERE id = NEW.revocation_id)
    OR NEW.paid_on < (SELECT decided_on FROM revocations WHERE id = NEW.revocation_id)`,
  'more would come back than the decision reclaims',
)}
${writtenOnce('reclaim_payments')}
${refuse(
  'revocations_reclaim_what_was_paid',
  'INSERT ON revocations',
  `EXISTS (SELECT 1 FROM designations WHERE id = NEW.designation_id AND level = 'district')
    AND EXISTS (SELECT 1 FROM round_entries WHERE studio_id = NEW.studio_id AND awarded_on IS NOT NULL)
    AND NEW.reclaim_amount + coalesce((SELECT sum(amount) FROM reclaim_payments
      JOIN revocations AS earlier ON earlier.id = reclaim_payments.revocation_id
      JOIN designations AS title ON title.id = earlier.designation_id
      WHERE earlier.studio_id = NEW.studio_id AND title.level = 'district'), 0)
    > coalesce((SELECT sum(grant_payments.amount) FROM grant_payments JOIN grants ON grants.id = grant_payments.grant_id
      JOIN round_entries ON round_entries.id = grants.entry_id WHERE round_entries.studio_id = NEW.studio_id), 0)`,
  'more would be reclaimed than the district paid',
)}
${refuse(
  'title_endings_by_who_named',
  'INSERT ON title_endings',
  `NOT EXISTS (SELECT 1 FROM designations AS title WHERE title.id = NEW.designation_id AND title.studio_id = NEW.studio_id
    AND title.ended_on IS NULL AND title.named_on <= NEW.ended_on
    AND ${ofKind('NEW.department_id', 'title.level', 'sector-bureau', 'leading-group-office')})`,
  'who named ends a title',
)}
${writtenOnce('title_endings')}
${refuse(
  'criticism_circulars_after_the_revocation',
  'INSERT ON criticism_circulars',
  'NOT EXISTS (SELECT 1 FROM revocations WHERE case_id = NEW.case_id AND decided_on <= NEW.issued_on)',
  'the notice of criticism follows the revocation for its case',
)}
${refuse(
  'kept_titles_of_those_asked_about',
  'INSERT ON kept_titles',
  `NOT EXISTS (SELECT 1 FROM revocations JOIN designations AS title ON title.id = revocations.other_designation_id
    WHERE revocations.id = NEW.revocation_id AND title.id = NEW.designation_id AND revocations.decided_on <= NEW.decided_on
      AND ${ofKind('NEW.department_id', 'title.level', 'sector-bureau', 'leading-group-office')})`,
  'who named keeps a title that a revocation of the other one asked about',
)}
${writtenOnce('kept_titles')}
${refuse(
  'filings_answered_by_the_hr_bureau',
  'UPDATE OF answer, answered_by, number, reason ON filings',
  `OLD.answer IS NOT NULL AND NEW.answer IS NOT NULL
    OR NEW.answer IS NOT NULL AND NOT EXISTS (SELECT 1 FROM departments WHERE id = NEW.answered_by AND kind = 'hr-bureau')`,
  'the HR bureau answers a filing, once',
)}
`,
};
