import { createHash } from 'node:crypto';
import type { ReadableDatabase } from '../../db/database.ts';
import { prepared } from '../../db/prepared.ts';

/**
 * What must hold of a register whatever was done to it, read from its tables by SQL and from the Measures, not through the rules and queries
 * of the program. Each says in words what is wrong; nothing when all is well.
 */
export type Invariant = (db: ReadableDatabase) => readonly string[];

type Value = string | number | null;

/** Each row found is a violation, told by the row itself. */
function none(what: string, sql: string): Invariant {
  return (db) =>
    prepared<[], Readonly<Record<string, Value>>>(db, sql)
      .all()
      .map((row) => `${what}: ${JSON.stringify(row)}`);
}

/** Acts by who may do them. 第十一条 to 第二十条, and spec of powers where the text leaves room. */
const bodies: Readonly<Record<string, readonly string[]>> = {
  'sector-bureau': [
    'import',
    'undo-import',
    'receive',
    'return',
    'accept',
    'confirm',
    'inspect',
    'define-review-criteria',
    'score-application',
    'decide',
    'name',
    'file',
    'apply-to-round',
    'withdraw-from-round',
    'recommend',
  ],
  'hr-bureau': [
    'acknowledge-filing',
    'return-filing',
    'open-round',
    'inspect-candidate',
    'set-round-criteria',
    'register-expert',
    'declare-conflict',
    'record-expert-scores',
    'settle-tie',
    'shortlist',
    'decide-grant',
    'pay-grant',
    'propose-revocation',
    'make-yearly-plan',
    'supervise-mid-year',
    'review-year-end',
  ],
  'leading-group-office': ['approve-shortlist', 'post-public-notice', 'register-objection', 'settle-objection', 'award-plaque'],
  'sector-bureau hr-bureau': [
    'draw-up-letter',
    'sign-commitment-letter',
    'renew-letter',
    'record-activity',
    'correct-activity',
    'record-process-assessment',
    'record-periodic-assessment',
    'issue-rectification-notice',
    'record-rectification-report',
    'record-reinspection',
    'open-case',
    'verify-case',
    'reclaim-grant',
    'open-fund-account',
    'change-fund-account',
    'record-income',
    'record-expense',
    'return-funds',
    'correct-fund-entry',
    'change-lead',
    'change-members',
    'change-host-unit',
    'rename-studio',
    'lead-retires',
    'lead-dies',
  ],
  'hr-bureau leading-group-office': ['approve-periodic-result'],
  'sector-bureau leading-group-office': ['reward', 'revoke', 'take-back-plaque', 'issue-circular', 'end-without-fault', 'keep-title'],
};
const bodyOf = new Map(Object.entries(bodies).flatMap(([kinds, names]) => names.map((name) => [name, kinds.split(' ')] as const)));
/** What every department does at its own desk. */
const anybody = new Set(['init', 'undo-last', 'export', 'document', 'correct-record', 'change-departments', 'add-measures']);

/** No act by a body that may not do it, and no bureau's act for a studio of another sector. 第十一条, 第十三条 to 第十七条. */
const lastActIsWithinPowers: Invariant = (db) => {
  const act = prepared<[], { command: string; kind: string | null; department: string | null; bureau: string | null }>(
    db,
    `SELECT audit.command, departments.kind, departments.id AS department, sectors.bureau_id AS bureau FROM audit
     LEFT JOIN departments ON departments.id = audit.department_id LEFT JOIN studios ON studios.id = audit.studio_id
     LEFT JOIN sectors ON sectors.id = studios.sector_id ORDER BY audit.sequence DESC LIMIT 1`,
  ).get();
  if (act === undefined || anybody.has(act.command)) return [];
  const allowed = bodyOf.get(act.command);
  if (allowed === undefined) return [`nobody has written down here who may do ${act.command}`];
  if (act.kind === null || !allowed.includes(act.kind)) return [`${act.command} was done by ${act.kind ?? 'nobody'}`];
  const foreign = act.kind === 'sector-bureau' && act.bureau !== null && act.bureau !== act.department;
  return foreign ? [`${act.command} was done by the bureau of another sector`] : [];
};

/** 第十二条: at most five district studios a year, by the round that chose them. */
const fiveDistrictPlaquesAYear = none(
  'more than five district plaques of a year',
  `SELECT rounds.year, count(*) AS plaques FROM round_entries JOIN rounds ON rounds.id = round_entries.round_id
   WHERE awarded_on IS NOT NULL GROUP BY rounds.year HAVING count(*) > 5`,
);

/** 第十二条第二项: one or two recommendations of a bureau a year. */
const twoRecommendationsABureau = none(
  'more than two recommendations',
  `SELECT round_id, department_id, count(*) AS recommended FROM round_entries WHERE recommended_on IS NOT NULL
   GROUP BY round_id, department_id HAVING count(*) > 2`,
);

/** 第十二条第三项 to 第五项: a plaque follows approval and a notice that has run its 5 days, with every objection settled and none upheld. */
const plaquesAfterTheirNotice = none(
  'a plaque before its time',
  `SELECT entry.id, entry.awarded_on, notice.last_day FROM round_entries AS entry
   LEFT JOIN public_notices AS notice ON notice.id = entry.notice_id
   WHERE entry.awarded_on IS NOT NULL AND (entry.ended_on IS NOT NULL OR entry.approval IS NOT 'approve' OR notice.id IS NULL
     OR entry.awarded_on <= notice.last_day OR julianday(notice.last_day) - julianday(notice.posted_on) < 5
     OR EXISTS (SELECT 1 FROM objections WHERE entry_id = entry.id AND (settled_on IS NULL OR settled_on > entry.awarded_on OR outcome = 'upheld')))`,
);

/** A district title stands on a plaque of a round, and a plaque on a district title. */
const districtTitlesHaveTheirRound = none(
  'a district title and its round do not agree',
  `SELECT title.studio_id, title.named_on FROM designations AS title WHERE title.level = 'district' AND NOT EXISTS
     (SELECT 1 FROM round_entries WHERE studio_id = title.studio_id AND awarded_on = title.named_on)
   UNION ALL SELECT entry.studio_id, entry.awarded_on FROM round_entries AS entry WHERE entry.awarded_on IS NOT NULL AND NOT EXISTS
     (SELECT 1 FROM designations WHERE studio_id = entry.studio_id AND level = 'district' AND named_on = entry.awarded_on)`,
);

/** 第十九条, 第二十条: after its title was revoked a studio gets nothing under it: day by day … */
const nothingDatedAfterRevocation = none(
  'dated after the title was revoked',
  `WITH lost AS (
     SELECT studio_id, level, max(ended_on) AS day FROM designations AS title WHERE end_kind = 'revoked'
       AND NOT EXISTS (SELECT 1 FROM designations WHERE studio_id = title.studio_id AND level = title.level AND ended_on IS NULL)
     GROUP BY studio_id, level),
   given AS (
     SELECT 'letter' AS what, studio_id, level, signed_on AS day FROM commitment_letters
     UNION ALL SELECT 'assessment', a.studio_id, l.level, a.assessed_on FROM assessments a JOIN commitment_letters l ON l.id = a.letter_id
     UNION ALL SELECT 'recommendation', studio_id, 'in-system', recommended_on FROM round_entries
     UNION ALL SELECT 'plaque', studio_id, 'in-system', awarded_on FROM round_entries
     UNION ALL SELECT 'grant', e.studio_id, 'district', g.decided_on FROM grants g JOIN round_entries e ON e.id = g.entry_id
     UNION ALL SELECT 'payment', e.studio_id, 'district', p.paid_on FROM grant_payments p JOIN grants g ON g.id = p.grant_id
       JOIN round_entries e ON e.id = g.entry_id)
   SELECT given.what, given.studio_id, given.day, lost.day AS revoked FROM given JOIN lost USING (studio_id, level) WHERE given.day > lost.day`,
);

/** … and whatever day is written on it, nothing is given to a studio that holds no title of the level. */
const lastActGivesNothingToTheRevoked = none(
  'given to a studio that has no title any more',
  `SELECT audit.command, audit.studio_id, audit.on_date FROM audit JOIN departments ON departments.id = audit.department_id
   WHERE audit.sequence = (SELECT entries FROM audit_head)
     AND audit.command IN ('sign-commitment-letter', 'renew-letter', 'record-process-assessment', 'record-periodic-assessment', 'recommend',
       'award-plaque', 'decide-grant', 'pay-grant', 'reward')
     AND NOT EXISTS (SELECT 1 FROM designations WHERE studio_id = audit.studio_id AND ended_on IS NULL AND level =
       CASE WHEN audit.command IN ('decide-grant', 'pay-grant') OR (departments.kind <> 'sector-bureau' AND audit.command <> 'award-plaque')
         THEN 'district' ELSE 'in-system' END)`,
);

/** 第十三条 to 第十七条: what is written down at a level is written by the body of that level. */
const rowsByTheBodyOfTheirLevel = none(
  'written by the body of another level',
  `WITH written AS (
     SELECT 'title' AS what, level, department_id, 'sector-bureau' AS near, 'leading-group-office' AS far FROM designations
     UNION ALL SELECT 'letter', level, department_id, 'sector-bureau', 'hr-bureau' FROM commitment_letters
     UNION ALL SELECT 'assessment', l.level, a.department_id, 'sector-bureau', 'hr-bureau' FROM assessments a
       JOIN commitment_letters l ON l.id = a.letter_id
     UNION ALL SELECT 'rectification', l.level, r.department_id, 'sector-bureau', 'hr-bureau' FROM rectifications r
       JOIN assessments a ON a.id = r.assessment_id JOIN commitment_letters l ON l.id = a.letter_id
     UNION ALL SELECT 'approval', l.level, p.department_id, 'hr-bureau', 'leading-group-office' FROM assessment_approvals p
       JOIN assessments a ON a.id = p.assessment_id JOIN commitment_letters l ON l.id = a.letter_id
     UNION ALL SELECT 'revocation', d.level, r.department_id, 'sector-bureau', 'leading-group-office' FROM revocations r
       JOIN designations d ON d.id = r.designation_id)
   SELECT what, level, kind FROM written JOIN departments ON departments.id = department_id
   WHERE kind <> CASE level WHEN 'district' THEN far ELSE near END`,
);

const signed = "CASE WHEN (kind = 'income') = (reverses_id IS NULL) THEN amount ELSE -amount END";

/** 第十八条: an account is overdrawn at the end of no day, unless somebody said why. */
const noUnexplainedOverdraft = none(
  'overdrawn without a reason',
  `WITH days AS (SELECT studio_id, on_date, sum(sum(${signed})) OVER (PARTITION BY studio_id ORDER BY on_date) AS balance
     FROM fund_entries GROUP BY studio_id, on_date)
   SELECT studio_id, on_date, balance FROM days WHERE balance < 0
     AND NOT EXISTS (SELECT 1 FROM fund_entries AS entry WHERE entry.studio_id = days.studio_id AND overdraft_reason IS NOT NULL)`,
);

/** Nothing goes back to a source that did not come from it. */
const returnsWithinTheirSource = none(
  'more went back than came',
  `SELECT studio_id, source, sum(${signed}) AS kept FROM fund_entries WHERE source IS NOT NULL GROUP BY studio_id, source HAVING kept < 0`,
);

/** 第十二条第六项, 第十九条: of a grant no more is paid than was decided, no more comes back than was paid and than was reclaimed. */
const grantsAddUp = none(
  'granted is not kept and reclaimed',
  `WITH paid AS (SELECT e.studio_id, g.id, g.amount AS decided, (SELECT coalesce(sum(amount), 0) FROM grant_payments WHERE grant_id = g.id) AS paid
     FROM grants g JOIN round_entries e ON e.id = g.entry_id),
   studio AS (SELECT studio_id, sum(decided) AS decided, sum(paid) AS paid, coalesce((SELECT sum(p.amount) FROM reclaim_payments p
     JOIN revocations r ON r.id = p.revocation_id WHERE r.studio_id = paid.studio_id), 0) AS reclaimed, max(paid > decided) AS over
     FROM paid GROUP BY studio_id)
   SELECT studio_id, decided, paid, reclaimed FROM studio WHERE over OR reclaimed > paid
   UNION ALL SELECT studio_id, NULL, reclaim_amount, sum FROM (SELECT r.studio_id, r.reclaim_amount,
     (SELECT coalesce(sum(amount), 0) FROM reclaim_payments WHERE revocation_id = r.id) AS sum FROM revocations r) WHERE sum > reclaim_amount`,
);

/** 第十六条, 第十八条: the account receives of the district's grant no more than was paid. */
const receivedAsPaid = none(
  'received more than was paid',
  `SELECT studio_id, sum(${signed}) AS received FROM fund_entries WHERE kind = 'income' AND source = 'district-grant'
     AND studio_id IN (SELECT studio_id FROM round_entries WHERE awarded_on IS NOT NULL) GROUP BY studio_id
   HAVING received > coalesce((SELECT sum(p.amount) FROM grant_payments p JOIN grants g ON g.id = p.grant_id
     JOIN round_entries e ON e.id = g.entry_id WHERE e.studio_id = fund_entries.studio_id), 0)`,
);

/** 第十二条第六项: both ends of the ranges included. */
const grantsWithinTheirRange = none(
  'a grant outside its range',
  `SELECT id, nature, amount FROM grants WHERE amount NOT BETWEEN CASE nature WHEN 'public-benefit' THEN 5000000 ELSE 3000000 END
     AND CASE nature WHEN 'public-benefit' THEN 8000000 ELSE 6000000 END`,
);

/** The acts that stand: all but those an undo took back. */
const standing = `standing AS (SELECT sequence, command, studio_id FROM audit WHERE sequence NOT IN
  (SELECT json_extract(details, '$.sequence') FROM audit WHERE command = 'undo-last'))`;

/** Every step of an application, title, letter, assessment and ending has its act in the log. */
const everyStatusHasItsAct = none(
  'a status without its act',
  `WITH ${standing}, reached AS (
     SELECT a.studio_id, step.status AS status, CASE step.status WHEN 'submitted' THEN 'import' WHEN 'received' THEN 'receive'
       WHEN 'returned' THEN 'return' WHEN 'accepted' THEN 'accept' WHEN 'inspected' THEN 'inspect' WHEN 'approved' THEN 'decide'
       WHEN 'rejected' THEN 'decide' WHEN 'filed' THEN 'file' ELSE 'name' END AS command
     FROM application_steps step JOIN applications a ON a.id = step.application_id
     UNION ALL SELECT studio_id, 'title', CASE level WHEN 'district' THEN 'award-plaque' ELSE 'name' END FROM designations
     UNION ALL SELECT studio_id, end_kind, CASE end_kind WHEN 'revoked' THEN 'revoke' ELSE 'end-without-fault' END FROM designations
       WHERE end_kind IS NOT NULL
     UNION ALL SELECT studio_id, kind, 'record-' || kind || '-assessment' FROM assessments
     UNION ALL SELECT studio_id, 'rectification', 'issue-rectification-notice' FROM rectifications
     UNION ALL SELECT studio_id, 'recommended', 'recommend' FROM round_entries WHERE recommended_on IS NOT NULL
     UNION ALL SELECT studio_id, 'shortlisted', 'shortlist' FROM round_entries WHERE shortlisted_on IS NOT NULL
     UNION ALL SELECT e.studio_id, 'granted', 'decide-grant' FROM grants g JOIN round_entries e ON e.id = g.entry_id),
   counted AS (SELECT studio_id, status, command, count(*) AS times FROM reached GROUP BY studio_id, status, command)
   SELECT counted.* FROM counted WHERE CASE
     WHEN command = 'import' THEN NOT EXISTS (SELECT 1 FROM standing WHERE command = 'import')
     WHEN command = 'receive' THEN times > (SELECT count(*) FROM standing
       WHERE standing.studio_id = counted.studio_id AND standing.command IN ('receive', 'accept'))
     -- A returned filing puts the studio back to where it was named.
     WHEN status = 'named' THEN times > (SELECT count(*) FROM standing
       WHERE standing.studio_id = counted.studio_id AND standing.command IN ('name', 'return-filing'))
     -- Both titles of a studio may fall by one act.
     WHEN command = 'revoke' THEN NOT EXISTS (SELECT 1 FROM standing WHERE standing.studio_id = counted.studio_id AND command = 'revoke')
     ELSE times > (SELECT count(*) FROM standing WHERE standing.studio_id = counted.studio_id AND standing.command = counted.command) END`,
);

/** The last step of an application says its status. */
const statusIsTheLastStep = none(
  'the last step does not say the status',
  `SELECT a.id, a.status, step.status AS last FROM applications a JOIN application_steps step ON step.application_id = a.id
   WHERE step.sequence = (SELECT max(sequence) FROM application_steps WHERE application_id = a.id) AND step.status <> a.status`,
);

/**
 * A number names one document. One document may name several district studios, grant to several or revoke several, all on one day.
 */
const numbersNameOneDocument = none(
  'a document number twice',
  `WITH documents AS (
     SELECT document_number AS number, CASE level WHEN 'district' THEN 'plaques ' || named_on ELSE id END AS document
       FROM designations WHERE document_number IS NOT NULL
     UNION SELECT number, id FROM commitment_letters
     UNION SELECT number, id FROM rectifications
     UNION SELECT document_number, id FROM rounds WHERE document_number IS NOT NULL
     UNION SELECT number, id FROM public_notices
     UNION SELECT document_number, 'grants ' || decided_on FROM grants
     UNION SELECT number, 'revocations ' || department_id || decided_on FROM revocations
     UNION SELECT number, id FROM criticism_circulars
     UNION SELECT number, id FROM title_endings
     UNION SELECT number, id FROM filings WHERE number IS NOT NULL)
   SELECT number, count(*) AS documents FROM documents GROUP BY number HAVING count(*) > 1`,
);

const referencesHold = none('a reference to nothing', 'PRAGMA foreign_key_check');

/** Each row of the log continues the one before, and the head is the last: worked out here again. */
const logIsUnbroken: Invariant = (db) => {
  type Row = Readonly<
    Record<'at' | 'on_date' | 'department_id' | 'command' | 'studio_id' | 'details' | 'previous_hash' | 'hash', string | null>
  >;
  const rows = prepared<[], Row & { sequence: number }>(db, 'SELECT * FROM audit ORDER BY sequence').all();
  let previous = '0'.repeat(64);
  for (const [index, row] of rows.entries()) {
    const content = [previous, index + 1, row.at, row.on_date, row.department_id, row.command, row.studio_id, row.details];
    const hash = createHash('sha256').update(JSON.stringify(content)).digest('hex');
    if (row.sequence !== index + 1 || row.previous_hash !== previous || row.hash !== hash) return [`the log breaks at ${index + 1}`];
    previous = hash;
  }
  const head = prepared<[], { entries: number; hash: string }>(db, 'SELECT entries, hash FROM audit_head').get();
  return head?.entries === rows.length && head.hash === previous ? [] : ['the log does not end where its head says'];
};

/** Money in less money out of each studio, in fen: what any statement must agree with. */
export function moneyLeft(db: ReadableDatabase): ReadonlyMap<string, number> {
  const rows = prepared<[], { id: string; left: number }>(
    db,
    `SELECT studios.id, coalesce((SELECT sum(${signed}) FROM fund_entries WHERE studio_id = studios.id), 0) AS left FROM studios ORDER BY id`,
  ).all();
  return new Map(rows.map(({ id, left }) => [id, left]));
}

const afterEachAct: readonly Invariant[] = [
  lastActIsWithinPowers,
  lastActGivesNothingToTheRevoked,
  fiveDistrictPlaquesAYear,
  twoRecommendationsABureau,
  plaquesAfterTheirNotice,
  districtTitlesHaveTheirRound,
  nothingDatedAfterRevocation,
  rowsByTheBodyOfTheirLevel,
  noUnexplainedOverdraft,
  returnsWithinTheirSource,
  grantsAddUp,
  receivedAsPaid,
  grantsWithinTheirRange,
  statusIsTheLastStep,
  numbersNameOneDocument,
];

/** What is looked at after each act, and what takes longer and is looked at when a walk ends. */
export const invariants = {
  afterEachAct,
  atTheEnd: [...afterEachAct, everyStatusHasItsAct, referencesHold, logIsUnbroken],
} as const;

/** All that is wrong with a register. */
export function violationsOf(db: ReadableDatabase, held: readonly Invariant[]): readonly string[] {
  return held.flatMap((invariant) => invariant(db));
}
